## Ce qu’il faut savoir de ce bureau et de ce qu’il tient
letter-no = Lettre { $n }
warns-act-refused = Un acte a été refusé ici :
warns-refused-by-desk = L’intermédiaire a refusé un acte de ce bureau :
warns-untraced = Ce bureau a des mots que cet intermédiaire avait transmis et ne connaît plus.
warns-unplaced = Ce bureau a montré quelque chose d’avant la restauration de cet intermédiaire, qui ne peut être situé.
warns-disclosed = L’intermédiaire consigne qu’on en parle en public.
warns-letter-set-aside = Elle a été mise de côté :
warns-wrong-hub = Ce qui répond à la place du relais n’est pas le relais que nommait l’invitation : ne continuez pas sur ce réseau.
warns-pass-refused = Le relais n’admet pas les dépôts de ce bureau : demandez à l’intermédiaire une nouvelle invitation.
warns-hub-full = Le relais n’a plus de place pour les dépôts : c’est à son exploitant d’en faire ; ce qui attend part alors.
warns-restored = Ce bureau a été remis à un état antérieur : sur cette ligne, il montre ce que l’autre bout en avait.
warns-peer-restored = Le bureau à l’autre bout a été remis à un état antérieur.
warns-scrub-due = Le disque porte peut-être encore des mots effacés : libérez-y de la place ; il est nettoyé au prochain changement.

## Quel agent y a eu part, et laquelle ; le nom de l’agent précède
hand-wrote = l’a écrite
hand-wrote-down = l’a notée
hand-rendered = l’a formulée
hand-released = l’a libérée

## Ce qu’a fait un bureau et qu’un autre de sa partie contredit ; son nom précède, une pièce suit
conflict-answered = a répondu par

## À qui est quelque chose, après un nom
whose-envoy = envoyé
whose-told = tel que dit à l’intermédiaire
