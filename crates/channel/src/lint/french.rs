//! French: what commits, what denies it, what only looks so. Accents are not seen: *traité* is known by its article, for
//! *il traite* is none.

use super::language::{Commits, Language, Negation};
use super::passage::Script;
use super::why::Why;

pub(super) const FRENCH: Language = Language {
    code: "fr",
    names: "fr, fra, fre, french, français, французский, الفرنسية, فرانسوی, צרפתית",
    script: Script::Latin,
    particles: "",
    small_words: "le, la, les, un, une, des, du, et, est, sont, que, qui, qu, dans, pour, sur, avec, ce, cette, ces, cet, il, \
        elle, ils, elles, nous, vous, ne, pas, au, aux, se, sa, ses, leur, leurs, notre, nos, votre, vos, où, mais, par, \
        ni, sans, aucun, aucune, été, être, avoir, ont, soit, dont, lui, son, je, mon, ma, mes, moi, tout, toute, comme, \
        l, n, c, y",
    own_letters: &[],
    commits: &[
        Commits {
            why: Why::Agreement,
            words: "accord, accords, entente, ententes, convenu, convenus, convenue, convenues, convenons, convenir, trêve*, \
                cessez le feu, armistice*, pacte, pactes, un traité, le traité, du traité, ce traité, au traité, \
                leur traité, notre traité, tout traité, aucun traité, les traités, des traités, ces traités, traité de paix, \
                compréhension mutuelle, compréhension commune, compréhension partagée, contrat, contrats, contractuel*, \
                consensus, modus vivendi, même avis, signataire*",
            instead: "chaque partie déclare séparément que",
        },
        Commits {
            why: Why::Undertaking,
            words: "engagé, engagée, engagent, engageons, engager, engagés, engagées, engageait, engagera, \
                engagerait, engagerons, engageront, engagement*, promesse*, promet, promettent, promettons, promettre, \
                promettrons, promis, promise, promises, donnons notre parole, donne sa parole, donné notre parole, \
                solennellement, serment*",
            instead: "a, à ce stade, l’intention de",
        },
        Commits {
            why: Why::Guarantee,
            words: "garanti, garantis, garantie, garanties, garantir, garantit, garantissent, garantissons, garantira, \
                garantirons, garant, garants, garante, assuré, assurés, assurées, assurent, assurons, assurer, \
                assurera, assurerons, assurance*, cautionne, cautionner",
            instead: "l’intention est que",
        },
        Commits {
            why: Why::Obligation,
            words: "obligé, obligés, obligées, obligent, obligeons, obliger, obligation*, obligatoire*, \
                contraignant*, astreint*, tenu de, tenus de, tenues de, tenu d, tenus d, tenues d, \
                lié par, liés par, liée par, liées par, lient, lie les, se lier, force de loi",
            instead: "de son plein gré",
        },
        Commits {
            why: Why::Coordination,
            words: "coordon*, coordination*, conjoint*, de concert, concerté*, en commun, déclaration commune, \
                déclarations communes, communiqué commun, action commune, actions communes, position commune, front commun, \
                démarche commune, actions coordonnées, mesures coordonnées, opérations coordonnées, sont coordonnées, \
                seront coordonnées, été coordonnées, être coordonnées, coordonnées avec, coordonnées entre, collabor*",
            instead: "chaque partie de son côté",
        },
        Commits {
            why: Why::Acceptance,
            words: "accept*, consent, consentent, consentons, consentir, consenti, consentis, consentie, consentement*, \
                consentirons, ratifi*, acquiesc*, agréé, agréés, agréées, agréons, agréer, agrément, souscri*, entérin*, \
                avaliser, avalise, avalisons, donné son aval, adhérons, adhère, adhérer",
            instead: "a pris note de",
        },
        Commits {
            why: Why::Recognition,
            words: "reconnaît, reconnaissent, reconnaissons, reconnaître, reconnaissance*, reconnu, reconnus, reconnue, \
                reconnues, reconnaîtra, reconnaîtrons",
            instead: "se réfère à",
        },
    ],
    // A note's closing formula; talks that are begun; coordinates; those who coordinate; idioms.
    neutral: "assurances de sa, assurance de sa, assurances de ma, assurance de ma, assurances de notre haute, \
        assurance de notre haute, assurances de leur haute, veuillez agréer, vouloir agréer, prie d agréer, \
        veuillez accepter, engagé un dialogue, engager un dialogue, engager le dialogue, \
        engager des pourparlers, engager des négociations, engager des discussions, engager des consultations, \
        engager une discussion, engager la conversation, coordonnées, coordonnateur*, coordonnatrice*, \
        en reconnaissance de, compte tenu de, compte tenu d",
    negation: Negation {
        not: "pas, non, ni, aucun, aucune, aucunement, nullement, jamais, rien, nul, nulle, loin de, loin d, refus, refus de, \
            refuse, refusons, refusent, refuser, rejet, rejette, rejettent, rejetons, rejeter, exclut, excluons, excluent, \
            exclure, décline, déclinons, dément, démentons, nie, nions, plutôt que, plutôt qu, au lieu de, au lieu d, \
            pas question de, pas question d",
        without: "sans, absence, absence de, absence d, à défaut de, à défaut d, faute de, faute d, hors de, hors, dénué de, \
            dénués de, dépourvu de, exempt de, exempte de",
        ne: "ne, n",
        ne_only: "que, qu",
        links: "un, une, des, de, d, du, le, la, les, l, à, au, aux, en, tout, toute, tel, telle, quelque, comme",
        light: "tous, toutes, tels, telles, quelconque, quelconques, quel, quelle, autre, autres, nouveau, nouvel, \
            nouvelle, nouveaux, nouvelles, nous, vous, se, s, y, lui, leur, il, elle, ils, elles, on, ce, c, cela, \
            ceci, cet, cette, ces, son, sa, ses, notre, nos, leurs, est, sont, était, a, ont, avons, avait, été, \
            être, soit, soient, peut, peuvent, pouvons, pourrait, saurait, sauraient, saurions, doit, doivent, \
            devrait, constitue, constituent, constituer, constituait, vaut, valent, valoir, implique, impliquent, \
            impliquer, emporte, emportent, emporter, entraîne, entraînent, crée, créent, créer, comporte, comportent, \
            comporter, signifie, signifient, signifier, représente, représentent, contient, contiennent, vise, \
            visent, cherche, cherchent, cherchons, chercher, demande, demandent, demandons, demander, souhaite, \
            souhaitent, souhaitons, veut, veulent, voulons, offre, offrent, offrons, offrir, donne, donnent, donnons, \
            donner, prend, prennent, prenons, prendre, pris, prise, interprété, interprétée, interprétés, \
            interprétées, considéré, considérée, considérés, compris, comprise, lu, lue, regardé, entendu, tenu, \
            pour, sous, forme, formes, forme de, sorte, sorte de, type, genre, aucune forme, formel, formelle, \
            formels, formelles, juridique, juridiques, juridiquement, écrit, écrite, écrits, verbal, verbale, \
            politique, politiques, mutuel, mutuelle, tacite, explicite, implicite, ferme, préalable, quelque forme, \
            dans ce, dans cette, dans ces, dans le, message, texte, note, lettre, document, papier, non papier, \
            non papiers, présent, présente, présents, présentes, propos, parole, paroles, parties, partie, côté, \
            valeur, effet, conclure, conclu, conclue, exige, exigeons, attend, attendons, envisage, envisageons, \
            propose, proposons, suppose, supposent, même, encore, ici, prêt, prêts, prête, disposé, disposés, mesure, \
            mesure de, en mesure, fait, faire, faisons",
        or: "ou",
        and: "et",
        after: "exclu, exclue, exclus, exclues, est exclu, hors de question, n est recherché, n est recherchée, \
            n est demandé, n est demandée, n est donné, n est donnée",
        affirms: "manquerons pas de, manquera pas de, manqueront pas de, manquons pas de, manquerai pas de",
    },
    first_person: "je, j, me, m, moi, mon, ma, mes, le mien, la mienne, les miens, nous, notre, nos, le nôtre, la nôtre, \
        les nôtres, nous mêmes, moi même",
    not_first_person: "",
    first_person_endings: &[],
};

