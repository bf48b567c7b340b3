## Le cadre de chaque page
skip = Aller au contenu
nav = Se déplacer dans ce bureau
nav-messages = Messages
nav-between = Entre les parties
nav-house = La maison
office-desk = le bureau de l’intermédiaire
office-principal = le bureau d’un mandant
office-envoy = le bureau d’un envoyé
office-unnamed = Un bureau auquel l’intermédiaire n’a pas encore écrit
unlabelled = l’autre partie
language-choose = Langue de ces pages
leave = Quitter : fermer ce bureau dans ce navigateur
waiting-count = { $n ->
    [0] rien n’attend
    [one] { $n } affaire attend
   *[other] { $n } affaires attendent
}

## Lieux
place-waiting = Ce qui m’attend
place-board = En suspens
place-items = Pièces
place-channels = Canaux
place-questions = Questions privées
place-pairs = Déclarations parallèles
place-proposals = Propositions
place-offers = Offres
place-texts = Textes de négociation
place-readouts = Comptes rendus
place-notes = Le monde extérieur
place-conflicts = Contradictions
place-parties = Parties
place-mandates = Mandats
place-interests = Intérêts déclarés
place-lines = Lignes
place-line = La ligne
place-told = Qui a été informé de quoi
place-record = Registre

## Ce qu’est chaque liste, et que faire quand elle est vide
about-channels = Ce que deux à six parties peuvent se faire transmettre, sous un même nom et un même bloc de réserves.
none-channels = Il n’y a pas encore de canal.
first-desk-channels = Ouvrez-en un : il a un nom, ses parties, et un bloc de réserves à jamais.
first-side-channels = L’intermédiaire ouvre les canaux. Il n’y a rien à faire ici.
about-questions = Entre l’intermédiaire et une seule partie. Cela ne fait jamais partie des pièces d’un canal.
none-questions = Rien n’a encore été demandé.
first-desk-questions = Interrogez une partie quand un point doit être clair avant que vous ne transmettiez.
first-side-questions = Quand l’intermédiaire a une question pour vous seul, elle apparaît ici.
about-pairs = Chaque partie dépose sa propre déclaration. Aucune n’est montrée avant que toutes soient déposées, et toutes partent en un seul acte. Il n’y a jamais de texte commun.
none-pairs = Aucune paire de déclarations n’a été ouverte.
first-desk-pairs = Ouvrez une paire dans un canal quand ses parties sont prêtes à déclarer, chacune pour soi.
first-side-pairs = L’intermédiaire ouvre une paire. Votre propre déclaration vous est alors demandée.
about-proposals = Des options numérotées, aux réponses scellées. Ce que tous prendraient est montré à heure fixe, une seule fois.
none-proposals = Il n’y a pas de proposition.
first-desk-proposals = Soumettez des options aux parties d’un canal, avec l’heure où le résultat est montré.
first-side-proposals = Quand l’intermédiaire propose, ses options apparaissent ici et vous y répondez sous scellé.
about-offers = Des bons offices qui sont offerts. Seul l’intermédiaire apprend ce qu’il est advenu de ses offres.
none-offers = Rien n’a été offert.
first-desk-offers = Offrez vos bons offices dans vos propres mots.
first-side-offers = Une offre de l’intermédiaire apparaîtrait ici. Vous pouvez y donner suite, la décliner ou la laisser.
about-texts = Un texte qui n’appartient qu’à l’intermédiaire, en versions. Les commentaires de chaque partie ne vont qu’à lui.
none-texts = Il n’y a pas de texte de négociation.
first-desk-texts = Présentez une première version aux parties d’un canal.
first-side-texts = Un texte que l’intermédiaire présente apparaît ici, pour vos commentaires à lui seul.
about-readouts = Ce qui est dit en public. Chaque partie concernée y donne d’abord son visa ; ce qui est publié est signé.
none-readouts = Il n’y a pas de compte rendu.
first-desk-readouts = Rédigez-en un, nommez qui il concerne, et leur visa est demandé.
first-side-readouts = Un compte rendu qui vous concerne apparaît ici avant que quiconque le publie.
about-notes = Ce qui a été dit en public ou dans la presse, et quelles pièces cela touche.
none-notes = Rien n’a été noté du monde extérieur.
first-desk-notes = Consignez une divulgation ou une déclaration, ou comparez un texte de presse à ce qui est ici.
first-side-notes = Quand l’intermédiaire consigne qu’on parle en public d’une pièce, cela apparaît ici.
about-conflicts = Là où deux bureaux d’une même partie se contredisent.
none-conflicts = Aucun bureau n’en contredit un autre.
first-desk-conflicts = Si cela arrive, c’est montré ici, et leur mandant peut être interrogé.
about-parties = Les parties que cet intermédiaire sert, leurs bureaux, et les mandats de leurs envoyés.
none-parties = L’intermédiaire ne sert encore personne.
first-desk-parties = Accueillez une partie par son nom et le titre de son mandant. Invitez ensuite son bureau.
about-mandates = Par un mandat, un envoyé peut accomplir certains actes dans certains canaux jusqu’à une certaine date.
none-mandates = Il n’y a pas de mandat.
first-side-mandates = Le bureau du mandant nomme ici ses envoyés.
about-interests = Les intérêts propres de l’intermédiaire, que toutes les parties peuvent lire.
none-interests = Aucun intérêt n’a été déclaré.
first-desk-interests = Déclarez ce que vous avez vous-même en jeu, pour que les parties n’aient pas à le deviner.
first-side-interests = Si l’intermédiaire déclare un intérêt propre, il apparaît ici.
about-lines = Une ligne est scellée de bout en bout. Quand elle est neuve, comparez de vive voix ses six mots de contrôle.
none-lines = Il n’y a pas encore de ligne.
first-desk-lines = Invitez le bureau d’une partie depuis sa fiche parmi les parties : cela fait l’invitation et ses six mots.
first-side-lines = Rejoignez par l’invitation de l’intermédiaire : goodoffices party join.
about-told = Pour chaque pièce : qui a été informé de quoi, ce qui en a été fait, et quels agents y ont eu part.
about-record = Chaque acte dans l’ordre : qui l’a fait et ce qui en est résulté.
nothing-recorded = Rien n’a encore été consigné.

