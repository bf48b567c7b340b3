//! Bytes from outside: whatever they are, there is an answer, and it is the same for all that make no sense.

use std::sync::OnceLock;

use channel::{ItemId, PartyId, desk, party};
use office::control::Request;
use office::invitation::{Invitation, InvitationError};
use office::{Event, OfficeEvent};
use proptest::prelude::*;
use sealing::Params;

use crate::golden;
use crate::shelf::Disk;
use crate::world::{DAY, START, World};

/// An invitation and its code, made once.
fn invitation() -> &'static (String, String) {
    static MADE: OnceLock<(String, String)> = OnceLock::new();
    MADE.get_or_init(|| {
        let (_, text, code) = World::desk_on(Disk::memory()).invite(1, START + DAY);
        (text, code)
    })
}

fn requests() -> Vec<String> {
    [
        r#"{"act":{"id":"01010101010101010101010101010101","officer":"anna","act":{"desk":{"do":"release","item":"02020202020202020202020202020202"}}}}"#,
        r#"{"act":{"id":"01010101010101010101010101010101","officer":"","act":{"office":{"do":"invite","party":1,"envoy":null,"until":5}}}}"#,
        r#"{"act":{"id":"01010101010101010101010101010101","officer":"","act":{"party":{"do":"recall","item":"02020202020202020202020202020202"}}}}"#,
        r#""view""#,
        r#"{"set-clock":-5}"#,
        r#"{"fault":{"crash":"commit"}}"#,
        r#"{"fault":{"lose":3}}"#,
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn the_requests_that_are_damaged_below_are_ones() {
    for request in requests() {
        serde_json::from_str::<Request>(&request).unwrap();
    }
}

#[test]
fn a_request_that_is_nothing_but_brackets_has_an_end() {
    for open in ["[", "{\"act\":", "[{\"act\":"] {
        assert!(serde_json::from_str::<Request>(&open.repeat(200_000)).is_err());
    }
    assert!(Event::decode(&[0x9f; 200_000]).is_err());
    assert!(Event::decode(&[0x81; 200_000]).is_err());
}

fn closed(text: &str, code: &str) -> bool {
    matches!(Invitation::open(text, code, Params::least()), Err(InvitationError::Closed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_are_an_event_or_none(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = Event::decode(&bytes);
    }

    #[test]
    fn a_damaged_event_is_an_event_or_none(which in 0_usize..64, at in any::<prop::sample::Index>(), to: u8, cut in any::<prop::sample::Index>()) {
        let samples = golden::samples();
        let mut bytes = samples[which % samples.len()].1.encode();
        let at = at.index(bytes.len());
        bytes[at] = to;
        if let Ok(event) = Event::decode(&bytes) {
            let (_, _, without) = (event.item(), event.erased(), event.without_words());
            prop_assert_eq!(Event::decode(&event.encode()).ok(), Some(event));
            prop_assert!(Event::decode(&without.encode()).is_ok());
        }
        let shorter = cut.index(bytes.len());
        let _ = Event::decode(&bytes[..shorter]);
    }

    #[test]
    fn any_bytes_are_a_request_or_none(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = serde_json::from_slice::<Request>(&bytes);
    }

    #[test]
    fn a_damaged_request_is_a_request_or_none(which in 0_usize..7, at in any::<prop::sample::Index>(), to in "\\PC{0,3}", cut in any::<prop::sample::Index>()) {
        let request = &requests()[which];
        let (from, until) = (at.index(request.len()), cut.index(request.len()));
        let damaged = [&request[..from.min(until)], &to, &request[from.max(until)..]].concat();
        let _ = serde_json::from_str::<Request>(&damaged);
    }

    #[test]
    fn any_text_opens_as_an_invitation_or_gets_the_same_words(text in "\\PC{0,400}", code in "([a-z]{0,8} ?){0,8}") {
        prop_assert!(closed(&text, &code));
        let armoured = format!("-----BEGIN GOOD OFFICES INVITATION-----\n{text}\n-----END GOOD OFFICES INVITATION-----\n");
        prop_assert!(closed(&armoured, &code));
        prop_assert!(closed(&armoured, &invitation().1));
        prop_assert!(closed(&invitation().0, &text));
    }

    #[test]
    fn a_damaged_invitation_gets_the_same_words(at in any::<prop::sample::Index>(), to in "[A-Za-z0-9+/=-]") {
        let (text, code) = invitation();
        prop_assert!(Invitation::open(text, code, Params::least()).is_ok());
        let at = at.index(text.trim_end().len());
        // Blanks are no matter.
        prop_assume!(!text[at..].starts_with(char::is_whitespace) && text[at..=at] != *to);
        let damaged = [&text[..at], &to, &text[at + 1..]].concat();
        prop_assert!(closed(&damaged, code));
    }
}

/// Events made from commands' fields keep what they were given.
#[test]
fn an_event_comes_back_as_it_was_written() {
    let events = [
        Event::Office(OfficeEvent::Founded { desk: true, rehearsal: false }),
        Event::Desk(desk::Event::PartyAdded {
            party: PartyId(1),
            name: "Northland".to_owned(),
            principal: "the chair".to_owned(),
            calls: [(PartyId(2), "the other side".to_owned())].into(),
        }),
        Event::Party(party::Event::ErasedItem { item: ItemId([3; 16]) }),
    ];
    for event in events {
        assert_eq!(Event::decode(&event.encode()).unwrap(), event);
    }
}
