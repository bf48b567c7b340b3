//! The words that are deliberately absent: nothing that Good Offices itself says, in a state, a label, a refusal or an
//! export, commits anyone or says that a side agreed. For whoever checks what is shown; persons' own texts are theirs.
//!
//! There is one list of such words, and it is [`crate::lint`]'s.

use crate::lint::findings;

/// Whether a text of the program's own, in English, has a word that commits and does not deny it.
#[must_use]
pub fn says_assent(text: &str) -> bool {
    !findings(text, Some("en")).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assent_is_found_wherever_it_stands_and_its_denial_is_none() {
        for text in
            ["agreed", "was Accepted by both", "no-commitment, a deal", "by treaty", "UNDERTAKEN", "consented to"]
        {
            assert!(says_assent(text), "{text}");
        }
        for text in ["", "not-accepted", "conveyed", "no-commitment", "ideal", "received without recognition"] {
            assert!(!says_assent(text), "{text}");
        }
    }
}
