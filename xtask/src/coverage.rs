//! `coverage`, a generated part: what the software is to do, row by row, which scenarios show it, and which tests do it on a
//! page.
//!
//! The rows and what the software does for each stand here and nowhere else; which scenarios show a row is what those say
//! of themselves in `rows`, and which tests, what their names begin with: `b4_a_condition_is_invoked`, or in a browser
//! `"b4: a condition is invoked"`. That they show what they say, they tell when they are run: not this.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// A row of the mission.
struct Row {
    name: &'static str,
    /// What the software does, in a few words.
    does: &'static str,
    standing: Standing,
}

/// What is asked of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// A scenario shows it.
    Shown,
    /// It comes later; until then no scenario has to show it.
    Later,
    /// It is not of a kind that a scenario has to show: other tests do. Those that do are named.
    Elsewhere,
}

use Standing::{Elsewhere, Later, Shown};

/// Rows of A to F in which no person does anything, with the reason: there is nothing to be done on a page.
const NOBODY: &[(&str, &str)] = &[
    ("A2", "what does not cross sides, nobody does"),
    ("A4", "nobody sits at a hub"),
    ("B5", "there is nothing of the kind to be done"),
];

/// Rows whose acts are not on a page yet. The list only becomes shorter.
const TO_COME: &[&str] = &[];

const fn row(name: &'static str, standing: Standing, does: &'static str) -> Row {
    Row { name, does, standing }
}

/// Every row, in order.
const ROWS: &[Row] = &[
    row("A1", Shown, "A party's office talks to the desk alone; nothing of the other side is ever in it"),
    row("A2", Shown, "No sign of presence, delivery or reading crosses sides"),
    row("A3", Later, "Conveyance is told to the day; the hub cannot tell a message from cover"),
    row("A4", Shown, "Nothing that the hub keeps names the intermediary, a party or a channel"),
    row("A5", Shown, "One desk, many channels of two to six parties, each a compartment"),
    row("A6", Shown, "Each party is shown the label that the desk set for another; forms of address"),
    row("B1", Shown, "Every item carries its channel's status block, which nobody can remove"),
    row("B2", Shown, "Everything lapses by itself; lapsed unread is an end"),
    row("B3", Shown, "No object for an agreement, no word for one; words that commit are pointed out"),
    row("B4", Shown, "Conditions, scope and reservations are fields; their author can invoke a condition"),
    row("B5", Shown, "No guarantee, timeline or monitoring; nothing says whether a side kept to anything"),
    row("B6", Shown, "As-of is apart from sending and conveying"),
    row("B7", Shown, "An item has a form, with that form's rules"),
    row(
        "C1",
        Shown,
        "An instruction to convey: to whom, how, from when, until when; the desk conveys, asks or returns",
    ),
    row(
        "C2",
        Shown,
        "Verbatim, paraphrase or gist; approval first where it is asked for; the author sees what was said",
    ),
    row("C3", Shown, "A fidelity code at both ends: different codes prove different texts"),
    row("C4", Shown, "Items answer, reaffirm and supersede; whoever answers what was superseded is warned"),
    row("C5", Shown, "Five dispositions, none of which means assent"),
    row("C6", Shown, "A board of what is outstanding, each office its own"),
    row("C7", Shown, "Routine, urgent, flash; an alarm at the addressee alone"),
    row("C8", Shown, "What was told by voice is written down and confirmed; one message by two ways is known for one"),
    row("C9", Later, "The same cells by courier, as files or on paper"),
    row("C10", Shown, "Recall before conveyance; conveyed exactly once, whatever crashes"),
    row("C11", Shown, "What was confided is not rendered before the party gave leave"),
    row("C12", Shown, "Graded translations with translator and time; marks of what is to stay ambiguous"),
    row("C13", Shown, "A correction names what it replaces, and is shown beside it at both ends"),
    row("C14", Shown, "Private question and answer between desk and party, part of no channel's items"),
    row("D1", Shown, "A mandate: which envoy, which channels, which acts, until when"),
    row("D2", Shown, "Revocation at once; what came late is held for the desk"),
    row("D3", Shown, "Countersigned where the mandate asks for it; what the desk writes is the desk's"),
    row("D4", Shown, "An office sees only the channels of its mandate"),
    row("D5", Shown, "Envoys who contradict each other are shown to the desk; the principal is asked"),
    row("E1", Shown, "An offer is taken up, declined or left; the desk alone learns which"),
    row("E2", Shown, "One text to several at once, shown to be the same"),
    row("E3", Shown, "Numbered proposals, sealed answers, one reveal; declined and never answered look the same"),
    row("E4", Shown, "The intermediary's own ideas and assurances, labelled as its own"),
    row("E5", Shown, "Parallel declarations: none before all, all in one act, never a joint text"),
    row("E6", Shown, "A single negotiating text in versions, with private comments"),
    row("E7", Shown, "Declared interests, a second desk, two officers' release"),
    row("F1", Shown, "Nothing may be said unless its author allows it"),
    row("F2", Shown, "A disclosure permission for each item"),
    row("F3", Shown, "Readouts: cleared by each concerned, published with a signature that anyone can verify"),
    row("F4", Shown, "A draft is held against all that may not be said"),
    row("F5", Shown, "A disclosure is recorded, and the sides are warned first"),
    row(
        "F6",
        Shown,
        "A public statement to the contrary is noted; the desk may ask, and nothing is withdrawn by itself",
    ),
    row("F7", Shown, "A press text is held against every item, with who had been told those words"),
    row("G1", Elsewhere, "Deniable: whoever received an item could have made it"),
    row("G2", Elsewhere, "Sealed end to end; keys change by themselves, and yesterday's are gone"),
    row("G3", Elsewhere, "Erased is gone; kept no longer than a rule says; the record stays whole"),
    row("G4", Elsewhere, "A locked vault"),
    row("H1", Elsewhere, "Nothing lost, doubled or out of order, whatever goes wrong"),
    row("H2", Elsewhere, "Test messages: silent and broken are told apart"),
    row("H3", Elsewhere, "A fixed beat, cover or real"),
    row("H4", Elsewhere, "Dispatch windows"),
    row("H5", Elsewhere, "A second hub, and the courier"),
];

