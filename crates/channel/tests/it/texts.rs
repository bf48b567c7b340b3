//! The single negotiating text: the desk's alone, in versions; what a side says to one is for the desk alone.

use channel::desk::Command as DeskCommand;
use channel::party::Command as PartyCommand;
use channel::{ChannelId, Refusal, SeatId, TextHandle, TextId};

use crate::world::{CALM, EAST, EASTERN, NORTH, WEST, WESTERN, World};

const TEXT: TextId = TextId([5; 16]);

fn table(words: &str) -> DeskCommand {
    DeskCommand::Table { text: TEXT, channel: CALM, words: words.to_owned() }
}

fn handle(world: &World, seat: SeatId) -> TextHandle {
    *world.offices[&seat].state.texts.keys().next().expect("a text")
}

fn comments(world: &mut World, seat: SeatId, version: Option<u32>, words: &str) -> Result<(), Refusal> {
    let text = handle(world, seat);
    world.try_party(seat, PartyCommand::Comment { text, version, words: words.to_owned() }).map(|_| ())
}

#[test]
fn every_party_is_shown_every_version_of_the_desk_s_text() {
    let mut world = World::of_three();
    world.does(table("Both withdraw."));
    world.does(table("Both withdraw by stages."));
    for seat in [WEST, EAST, NORTH] {
        let text = &world.offices[&seat].state.texts[&handle(&world, seat)];
        let versions: Vec<_> = text.versions.iter().map(|(version, words)| (*version, words.as_str())).collect();
        assert_eq!(versions, [(1, "Both withdraw."), (2, "Both withdraw by stages.")]);
    }
    assert_ne!(handle(&world, WEST), handle(&world, EAST), "a handle of each side's own");
    let elsewhere = DeskCommand::Table { text: TEXT, channel: ChannelId([9; 16]), words: "Elsewhere.".into() };
    assert_eq!(world.try_desk(elsewhere), Err(Refusal::UnknownChannel));
    world.check_journals();
}

#[test]
fn what_a_side_says_to_a_text_the_desk_alone_sees() {
    let mut quiet = World::of_three();
    quiet.does(table("Both withdraw."));
    let mut world = quiet.clone();
    comments(&mut world, WEST, None, "Not before the thaw.").expect("taken");
    comments(&mut world, EAST, Some(1), "Whoever came first goes first.").expect("taken");
    assert_eq!(comments(&mut world, EAST, Some(2), "There is none."), Err(Refusal::UnknownVersion));
    let seen: Vec<_> = world.desk.texts[&TEXT].comments.iter().map(|one| (one.party, one.words.as_str())).collect();
    assert_eq!(seen, [(WESTERN, "Not before the thaw."), (EASTERN, "Whoever came first goes first.")]);
    assert!(!world.knows(EAST, "thaw") && !world.knows(WEST, "goes first"));
    assert_eq!(world.offices[&NORTH].told, quiet.offices[&NORTH].told, "who said nothing learns of nothing");
    assert_eq!(world.offices[&WEST].told, quiet.offices[&WEST].told);
    world.check_journals();
}