#[cfg(test)]
mod tests {
    use crate::lint::examples::{check, check_nothing};

    #[test]
    fn what_commits_is_found() {
        check(
            "fr",
            &[
                ("Nous garantissons le calme.", &["garantissons"]),
                ("Les deux parties sont convenues d’un cessez-le-feu.", &["convenues", "cessez-le-feu"]),
                ("Nous nous engageons à ne pas frapper les premiers.", &["engageons"]),
                ("C’est un engagement ferme de notre gouvernement.", &["engagement"]),
                ("D’un commun accord, les frappes ont pris fin.", &["accord"]),
                ("Le traité reste en vigueur.", &["Le traité"]),
                ("Soyez assurés que nous le promettons.", &["assurés", "promettons"]),
                ("Nous acceptons la proposition et consentons à sa publication.", &["acceptons", "consentons"]),
                ("Nous ne garantissons que le calme.", &["garantissons"]),
                (
                    "Les patrouilles sont coordonnées avec l’autre partie par une déclaration commune.",
                    &["sont coordonnées", "déclaration commune"],
                ),
                ("Les mesures coordonnées des deux côtés ont été saluées.", &["mesures coordonnées"]),
                (
                    "Notre partie se tient pour liée par ses propos : ils ont un caractère contraignant.",
                    &["liée par", "contraignant"],
                ),
                ("Nous reconnaissons les autorités de l’autre partie.", &["reconnaissons"]),
                ("Ils agiront de concert et coordonneront leurs moyens.", &["de concert", "coordonneront"]),
                ("Il n’y a pas de doute : l’accord tiendra.", &["accord"]),
                ("Nous sommes obligés de répondre.", &["obligés"]),
                ("Non sans l’accord du principal.", &["accord"]),
                ("Le Parlement a ratifié le pacte.", &["ratifié", "pacte"]),
                ("Nous ne cherchons pas l’affrontement, nous acceptons le dialogue.", &["acceptons"]),
                ("Une compréhension mutuelle s’est établie entre les deux capitales.", &["compréhension mutuelle"]),
                ("Il n’y a pas d’accord, la coordination continue.", &["coordination"]),
                ("Nous ne manquerons pas de garantir leur sécurité.", &["garantir"]),
                ("Le non-papier convenu entre les capitales.", &["convenu"]),
            ],
        );
    }

