//! An invitation: a payload sealed under a code of six words, as text that survives mail and copying.
//!
//! What the payload says is the office's business. A wrong code and damaged text give one and the same error, after one and
//! the same work.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{Key, Params, Unopened, aead, passphrase, vault, words};

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
/// `None` when it is not six words of the list.
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
///
/// Whatever is wrong with text or code, the code is stretched before anything is said, so that the time tells nothing of
/// which it was. `otherwise` is what that costs where the text tells no cost: what invitations for this office are made with.
pub fn open(text: &str, code: &str, otherwise: Params) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    open_by(passphrase::stretch, text, code, otherwise)
}

/// Stretches first and looks at what it has afterwards.
fn open_by(
    stretch: impl FnOnce(&[u8], &[u8; 16], Params) -> Option<Key>,
    text: &str,
    code: &str,
    otherwise: Params,
) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let (read, code) = (Read::of(text), normalise(code));
    let (salt, params) = read.as_ref().map_or(([0; 16], otherwise), |read| (read.salt, read.params));
    let key = stretch(code.as_ref().map_or(&[], |code| code.as_bytes()), &salt, params);
    let (Some(read), Some(_), Some(key)) = (read, code, key) else { return Err(Unopened) };
    vault::unpad(&aead::open(&key, &read.head, &read.sealed)?)
}

/// An invitation's text, taken apart.
struct Read {
    head: Vec<u8>,
    params: Params,
    salt: [u8; 16],
    sealed: Vec<u8>,
}

impl Read {
    fn of(text: &str) -> Option<Self> {
        if text.len() > TEXT_BYTES_MOST {
            return None;
        }
        let (_, after) = text.split_once(BEGIN)?;
        let (body, _) = after.split_once(END)?;
        let coded: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        let mut head = STANDARD.decode(coded).ok()?;
        let sealed = (head.len() >= HEAD_BYTES).then(|| head.split_off(HEAD_BYTES))?;
        let (params, salt) = read_head(&head)?;
        Some(Self { head, params, salt, sealed })
    }
}

fn read_head(head: &[u8]) -> Option<(Params, [u8; 16])> {
    let (version, rest) = head.split_first()?;
    let (mem_kib, rest) = rest.split_first_chunk::<4>()?;
    let (passes, salt) = rest.split_first_chunk::<4>()?;
    let params = Params::written(u32::from_be_bytes(*mem_kib), u32::from_be_bytes(*passes))?;
    (*version == VERSION).then_some((params, salt.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    use super::*;

    /// What opening costs, in stretches, and whether it opened.
    fn cost(text: &str, code: &str) -> (Vec<Params>, bool) {
        let mut costs = Vec::new();
        let stretch = |secret: &[u8], salt: &[u8; 16], params: Params| {
            costs.push(params);
            passphrase::stretch(secret, salt, Params::least()) // it is counted, not waited for
        };
        let opened = open_by(stretch, text, code, Params::standard()).is_ok();
        (costs, opened)
    }

    #[test]
    fn whatever_is_wrong_is_refused_after_the_same_work() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let code = code(&mut rng);
        let mut text = seal(b"payload", &code, Params::least(), &mut rng).unwrap();
        // As if it had been made at the standard cost, which a test has no time for.
        let coded: String = text.lines().filter(|line| !line.starts_with('-')).collect();
        let bytes = STANDARD.decode(&coded).unwrap();
        let (mem_kib, passes) = Params::standard().figures();
        let (begin, end) = (format!("{BEGIN}\n"), format!("\n{END}\n"));
        let armoured = |head: &[u8]| format!("{begin}{}{end}", STANDARD.encode([head, &bytes[head.len()..]].concat()));
        assert_eq!(cost(&text, &code), (vec![Params::least()], true));
        text = armoured(&[&[VERSION][..], &mem_kib.to_be_bytes(), &passes.to_be_bytes()].concat());

        let standard = (vec![Params::standard()], false);
        let short = code.rsplit_once(' ').unwrap().0;
        let long = format!("{} {}", *code, short);
        let off_the_list = format!("{short} goodoffices");
        let other = "zoo zoo zoo zoo zoo zoo";
        for typed in [other, short, long.as_str(), off_the_list.as_str(), "", "not a code", "\u{202e}"] {
            assert_eq!(cost(&text, typed), standard, "{typed:?}");
        }
        let damaged = [
            String::new(),
            "Dear all, please find the invitation attached.".to_owned(),
            text.replace(BEGIN, ""),
            text.replace(END, ""),
            text.replacen('A', "?", 1),
            format!("{begin}{end}"),
            format!("{begin}AAAA{end}"),
            armoured(&[VERSION + 1]),
            armoured(&[&[VERSION][..], &[0; 4]].concat()),
            armoured(&[&[VERSION][..], &[0xff; 8]].concat()),
            " ".repeat(TEXT_BYTES_MOST) + &text,
        ];
        for damaged in &damaged {
            for typed in [code.as_str(), short, other] {
                assert_eq!(cost(damaged, typed), standard, "{damaged:?}");
            }
        }
        // Every byte, one after the other.
        for at in 0..text.len() {
            let mut damaged = text.clone().into_bytes();
            damaged[at] = if damaged[at] == b'A' { b'B' } else { b'A' };
            assert_eq!(cost(&String::from_utf8(damaged).unwrap(), &code), standard, "at {at}");
        }
    }
}
