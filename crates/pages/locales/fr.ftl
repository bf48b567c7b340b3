# Ce que disent les pages, en français. Mêmes clés et mêmes arguments dans chaque langue; `cargo xtask i18n` le vérifie.

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
first-desk-channels = Ouvrez-en un : goodoffices desk open-channel le nomme, avec ses parties.
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
first-desk-parties = Accueillez une partie : goodoffices desk add-party la nomme, avec son mandant. Invitez ensuite son bureau.
about-mandates = Par un mandat, un envoyé peut accomplir certains actes dans certains canaux jusqu’à une certaine date.
none-mandates = Il n’y a pas de mandat.
first-side-mandates = Le bureau du mandant nomme ses envoyés : goodoffices party appoint.
about-interests = Les intérêts propres de l’intermédiaire, que toutes les parties peuvent lire.
none-interests = Aucun intérêt n’a été déclaré.
first-desk-interests = Déclarez ce que vous avez vous-même en jeu, pour que les parties n’aient pas à le deviner.
first-side-interests = Si l’intermédiaire déclare un intérêt propre, il apparaît ici.
about-lines = Une ligne est scellée de bout en bout. Quand elle est neuve, comparez de vive voix ses six mots de contrôle.
none-lines = Il n’y a pas encore de ligne.
first-desk-lines = Invitez le bureau d’une partie : goodoffices desk invite fait l’invitation et ses six mots.
first-side-lines = Rejoignez par l’invitation de l’intermédiaire : goodoffices party join.
about-told = Pour chaque pièce : qui a été informé de quoi, ce qui en a été fait, et quels agents y ont eu part.
about-record = Chaque acte dans l’ordre, dans les mots du journal : qui l’a fait et ce qui en est résulté.
nothing-recorded = Rien n’a encore été consigné.

## Par où commencer
nothing-waits = Rien ne vous attend.
begin-party = Commencez par accueillir une partie : goodoffices desk add-party la nomme, avec son mandant. Invitez ensuite son bureau.
begin-channel = Ouvrez un canal entre des parties : goodoffices desk open-channel. Elles pourront alors déposer.
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
pager = Pages
pager-at = Page { $page } sur { $pages }
pager-newer = Plus récentes
pager-older = Plus anciennes
pager-latest = Les dernières

## Une pièce
item = Pièce
item-no = Pièce { $n }
item-not-here = une pièce qui n’est pas ici
from = de
to = à
others = Autres
co-mediators = Médiateurs associés
channel = Canal
state = État
lapse = Caducité
lapses = caduque le
as-of = En date du
conveyed-on = Transmise le
on-behalf-of = Au nom de
carrier = Portée par
precedence = Urgence
disposition = Suite donnée
dispositions = Ce que les destinataires en ont fait
dispositions-hint = Rien de cela ne vaut assentiment, et l’auteur n’en est pas informé.
handling = Traitement
approval = Approbation
approval-first = L’auteur approuve d’abord les termes.
disclosure = Divulgation
language = Langue du texte
answers = Répond à
reaffirms = Réaffirme
supersedes = Remplace
superseded-by = Remplacée par
same-as = La même que
maybe-same = Peut-être la même que
reason = Motif
to-several = Un même texte à plusieurs
to-several-yes = Chaque destinataire a reçu ces mêmes mots.
read-at = Lue à
status-block = Bloc de réserves
unconfirmed = non confirmée
closed = fermé
conditions = Conditions
invoked = invoquée
reservations = Réserves
scope = Portée
keep-ambiguous = Ambigu à dessein
translation = Traduction
correction = rectification
delivered = parvenue à son bureau
not-delivered = pas encore à son bureau
fidelity-code = Code de fidélité
words-authentic = Le texte authentique
words-conveyed = Les termes transmis
words-gone = Les mots ne sont pas ici, ou n’y sont plus.
show-text = Montrer son texte
officers = Agents
officer = Agent
acts = Ce que vous pouvez faire
said-to-approve = Termes en attente d’approbation
said-renditions-out = Ce qui a été libéré, par destinataire
said-conveyed-in-your-name = Ce qui a été transmis en votre nom
said-corrected = Tel que transmis et rectifié, du plus ancien au plus récent

