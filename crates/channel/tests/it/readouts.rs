//! Readouts: drafted with whom they concern, shown where they touch what may not be said, cleared by each, published once.

use channel::desk::{Command as DeskCommand, Event as DeskEvent};
use channel::party::Command as PartyCommand;
use channel::{
    Disclosure, Label, NoteId, PartyId, ReadoutHandle, ReadoutId, ReadoutState, Refusal, SeatId, Tie, Touches, Warning,
};

use crate::world::{CALM, EAST, EASTERN, NORTH, START, WEST, WESTERN, World, item};

const READOUT: ReadoutId = ReadoutId([6; 16]);
const SAID: &str = "We do not seek a confrontation of any kind with anybody.";
const CALM_TEXT: &str = "The president called for calm and for a return to talks.";

fn draft(text: &str, concerns: &[PartyId]) -> DeskCommand {
    let (text, concerns) = (text.to_owned(), concerns.to_vec());
    DeskCommand::Draft { readout: READOUT, text, concerns, mentions: Vec::new(), channel: Some(CALM) }
}

fn handle(world: &World, seat: SeatId) -> ReadoutHandle {
    *world.offices[&seat].state.readouts.keys().next().expect("a readout")
}

fn clears(world: &mut World, seat: SeatId) {
    let readout = handle(world, seat);
    world.party(seat, PartyCommand::Clear { readout });
}

fn publish() -> DeskCommand {
    DeskCommand::Publish { readout: READOUT }
}

fn state(world: &World) -> ReadoutState {
    world.desk.readouts[&READOUT].state()
}

#[test]
fn it_is_published_when_each_of_those_whom_it_concerns_has_cleared_it() {
    let mut world = World::of_three();
    world.does(draft(CALM_TEXT, &[WESTERN, EASTERN]));
    assert!(world.offices[&NORTH].state.readouts.is_empty(), "whom it does not concern is not asked");
    assert_eq!(world.try_desk(publish()), Err(Refusal::NotCleared));
    clears(&mut world, WEST);
    let before = world.offices[&EAST].told.len();
    assert_eq!((state(&world), world.try_desk(publish())), (ReadoutState::AwaitingClearance, Err(Refusal::NotCleared)));
    assert_eq!(world.offices[&EAST].told.len(), before, "who cleared it is no other side's to know");
    clears(&mut world, EAST);
    assert_eq!(state(&world), ReadoutState::Cleared);
    let decision = world.does(publish());
    assert!(matches!(decision.events.as_slice(), [.., DeskEvent::Published { .. }]));
    assert_eq!(world.try_desk(publish()), Err(Refusal::AlreadyPublished));
    assert!(world.offices[&WEST].state.readouts.values().all(|one| one.published.is_some()));
    world.check_journals();
}

#[test]
fn one_objection_holds_it_and_a_new_draft_begins_anew() {
    let mut world = World::new();
    world.does(draft(CALM_TEXT, &[WESTERN, EASTERN]));
    clears(&mut world, WEST);
    let readout = handle(&world, EAST);
    let reason = Some("Not the word \"calm\".".to_owned());
    world.party(EAST, PartyCommand::ObjectToReadout { readout, reason });
    assert_eq!((state(&world), world.try_desk(publish())), (ReadoutState::ObjectedTo, Err(Refusal::NotCleared)));
    assert!(!world.knows(WEST, "Not the word"), "an objection is for the desk alone");
    world.does(draft("Both presidents spoke of the harvest.", &[WESTERN, EASTERN]));
    assert_eq!((state(&world), world.try_desk(publish())), (ReadoutState::AwaitingClearance, Err(Refusal::NotCleared)));
    clears(&mut world, WEST);
    clears(&mut world, EAST);
    world.does(publish());
}

#[test]
fn what_was_cleared_is_this_draft_and_no_other() {
    let mut world = World::new();
    world.does(draft(CALM_TEXT, &[WESTERN]));
    world.cut.insert(WEST);
    world.does(draft("Another text.", &[WESTERN]));
    // The west clears what it was shown, while the new draft is on its way to it.
    let readout = handle(&world, WEST);
    let id = world.try_party(WEST, PartyCommand::Clear { readout });
    assert!(id.is_ok(), "it goes out when the line is there again");
    world.cut.clear();
    world.settle();
    assert_eq!(state(&world), ReadoutState::AwaitingClearance);
    assert_eq!(world.try_desk(publish()), Err(Refusal::NotCleared));
}

