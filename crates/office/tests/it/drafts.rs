//! Drafts: there after a crash, nowhere in the clear, gone with their act.

use channel::{ActId, ItemId, desk};
use office::act::Act;
use office::drafts::{DRAFTS, DraftAct, KEPT_DAYS, LONGEST};
use office::store::{Row, Store, StoreError, Table};

use crate::shelf::Disk;
use crate::vault::assert_nowhere;
use crate::world::{DAY, DESK, NORTH, SOUTH, START, World};

const FORM: &str = "items/1/render";
const TYPED: &str = "text=what+nobody+has+sent+yet";

fn keep(form: &str, act: ActId, about: Vec<u32>, typed: &str) -> DraftAct {
    DraftAct::Keep { form: form.to_owned(), act, about, of: None, typed: typed.to_owned() }
}

fn kept(world: &mut World, who: &str, officer: &str, form: &str) -> Option<String> {
    let shown = world.office(who).draft(officer, DraftAct::Show { form: form.to_owned() }).unwrap();
    shown.map(|draft| draft.typed)
}

fn rows(world: &mut World, who: &str) -> Vec<Row> {
    world.office(who).store_mut().scan(Table::Draft, &[], 1_000).unwrap()
}

fn add_party() -> Act {
    let (name, principal) = ("a third side".to_owned(), "the chair".to_owned());
    let calls = [1, 2].into_iter().map(|other| (channel::PartyId(other), "a side".to_owned())).collect();
    Act::Desk(desk::Command::AddParty { party: channel::PartyId(3), name, principal, calls })
}

#[test]
fn what_was_typed_is_there_after_a_crash_for_its_officer_and_its_form_alone() {
    let mut world = World::seated();
    let act = ActId([0xd1; 16]);
    for typed in ["text=what", "text=what+nobody", TYPED] {
        world.office(DESK).draft("anna", keep(FORM, act, vec![], typed)).unwrap();
    }
    assert_eq!(rows(&mut world, DESK).len(), 1, "what was typed over is not kept");
    let journal = world.office(DESK).journaled();
    world.reopen(DESK);
    assert_eq!(world.office(DESK).journaled(), journal, "nothing of it is journaled");
    assert_eq!(kept(&mut world, DESK, "anna", FORM).as_deref(), Some(TYPED));
    assert_eq!(kept(&mut world, DESK, "bela", FORM), None);
    assert_eq!(kept(&mut world, DESK, "anna", "items/1/return"), None);
    let thrown = world.office(DESK).draft("anna", DraftAct::Drop { form: FORM.to_owned(), act }).unwrap();
    assert_eq!(thrown, None);
    assert_eq!(rows(&mut world, DESK), []);
}

/// Two pages have the same form open: what one of them saves late brings nothing back that was thrown away in the other.
#[test]
fn what_was_thrown_away_is_not_brought_back_by_what_a_page_saves_late() {
    let mut world = World::desk_on(Disk::memory());
    let act = |no| ActId([no; 16]);
    world.office(DESK).draft("anna", keep(FORM, act(1), vec![], TYPED)).unwrap();
    world.office(DESK).draft("anna", keep(FORM, act(2), vec![], "text=from+a+second+page")).unwrap();
    let drop = DraftAct::Drop { form: FORM.to_owned(), act: act(1) };
    world.office(DESK).draft("anna", drop).unwrap();
    for late in [act(1), act(2)] {
        let refused = world.office(DESK).draft("anna", keep(FORM, late, vec![], TYPED)).unwrap_err().to_string();
        assert!(refused.contains("thrown away"), "{refused}");
    }
    assert_eq!(rows(&mut world, DESK), []);
    world.office(DESK).draft("anna", keep(FORM, act(3), vec![], TYPED)).unwrap();
    assert_eq!(kept(&mut world, DESK, "anna", FORM).as_deref(), Some(TYPED), "the form that was opened anew is kept");
}