/// The table's columns: what stands over each, and what a row has in it.
type Column = (&'static str, fn(&Row, &By) -> String);

const COLUMNS: &[Column] = &[
    ("row", |row, _| row.name.to_owned()),
    ("what the software does", |row, _| row.does.to_owned()),
    ("shown by", shown_by),
    ("done on a page", done_on_a_page),
];

/// What shows a row.
#[derive(Default)]
struct By {
    scenarios: Vec<String>,
    tests: Vec<String>,
}

fn shown_by(row: &Row, by: &By) -> String {
    match (by.scenarios.as_slice(), row.standing) {
        ([], Later) => "comes later".to_owned(),
        ([], _) => "no scenario".to_owned(),
        (named, _) => named.join(", "),
    }
}

fn done_on_a_page(row: &Row, by: &By) -> String {
    match (by.tests.as_slice(), nobody(row)) {
        ([], Some(reason)) => format!("nobody does it: {reason}"),
        _ if row.standing == Later => "comes later".to_owned(),
        ([], None) if TO_COME.contains(&row.name) => "to come".to_owned(),
        ([], None) => String::new(),
        (named, _) => named.join("; "),
    }
}

/// Why nobody does anything in a row, where nobody does.
fn nobody(row: &Row) -> Option<&'static str> {
    NOBODY.iter().find(|(name, _)| *name == row.name).map(|(_, reason)| *reason)
}

/// The table, from the scenarios of the workspace and the tests of its pages.
///
/// # Errors
/// A row that a scenario has to show and none does, or that has to be done on a page and no test does it; one that names a
/// row that there is not.
pub(crate) fn table(root: &Path) -> Result<String> {
    let mut scenarios = BTreeMap::new();
    for (name, text) in texts(&root.join("scenarios"), ".toml")? {
        let rows = rows_of(&text).with_context(|| format!("`rows` of {name} is no list on one line"))?;
        scenarios.insert(name, rows);
    }
    let mut tests = BTreeMap::new();
    for (folder, ending) in [("crates/pages/tests/it", ".rs"), ("browser/tests", ".test.js")] {
        for (_, text) in texts(&root.join(folder), ending)? {
            tests.extend(tests_of(&text));
        }
    }
    written(&scenarios, &tests, TO_COME)
}

/// The files of a folder that end so, each by its name without that.
fn texts(folder: &Path, ending: &str) -> Result<BTreeMap<String, String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut texts = BTreeMap::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(name) = name.strip_suffix(ending) {
            let text = fs::read_to_string(entry.path()).with_context(|| format!("{name} is not text"))?;
            texts.insert(name.to_owned(), text);
        }
    }
    Ok(texts)
}