## Un message oral
oral-hidden = Un message oral : ouvrez-le pour le lire.
oral-before = C’est un message oral. Il ne se lit que sur cet écran, et l’intermédiaire est informé de sa lecture.
oral-read = Le lire maintenant
oral-masked = Couvert tant que cette fenêtre n’est pas au premier plan.
oral-after = Il ne peut être ni sélectionné, ni copié, ni imprimé ici. Rien n’empêche de photographier l’écran.

## Le bloc de réserves
status-no-commitment = sans engagement
status-no-coordination = sans coordination
status-no-recognition = sans reconnaissance
status-without-prejudice = sans préjudice
status-no-precedent = sans précédent

## Formes et leurs usages
form-oral-message = Message oral
form-non-paper = Non-papier
form-aide-memoire = Aide-mémoire
form-personal-message = Message personnel
form-declaration = Déclaration
form-note-verbale = Note verbale
form-talking-points = Éléments de langage
formrule-oral-message = Se lit à l’écran ; aucune copie n’est remise. L’intermédiaire seul apprend qu’il a été lu.
formrule-non-paper = Il ne dit ni son origine ni sa date, et ne se cite pas.
formrule-aide-memoire = Daté, à la troisième personne, non signé.
formrule-personal-message = Dit au nom d’un mandant, et apporté par un porteur.
formrule-declaration = Adressée à l’intermédiaire seul, et libérée seulement comme l’une d’une paire.
formrule-note-verbale = Officielle : elle peut être attribuée à son auteur.
formrule-talking-points = Pour son propre usage ; jamais transmis.

## Vocabulaires
handling-verbatim = Mot pour mot, ou pas du tout
handling-paraphrase = En d’autres mots, ou mot pour mot
handling-gist = L’essentiel suffit
handling-at-desk = Comme l’intermédiaire le juge bon
label-verbatim = mot pour mot
label-paraphrase = paraphrase
label-gist = essentiel
labelabout-verbatim = le texte authentique avec tout ce qui lui appartient ; tout autre est refusé
labelabout-paraphrase = la même chose en d’autres mots
labelabout-gist = à quoi cela revient
precedence-routine = ordinaire
precedence-urgent = urgent
precedence-flash = éclair
disclosure-secret = Rien ne peut en être dit
disclosure-without-attribution = Utilisable sans dire de qui cela vient
disclosure-may-mention = L’intermédiaire peut le mentionner
disclosure-public = Chacun peut en parler
disposition-noted = Noté
disposition-without-recognition = Reçu sans reconnaissance
disposition-ad-referendum = Pris ad referendum
disposition-not-accepted = Refusé
disposition-returned-unread = Rendu non lu
dispositionabout-noted = vous en avez pris note
dispositionabout-without-recognition = vous ne reconnaissez ni son expéditeur ni le message
dispositionabout-ad-referendum = vous le portez à ceux qui décident
dispositionabout-not-accepted = vous le rejetez
dispositionabout-returned-unread = ses mots sont effacés ici, pour toujours
may-lodge = déposer
may-dispose = donner suite
may-approve = approuver des termes
may-answer = répondre à l’intermédiaire
may-clear = viser des comptes rendus
state-lodged = déposée
state-awaiting-countersign = attend le contreseing
state-held = retenue
state-awaiting-approval = attend l’approbation
state-approved = termes approuvés
state-conveyed = transmise
state-returned = rendue
state-recalled = rappelée
state-lapsed = caduque
state-lapsed-unread = caduque, non lue
state-voided = annulée
state-erased = effacée
waits-response = Attend votre suite ou votre réponse
waits-approval = L’intermédiaire vous demande d’approuver ses termes
waits-countersign = Attend votre contreseing
waits-leave = L’intermédiaire demande la permission d’user de votre confidence
waits-carriage = À formuler, à libérer ou à rendre
waits-admission = Venue sous un mandat expiré : admettez-la ou rendez-la
waits-invocation = Une condition est invoquée : libérez cela ou rendez-le
waits-correction = Une rectification attend d’être libérée
waits-confirmation = L’avez-vous dit ? L’intermédiaire l’a noté
waits-answer = Une proposition attend votre réponse scellée
waits-offer = Une offre attend : donnez-y suite, déclinez-la ou laissez-la
waits-clearance = Un compte rendu attend votre visa
waits-reply = L’intermédiaire vous interroge en privé
own-outreach = paroles de l’intermédiaire
own-idea = une idée de l’intermédiaire
own-assurance = une assurance de l’intermédiaire
grade-sight = à vue
grade-rough = provisoire
grade-official = officielle
touches-name = un nom ou un titre
touches-label = une appellation
touches-quote = des mots d’une pièce
touches-day = un jour de transmission
pairstate-open = ouverte
pairstate-opening = en cours d’ouverture
pairstate-complete = complète
pairstate-released = libérée
pairstate-not-completed = non complétée
proposalstate-open = ouverte
proposalstate-revealed = révélée
proposalstate-voided = annulée
offerstate-open = ouverte
offerstate-taken-up = suivie
offerstate-declined = déclinée
offerstate-lapsed = caduque
offerstate-answered = répondue
readoutstate-awaiting-clearance = attend les visas
readoutstate-cleared = visé
readoutstate-objected-to = contesté
readoutstate-published = publié
readoutstate-withdrawn = retiré
linestate-working = en marche
linestate-silent = silencieuse
linestate-broken = rompue
linestate-waiting = en attente
linestate-expired = expirée
lineabout-working = Le relais répond, et l’autre bout aussi.
lineabout-silent = Le relais répond, l’autre bout non. Son bureau est peut-être fermé.
lineabout-broken = Le relais ne répond pas. Vérifiez le réseau ; ce qui attend part à son retour.
lineabout-waiting = Personne n’a encore usé de l’invitation.
lineabout-expired = L’invitation n’a pas été utilisée à temps. Invitez à nouveau.
note-disclosure = Divulgation
note-statement = Déclaration publique
note-exposure = Texte de presse

