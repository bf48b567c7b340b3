//! A desk as large as it must carry: a channel of 50,000 items, 1,000 channels, 6,000 lines, a paper of 20,000 words. Every
//! command answers within a tenth of a second of the vault being open.

// A bench that cannot be set up is to stop; this one also says what opening took and holds.
#![allow(missing_docs, clippy::expect_used, clippy::disallowed_methods, clippy::print_stdout)]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::atomic::Ordering;
use std::time::Instant;

use channel::desk::{Command, Intake};
use channel::{Civil, Content, ItemId, Label, PartyId};
use criterion::{Criterion, criterion_group, criterion_main};
use office::office::Office;
use office::store::SqliteStore;
use office::view::{Look, Page};

use common::large::{ITEMS, LATER, house, items, outreach, text};
use common::{CHANNEL, CIVIL, Draft, does, id, open};

mod common;

/// Names the file that a process of this bench only opens.
const OPEN: &str = "SCALE_OPEN";

fn paper() -> String {
    (0..20_000).map(|word| format!("word{} ", word % 700)).collect()
}

fn intake(text: String) -> (ItemId, Command) {
    let item = ItemId(id());
    let intake = Intake {
        item,
        from: PartyId(1),
        channel: CHANNEL,
        content: Content::new(text, Civil(1_900_000_000)),
        to: Vec::new(),
        handling: None,
        approve: false,
        not_before: None,
        not_after: None,
        answers: None,
        reaffirms: None,
        supersedes: None,
    };
    (item, Command::Intake(Box::new(intake)))
}

/// Kilobytes that this process holds.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}

fn scale(c: &mut Criterion) {
    if let Some(file) = std::env::var_os(OPEN) {
        CIVIL.store(LATER, Ordering::Relaxed); // most have lapsed by now
        let began = Instant::now();
        let office = open(Path::new(&file));
        let (seconds, held) = (began.elapsed().as_secs_f64(), resident() / 1024);
        println!("opened in {seconds:.1} s, holding {held} MB, for {} entries of the journal", office.journaled());
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let draft = Draft::default();
    let began = Instant::now();
    house(&draft);
    held_with(&draft, 0, home.path());
    items(&draft, 0..ITEMS / 5);
    held_with(&draft, ITEMS / 5, home.path());
    items(&draft, ITEMS / 5..ITEMS);
    let file = held_with(&draft, ITEMS, home.path());
    drop(draft);
    println!("made in {:.1} s", began.elapsed().as_secs_f64());
    CIVIL.store(LATER, Ordering::Relaxed);
    let mut office = open(&file);
    commands(c, &mut office);
}

/// Opens the desk as it is, in a process of its own, which holds nothing of what making it took and says what it holds.
fn held_with(draft: &Draft, items: u32, home: &Path) -> PathBuf {
    let file = home.join(format!("{items}.sqlite"));
    draft.copy_to(&file);
    let this = std::env::current_exe().expect("this program is a file");
    let opened = Process::new(this).env(OPEN, &file).output().expect("it runs");
    print!("{items} items: {}", String::from_utf8_lossy(&opened.stdout));
    file
}

fn commands(c: &mut Criterion, office: &mut Office<SqliteStore>) {
    let mut group = c.benchmark_group("50,000 items, 6,000 lines");
    group.sample_size(10);
    let page = Look::page(Page::default());
    group.bench_function("inbox", |b| b.iter(|| black_box(office.look(&page))));
    let far = Look::page(Page { before: Some(25_000), ..Page::default() });
    group.bench_function("inbox, far back", |b| b.iter(|| black_box(office.look(&far))));
    let search = Look::page(Page { search: Some("nothing has this".to_owned()), ..Page::default() });
    group.bench_function("search without a match", |b| b.iter(|| black_box(office.look(&search))));
    let one = Look::items([40_000]);
    group.bench_function("show, code aside", |b| b.iter(|| black_box(office.look(&one))));
    let lines = Look { lines: true, ..Look::default() };
    group.bench_function("status", |b| b.iter(|| black_box(office.look(&lines))));
    group.bench_function("record", |b| b.iter(|| black_box(office.record(None, 50)).expect("it is whole")));
    group.bench_function("pulse", |b| b.iter(|| black_box(office.pulse())));
    group.bench_function("the loop, nothing to do", |b| b.iter(|| black_box(office.calls()).expect("it is whole")));
    let draft = format!("{} Both sides were heard, and the desk thanks them. {}", text(3), text(77).to_uppercase());
    group.bench_function("check of a draft", |b| b.iter(|| black_box(office.check(&draft, &[PartyId(1)]))));
    group.bench_function("outreach", |b| b.iter(|| does(office, outreach(0))));
    group.bench_function("intake", |b| b.iter(|| does(office, intake(text(9)).1)));
    group.bench_function("intake of 20,000 words", |b| b.iter(|| does(office, intake(paper()).1)));
    group.bench_function("render and release", |b| {
        b.iter(|| {
            let (item, told) = intake("We ask for calm at the crossing.".to_owned());
            does(office, told);
            let words = "They ask for calm.".to_owned();
            let (to, translations) = (Vec::new(), Vec::new());
            let (conditions, reservations, scope) = (None, None, None);
            let label = Label::Paraphrase;
            does(office, Command::Render { item, words, label, to, conditions, reservations, scope, translations });
            does(office, Command::Release { item });
        });
    });
    group.finish();
}

criterion_group!(benches, scale);
criterion_main!(benches);