/// The tests of a source whose names begin with rows: what each promises, and the rows.
fn tests_of(source: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    let mut is_test = false;
    for line in source.lines().map(str::trim) {
        let function = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ");
        let name = match (function, line.strip_prefix("test(\"")) {
            (Some(function), _) if is_test => function.split('(').next(),
            (_, Some(test)) => test.split('"').next(),
            _ => None,
        };
        // Between a test's mark and its function there may be other marks.
        is_test =
            line.starts_with("#[test]") || line.starts_with("#[tokio::test") || (is_test && line.starts_with("#["));
        let Some(name) = name else { continue };
        let words: Vec<&str> = name.split(['_', ' ']).collect();
        let rows: Vec<String> = words.iter().map_while(|word| row_named(word.trim_end_matches(':'))).collect();
        let promise = words.get(rows.len()..).unwrap_or_default().join(" ");
        if !rows.is_empty() {
            found.insert(promise, rows);
        }
    }
    found
}

/// A row as a test's name has it: a small letter and a number, of a row that there is or not.
fn row_named(word: &str) -> Option<String> {
    let mut letters = word.chars();
    let letter = letters.next().filter(char::is_ascii_lowercase)?;
    let number = letters.as_str();
    let is_row = !number.is_empty() && number.len() <= 2 && number.chars().all(|digit| digit.is_ascii_digit());
    is_row.then(|| format!("{}{number}", letter.to_ascii_uppercase()))
}

/// The rows that a scenario names; none where it names none.
fn rows_of(scenario: &str) -> Result<Vec<String>> {
    let head = scenario.lines().take_while(|line| !line.starts_with('['));
    let value = head.filter_map(|line| line.strip_prefix("rows")?.trim_start().strip_prefix('=')).next();
    value.map_or(Ok(Vec::new()), |list| Ok(serde_json::from_str(list.trim())?))
}

fn written(
    scenarios: &BTreeMap<String, Vec<String>>,
    tests: &BTreeMap<String, Vec<String>>,
    to_come: &[&str],
) -> Result<String> {
    for (by, rows) in scenarios.iter().chain(tests) {
        if let Some(row) = rows.iter().find(|name| !ROWS.iter().any(|row| row.name == **name)) {
            bail!("{by} shows row {row}, and there is no such row");
        }
    }
    let heads: Vec<&str> = COLUMNS.iter().map(|(head, _)| *head).collect();
    let mut table = vec![format!("| {} |", heads.join(" | ")), format!("|{}", "---|".repeat(COLUMNS.len()))];
    let (mut bare, mut undone, mut come) = (Vec::new(), Vec::new(), Vec::new());
    for row in ROWS {
        let by = By { scenarios: naming(scenarios, row), tests: naming(tests, row) };
        if by.scenarios.is_empty() && row.standing == Shown {
            bare.push(row.name);
        }
        match (by.tests.is_empty(), to_come.contains(&row.name)) {
            (true, false) if row.standing == Shown && nobody(row).is_none() => undone.push(row.name),
            (false, true) => come.push(row.name),
            (false, false) if nobody(row).is_some() || row.standing == Later => come.push(row.name),
            _ => {}
        }
        let cells: Vec<String> = COLUMNS.iter().map(|(_, cell)| cell(row, &by)).collect();
        table.push(format!("| {} |", cells.join(" | ")));
    }
    if !bare.is_empty() {
        bail!("no scenario shows {}", bare.join(", "));
    }
    if !undone.is_empty() {
        bail!("no test does on a page what a person does in {}", undone.join(", "));
    }
    if !come.is_empty() {
        let lists = "the lists of those that are to come or come later, or that nobody does";
        bail!("{} are done on a page: take them from {lists}", come.join(", "));
    }
    Ok(table.join("\n"))
}