## Par où commencer
nothing-waits = Rien ne vous attend.
begin-party = Commencez par accueillir une partie. Invitez ensuite son bureau.
begin-channel = Ouvrez un canal entre des parties. Elles pourront alors déposer.
begin-letter = L’intermédiaire n’a pas encore écrit. La ligne a peut-être besoin d’un moment, ou son bureau est fermé.
begin-desk = Ce que les parties déposent apparaîtra ici, le plus urgent étant marqué.
begin-lodge = Déposez quelque chose auprès de l’intermédiaire, ou attendez : ce qui vous est transmis apparaîtra ici.
known = À savoir
no-items = Il n’y a pas encore de pièces.
no-items-desk = Ce que les parties déposent apparaît ici.
no-items-party = Déposez quelque chose auprès de l’intermédiaire ; ce qui vous est transmis apparaîtra ici aussi.

## Listes
find = Chercher des mots
find-do = Chercher
find-none = Tout montrer
find-further = Chercher plus loin
found-none = Rien n’a été trouvé.
found-none-yet = Rien n’a été trouvé parmi les plus récentes. Cherchez plus loin.
find-forgotten = Cette recherche n’est plus connue : recherchez de nouveau.
pager = Pages
pager-at = Page { $page } sur { $pages }
pager-newer = Plus récentes
pager-older = Plus anciennes
pager-latest = Les dernières

## Temps
time-utc = { $time } UTC
time-over = passé
time-in-minutes = { $n ->
    [one] dans { $n } minute
   *[other] dans { $n } minutes
}
time-in-hours = { $n ->
    [one] dans { $n } heure
   *[other] dans { $n } heures
}
time-in-days = { $n ->
    [one] dans { $n } jour
   *[other] dans { $n } jours
}

## Là où il n’y a pas de page
trouble-host = Cette adresse n’est pas celle qui a été donnée
trouble-host-do = Ouvrez l’adresse exactement comme le bureau l’a affichée, commençant par http://127.0.0.1.
trouble-site = Ceci vient d’un autre site
trouble-site-do = Rien n’a été fait. Allez à la page du bureau et faites-le là.
trouble-session = Ce bureau est fermé à ce navigateur
trouble-session-do = Ouvrez-le avec une nouvelle adresse. Le bureau en affiche une à son ouverture.
trouble-address = Cette adresse a déjà servi, ou n’est plus valable
trouble-address-do = Si ce n’est pas vous qui vous en êtes servi, quelqu’un d’autre tient ce bureau ouvert : fermez-le (Ctrl-C) et rouvrez-le. Sinon, la commande `pages`, dans un terminal de cette machine, donne une autre adresse ; chacune ne sert qu’une fois.
trouble-page = Cette page n’existe pas
trouble-page-do = Revenez en arrière, ou commencez à la première page du bureau.
trouble-long = C’est trop long
trouble-long-do = Rien n’a été fait. Revenez et raccourcissez ; le texte d’une pièce a 256 Kio au plus.
trouble-busy = Le bureau n’a pas répondu à temps
trouble-busy-do = Il est peut-être occupé. Attendez un moment et réessayez ; ce que vous avez envoyé ne prend effet qu’une fois.
trouble-closed = Le bureau a été fermé
trouble-closed-do = Rouvrez-le. Ce que vous avez envoyé peut l’être encore ; cela ne prend effet qu’une fois.
trouble-failed = Le bureau n’a pas pu le faire
trouble-failed-do = Son disque est peut-être plein ou endommagé. Regardez le terminal où il est ouvert.
