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
when = Quand
by-whom = Par qui
what-came = Ce qui en est résulté
