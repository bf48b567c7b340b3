//! The canonical form of a text: what two texts have in common if they say the same to whoever reads them. A verbatim
//! rendition has the canonical form of the authentic text, and a fidelity code is computed from it. There is no other one:
//! `sealing::fidelity` takes a text that was brought into this form. Specified in docs/PROTOCOL.md, §9, step by step; what
//! is seen or meant, such as joiners, hyphens and vowel marks, is left as it is.

use unicode_normalization::UnicodeNormalization;

/// The text in Unicode's composed form, with `\n` line ends, without white space at the end of lines, empty lines at the
/// end, and marks that only steer direction.
#[must_use]
pub fn canonical(text: &str) -> String {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let composed: String = plain.chars().filter(|one| !steers_direction(*one)).nfc().collect();
    let lines: Vec<&str> = composed.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim_end_matches('\n').to_owned()
}

const fn steers_direction(one: char) -> bool {
    matches!(one, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_the_same_is_the_same() {
        assert_eq!(canonical("A\u{301} line \r\nand\rmore\t\n\n"), "\u{C1} line\nand\nmore");
        assert_eq!(canonical("\u{202B}\u{5E9}\u{200F}\u{5DC}\u{2069}"), "\u{5E9}\u{5DC}");
        assert_ne!(canonical("We will not."), canonical("We will now."));
        assert_ne!(canonical("  indented"), canonical("indented"));
    }

    #[test]
    fn marks_between_a_letter_and_its_accent_do_not_matter() {
        assert_eq!(canonical("e\u{200E}\u{301}"), canonical("\u{E9}"));
    }

    fn unescaped(text: &str) -> String {
        let mut parts = text.split("\\u{");
        let mut out = parts.next().expect("a beginning").to_owned();
        for part in parts {
            let (code, rest) = part.split_once('}').expect("an end");
            out.push(char::from_u32(u32::from_str_radix(code, 16).expect("a number")).expect("a character"));
            out.push_str(rest);
        }
        out
    }

    /// Files of `vectors/canonical`, each with what it is about and how many cases it has at least.
    const VECTORS: [(&str, &str, usize); 5] = [
        ("composition", include_str!("../vectors/canonical/composition.txt"), 10),
        ("directional marks", include_str!("../vectors/canonical/directional-marks.txt"), 24),
        ("line ends", include_str!("../vectors/canonical/line-ends.txt"), 10),
        ("stays", include_str!("../vectors/canonical/stays.txt"), 25),
        ("trailing blanks", include_str!("../vectors/canonical/trailing-blanks.txt"), 30),
    ];

    fn cases(vectors: &str) -> Vec<(String, String)> {
        let lines = vectors.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.map(|line| line.split_once('\t').expect("two columns"));
        pairs.map(|(text, form)| (unescaped(text), unescaped(form))).collect()
    }

    #[test]
    fn another_implementation_finds_the_same_forms() {
        for (about, vectors, least) in VECTORS {
            assert!(cases(vectors).len() >= least, "{about}");
            for (text, form) in cases(vectors) {
                assert_eq!(canonical(&text), form, "{about}: {text:?}");
                assert_eq!(canonical(&form), form, "{about}: {text:?}");
            }
        }
    }

    #[test]
    fn texts_that_are_not_the_same_stay_different() {
        let (_, vectors, _) = VECTORS.into_iter().find(|(about, ..)| *about == "stays").expect("the file");
        let forms: std::collections::BTreeSet<String> =
            cases(vectors).iter().map(|(text, _)| canonical(text)).collect();
        assert_eq!(forms.len(), cases(vectors).len());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_canonical_after_once(text in "([a-z \t\r\n\u{85}\u{a0}\u{200c}-\u{200f}\u{2028}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{300}-\u{345}\u{5b0}-\u{5c7}\u{1100}-\u{11ff}]|\\PC){0,40}") {
            let once = canonical(&text);
            proptest::prop_assert_eq!(canonical(&once), once);
        }
    }

    #[test]
    fn canonical_twice_is_canonical_once() {
        for text in ["", "\n", " \n x \u{200E}\n", "e\u{200E}\u{301} \r", "a \u{200F}\n\u{200F} \n"] {
            assert_eq!(canonical(&canonical(text)), canonical(text));
        }
    }
}
