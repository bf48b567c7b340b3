//! Words that commit. A side that only means to be heard may write "we agree" without meaning an obligation; the lint
//! shows it the word. It warns and never blocks.

use crate::canonical::canonical;
use crate::content::Content;
use crate::rules::form_rule;
use crate::warning::Warning;

/// The words of one language: those that commit, and those that turn one into its opposite when they stand before it.
struct Language {
    commits: &'static [&'static str],
    negates: &'static [&'static str],
}

const LANGUAGES: &[Language] = &[
    // English.
    Language {
        commits: &[
            "accept",
            "accepted",
            "accepting",
            "accepts",
            "agree",
            "agreed",
            "agreeing",
            "agreement",
            "agrees",
            "assure",
            "assured",
            "assures",
            "binding",
            "commit",
            "commitment",
            "commitments",
            "commits",
            "committed",
            "coordinate",
            "coordinated",
            "coordinates",
            "coordinating",
            "coordination",
            "guarantee",
            "guaranteed",
            "guarantees",
            "obligation",
            "obligations",
            "obliged",
            "pact",
            "pledge",
            "pledged",
            "pledges",
            "promise",
            "promised",
            "promises",
            "treaty",
            "undertake",
            "undertaken",
            "undertakes",
            "undertaking",
            "undertook",
        ],
        negates: &["no", "nor", "without"],
    },
    // French.
    Language {
        commits: &[
            "accepte",
            "accepter",
            "acceptons",
            "accord",
            "assurance",
            "contraignant",
            "coordination",
            "coordonner",
            "coordonnons",
            "engageons",
            "engagement",
            "engagements",
            "engager",
            "garantie",
            "garanties",
            "garantir",
            "garantissons",
            "obligation",
            "obligations",
            "pacte",
            "promesse",
            "promettons",
            "promettre",
        ],
        negates: &["aucun", "aucune", "ni", "sans"],
    },
    // Spanish.
    Language {
        commits: &[
            "aceptamos",
            "aceptar",
            "acordado",
            "acordamos",
            "acuerdo",
            "compromiso",
            "compromisos",
            "comprometemos",
            "coordinación",
            "coordinamos",
            "coordinar",
            "garantía",
            "garantías",
            "garantizamos",
            "garantizar",
            "obligación",
            "obligaciones",
            "pacto",
            "prometemos",
            "prometer",
            "vinculante",
        ],
        negates: &["ni", "ningún", "ninguna", "sin"],
    },
    // Russian.
    Language {
        commits: &[
            "гарантии",
            "гарантируем",
            "гарантия",
            "договор",
            "договорились",
            "договоренность",
            "договорённость",
            "координации",
            "координация",
            "координируем",
            "обещаем",
            "обязательство",
            "обязательства",
            "обязуемся",
            "согласие",
            "согласились",
            "согласны",
            "соглашение",
        ],
        negates: &["без", "ни"],
    },
    // Arabic.
    Language {
        commits: &[
            "اتفاق",
            "اتفاقية",
            "اتفقنا",
            "التزام",
            "التزامات",
            "تعهد",
            "تنسيق",
            "ضمان",
            "ضمانات",
            "نتعهد",
            "نتفق",
            "نضمن",
            "نلتزم",
            "نوافق",
            "ننسق",
        ],
        negates: &["بدون", "دون", "لا"],
    },
    // Persian.
    Language {
        commits: &[
            "تضمین",
            "تعهد",
            "تعهدات",
            "توافق",
            "ضمانت",
            "قول",
            "متعهد",
            "موافقت",
            "موافقیم",
            "هماهنگی",
            "پیمان",
        ],
        negates: &["بدون", "بی", "هیچ"],
    },
    // Hebrew.
    Language {
        commits: &["הבטחה", "הסכם", "הסכמה", "התחייבות", "מבטיחים", "מסכימים", "מתחייבים", "מתאמים", "ערבות", "תיאום"],
        negates: &["בלי", "ללא", "שום"],
    },
];

/// The words of a text that may be read as a commitment, once each, in the order in which they come.
///
/// ```
/// assert_eq!(channel::lint::commits("We agree to coordinate."), ["agree", "coordinate"]);
/// assert!(channel::lint::commits("No commitment, without coordination; the disagreement stands.").is_empty());
/// ```
#[must_use]
pub fn commits(text: &str) -> Vec<String> {
    let lower = canonical(text).to_lowercase();
    let mut found: Vec<String> = Vec::new();
    let mut before = "";
    for word in lower.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty()) {
        let commits = LANGUAGES.iter().any(|language| language.commits.contains(&word));
        let negated = LANGUAGES.iter().any(|language| language.negates.contains(&before));
        if commits && !negated && !found.iter().any(|one| one == word) {
            found.push(word.to_owned());
        }
        before = word;
    }
    found
}

/// What the author of this, and the desk, should know of it.
#[must_use]
pub fn content_warnings(content: &Content) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if form_rule(content.form).attributable {
        warnings.push(Warning::Attributable);
    }
    let clauses = content.conditions.iter().chain(&content.reservations).chain(&content.scope);
    warnings.extend(words_warning(clauses.chain([&content.text])));
    warnings
}

/// The warning for some words, if they need one.
pub(crate) fn words_warning<'a>(texts: impl Iterator<Item = &'a String>) -> Option<Warning> {
    let mut found: Vec<String> = texts.flat_map(|text| commits(text)).collect();
    found.sort();
    found.dedup();
    (!found.is_empty()).then_some(Warning::Commits(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_commit_are_found_in_every_language() {
        for (text, word) in [
            ("We hereby UNDERTAKE to wait.", "undertake"),
            ("Nous garantissons le calme.", "garantissons"),
            ("Asumimos el compromiso.", "compromiso"),
            ("Это наше обязательство.", "обязательство"),
            ("هذا اتفاق بيننا", "اتفاق"),
            ("این یک تعهد است", "تعهد"),
            ("זה הסכם בינינו", "הסכם"),
        ] {
            assert_eq!(commits(text), [word]);
        }
        // Letters and their accents apart, as some keyboards write them.
        assert_eq!(commits("Es nuestra obligacio\u{301}n."), ["obligaci\u{F3}n"]);
    }

    #[test]
    fn what_is_denied_is_not_found_nor_what_only_looks_alike() {
        for text in ["Sans engagement.", "Sin compromiso.", "Без обязательств.", "A disagreement, an accordion.", ""]
        {
            assert!(commits(text).is_empty(), "{text}");
        }
    }
}