#[test]
fn a_withdrawn_draft_is_published_by_nobody() {
    let mut world = World::new();
    world.does(draft(CALM_TEXT, &[WESTERN]));
    clears(&mut world, WEST);
    world.does(DeskCommand::WithdrawReadout { readout: READOUT });
    assert_eq!(world.try_desk(publish()), Err(Refusal::ReadoutWithdrawn));
    assert_eq!(
        world.try_party(WEST, PartyCommand::Clear { readout: handle(&world, WEST) }),
        Err(Refusal::ReadoutWithdrawn)
    );
}

/// A world in which one item was conveyed on a known day, with that disclosure.
fn conveyed(disclosure: Disclosure) -> World {
    let mut world = World::new();
    let (party, other) = (EASTERN, WESTERN);
    world.does(DeskCommand::SetLabel { party, other, label: "our friends in the west".to_owned() });
    let mut lodging = world.lodging(WEST, 1, SAID);
    lodging.content.disclosure = disclosure;
    world.party(WEST, PartyCommand::Lodge(lodging));
    world.does(World::render(
        1,
        "They do not want to clash with anyone, whatever the occasion may be.",
        Label::Paraphrase,
    ));
    world.does(World::release(1));
    world
}

/// What a draft touches, with the words that are marked.
fn touches(world: &World, text: &str, concerns: &[PartyId]) -> Vec<(Touches, String)> {
    let found = world.desk.touches(text, concerns);
    let words = |place: channel::desk::Place| text[place.from as usize..place.to as usize].to_owned();
    assert!(found.iter().all(|touch| touch.items == [item(1)]), "each finding names the item");
    found.into_iter().map(|touch| (touch.what, words(touch.place))).collect()
}

#[test]
fn a_draft_is_held_against_names_labels_quotations_and_days() {
    let world = conveyed(Disclosure::Secret);
    let day = START.day().to_string();
    let text = format!(
        "On {day} our friends in the west, and The Eastern Side, said that they \"do not seek a confrontation of any kind\"."
    );
    let found = touches(&world, &text, &[]);
    assert_eq!(
        found,
        [
            (Touches::Day, day),
            (Touches::Label, "our friends in the west".to_owned()),
            (Touches::Name, "The Eastern Side".to_owned()),
            (Touches::Quote, "do not seek a confrontation of any kind".to_owned()),
        ]
    );
    let released = "as they put it, whatever the occasion may be, they";
    assert_eq!(
        touches(&world, released, &[]),
        [(Touches::Quote, "whatever the occasion may be".to_owned())].as_slice()[..0].to_vec()
    );
    let released = "they do not want to clash with anyone";
    assert_eq!(touches(&world, released, &[]), [(Touches::Quote, released.to_owned())]);
}

#[test]
fn what_is_short_public_or_of_whom_it_concerns_is_no_finding() {
    let world = conveyed(Disclosure::Secret);
    assert!(touches(&world, "They do not seek a confrontation.", &[]).is_empty(), "five words are no quotation");
    assert!(
        touches(&world, "The prime minister spoke by telephone.", &[WESTERN]).is_empty(),
        "it is plain whom it concerns"
    );
    let both = touches(&world, "The Western Side spoke of The Eastern Side.", &[WESTERN]);
    assert_eq!(both.len(), 2, "but two of one channel show that there is something between them: {both:?}");
    let public = conveyed(Disclosure::Public);
    let text = format!("On {} the western side said: {SAID}", START.day());
    assert!(touches(&public, &text, &[]).is_empty());
}

