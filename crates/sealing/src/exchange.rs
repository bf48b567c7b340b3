//! Hello and Answer: a fresh exchange between two ends that share an enrolment, at every start.
//!
//! The initiator sends a fresh X-Wing key and a ciphertext to the responder's static key; the responder answers
//! with a ciphertext to each of the initiator's two keys. The root needs the enrolment secret and all three
//! encapsulated secrets. Nothing is signed: either end could have made the whole exchange alone.
//!
//! Deliberately not here: rungs, timers and which Hello counts (crate `line`).

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use wire::Cell;
use zeroize::{Zeroize, Zeroizing};

use crate::aead::NONCE_BYTES;
use crate::cell::{CellKeys, Place};
use crate::kem::{Ciphertext, PublicKey, SecretKey};
use crate::key::extract;
use crate::{Direction, Key, Unopened, derive_key};

const VERSION: u8 = 1;
/// No rung is ever beyond this: a line that climbed one every millisecond would get there in nine thousand years.
pub const RUNG_MOST: u64 = 1 << 48;
/// Addresses that Answers to one Hello may stand at. The second is used when the first is taken, because an end was
/// restored from an old copy, and so on.
pub const ANSWERS: u64 = 8;

/// The keys of the Hello of one direction on one rung.
pub fn hello_keys(enrolment: &Key, direction: Direction, rung: u64) -> CellKeys {
    CellKeys::derive(&derive_key(enrolment, "hello", &[]), Place::Hello(direction, rung))
}

/// What the keys of all Answers to one Hello come from.
fn answer_base(enrolment: &Key, to_static: &Key, ephemeral: &PublicKey) -> Key {
    derive_key(&extract(b"good offices answer/1", &[enrolment, to_static]), "answer", &ephemeral.digest())
}

/// One end's lasting part in every exchange.
pub struct Ours<'a> {
    /// The enrolment secret.
    pub enrolment: &'a Key,
    /// Our static secret key.
    pub secret: &'a SecretKey,
    /// Its public key.
    pub public: &'a PublicKey,
    /// The direction that we send in.
    pub direction: Direction,
}

