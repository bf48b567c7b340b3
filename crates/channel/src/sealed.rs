//! Commit, then open: what binds an office to words or a choice that nobody can read yet.
//!
//! A commitment is SHA-256 over what it is for, the seat's own names of pair or proposal and of the channel, what is
//! committed to, and a blind of 32 random bytes. The seat's names are computed from a key that no other seat has
//! ([`crate::naming`]), so a commitment says nothing for another pair, channel or party. Without the blind it confirms
//! no guess; with it, nothing else opens it.

use std::fmt;

use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

use crate::content::Content;
use crate::ids::{ChannelHandle, ItemId, PairHandle, ProposalHandle};

/// 32 random bytes that keep a commitment from being guessed. They are told with its opening and not before.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Blind(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

impl fmt::Debug for Blind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Blind(..)")
    }
}

/// What binds, and can be shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Commitment(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

impl fmt::Debug for Commitment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Commitment({:02x}{:02x}..)", self.0[0], self.0[1])
    }
}

/// The commitment to a declaration for a pair.
#[must_use]
pub fn to_declaration(
    pair: PairHandle,
    channel: ChannelHandle,
    item: ItemId,
    content: &Content,
    blind: &Blind,
) -> Commitment {
    // Writing to memory cannot fail.
    let content = minicbor::to_vec(content).unwrap_or_default();
    commitment("declaration", &[&pair.0, &channel.0, &item.0, &content, &blind.0])
}

/// The commitment to an answer: the numbers of the options that would be taken, ascending.
#[must_use]
pub fn to_answer(proposal: ProposalHandle, channel: ChannelHandle, takes: &[u8], blind: &Blind) -> Commitment {
    commitment("answer", &[&proposal.0, &channel.0, takes, &blind.0])
}

fn commitment(to: &str, parts: &[&[u8]]) -> Commitment {
    let mut hash = Sha256::new();
    for part in [b"good-offices/commitment/", to.as_bytes()].iter().chain(parts) {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    Commitment(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::civil::Civil;

    #[test]
    fn a_commitment_is_for_one_pair_one_channel_one_item_and_these_words() {
        let (pair, channel, item) = (PairHandle([1; 16]), ChannelHandle([2; 16]), ItemId([3; 16]));
        let content = Content::new("We will not.", Civil(9));
        let blind = Blind([4; 32]);
        let made = to_declaration(pair, channel, item, &content, &blind);
        assert_eq!(to_declaration(pair, channel, item, &content, &blind), made);
        let others = [
            to_declaration(PairHandle([9; 16]), channel, item, &content, &blind),
            to_declaration(pair, ChannelHandle([9; 16]), item, &content, &blind),
            to_declaration(pair, channel, ItemId([9; 16]), &content, &blind),
            to_declaration(pair, channel, item, &Content::new("We will now.", Civil(9)), &blind),
            to_declaration(pair, channel, item, &Content::new("We will not.", Civil(8)), &blind),
            to_declaration(pair, channel, item, &content, &Blind([9; 32])),
        ];
        assert!(others.iter().all(|other| *other != made));
    }

    #[test]
    fn an_answer_is_not_another() {
        let (proposal, channel) = (ProposalHandle([1; 16]), ChannelHandle([2; 16]));
        let answer = |takes: &[u8]| to_answer(proposal, channel, takes, &Blind([4; 32]));
        assert_ne!(answer(&[1, 2]), answer(&[1]));
        assert_ne!(answer(&[]), answer(&[0]));
        assert_ne!(to_answer(proposal, channel, &[1], &Blind([5; 32])), answer(&[1]));
    }
}
