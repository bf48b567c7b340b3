//! What is over leaves an office's memory, shows as before, and lies nowhere where it could be read.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use channel::{ItemId, PartyId, desk, party};
use office::act::Act;
use office::control::{Caller, Request};
use office::office::{Machine, OfficeError};
use office::vault::VaultError;
use office::view::{Look, Page};

use crate::shelf::Disk;
use crate::vault::{assert_nowhere, files};
use crate::world::{DAY, DESK, NORTH, SOUTH, START, World};

const COUNT: u8 = 6;

fn item(number: u8) -> ItemId {
    ItemId([number; 16])
}

fn text(number: u8) -> String {
    format!("the ferry number {number} crosses the river on every market day until the snow")
}

/// Offices on real disks in which the north lodged some items and the south was told half of them; all have lapsed.
fn lapsed(homes: &[tempfile::TempDir; 3]) -> World {
    let mut world = World::seated_on(homes.each_ref().map(|home| Disk::File(office::vault::file(home.path()))));
    for number in 1..=COUNT {
        world.lodge(NORTH, item(number), &text(number));
        world.settle();
        if number % 2 == 0 {
            world.render(item(number), &format!("they say that {}", text(number)));
            world.desk(desk::Command::Release { item: item(number) });
            world.settle();
        }
    }
    world.clock.pass_to(START + 40 * DAY);
    world.settle();
    world
}

fn homes() -> [tempfile::TempDir; 3] {
    std::array::from_fn(|_| tempfile::tempdir().unwrap())
}

/// How many items an office has, and how many of them are in memory.
fn held(world: &mut World, who: &str) -> (usize, usize) {
    match world.office(who).machine() {
        Machine::Desk(state) => (state.items.len(), state.items.out()),
        Machine::Party(state) => (state.items.len() + state.received.len(), state.items.out() + state.received.out()),
    }
}

/// The file without a name in which an office whose home this is keeps what it put away.
fn drawer(home: &Path) -> PathBuf {
    let open = std::fs::read_dir("/proc/self/fd").unwrap().map(|entry| entry.unwrap().path());
    let unnamed = |path: &PathBuf| {
        let is = std::fs::read_link(path).unwrap_or_default().to_string_lossy().into_owned();
        is.starts_with(&*home.to_string_lossy()) && is.ends_with("(deleted)")
    };
    open.into_iter().find(unnamed).expect("the office has a drawer in its home")
}

#[test]
fn what_is_over_leaves_memory_and_shows_as_before() {
    let homes = homes();
    let mut world = lapsed(&homes);
    for start in 0..2 {
        assert_eq!(held(&mut world, DESK), (6, 0), "start {start}");
        assert_eq!(held(&mut world, NORTH), (6, 0), "start {start}");
        assert_eq!(held(&mut world, SOUTH), (3, 0), "start {start}");
        let shown = world.view(DESK);
        assert_eq!(shown.items.iter().map(|item| item.words.clone()).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6].map(text));
        assert_eq!(shown.items.iter().filter(|item| item.state == "lapsed").count(), 6);
        assert_eq!(world.view(NORTH).items.len(), 6);
        let page = Look::page(Page { search: Some("NUMBER 4 crosses".to_owned()), ..Page::default() });
        let numbers = |world: &mut World, who| world.office(who).look(&page).items.iter().map(|one| one.no).collect();
        let found: [Vec<u32>; 3] = [numbers(&mut world, DESK), numbers(&mut world, NORTH), numbers(&mut world, SOUTH)];
        assert_eq!(found, [vec![4], vec![4], vec![]], "what lapsed unread is shown to nobody, and found by nobody");
        let draft = format!("It is said that {}, and more.", text(3));
        let quotes = |world: &mut World, draft: &str| {
            let found = world.office(DESK).check(draft, &[PartyId(1)]).findings.into_iter();
            found.filter(|one| one.touches == "quote").flat_map(|one| one.items).collect::<Vec<_>>()
        };
        assert!(quotes(&mut world, &draft).contains(&item(3).to_string()));
        assert!(quotes(&mut world, "It is said that the ferry number 3 crosses nothing.").is_empty());
        assert_eq!(held(&mut world, DESK), (6, 0), "looking brings nothing out for good");
        [DESK, NORTH, SOUTH].into_iter().for_each(|who| world.reopen(who));
    }
}

#[test]
fn what_is_open_stays_in_memory_and_is_put_away_when_its_time_is_over() {
    let mut world = World::seated();
    world.lodge(NORTH, item(1), &text(1));
    world.settle();
    assert_eq!((held(&mut world, DESK), held(&mut world, NORTH)), ((1, 1), (1, 1)));
    world.clock.pass_to(START + 31 * DAY);
    world.settle();
    assert_eq!((held(&mut world, DESK), held(&mut world, NORTH)), ((1, 0), (1, 0)));
}