/// What names a row, in order.
fn naming(all: &BTreeMap<String, Vec<String>>, row: &Row) -> Vec<String> {
    all.iter().filter(|(_, rows)| rows.iter().any(|name| name == row.name)).map(|(by, _)| by.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scenarios(but: &[&str]) -> BTreeMap<String, Vec<String>> {
        let shown = ROWS.iter().filter(|row| row.standing == Shown && !but.contains(&row.name));
        BTreeMap::from([("all".to_owned(), shown.map(|row| row.name.to_owned()).collect())])
    }

    /// A test that does every row but some.
    fn tests(but: &[&str]) -> BTreeMap<String, Vec<String>> {
        let done = ROWS.iter().filter(|row| row.standing == Shown && nobody(row).is_none() && !but.contains(&row.name));
        BTreeMap::from([("it is done".to_owned(), done.map(|row| row.name.to_owned()).collect())])
    }

    #[test]
    fn a_row_that_no_scenario_shows_is_told_and_one_that_comes_later_is_not() {
        let told = written(&scenarios(&["A1", "F7"]), &tests(&[]), &[]).expect_err("two rows are bare").to_string();
        assert_eq!(told, "no scenario shows A1, F7");
        let table = written(&scenarios(&[]), &tests(&[]), &[]).expect("a table");
        assert!(table.contains("\n| A1 | ") && table.contains(" | all | "), "{table}");
        let line = |row: &str| table.lines().find(|line| line.starts_with(&format!("| {row} |"))).expect("the row");
        assert!(line("C9").ends_with(" | comes later | comes later |"), "{table}");
        assert!(line("G2").ends_with(" | no scenario |  |"), "{table}");
    }

    #[test]
    fn a_row_is_shown_by_every_scenario_that_names_it() {
        let mut two = scenarios(&[]);
        two.insert("one".to_owned(), vec!["A1".to_owned(), "H1".to_owned()]);
        let table = written(&two, &tests(&[]), &[]).expect("a table");
        assert!(table.contains(" | all, one | ") && table.contains("| H1 | "), "{table}");
        two.insert("two".to_owned(), vec!["A9".to_owned()]);
        let told = written(&two, &tests(&[]), &[]).expect_err("no row A9").to_string();
        assert_eq!(told, "two shows row A9, and there is no such row");
    }

    #[test]
    fn a_row_in_which_a_person_acts_is_done_on_a_page_or_told() {
        let told = |tests, to_come: &[&str]| written(&scenarios(&[]), &tests, to_come).map_err(|why| why.to_string());
        let undone = "no test does on a page what a person does in C4, F7".to_owned();
        assert_eq!(told(tests(&["C4", "F7"]), &[]), Err(undone));
        assert!(told(tests(&["C4", "F7"]), &["C4", "F7"]).is_ok(), "those to come are not told yet");
        let come = "C4 are done on a page: take them from the lists of those that are to come or come later, or that nobody does";
        let come = come.to_owned();
        assert_eq!(told(tests(&["F7"]), &["C4", "F7"]), Err(come));
        let table = told(tests(&[]), &[]).expect("a table");
        let line = |row: &str| table.lines().find(|line| line.starts_with(&format!("| {row} |"))).expect("the row");
        assert!(line("C4").ends_with(" | it is done |"), "{table}");
        assert!(line("A4").ends_with(" | nobody does it: nobody sits at a hub |"), "{table}");
    }

    #[test]
    fn the_rows_of_a_test_are_what_its_name_begins_with() {
        let source = "#[tokio::test(flavor = \"multi_thread\")]\nasync fn b4_c14_a_thing_is_done() {\n\
                      fn e3_helps() {\n#[test]\nfn a_thing() {\n#[test]\n#[ignore]\nfn a1_b_thing() {\n";
        let rows = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
        let found = BTreeMap::from([
            ("a thing is done".to_owned(), rows(&["B4", "C14"])),
            ("b thing".to_owned(), rows(&["A1"])),
        ]);
        assert_eq!(tests_of(source), found);
        let source = "test(\"c1 c4: it is said\", async () => {\n  test(\"it is not\", () => {\n";
        assert_eq!(tests_of(source), BTreeMap::from([("it is said".to_owned(), rows(&["C1", "C4"]))]));
    }

    #[test]
    fn rows_are_read_from_the_head_of_a_scenario() {
        let rows = |text: &str| rows_of(text).map_err(|_| "no list");
        assert_eq!(
            rows("# rows = [\"B1\"]\ntitle = \"t\"\nrows     = [\"A1\", \"C14\"]\n"),
            Ok(vec!["A1".to_owned(), "C14".to_owned()])
        );
        assert_eq!(rows("title = \"t\"\n[[step]]\nrows = [\"A1\"]\n"), Ok(Vec::new()));
        assert_eq!(rows("rows = [\n  \"A1\"\n]\n"), Err("no list"));
    }

    #[test]
    fn the_rows_are_each_there_once_and_in_order() {
        let key =
            |row: &Row| (row.name.chars().next(), row.name.get(1..).and_then(|number| number.parse::<u32>().ok()));
        assert!(ROWS.windows(2).all(|two| matches!(two, [one, other] if key(one) < key(other))));
        assert!(ROWS.iter().all(|row| key(row).1.is_some() && !row.does.contains('|')));
        let named = NOBODY.iter().map(|(name, _)| name).chain(TO_COME);
        named.for_each(|name| assert!(ROWS.iter().any(|row| row.name == *name), "{name}"));
    }
}