/// A Hello that was made and not yet answered. Kept durably, so that its bytes come out the same again.
///
/// A desk that does not know the party's static key yet (or was restored to before it did) sends a *bare* Hello: no
/// ciphertext to a static key, `to_static` is all zeros, and the Answer brings the party's key.
pub struct Pending {
    body: Vec<u8>,
    ephemeral: SecretKey,
    ephemeral_public: PublicKey,
    to_static: Key,
    nonces: Key,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct HelloBody {
    #[n(0)]
    version: u8,
    #[n(1)]
    ephemeral: ByteVec,
    #[n(2)]
    static_key: ByteVec,
    #[n(3)]
    ciphertext: Option<ByteVec>,
    #[n(4)]
    seen: u64,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct AnswerBody {
    #[n(0)]
    version: u8,
    #[n(1)]
    to_ephemeral: ByteVec,
    #[n(2)]
    to_static: ByteVec,
    #[n(3)]
    rung: u64,
    #[n(4)]
    seen: u64,
    #[n(5)]
    static_key: Option<ByteVec>,
}

/// How a [`Pending`] is stored.
#[derive(Encode, Decode)]
#[cbor(map)]
struct PendingForm {
    #[n(0)]
    body: ByteVec,
    #[n(1)]
    ephemeral: ByteArray<32>,
    #[n(2)]
    to_static: ByteArray<32>,
    #[n(3)]
    nonces: ByteArray<32>,
}

/// What an accepted Answer gives.
pub struct Agreed {
    /// The root of the session.
    pub root: Key,
    /// The newest rung that the responder has used: its Hellos up to there are settled by this.
    pub rung: u64,
    /// The newest of our rungs that the responder has seen.
    pub seen: u64,
    /// The responder's static key: the one that was known, or the one that answered a bare Hello.
    pub peer: PublicKey,
}

impl Pending {
    /// A fresh Hello to `peer`, or a bare one; `seen` is the newest of the peer's rungs that we have seen.
    pub fn new<R: CryptoRng + ?Sized>(
        ours: &Ours<'_>,
        peer: Option<&PublicKey>,
        seen: u64,
        rng: &mut R,
    ) -> Result<Pending, Unopened> {
        let ephemeral = SecretKey::generate(rng);
        let ephemeral_public = ephemeral.public();
        let (ciphertext, to_static) = match peer {
            Some(peer) => {
                let (ciphertext, secret) = peer.encapsulate(rng)?;
                (Some(ciphertext), secret)
            }
            None => (None, Key::from_bytes([0; 32])),
        };
        let form = HelloBody {
            version: VERSION,
            ephemeral: ephemeral_public.as_bytes().to_vec().into(),
            static_key: ours.public.as_bytes().to_vec().into(),
            ciphertext: ciphertext.map(|ciphertext| ciphertext.as_bytes().to_vec().into()),
            seen,
        };
        let body = encode(&form);
        Ok(Pending { body, ephemeral, ephemeral_public, to_static, nonces: Key::generate(rng) })
    }

    /// The cell of this Hello on a rung: the same bytes whenever it is asked for.
    pub fn cell(&self, ours: &Ours<'_>, rung: u64) -> Result<Cell, Unopened> {
        let bytes = derive_key(&self.nonces, "hello nonce", &rung.to_be_bytes());
        let nonce = bytes.as_bytes().first_chunk::<NONCE_BYTES>().ok_or(Unopened)?;
        hello_keys(ours.enrolment, ours.direction, rung).seal_with(nonce, &self.body)
    }

    /// Where Answers will be, whichever rung was answered: the first, and those that follow when addresses before them
    /// are taken.
    pub fn answer_keys(&self, ours: &Ours<'_>) -> impl Iterator<Item = CellKeys> {
        let base = answer_base(ours.enrolment, &self.to_static, &self.ephemeral_public);
        let direction = ours.direction;
        (0..ANSWERS).map(move |number| CellKeys::derive(&base, Place::Answer(direction, number)))
    }

    /// The public ephemeral key, by which an exchange is known.
    pub fn ephemeral(&self) -> [u8; 32] {
        self.ephemeral_public.digest()
    }

    /// Opens the Answer with that number and agrees. With a known `peer`, no other key may answer.
    pub fn finish(
        &self,
        ours: &Ours<'_>,
        peer: Option<&PublicKey>,
        number: u64,
        answer: &Cell,
    ) -> Result<Agreed, Unopened> {
        let base = answer_base(ours.enrolment, &self.to_static, &self.ephemeral_public);
        let content = CellKeys::derive(&base, Place::Answer(ours.direction, number)).open(answer)?;
        let body: AnswerBody = decode(&content)?;
        if body.version != VERSION || body.rung > RUNG_MOST || body.seen > RUNG_MOST {
            return Err(Unopened);
        }
        let told = body.static_key.as_ref().map(|key| PublicKey::from_bytes(key)).transpose()?;
        let peer = match (peer, told) {
            (Some(peer), None) => peer.clone(),
            (Some(peer), Some(told)) if *peer == told => told,
            (None, Some(told)) => told,
            _ => return Err(Unopened),
        };
        let to_ephemeral = self.ephemeral.decapsulate(&Ciphertext::from_bytes(&body.to_ephemeral)?)?;
        let to_ours = ours.secret.decapsulate(&Ciphertext::from_bytes(&body.to_static)?)?;
        let transcript = transcript(ours.direction, &self.body, &content, ours.public, &peer);
        let root = extract(&transcript, &[ours.enrolment, &self.to_static, &to_ephemeral, &to_ours]);
        Ok(Agreed { root, rung: body.rung, seen: body.seen, peer })
    }

    /// For storing it sealed.
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut form = PendingForm {
            body: self.body.clone().into(),
            ephemeral: (*self.ephemeral.seed()).into(),
            to_static: (*self.to_static.as_bytes()).into(),
            nonces: (*self.nonces.as_bytes()).into(),
        };
        let mut out = Zeroizing::new(Vec::with_capacity(self.body.len() + 256));
        let _ = minicbor::encode(&form, &mut *out); // writing to memory cannot fail
        form.ephemeral.zeroize();
        form.to_static.zeroize();
        form.nonces.zeroize();
        out
    }

    /// From what was stored.
    pub fn decode(bytes: &[u8]) -> Result<Pending, Unopened> {
        let mut form: PendingForm = decode(bytes)?;
        let ephemeral = SecretKey::from_seed(*form.ephemeral);
        let to_static = Key::from_bytes(*form.to_static);
        let nonces = Key::from_bytes(*form.nonces);
        form.ephemeral.zeroize();
        form.to_static.zeroize();
        form.nonces.zeroize();
        let hello: HelloBody = decode(&form.body)?;
        let ephemeral_public = ephemeral.public();
        if hello.ephemeral.as_slice() != ephemeral_public.as_bytes() {
            return Err(Unopened);
        }
        Ok(Pending { body: form.body.into(), ephemeral, ephemeral_public, to_static, nonces })
    }
}

/// A peer's Hello that opened, with every key in it checked.
pub struct Hello {
    body: Zeroizing<Vec<u8>>,
    ephemeral: PublicKey,
    static_key: PublicKey,
    ciphertext: Option<Ciphertext>,
    seen: u64,
}

/// What answering gives: the Answer, to be sealed for the address that is free, and the root.
pub struct Answered {
    content: Vec<u8>,
    base: Key,
    initiator: Direction,
    /// The root of the session that it offers.
    pub root: Key,
}

impl Answered {
    /// The Answer for the address with that number, and its keys.
    pub fn cell<R: CryptoRng + ?Sized>(&self, number: u64, rng: &mut R) -> Result<(CellKeys, Cell), Unopened> {
        let keys = CellKeys::derive(&self.base, Place::Answer(self.initiator, number));
        let mut nonce = [0; NONCE_BYTES];
        rng.fill_bytes(&mut nonce);
        let cell = keys.seal_with(&nonce, &self.content)?;
        Ok((keys, cell))
    }
}

impl Hello {
    /// Opens the peer's Hello on a rung.
    pub fn open(ours: &Ours<'_>, rung: u64, cell: &Cell) -> Result<Hello, Unopened> {
        let body = hello_keys(ours.enrolment, ours.direction.reverse(), rung).open(cell)?;
        let form: HelloBody = decode(&body)?;
        if form.version != VERSION || form.seen > RUNG_MOST {
            return Err(Unopened);
        }
        Ok(Hello {
            ephemeral: PublicKey::from_bytes(&form.ephemeral)?,
            static_key: PublicKey::from_bytes(&form.static_key)?,
            ciphertext: form.ciphertext.map(|bytes| Ciphertext::from_bytes(&bytes)).transpose()?,
            seen: form.seen,
            body,
        })
    }

