//! The fidelity code: five words and a number that two texts share when they are the same text.
//!
//! Computed by each side alone and compared by any second path. It is no secret and no signature: whoever guesses the
//! text can compute it, only at the price that argon2id sets. What it proves and what not is in docs/PROTOCOL.md, §9.
//!
//! One slow hash gives 53 bits. As a number of sixteen digits they are the same in every language; their leading 45 bits
//! are five words out of a list of 512, in each of six languages, where a word has the same meaning in all of them.

use crate::{Params, passphrase};

/// Fixed, so that every office computes the same code.
const SALT: &[u8; 16] = b"good offices f/2";
/// 8 MiB, two passes: about ten milliseconds, for whoever tries many texts too.
const COST: Option<Params> = Params::from_figures(8 * 1024, 2);
/// Words in a code.
const WORDS: usize = 5;
/// Bits of one word: 512 words in each list.
const WORD_BITS: u32 = 9;
/// Bits of the number: the most that sixteen digits hold.
const NUMBER_BITS: u32 = 53;
/// Digits of the number.
const DIGITS: usize = 16;

/// One concept a line, in the languages of [`Language::ALL`], a tab between.
const LISTS: &str = include_str!("../words/fidelity.txt");

/// A language in which a code can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
    /// Persian.
    Fa,
    /// Hebrew.
    He,
    /// Russian.
    Ru,
}

impl Language {
    /// Every language, in the order of the lists' columns.
    pub const ALL: [Self; 6] = [Self::En, Self::Fr, Self::Ar, Self::Fa, Self::He, Self::Ru];

    /// Its code: `en`, `fr`, `ar`, `fa`, `he`, `ru`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::Fa => "fa",
            Self::He => "he",
            Self::Ru => "ru",
        }
    }

    /// The language of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A fidelity code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(u64);

/// What is not a fidelity code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no fidelity code: give its number, sixteen digits")]
pub struct NotACode;

impl Code {
    /// The code of a text in its canonical form; none only where eight MiB of memory cannot be had.
    pub fn of(canonical: &str) -> Option<Self> {
        let bits = passphrase::stretch(canonical.as_bytes(), SALT, COST?)?;
        let leading = bits.as_bytes().iter().take(8).fold(0_u64, |n, byte| n << 8 | u64::from(*byte));
        Some(Self(leading >> (64 - NUMBER_BITS)))
    }

    /// Its five words in a language.
    pub fn words(self, language: Language) -> [&'static str; WORDS] {
        let column = Language::ALL.iter().position(|one| *one == language).unwrap_or(0);
        std::array::from_fn(|word| {
            let word = u32::try_from(word).unwrap_or(0);
            let index = self.0 >> (NUMBER_BITS - WORD_BITS * (word + 1)) & ((1 << WORD_BITS) - 1);
            let line = LISTS.lines().nth(usize::try_from(index).unwrap_or(0)).unwrap_or_default();
            line.split('\t').nth(column).unwrap_or_default()
        })
    }

    /// Its number: sixteen digits in four groups.
    pub fn number(self) -> String {
        let digits = format!("{:016}", self.0);
        let groups: Vec<&str> = (0..DIGITS / 4).filter_map(|group| digits.get(group * 4..group * 4 + 4)).collect();
        groups.join(" ")
    }

    /// Words and number, such as `harbour violet needle copper willow (4419 0273 8856 1204)`.
    pub fn shown(self, language: Language) -> String {
        format!("{} ({})", self.words(language).join(" "), self.number())
    }

    /// The code of a number, however its digits are grouped.
    ///
    /// # Errors
    /// That it is none.
    pub fn read(number: &str) -> Result<Self, NotACode> {
        let digits: String = number.chars().filter(|one| !one.is_whitespace()).collect();
        let plain = digits.len() == DIGITS && digits.bytes().all(|one| one.is_ascii_digit());
        let value = digits.parse().ok().filter(|value: &u64| plain && *value < 1 << NUMBER_BITS);
        value.map(Self).ok_or(NotACode)
    }
}

/// Every word of a language's list, in order.
pub fn list(language: Language) -> Vec<&'static str> {
    let column = Language::ALL.iter().position(|one| *one == language).unwrap_or(0);
    LISTS.lines().filter_map(|line| line.split('\t').nth(column)).collect()
}
