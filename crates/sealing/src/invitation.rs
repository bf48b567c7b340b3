//! An invitation: a payload sealed under a code of six words, as text that survives mail and copying.
//!
//! What the payload says is the office's business. A wrong code and damaged text give one and the same error.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{Params, Unopened, aead, passphrase, vault, words};

/// Words in a code: 66 bits.
pub const CODE_WORDS: usize = 6;
const BEGIN: &str = "-----BEGIN GOOD OFFICES INVITATION-----";
const END: &str = "-----END GOOD OFFICES INVITATION-----";
const VERSION: u8 = 1;
/// version, memory in KiB, passes, salt.
const HEAD_BYTES: usize = 1 + 4 + 4 + 16;
/// A longer text is no invitation.
const TEXT_BYTES_MOST: usize = 64 * 1024;
const LINE: usize = 64;

/// A fresh code: six random words.
pub fn code<R: CryptoRng + ?Sized>(rng: &mut R) -> Zeroizing<String> {
    words::random_words(CODE_WORDS, rng)
}

/// A code as typed, in the form it is used in: lower case, one space between words, whatever stood there.
/// `None` when it is not six words of the list, so that a slip of the hand is told before the wait.
pub fn normalise(typed: &str) -> Option<Zeroizing<String>> {
    let lower = Zeroizing::new(typed.to_lowercase());
    let found: Vec<&str> = lower.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty()).collect();
    if found.len() != CODE_WORDS || !found.iter().all(|word| words::known(word)) {
        return None;
    }
    Some(Zeroizing::new(found.join(" ")))
}

/// Seals `payload` (at most 40 KiB) under a code.
pub fn seal<R: CryptoRng + ?Sized>(
    payload: &[u8],
    code: &str,
    params: Params,
    rng: &mut R,
) -> Result<String, Unopened> {
    let mut salt = [0; 16];
    rng.fill_bytes(&mut salt);
    let (mem_kib, passes) = params.figures();
    let mut head = Vec::with_capacity(HEAD_BYTES);
    head.push(VERSION);
    head.extend_from_slice(&mem_kib.to_be_bytes());
    head.extend_from_slice(&passes.to_be_bytes());
    head.extend_from_slice(&salt);
    let code = normalise(code).ok_or(Unopened)?;
    let key = passphrase::stretch(code.as_bytes(), &salt, params).ok_or(Unopened)?;
    let sealed = aead::seal(&key, &head, &vault::pad(payload), rng);
    let coded = STANDARD.encode([head, sealed].concat());
    let mut text = String::with_capacity(coded.len() + coded.len() / LINE + BEGIN.len() + END.len() + 8);
    text.push_str(BEGIN);
    text.push('\n');
    let mut rest = coded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(LINE.min(rest.len())); // base64 is ASCII: any place is a boundary
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str(END);
    text.push('\n');
    if text.len() > TEXT_BYTES_MOST { Err(Unopened) } else { Ok(text) }
}

/// Opens an invitation. Blanks and other text around it are no matter.
pub fn open(text: &str, code: &str) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    if text.len() > TEXT_BYTES_MOST {
        return Err(Unopened);
    }
    let (_, after) = text.split_once(BEGIN).ok_or(Unopened)?;
    let (body, _) = after.split_once(END).ok_or(Unopened)?;
    let coded: String = body.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = STANDARD.decode(coded).map_err(|_| Unopened)?;
    let (head, sealed) = bytes.split_at_checked(HEAD_BYTES).ok_or(Unopened)?;
    let (params, salt) = read_head(head).ok_or(Unopened)?;
    let code = normalise(code).ok_or(Unopened)?;
    let key = passphrase::stretch(code.as_bytes(), &salt, params).ok_or(Unopened)?;
    vault::unpad(&aead::open(&key, head, sealed)?)
}

/// Only the two costs that invitations are made with are honoured: a stranger's text sets no other.
fn read_head(head: &[u8]) -> Option<(Params, [u8; 16])> {
    let (version, rest) = head.split_first()?;
    let (mem_kib, rest) = rest.split_first_chunk::<4>()?;
    let (passes, salt) = rest.split_first_chunk::<4>()?;
    let params = Params::from_figures(u32::from_be_bytes(*mem_kib), u32::from_be_bytes(*passes))?;
    let ours = params == Params::standard() || params == Params::least();
    (*version == VERSION && ours).then_some((params, salt.try_into().ok()?))
}
