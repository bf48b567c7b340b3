## Drafts
draft-here = Ce que vous aviez écrit est de nouveau là, gardé le
draft-drop = Le jeter
draft-keep = Garder pour plus tard
draft-kept = Gardé dans ce bureau à
draft-not-kept = Ceci n’est pas gardé : c’est trop long, ou déjà envoyé.
sent-otherwise = Ce formulaire a déjà été envoyé et disait alors autre chose. Rien de ce qu’il dit maintenant n’a été fait : voyez ce qui l’a été, et envoyez-le si cela doit être dit aussi.

## The lock
lock = Verrouillé
lock-about = Personne ne s’est servi de ce bureau ici depuis un moment, ou la machine a été mise en veille. Rien n’est perdu : ce qui a été écrit est gardé dans le bureau.
lock-do = Ou ouvrez-le avec une nouvelle adresse : la commande `pages`, dans un terminal de cette machine, en donne une.
lock-passphrase = Phrase de passe
lock-open = Ouvrir
lock-wrong = Ce n’est pas la phrase de passe qui l’ouvre. Après cinq erreurs, il faut une nouvelle adresse.

## The alarm: how urgent, and never what
alarm-on = Activer le son et les avis pour ce qui est urgent
alarm-urgent = Quelque chose d’urgent attend
alarm-flash = Quelque chose attend avec la mention éclair