#[test]
fn erased_is_gone_of_a_draft_whose_act_is_done() {
    let homes: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let disk = |at: usize| Disk::File(office::vault::file(homes[at].path()));
    let mut world = World::seated_on([disk(0), disk(1), disk(2)]);
    let act = ActId([0xd2; 16]);
    world.office(DESK).draft("anna", keep("ask", act, vec![], "text=an+earlier+wording")).unwrap();
    let earlier = rows(&mut world, DESK).remove(0).1;
    world.office(DESK).draft("anna", keep("ask", act, vec![], TYPED)).unwrap();
    let sealed = rows(&mut world, DESK).remove(0).1;
    world.settle();
    for home in &homes {
        assert_nowhere(home.path(), &[b"nobody has sent", b"what+nobody", b"earlier+wording"]);
    }
    for who in [NORTH, SOUTH] {
        let holds = world.office(who).holds().unwrap().join(" ");
        assert!(!holds.contains("what+nobody"), "a draft crosses no line");
    }
    world.office(DESK).act(act, "anna", add_party()).unwrap();
    assert_eq!(kept(&mut world, DESK, "anna", "ask"), None);
    assert_nowhere(homes[0].path(), &[&sealed, &earlier]); // in the database and in its write-ahead log, while it is open
    world.reopen(DESK);
    assert_eq!(kept(&mut world, DESK, "anna", "ask"), None);
    let late = world.office(DESK).draft("anna", keep("ask", act, vec![], TYPED)).unwrap_err().to_string();
    assert!(late.contains("sent already"), "what a page saves late brings nothing back: {late}");
}

#[test]
fn a_draft_goes_with_its_act_or_not_at_all() {
    let disk = Disk::memory();
    let mut world = World::desk_on(disk.clone());
    let act = ActId([0xd3; 16]);
    world.office(DESK).draft("anna", keep("ask", act, vec![], TYPED)).unwrap();
    disk.platter().trouble = Some(|| StoreError::Full);
    assert!(world.office(DESK).act(act, "anna", add_party()).is_err());
    assert_eq!(kept(&mut world, DESK, "anna", "ask").as_deref(), Some(TYPED), "the act was not done");
    disk.platter().trouble = None;
    world.reopen(DESK);
    world.office(DESK).act(act, "anna", add_party()).unwrap();
    assert_eq!(kept(&mut world, DESK, "anna", "ask"), None);
}

#[test]
fn a_draft_goes_with_the_words_that_it_is_about() {
    let mut world = World::seated();
    world.lodge(NORTH, ItemId([9; 16]), "the bridge stays open");
    world.settle();
    let act = |no| ActId([no; 16]);
    world.office(DESK).draft("anna", keep("items/1/render", act(0xd4), vec![1], "text=the+bridge")).unwrap();
    world.office(DESK).draft("anna", keep("ask", act(0xd5), vec![], TYPED)).unwrap();
    world.office(NORTH).draft("", keep("lodge?reaffirms=1", act(0xd6), vec![1], "text=the+bridge")).unwrap();
    world.desk(desk::Command::Erase { item: ItemId([9; 16]) });
    assert_eq!(kept(&mut world, DESK, "anna", "items/1/render"), None);
    assert!(kept(&mut world, DESK, "anna", "ask").is_some());
    assert!(kept(&mut world, NORTH, "", "lodge?reaffirms=1").is_some(), "the desk erases at the desk");
    let erase = channel::party::Command::Erase { item: Some(ItemId([9; 16])), conveyed: None };
    world.party(NORTH, erase);
    assert_eq!(kept(&mut world, NORTH, "", "lodge?reaffirms=1"), None);
}

#[test]
fn drafts_are_few_short_and_not_for_ever() {
    let mut world = World::desk_on(Disk::memory());
    let act = |no: usize| ActId((0xd7_0000_u128 + no as u128).to_be_bytes());
    for no in 0..=DRAFTS {
        world.clock.pass_to(START + i64::try_from(no).unwrap());
        world.office(DESK).draft("anna", keep(&format!("items/{no}/render"), act(no), vec![], TYPED)).unwrap();
    }
    assert_eq!(rows(&mut world, DESK).len(), DRAFTS);
    assert_eq!(kept(&mut world, DESK, "anna", "items/0/render"), None, "the oldest made room");
    world.office(DESK).draft("bela", keep("items/1/render", act(800), vec![], TYPED)).unwrap();
    assert!(kept(&mut world, DESK, "anna", "items/1/render").is_some(), "of another officer's none makes room");
    world.office(DESK).draft("bela", DraftAct::Drop { form: "items/1/render".to_owned(), act: act(800) }).unwrap();
    let long = "x".repeat(LONGEST + 1);
    assert!(world.office(DESK).draft("anna", keep("ask", act(900), vec![], &long)).is_err());
    assert!(world.office(DESK).draft("anna", keep(&"x".repeat(600), act(900), vec![], TYPED)).is_err());
    let end = START + i64::try_from(DRAFTS).unwrap() + KEPT_DAYS * DAY;
    assert_eq!(world.office(DESK).due().map(|due| due.0), Some(START + 1 + KEPT_DAYS * DAY));
    world.clock.pass_to(end - 1);
    world.office(DESK).calls().unwrap();
    assert_eq!(rows(&mut world, DESK).len(), 1);
    world.clock.pass_to(end);
    world.office(DESK).calls().unwrap();
    assert_eq!(rows(&mut world, DESK), []);
}

