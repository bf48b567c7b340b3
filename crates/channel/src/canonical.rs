//! The canonical form of a text: what two texts have in common if they say the same to whoever reads them. A verbatim
//! rendition has the canonical form of the authentic text, and a fidelity code is computed from it.

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

    #[test]
    fn another_implementation_finds_the_same_forms() {
        let vectors = include_str!("../vectors/canonical.txt");
        let cases: Vec<&str> = vectors.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(cases.len() > 20);
        for case in cases {
            let (text, form) = case.split_once('\t').expect("two columns");
            assert_eq!(canonical(&unescaped(text)), unescaped(form), "{case}");
        }
    }

    #[test]
    fn canonical_twice_is_canonical_once() {
        for text in ["", "\n", " \n x \u{200E}\n", "e\u{200E}\u{301} \r", "a \u{200F}\n\u{200F} \n"] {
            assert_eq!(canonical(&canonical(text)), canonical(text));
        }
    }
}
