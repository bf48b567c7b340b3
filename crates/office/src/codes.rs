//! Fidelity codes that were computed already. A code is slow by design and the same for ever in every office, so it is
//! computed once for each text while the process runs.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use sealing::fidelity::{Code, Language};
use sha2::{Digest, Sha256};

/// Codes by the hash of their text; in memory alone.
static MET: Mutex<BTreeMap<[u8; 32], String>> = Mutex::new(BTreeMap::new());

const HELD: usize = 10_000;

/// The code of a text, with the words of the reader's language beside the number that is the same in all of them.
fn spelt(text: &str) -> String {
    let code = Code::of(&channel::canonical(text));
    code.map(|code| code.shown(Language::En)).unwrap_or_default() // none only where there is no memory
}

/// The code of a text; none for no text.
pub(crate) fn code(text: &str) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let mut met = MET.lock().unwrap_or_else(PoisonError::into_inner);
    if met.len() >= HELD {
        met.clear();
    }
    Some(met.entry(hash).or_insert_with(|| spelt(text)).clone())
}
