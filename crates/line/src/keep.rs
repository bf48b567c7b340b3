//! What of a line is durable, as CBOR with numbered fields. The session is not: every process makes a new one.

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use sealing::Key;
use sealing::exchange::Pending;
use sealing::kem::{PublicKey, SecretKey};
use zeroize::{Zeroize, Zeroizing};

use crate::identity::Identity;
use crate::ladder::Ladder;
use crate::line::Line;
use crate::{NotKept, Role};

const VERSION: u8 = 1;

#[derive(Encode, Decode)]
#[cbor(map)]
struct Form {
    #[n(0)]
    version: u8,
    #[n(1)]
    party: bool,
    #[n(2)]
    enrolment: ByteArray<32>,
    #[n(3)]
    secret: ByteArray<32>,
    #[n(4)]
    peer: Option<ByteVec>,
    #[n(5)]
    base: u64,
    #[n(6)]
    newest: u64,
    #[n(7)]
    seen: u64,
    #[n(8)]
    pending: Option<ByteVec>,
    #[n(9)]
    journaled: u64,
    #[n(10)]
    acked: u64,
    #[n(11)]
    sent: u64,
    #[n(12)]
    stood: bool,
}

impl Drop for Form {
    fn drop(&mut self) {
        self.enrolment.zeroize();
        self.secret.zeroize();
        if let Some(pending) = &mut self.pending {
            pending.zeroize();
        }
    }
}

pub(crate) fn keep(line: &Line) -> Zeroizing<Vec<u8>> {
    let identity = &line.identity;
    let form = Form {
        version: VERSION,
        party: identity.role == Role::Party,
        enrolment: (*identity.enrolment.as_bytes()).into(),
        secret: (*identity.secret.seed()).into(),
        peer: identity.peer.as_ref().map(|peer| peer.as_bytes().to_vec().into()),
        base: line.ladder.base,
        newest: line.ladder.newest,
        seen: line.ladder.seen,
        pending: line.ladder.pending.as_ref().map(|pending| pending.encode().to_vec().into()),
        journaled: line.inbox.journaled(),
        acked: line.acked,
        sent: line.sent,
        stood: line.stood,
    };
    let mut out = Zeroizing::new(Vec::with_capacity(8 * 1024));
    let _ = minicbor::encode(&form, &mut *out); // writing to memory cannot fail
    out
}

pub(crate) fn resume(kept: &[u8]) -> Result<Line, NotKept> {
    let mut decoder = minicbor::Decoder::new(kept);
    let form: Form = decoder.decode().map_err(|_| NotKept::Damaged)?;
    if form.version > VERSION {
        return Err(NotKept::Later);
    }
    let numbers = [form.base, form.newest, form.seen, form.journaled, form.acked, form.sent];
    let sane = numbers.iter().all(|number| *number < u64::MAX / 2) && form.acked <= form.sent;
    if decoder.position() != kept.len() || form.version != VERSION || !sane || form.base > form.newest {
        return Err(NotKept::Damaged);
    }
    let secret = SecretKey::from_seed(*form.secret);
    let public = secret.public();
    let peer = form.peer.as_ref().map(|peer| PublicKey::from_bytes(peer)).transpose();
    let pending = form.pending.as_ref().map(|pending| Pending::decode(pending)).transpose();
    let identity = Identity {
        role: if form.party { Role::Party } else { Role::Desk },
        enrolment: Key::from_bytes(*form.enrolment),
        secret,
        public,
        peer: peer.map_err(|_| NotKept::Damaged)?,
    };
    if form.party && identity.peer.is_none() {
        return Err(NotKept::Damaged); // a party knows the desk's key from its enrolment
    }
    let ladder = Ladder::new(form.base, form.newest, form.seen, pending.map_err(|_| NotKept::Damaged)?);
    Ok(Line::with(identity, ladder, form.journaled, form.acked, form.sent, form.stood))
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    use crate::{Line, Tick};

    /// A line that a first version kept, with a Hello pending, is still a line.
    #[test]
    fn frozen_kept_state_still_resumes() {
        for name in ["kept_desk", "kept_party"] {
            let path = format!("{}/vectors/{name}.hex", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            let text = text.trim();
            let kept: Vec<u8> =
                (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect();
            let line = Line::resume(&kept).unwrap();
            assert!(line.status().waiting_hello);
            assert_eq!(line.keep().to_vec(), kept);
        }
    }

    #[test]
    #[ignore = "writes the vectors anew; only for a new version of the protocol"]
    fn bless() {
        let mut rng = ChaCha20Rng::seed_from_u64(2026);
        let (mut desk, enrolment) = Line::for_desk(&mut rng);
        let mut party = Line::for_party(&enrolment, &mut rng);
        for (name, line) in [("kept_desk", &mut desk), ("kept_party", &mut party)] {
            line.start(Tick(0), &mut rng);
            let path = format!("{}/vectors/{name}.hex", env!("CARGO_MANIFEST_DIR"));
            let hex: String = line.keep().iter().map(|byte| format!("{byte:02x}")).collect();
            std::fs::write(path, hex + "\n").unwrap();
        }
    }
}
