//! Words that people say to each other, eleven bits each: the English list of BIP39.

use bip39::Language;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::kem::PublicKey;
use crate::{Key, derive_key};

/// Check words for a line: how many, and so 66 bits.
pub const CHECK_WORDS: usize = 6;

/// The words of the leading bits of `bytes`, eleven bits each, most significant first; fewer where `bytes` end.
pub(crate) fn spell(bytes: &[u8], count: usize) -> Vec<&'static str> {
    let list = Language::English.word_list();
    (0..count)
        .map_while(|word| {
            let index = (word * 11..word * 11 + 11).try_fold(0_usize, |index, bit| {
                let byte = bytes.get(bit / 8)?;
                Some(index << 1 | usize::from(byte >> (7 - bit % 8) & 1))
            })?;
            list.get(index).copied()
        })
        .collect()
}

/// Whether a word is on the list.
pub(crate) fn known(word: &str) -> bool {
    Language::English.find_word(word).is_some()
}

/// The six check words of a line: both ends show the same ones exactly when they hold the same enrolment
/// secret and the same two static keys.
pub fn check_words(secret: &Key, desk: &PublicKey, party: &PublicKey) -> [String; CHECK_WORDS] {
    let mut keys = Vec::with_capacity(2 * crate::kem::PUBLIC_KEY_BYTES);
    keys.extend_from_slice(desk.as_bytes());
    keys.extend_from_slice(party.as_bytes());
    let bits = derive_key(secret, "check words", &keys);
    let mut spelt = spell(bits.as_bytes(), CHECK_WORDS).into_iter();
    std::array::from_fn(|_| spelt.next().unwrap_or_default().to_owned())
}

/// `count` random words, one space between them.
pub fn random_words<R: CryptoRng + ?Sized>(count: usize, rng: &mut R) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new(vec![0; (count * 11).div_ceil(8)]);
    rng.fill_bytes(&mut bytes);
    Zeroizing::new(spell(&bytes, count).join(" "))
}
