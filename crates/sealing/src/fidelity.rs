//! The fidelity code: a few words, and the same as a number, that two texts share when they are the same text.
//!
//! Computed by each side alone and compared by any second path. It is not a secret and not a signature:
//! whoever guesses the text can compute it, only at the price that argon2id sets.

use unicode_normalization::UnicodeNormalization;

use crate::{Params, passphrase, words};

/// Fixed, so that every office computes the same code.
const SALT: &[u8; 16] = b"good offices f/1";
/// 8 MiB, two passes: tens of milliseconds, for whoever tries many texts too.
const COST: Option<Params> = Params::from_figures(8 * 1024, 2);
/// Words in a code: 55 bits.
const WORDS: usize = 5;
/// Bits of the number: the leading 53 of the same, so that it has sixteen digits.
const NUMBER_BITS: u32 = 53;

/// The form in which texts are compared: NFC, lines ended by LF, no blanks at the end of a line, no empty lines
/// at the end, and none of the marks that only steer the direction of display.
pub fn canonicalise(text: &str) -> String {
    let unmarked: String = text.chars().filter(|c| !steers_direction(*c)).nfc().collect();
    let unified = unmarked.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<&str> = unified.split('\n').map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}

fn steers_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The code of a text, such as `harbour violet ninety copper elm (4419 0273 8856 1204)`.
pub fn code(text: &str) -> String {
    let canonical = canonicalise(text);
    let Some(bits) = COST.and_then(|cost| passphrase::stretch(canonical.as_bytes(), SALT, cost)) else {
        return String::new(); // only where eight MiB cannot be had
    };
    let spelt = words::spell(bits.as_bytes(), WORDS).join(" ");
    let leading = bits.as_bytes().iter().take(8).fold(0_u64, |n, byte| n << 8 | u64::from(*byte));
    let digits = format!("{:016}", leading >> (64 - NUMBER_BITS));
    let groups: Vec<&str> = (0..4).filter_map(|group| digits.get(group * 4..group * 4 + 4)).collect();
    format!("{spelt} ({})", groups.join(" "))
}
