//! A desk as large as it must carry: a channel of 50,000 items, 1,000 channels, 6,000 lines.

use std::ops::Range;
use std::sync::atomic::Ordering;

use channel::desk::Command;
use channel::{ChannelId, Civil, ItemId, PartyId};
use office::act::{Act, OfficeAct};
use office::office::Office;
use office::store::Store;

use super::{CHANNEL, CIVIL, Draft, desk_in, does, id, reopened};

/// How many items the channel has, of which most have lapsed by [`LATER`].
pub(crate) const ITEMS: u32 = 50_000;
const CHANNELS: u32 = 1_000;
const LINES: u32 = 6_000;
/// Of so many items one is still open.
const OPEN_OF: u32 = 50;
/// How many items come on a day, and how many seconds that has.
const A_DAY: u32 = 500;
const DAY: i64 = 86_400;
/// Civil time at which most items have lapsed.
pub(crate) const LATER: i64 = 1_850_000_000;

/// A word out of two thousand.
fn word(number: u32) -> String {
    const SYLLABLES: [&str; 13] =
        ["ba", "con", "der", "fil", "gar", "hos", "kin", "lum", "mor", "net", "pol", "ra", "ster"];
    let syllable = |of: u32| SYLLABLES.get(of as usize % SYLLABLES.len()).copied().unwrap_or_default();
    format!("{}{}{}", syllable(number), syllable(number / 13), syllable(number / 169))
}

/// A text of its own for each number: some ninety words.
pub(crate) fn text(number: u32) -> String {
    let mut seed = number.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        word((seed >> 8) % 2_000)
    };
    (0..15).map(|_| format!("The {} of {} was {} there. ", next(), next(), next())).collect()
}

pub(crate) fn outreach(number: u32) -> Command {
    let soon = CIVIL.load(Ordering::Relaxed) + 1;
    let lapses = if number.is_multiple_of(OPEN_OF) { 1_900_000_000 } else { soon };
    Command::Outreach {
        item: ItemId(id()),
        channel: CHANNEL,
        text: text(number),
        lapses: Civil(lapses),
        to: vec![PartyId(1 + number % 2)],
        precedence: None,
        form: None,
        own: None,
    }
}

fn invite(office: &mut Office<impl Store>, party: u32) {
    let act = OfficeAct::Invite { party, envoy: None, until: 1_900_000_000, replace: false };
    office.act(channel::ActId(id()), "anna", Act::Office(act)).expect("the desk may do that");
}

/// A desk of [`ITEMS`] items.
pub(crate) fn full(draft: &Draft) {
    house(draft);
    items(draft, 0..ITEMS);
}

/// The same desk before any item came.
pub(crate) fn house(draft: &Draft) {
    let mut office = desk_in(draft.clone());
    for party in 3..=LINES {
        let (name, principal) = (format!("party {party}"), "the chair".to_owned());
        let calls = std::collections::BTreeMap::new();
        does(&mut office, Command::AddParty { party: PartyId(party), name, principal, calls });
        invite(&mut office, party);
    }
    for channel in 1..CHANNELS {
        let first = 3 + channel * 6 % (LINES - 9);
        let parties = (first..first + 6).map(PartyId).collect();
        let name = format!("channel {channel}");
        let status = channel::STATUS_BLOCK.to_vec();
        does(&mut office, Command::OpenChannel { channel: ChannelId(id()), name, parties, status });
    }
}

/// So many more items come.
pub(crate) fn items(draft: &Draft, numbers: Range<u32>) {
    let mut office = reopened(draft.clone());
    for number in numbers {
        does(&mut office, outreach(number));
        if number.is_multiple_of(A_DAY) {
            // What lapsed is taken back as time goes by, and not all of it at once.
            CIVIL.fetch_add(DAY, Ordering::Relaxed);
            office.calls().expect("it is whole");
        }
    }
}