## Questions privées
question-no = Question { $n }
about-item = au sujet de
reply = Réponse
no-reply-yet = Pas encore de réponse.

## Entre les parties
pair-no = Paire { $n }
pair-lodged = Ont déposé
pair-own = La vôtre
pair-yours = Elle est déposée, et scellée pour tous.
pair-yours-not = Elle n’est pas déposée.
nobody-yet = personne encore
declarations = Déclarations
proposal-no = Proposition { $n }
subject = Sujet
reveal-at = Montrée le
common = Ce que tous prendraient
your-answer = Ce que vous prendriez
answers-from = Réponses
no-option = aucune
offer-no = Offre { $n }
text-no = Texte { $n }
version-no = Version { $n }
comment = Commentaire de

## Comptes rendus et monde extérieur
readout-no = Compte rendu { $n }
readout-own = le vôtre
readout-key = La clé par laquelle il se vérifie
draft = Projet
concerns = Concerne
mentions = Mentionne
cleared-by = Visé par
objection-of = Objection de
published-on = Publié le
signature = Signature
findings-count = { $n ->
    [one] Il touche à ce dont on ne peut parler en { $n } endroit
   *[other] Il touche à ce dont on ne peut parler en { $n } endroits
}
occasion = Occasion
of-items = De
like-authentic = proche du texte authentique
like-released = proche de termes libérés
likeness = ressemblance { $n } sur 100
had-been-told = Ceux-ci avaient reçu ces mots ; cela ne dit rien de qui les a répétés :
principal-asked = Le mandant a été interrogé.
principal-not-asked = Le mandant n’a pas été interrogé.

## La maison
principal = Mandant
principals-office = le bureau du mandant
address = Formule d’adresse
offices = Bureaux
no-office-yet = Aucun bureau n’a encore rejoint.
line-no = Ligne { $n }
capacity = Qualité
may = Peut
until = Jusqu’au
until-revoked = jusqu’à révocation
revoked = révoqué
countersign = Contreseing
countersign-yes = Le mandant contresigne ce qui est déposé.
queue = En chemin
set-aside = Mises de côté
letters-count = { $n ->
    [0] aucune lettre
    [one] { $n } lettre
   *[other] { $n } lettres
}
check-words = Mots de contrôle : comparez-les de vive voix, une fois
told-whom = Informés
when = Quand
by-whom = Par qui
what-came = Ce qui en est résulté