#[test]
fn what_is_put_away_has_no_name_and_cannot_be_read_and_goes_with_the_office() {
    let homes = homes();
    let mut world = lapsed(&homes);
    for home in &homes {
        let names: Vec<String> = files(home.path()).into_iter().map(|(name, _)| name).collect();
        assert!(names.iter().all(|name| name.contains("vault")), "{names:?}");
        let kept = std::fs::read(drawer(home.path())).unwrap();
        assert!(kept.len() > 256, "something is put away");
        for number in 1..=COUNT {
            assert_nowhere(home.path(), &[text(number).as_bytes()]);
            let has = |part: &[u8]| kept.windows(part.len()).any(|one| one == part);
            assert!(!has(text(number).as_bytes()) && !has(&item(number).0));
        }
    }
    let there = drawer(homes[0].path());
    let before = std::fs::read_link(&there).unwrap();
    world.close(DESK);
    assert!(std::fs::read_link(&there).map_or(true, |now| now != before), "the file is gone with the office");
}

#[test]
fn erased_is_gone_from_what_was_put_away() {
    let homes = homes();
    let mut world = lapsed(&homes);
    for number in 1..=COUNT {
        world.desk(desk::Command::Erase { item: item(number) });
        world.party(NORTH, party::Command::Erase { item: Some(item(number)), conveyed: None });
    }
    world.settle();
    assert_eq!((held(&mut world, DESK), held(&mut world, NORTH)), ((6, 0), (6, 0)));
    for who in [DESK, NORTH] {
        let view = world.view(who);
        assert!(view.items.iter().all(|item| item.state == "erased"), "{who}");
        assert!(!format!("{view:?}").contains("ferry"), "{who}");
    }
}

#[test]
fn among_many_that_are_over_each_is_found_until_it_is_erased() {
    const MANY: u8 = 80;
    let mut world = World::seated();
    (1..=MANY).for_each(|number| world.lodge(NORTH, item(number), &text(number)));
    world.settle();
    world.clock.pass_to(START + 40 * DAY);
    world.settle();
    let found = |world: &mut World, who: &str, number: u8| {
        let page = Look::page(Page { search: Some(format!("number {number} crosses")), ..Page::default() });
        world.office(who).look(&page).items.len()
    };
    let quoted = |world: &mut World, number: u8| {
        let found = world.office(DESK).check(&format!("the ferry number {number} crosses the"), &[]).findings;
        found.into_iter().filter(|one| one.touches == "quote").flat_map(|one| one.items).collect::<Vec<_>>()
    };
    for start in 0..2 {
        assert_eq!(held(&mut world, DESK), (80, 0), "start {start}");
        for number in [1, 33, MANY] {
            assert_eq!((found(&mut world, DESK, number), found(&mut world, NORTH, number)), (1, 1), "{number}");
            assert_eq!(quoted(&mut world, number), [item(number).to_string()]);
        }
        assert_eq!(held(&mut world, DESK), (80, 0), "looking brings nothing out for good");
        [DESK, NORTH].into_iter().for_each(|who| world.reopen(who));
    }
    for number in 30..40 {
        world.desk(desk::Command::Erase { item: item(number) });
    }
    for start in 0..2 {
        for number in 30..40 {
            assert_eq!((found(&mut world, DESK, number), quoted(&mut world, number)), (0, vec![]), "start {start}");
        }
        for number in [1, 29, 40, MANY] {
            assert_eq!(found(&mut world, DESK, number), 1, "{number}");
            assert_eq!(quoted(&mut world, number), [item(number).to_string()]);
        }
        world.reopen(DESK);
    }
}

#[test]
fn an_office_whose_disk_does_not_give_back_what_it_was_given_stops_before_anything_is_written() {
    let homes = homes();
    let mut world = lapsed(&homes);
    let file: File = OpenOptions::new().write(true).open(drawer(homes[0].path())).unwrap();
    file.set_len(0).unwrap();
    let before = world.office(DESK).pulse().journal;
    let look = Request::Look(Look::items([1]));
    assert!(matches!(world.office(DESK).reply(look, &Caller::default()), Err(OfficeError::Vault(VaultError::Drawer))));
    let set_label = desk::Command::SetLabel { party: PartyId(1), other: PartyId(2), label: "they".to_owned() };
    let act = world.act(DESK, Act::Desk(set_label)).map(drop);
    assert!(matches!(act, Err(OfficeError::Vault(VaultError::Drawer))), "{act:?}");
    assert!(world.office(DESK).calls().is_err());
    assert_eq!(world.office(DESK).pulse().journal, before);
    world.reopen(DESK);
    assert_eq!(world.item(DESK, 1).words, text(1));
}