#[test]
fn each_disclosure_allows_what_it_says() {
    let text = format!("On {} the western side said: {SAID}", START.day());
    let kinds = |disclosure| {
        let found = touches(&conveyed(disclosure), &text, &[]).into_iter().map(|(what, _)| what);
        found.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(kinds(Disclosure::Secret), [Touches::Name, Touches::Quote, Touches::Day]);
    assert_eq!(kinds(Disclosure::WithoutAttribution), [Touches::Name, Touches::Day]);
    assert_eq!(kinds(Disclosure::MayMention), [Touches::Quote]);
    assert_eq!(kinds(Disclosure::Public), []);
}

#[test]
fn the_desk_is_told_of_findings_before_anybody_clears_it() {
    let mut world = conveyed(Disclosure::Secret);
    let text = format!("They said: {SAID}");
    assert_eq!(world.does(draft(&text, &[EASTERN])).warnings, [Warning::Touches(1)]);
}

#[test]
fn a_partys_own_draft_is_held_against_what_it_knows() {
    let mut world = conveyed(Disclosure::Secret);
    let had = world.last_received(EAST);
    let text = "They do not want to clash with anyone, whatever the occasion, our friends in the west told us.";
    let found = world.offices[&EAST].state.touches(text);
    let kinds: Vec<(Touches, &[Tie])> = found.iter().map(|one| (one.what, one.items.as_slice())).collect();
    assert_eq!(kinds, [(Touches::Quote, [Tie::Had(had)].as_slice()), (Touches::Label, [Tie::Had(had)].as_slice())]);
    let own = world.offices[&WEST].state.touches(&format!("We told them: {SAID}"));
    assert_eq!(
        own.iter().map(|one| (one.what, one.items[0])).collect::<Vec<_>>(),
        [(Touches::Quote, Tie::Own(item(1)))]
    );
    let publish = PartyCommand::PublishOwn { readout: ReadoutHandle([1; 16]), text: text.to_owned() };
    let told = world.offices[&WEST].told.len();
    assert_eq!(world.party(EAST, publish).warnings, [Warning::Touches(2)]);
    assert_eq!(world.offices[&WEST].told.len(), told, "it is the east's own, and goes to nobody by a line");
}

#[test]
fn a_disclosure_is_recorded_and_the_sides_concerned_are_warned() {
    let mut world = conveyed(Disclosure::Secret);
    let disclose = |note, items| DeskCommand::Disclose { note, items, occasion: "a summit".to_owned() };
    let decision = world.does(disclose(NoteId([1; 16]), vec![item(1)]));
    assert_eq!(decision.warnings, [Warning::Undisclosed]);
    let of =
        |seat: SeatId| world.offices[&seat].state.disclosures.iter().flat_map(|one| one.of.clone()).collect::<Vec<_>>();
    assert_eq!(of(WEST), [Tie::Own(item(1))]);
    assert_eq!(of(EAST), [Tie::Had(world.last_received(EAST))]);
    assert_eq!(world.try_desk(disclose(NoteId([2; 16]), Vec::new())), Err(Refusal::Empty));
    assert_eq!(world.try_desk(disclose(NoteId([1; 16]), vec![item(1)])), Err(Refusal::IdTaken));
}

#[test]
fn a_press_text_is_matched_with_who_had_been_told_and_no_verdict() {
    let mut world = conveyed(Disclosure::Secret);
    let press = "Officials quote the note: \"We do not seek a confrontation of any kind with anybody.\" Others say that \
                 they do not want to clash with anyone, whatever the occasion may be.";
    let expose = DeskCommand::Expose { note: NoteId([1; 16]), text: press.to_owned() };
    let decision = world.does(expose);
    let Some(DeskEvent::Exposed { matches, .. }) = decision.events.last() else { panic!("it is noted") };
    let authentic = matches.iter().find(|one| one.authentic).expect("the authentic text");
    assert_eq!(authentic.told, [WESTERN], "its author alone had these words");
    let released = matches.iter().find(|one| !one.authentic).expect("the released words");
    assert_eq!(released.told, [WESTERN, EASTERN]);
    for one in matches {
        assert!(one.likeness > 60 && !one.places.is_empty());
        assert!(one.places.iter().all(|place| press.get(place.from as usize..place.to as usize).is_some()));
    }
    let nothing = DeskCommand::Expose { note: NoteId([2; 16]), text: "Bread is dearer after a dry summer.".to_owned() };
    let decision = world.does(nothing);
    assert!(matches!(decision.events.last(), Some(DeskEvent::Exposed { matches, .. }) if matches.is_empty()));
}

#[test]
fn a_public_statement_against_it_withdraws_nothing() {
    let mut world = conveyed(Disclosure::Secret);
    let words = "We will crush whoever stands in our way.".to_owned();
    let note =
        DeskCommand::NoteStatement { note: NoteId([1; 16]), item: item(1), words, occasion: "a parade".to_owned() };
    let told = [WEST, EAST].map(|seat| world.offices[&seat].told.len());
    world.does(note);
    assert_eq!([WEST, EAST].map(|seat| world.offices[&seat].told.len()), told);
    assert_eq!(world.words(EAST).len(), 1);
}