#[test]
fn what_made_room_is_cleared_off_the_disk() {
    let home = tempfile::tempdir().unwrap();
    let mut world = World::desk_on(Disk::File(office::vault::file(home.path())));
    let act = |no: usize| ActId((0xd8_0000_u128 + no as u128).to_be_bytes());
    let keep = |world: &mut World, no: usize| {
        world.clock.pass_to(START + i64::try_from(no).unwrap());
        world.office(DESK).draft("anna", keep(&format!("items/{no}/render"), act(no), vec![], TYPED)).unwrap();
    };
    keep(&mut world, 0);
    let oldest = rows(&mut world, DESK).remove(0).1;
    for no in 1..=DRAFTS {
        keep(&mut world, no);
    }
    assert_nowhere(home.path(), &[&oldest]); // in the database and in its write-ahead log, while it is open
}

#[test]
fn a_disk_that_cannot_be_cleared_of_what_made_room_is_cleared_as_soon_as_it_can() {
    let disk = Disk::memory();
    let mut world = World::desk_on(disk.clone());
    let act = |no: usize| ActId((0xd9_0000_u128 + no as u128).to_be_bytes());
    for no in 0..DRAFTS {
        world.clock.pass_to(START + i64::try_from(no).unwrap());
        world.office(DESK).draft("anna", keep(&format!("items/{no}/render"), act(no), vec![], TYPED)).unwrap();
    }
    disk.platter().unscrubbed = Some(|| StoreError::Full);
    let scrubs = disk.platter().scrubs;
    world.office(DESK).draft("anna", keep("ask", act(900), vec![], TYPED)).unwrap();
    assert_eq!(disk.platter().scrubs, scrubs + 1);
    assert!(world.office(DESK).scrub_is_due(), "it is said that something is left");
    disk.platter().unscrubbed = None;
    world.office(DESK).act(act(901), "anna", add_party()).unwrap();
    assert!(!world.office(DESK).scrub_is_due());
}

/// A page that is still open when words are erased saves what it has: nothing of them is kept again.
#[test]
fn a_draft_brings_no_erased_words_back() {
    let mut world = World::seated();
    world.lodge(NORTH, ItemId([9; 16]), "the bridge stays open");
    world.settle();
    let no = world.view(DESK).items[0].no;
    let act = ActId([0xe1; 16]);
    world.office(DESK).draft("anna", keep("items/1/render", act, vec![no], TYPED)).unwrap();
    world.desk(desk::Command::Erase { item: ItemId([9; 16]) });
    let late = world.office(DESK).draft("anna", keep("items/1/render", act, vec![no], TYPED)).unwrap_err();
    assert!(late.to_string().contains("erased"), "{late}");
    assert_eq!(rows(&mut world, DESK), []);
}

#[test]
fn a_draft_about_a_readout_goes_when_that_is_forgotten() {
    let mut world = World::seated();
    let readout = channel::ReadoutId([7; 16]);
    let (text, concerns, mentions, channel) = ("A draft.".to_owned(), vec![channel::PartyId(1)], vec![], None);
    world.desk(desk::Command::Draft { readout, text, concerns, mentions, channel });
    for (form, of) in [("readouts/1/draft", ItemId([7; 16])), ("readouts/2/draft", ItemId([8; 16]))] {
        let (act, typed) = (ActId([form.len() as u8; 16]), TYPED.to_owned());
        let keep = DraftAct::Keep { form: form.to_owned(), act, about: vec![], of: Some(of), typed };
        world.office(DESK).draft("anna", keep).unwrap();
    }
    world.desk(desk::Command::Forget { matter: desk::Matter::Readout(readout) });
    assert_eq!(kept(&mut world, DESK, "anna", "readouts/1/draft"), None);
    assert!(kept(&mut world, DESK, "anna", "readouts/2/draft").is_some(), "that of another is kept");
}

#[test]
fn the_drafts_of_an_officer_go_with_him() {
    let mut world = World::seated();
    world.desk(desk::Command::AddOfficer { name: "bela".to_owned(), desk: None });
    for (officer, no) in [("anna", 1), ("bela", 2)] {
        world.office(DESK).draft(officer, keep(FORM, ActId([no; 16]), vec![], TYPED)).unwrap();
    }
    world.desk(desk::Command::RemoveOfficer { name: "bela".to_owned() });
    assert_eq!(kept(&mut world, DESK, "bela", FORM), None);
    assert!(kept(&mut world, DESK, "anna", FORM).is_some());
}