## Actes
lodge = Dire quelque chose
lodge-about = Vous le remettez à l’intermédiaire, qui le transmet, vous interroge ou vous le rend. Quelle forme doit-il avoir ?
do-lodge = Déposer auprès de l’intermédiaire
do-dispose = Donner suite
do-answer = Y répondre
do-approve = Approuver exactement ces termes
do-object = S’y opposer
do-reply = Répondre à l’intermédiaire
do-supersede = La remplacer
do-reaffirm = La redire
do-render = Formuler
do-release = Libérer
do-return = Rendre à son auteur
do-ask = Interroger une partie
done-lodged = Déposé auprès de l’intermédiaire.
done-disposed = C’est fait. L’intermédiaire seul en est informé.
done-approved = Approuvé : exactement ces termes, et aucun autre.
done-objected = L’intermédiaire est informé ; ces termes ne seront pas transmis.
done-replied = Répondu, à l’intermédiaire seul.
done-rendered = Formulé. Rien n’a quitté le bureau.
done-released = Libéré.
done-returned = Rendu à son auteur, avec le motif.
done-asked = Demandé.
done-read = Lu. L’intermédiaire seul en est informé.
dispose-about = L’intermédiaire seul est informé de votre choix. Rien de cela ne vaut assentiment.
release-about = Exactement ceci quitte le bureau, et rien d’autre. On ne peut le reprendre une fois qu’un destinataire l’a.
release-missing = Pas encore formulé pour :
will-see = Ce que verra
more = Ce qu’on peut en dire de plus
refused = Cela a été refusé

## Champs
field-channel = Canal
field-to = À qui
field-behalf = Au nom de qui
field-carrier = Qui le porte
field-text = Les mots
field-conditions = À quelles conditions
field-reservations = Ce qui est réservé
field-days = Jours
field-handling = Comment traiter les mots
field-approve = J’approuve les termes avant leur transmission
field-precedence = Degré d’urgence
field-disclosure = Ce qui peut en être dit au-dehors
field-scope = Ce que cela couvre, et ce que cela ne couvre pas
field-as-of = En date de quel moment
field-not-before = À ne pas transmettre avant
field-not-after = À ne pas transmettre après
field-language = En quelle langue c’est écrit
field-ambiguous = Passages ambigus à dessein
field-as = Ce que vous en faites
field-reason = Pourquoi
field-label = Ce que les mots sont au texte authentique
field-party = Qui interroger
field-principal-only = N’interroger que le bureau du mandant, et aucun envoyé
hint-lines = Une par ligne.
hint-days = Après autant de jours, c’est caduc de soi-même.
hint-days-question = Une réponse est attendue pendant autant de jours.
hint-handling = Le destinataire ne reçoit que les termes libérés. Vos propres mots restent avec vous et l’intermédiaire.
hint-utc = En UTC.
hint-language = Un code comme fa, ou un nom.
hint-ambiguous = Mot pour mot comme dans le texte, un par ligne. Un traducteur les garde ainsi.
hint-object = L’intermédiaire seul le lit. Vous pouvez l’omettre.
hint-reply = L’intermédiaire seul le lit.
hint-render = Les termes dans lesquels cela peut être transmis. Conditions, réserves et portée suivent, telles que l’auteur les a écrites.
hint-return = L’auteur le lit.
form-wrong = Quelque chose est à corriger :
form-stale = Ce formulaire est trop ancien. Rouvrez-le et recopiez-y vos mots.
wrong-choose = Choisissez.
wrong-text = Il manque des mots.
wrong-days = Donnez un nombre de jours, de 1 à 3650.
wrong-moment = Ce n’est pas une date avec une heure.

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
trouble-address-do = Chaque adresse ne sert qu’une fois. Rouvrez le bureau pour en avoir une autre.
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