    #[test]
    fn what_does_not_commit_is_not_found() {
        check_nothing(
            "fr",
            &[
                "Sans engagement.",
                "Aucun accord, aucune coordination, aucune garantie.",
                "Ceci ne constitue ni un accord ni une promesse.",
                "Nous ne nous engageons pas.",
                "Nous n’acceptons pas ces conditions.",
                "Ce message ne saurait être interprété comme un engagement.",
                "La réception ne vaut pas acceptation, et ne signifie aucune reconnaissance.",
                "Rien dans ce texte n’engage le gouvernement.",
                "Sans accord, engagement ou garantie de quelque nature que ce soit.",
                "Sans reconnaissance et obligation.",
                "Le Ministère saisit cette occasion pour renouveler les assurances de sa très haute considération.",
                "Compte tenu de la situation, il convient d’attendre.",
                "Veuillez agréer, Excellence, l’expression de nos sentiments.",
                "Un désaccord demeure; il traite de la frontière.",
                "Au stade actuel, nous n’avons pas l’intention d’ouvrir les hostilités, pour autant que l’autre partie s’en abstienne.",
                "La tenue de pourparlers n’est pas exclue, et il est prêt à engager le dialogue.",
                "Chaque partie déclare séparément qu’elle a pris note de ce message.",
                "Nous ne pouvons garantir quoi que ce soit, et il n’est pas question de coordonner nos actes.",
                "Les coordonnées de l’émissaire sont jointes.",
            ],
        );
    }
}
