//! What an invitation carries, inside the armour that only the spoken code opens.

use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use sealing::{Enrolment, Params};

use crate::event::HubPlace;
use crate::vault::encode;

/// Why an invitation could not be used.
#[derive(Debug, thiserror::Error)]
pub enum InvitationError {
    /// Wrong code, damaged text, or no invitation at all: which of them is not told.
    #[error("this invitation and this code do not open anything: check both with the desk; nothing was changed")]
    Closed,
    /// Its time is over.
    #[error("this invitation has expired: ask the desk for a new one; nothing was changed")]
    Expired,
}

/// An invitation to a line.
pub struct Invitation {
    /// The line's secret and the desk's key.
    pub enrolment: Enrolment,
    /// The hub that the line goes by.
    pub hub: HubPlace,
    /// Until when it is good, civil seconds.
    pub until: i64,
}

#[derive(Encode, Decode)]
struct Payload {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    enrolment: Vec<u8>,
    #[n(2)]
    hub: HubPlace,
    #[n(3)]
    until: i64,
}

impl Invitation {
    /// The armoured text.
    pub fn seal(&self, code: &str, params: Params, rng: &mut dyn CryptoRng) -> Result<String, InvitationError> {
        let enrolment = self.enrolment.encode().to_vec();
        let payload = encode(&Payload { version: 1, enrolment, hub: self.hub.clone(), until: self.until });
        sealing::invitation::seal(&payload, code, params, rng).map_err(|_| InvitationError::Closed)
    }

    /// Opens an armoured text; slow by argon2, and as slow where it is refused, whatever is wrong. `otherwise` is what that
    /// costs where the text itself tells no cost.
    pub fn open(armour: &str, code: &str, otherwise: Params) -> Result<Self, InvitationError> {
        let payload = sealing::invitation::open(armour, code, otherwise).map_err(|_| InvitationError::Closed)?;
        let payload: Payload = minicbor::decode(&payload).map_err(|_| InvitationError::Closed)?;
        let enrolment = Enrolment::decode(&payload.enrolment).map_err(|_| InvitationError::Closed)?;
        Ok(Self { enrolment, hub: payload.hub, until: payload.until })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_no_invitation_and_a_wrong_code_get_the_same_words() {
        let nothing = Invitation::open("hello", "a b c d e f", Params::least()).err().unwrap().to_string();
        assert!(nothing.contains("check both"));
    }
}