    /// The peer's static key, to be held against the pinned one.
    pub fn static_key(&self) -> &PublicKey {
        &self.static_key
    }

    /// The public ephemeral key, by which an exchange is known.
    pub fn ephemeral(&self) -> [u8; 32] {
        self.ephemeral.digest()
    }

    /// The newest of our rungs that the peer had seen.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Answers it. `rung` is the newest that we have used, `seen` the newest of the peer's that we have seen.
    pub fn answer<R: CryptoRng + ?Sized>(
        self,
        ours: &Ours<'_>,
        rung: u64,
        seen: u64,
        rng: &mut R,
    ) -> Result<Answered, Unopened> {
        let to_ours = match &self.ciphertext {
            Some(ciphertext) => ours.secret.decapsulate(ciphertext)?,
            None if ours.direction == Direction::FromParty => Key::from_bytes([0; 32]),
            None => return Err(Unopened), // a party always knows the desk's key
        };
        let (to_ephemeral, ephemeral_secret) = self.ephemeral.encapsulate(rng)?;
        let (to_static, static_secret) = self.static_key.encapsulate(rng)?;
        let content = encode(&AnswerBody {
            version: VERSION,
            to_ephemeral: to_ephemeral.as_bytes().to_vec().into(),
            to_static: to_static.as_bytes().to_vec().into(),
            rung,
            seen,
            static_key: self.ciphertext.is_none().then(|| ours.public.as_bytes().to_vec().into()),
        });
        let initiator = ours.direction.reverse();
        let base = answer_base(ours.enrolment, &to_ours, &self.ephemeral);
        let transcript = transcript(initiator, &self.body, &content, &self.static_key, ours.public);
        let root = extract(&transcript, &[ours.enrolment, &to_ours, &ephemeral_secret, &static_secret]);
        Ok(Answered { content, base, initiator, root })
    }
}

/// SHA-256 over everything that both ends saw: whose Hello, both bodies with their lengths, both static keys.
fn transcript(
    initiator: Direction,
    hello: &[u8],
    answer: &[u8],
    initiating: &PublicKey,
    responding: &PublicKey,
) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"good offices exchange/1");
    hash.update([initiator.byte()]);
    for body in [hello, answer] {
        hash.update(u16::try_from(body.len()).unwrap_or(u16::MAX).to_be_bytes()); // a cell holds less
        hash.update(body);
    }
    hash.update(initiating.as_bytes());
    hash.update(responding.as_bytes());
    hash.finalize().into()
}

fn encode<T: Encode<()>>(form: &T) -> Vec<u8> {
    let mut out = Vec::with_capacity(3700);
    let _ = minicbor::encode(form, &mut out); // writing to memory cannot fail
    out
}

/// Exactly one item, nothing after it.
pub(crate) fn decode<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, Unopened> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let form = decoder.decode().map_err(|_| Unopened)?;
    if decoder.position() == bytes.len() { Ok(form) } else { Err(Unopened) }
}
