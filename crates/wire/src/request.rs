//! The three requests. Each is one run of bytes of one size; there is no version or kind inside, because the path
//! that it is posted to says both.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::malformed::exactly;
use crate::{
    Address, COLLECT_BYTES, Cell, ERASE_BYTES, KEY_BYTES, KEYS_PER_REQUEST, Malformed, PUT_BYTES, Pass, TakeKey,
};

/// Deposit a cell at an address: pass ‖ address ‖ cell.
pub struct Put {
    /// What admits the deposit.
    pub pass: Pass,
    /// Where to.
    pub address: Address,
    /// What.
    pub cell: Cell,
}

impl Put {
    /// The request as [`PUT_BYTES`] bytes. It needs no padding; `rng` is here so that all requests are alike.
    pub fn encode<R: CryptoRng + ?Sized>(&self, _rng: &mut R) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(PUT_BYTES));
        bytes.extend_from_slice(self.pass.as_bytes());
        bytes.extend_from_slice(self.address.as_bytes());
        bytes.extend_from_slice(self.cell.as_bytes());
        bytes
    }

    /// The request in these bytes.
    ///
    /// # Errors
    /// [`Malformed::Length`] if there are not [`PUT_BYTES`] of them; every such run of bytes is a request.
    pub fn decode(bytes: &[u8]) -> Result<Put, Malformed> {
        let wrong = Malformed::Length { expected: PUT_BYTES, got: bytes.len() };
        let (pass, rest) = bytes.split_first_chunk().ok_or(wrong)?;
        let (address, cell) = rest.split_first_chunk().ok_or(wrong)?;
        let cell = Cell::from_bytes(cell).map_err(|_| wrong)?;
        Ok(Put { pass: Pass::from_bytes(*pass), address: Address::from_bytes(*address), cell })
    }
}

/// Collect what lies at up to [`KEYS_PER_REQUEST`] drops: wait ‖ keys.
///
/// The reply has one slot for each key, in the order of the keys. A hub cannot tell a padding key from one whose
/// drop is still empty, but one that sees the same keys again knows these to be real.
pub struct Collect {
    /// How long the hub may wait for something to arrive when there is nothing yet, in seconds; see
    /// [`WAIT_SECONDS_MAX`](crate::WAIT_SECONDS_MAX).
    pub wait_seconds: u8,
    /// The keys of the drops. No more than [`KEYS_PER_REQUEST`]: ask again for others.
    pub keys: Vec<TakeKey>,
}

impl Collect {
    /// The request as [`COLLECT_BYTES`] bytes, padded with random keys. Keys after the first
    /// [`KEYS_PER_REQUEST`] are left out, which in a debug build is a panic.
    pub fn encode<R: CryptoRng + ?Sized>(&self, rng: &mut R) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(COLLECT_BYTES));
        bytes.push(self.wait_seconds);
        push_keys(&mut bytes, &self.keys, rng);
        bytes
    }

    /// The request in these bytes, padding keys and all.
    ///
    /// # Errors
    /// [`Malformed::Length`] if there are not [`COLLECT_BYTES`] of them; every such run of bytes is a request.
    pub fn decode(bytes: &[u8]) -> Result<Collect, Malformed> {
        let [wait_seconds, keys @ ..] = exactly::<COLLECT_BYTES>(bytes)?;
        Ok(Collect { wait_seconds: *wait_seconds, keys: read_keys(keys) })
    }
}

/// Erase what lies at up to [`KEYS_PER_REQUEST`] drops: keys. Erasing an empty drop is no error and leaves no trace.
pub struct Erase {
    /// The keys of the drops. No more than [`KEYS_PER_REQUEST`]: ask again for others.
    pub keys: Vec<TakeKey>,
}

impl Erase {
    /// The request as [`ERASE_BYTES`] bytes, padded with random keys. Keys after the first [`KEYS_PER_REQUEST`]
    /// are left out, which in a debug build is a panic.
    pub fn encode<R: CryptoRng + ?Sized>(&self, rng: &mut R) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(ERASE_BYTES));
        push_keys(&mut bytes, &self.keys, rng);
        bytes
    }

    /// The request in these bytes, padding keys and all.
    ///
    /// # Errors
    /// [`Malformed::Length`] if there are not [`ERASE_BYTES`] of them; every such run of bytes is a request.
    pub fn decode(bytes: &[u8]) -> Result<Erase, Malformed> {
        Ok(Erase { keys: read_keys(exactly::<ERASE_BYTES>(bytes)?) })
    }
}

fn push_keys<R: CryptoRng + ?Sized>(bytes: &mut Zeroizing<Vec<u8>>, keys: &[TakeKey], rng: &mut R) {
    debug_assert!(keys.len() <= KEYS_PER_REQUEST, "ask for no more than {KEYS_PER_REQUEST} drops at a time");
    for key in keys.iter().take(KEYS_PER_REQUEST) {
        bytes.extend_from_slice(key.as_bytes());
    }
    for _ in keys.len()..KEYS_PER_REQUEST {
        let mut padding = [0; KEY_BYTES];
        rng.fill_bytes(&mut padding);
        bytes.extend_from_slice(&padding);
    }
}

fn read_keys(bytes: &[u8]) -> Vec<TakeKey> {
    let (keys, _) = bytes.as_chunks();
    keys.iter().copied().map(TakeKey::from_bytes).collect()
}
