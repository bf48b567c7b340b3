//! The two guides, run as they are written and together: every command of both, in the order of the work, on a hub, a desk
//! and parties' offices. A command ends as its guide says: well, or with the very refusal that is shown. What a guide shows
//! is what is shown.
//!
//! How a guide is marked for this: a fenced block `console` holds commands (after `$ `, going on after a `\`), `^C`, and
//! below each all that it shows; `…` stands for whatever is there, a line of it for lines that are left out. Below what is
//! of no interest stands nothing. A word after `console` names the terminal. Where a guide cannot go on before the other has
//! come somewhere, `<!-- awaits: NAME -->` stands in it, and `<!-- says: NAME -->` in the other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use crate::reader::{Reader, Typed};

/// The guides, each with the terminal at which its reader sits.
const GUIDES: [(&str, &str); 2] = [("GUIDE-DESK.md", "desk"), ("GUIDE-PARTY.md", "party")];

/// A part of a guide that something is done for.
enum Step {
    /// A command, or Ctrl-C, with what is shown below it.
    Types {
        terminal: String,
        keys: String,
        shown: Vec<String>,
    },
    Says(String),
    Awaits(String),
}

/// A step, and where it stands.
struct Placed {
    at: String,
    step: Step,
}

/// The steps of a guide, in order.
fn steps(guide: &str, terminal: &str) -> VecDeque<Placed> {
    let mut steps = VecDeque::new();
    let mut block: Option<String> = None;
    for (number, line) in (1..).zip(text(guide).lines()) {
        let at = format!("docs/{guide}:{number}");
        if let Some(info) = line.strip_prefix("```") {
            block = match (&block, info.strip_prefix("console")) {
                (Some(_), _) => None,
                (None, Some(named)) => Some(if named.is_empty() { terminal } else { named.trim() }.to_owned()),
                (None, None) => panic!("{at}: a block that is no `console` is not run"),
            };
        } else if let Some(terminal) = &block {
            let typed = line.strip_prefix("$ ").or_else(|| (line == "^C").then_some(line));
            match (typed, steps.back_mut()) {
                // A command that goes on here.
                (None, Some(Placed { step: Step::Types { keys, .. }, .. })) if keys.ends_with('\\') => {
                    keys.pop();
                    keys.push_str(line.trim_start());
                }
                (Some(keys), _) => {
                    let step = Step::Types { terminal: terminal.clone(), keys: keys.to_owned(), shown: Vec::new() };
                    steps.push_back(Placed { at, step });
                }
                (None, Some(Placed { step: Step::Types { shown, .. }, .. })) => shown.push(line.to_owned()),
                (None, _) => panic!("{at}: a block begins with a command"),
            }
        } else if let Some(mark) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            let step = match mark.split_once(": ") {
                Some(("says", name)) => Step::Says(name.to_owned()),
                Some(("awaits", name)) => Step::Awaits(name.to_owned()),
                _ => panic!("{at}: a mark says something, or awaits it"),
            };
            steps.push_back(Placed { at, step });
        } else {
            let line = line.trim_start();
            let hidden = ["$ ", "```", "~~~", "<!--"].iter().any(|begins| line.starts_with(begins));
            assert!(!hidden, "{at}: a block or mark that is set in is not seen, nor a command outside of a block");
        }
    }
    steps
}

fn text(guide: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(guide);
    std::fs::read_to_string(file).expect("a guide")
}

#[test]
fn both_guides_work_as_they_are_written() {
    let mut reader = Reader::new();
    let mut guides: Vec<VecDeque<Placed>> = GUIDES.iter().map(|(guide, terminal)| steps(guide, terminal)).collect();
    // What was said, and whether anything has waited for it.
    let mut said: BTreeMap<String, bool> = BTreeMap::new();
    let mut otherwise = Vec::new();
    while guides.iter().any(|guide| !guide.is_empty()) {
        let mut moved = false;
        for guide in &mut guides {
            while let Some(Placed { at, step }) = guide.pop_front() {
                match step {
                    Step::Awaits(name) if !said.contains_key(&name) => {
                        guide.push_front(Placed { at, step: Step::Awaits(name) });
                        break;
                    }
                    Step::Awaits(name) => drop(said.insert(name, true)),
                    Step::Says(name) => {
                        assert!(said.insert(name, false).is_none(), "{at}: that was said before");
                    }
                    Step::Types { terminal, keys, shown } => {
                        otherwise.extend(run(&mut reader, &at, &terminal, &keys, &shown));
                    }
                }
                moved = true;
            }
        }
        let waits: Vec<&str> = guides.iter().filter_map(|guide| Some(guide.front()?.at.as_str())).collect();
        assert!(moved, "each guide waits for the other: {waits:?}");
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n\n"));
    let idle: Vec<&String> = said.iter().filter(|(_, awaited)| !**awaited).map(|(name, _)| name).collect();
    assert!(idle.is_empty(), "marks that nothing waits for: {idle:?}");
}

/// Does one thing, which has to end as its guide says, and gives what is not as the guide shows it.
fn run(reader: &mut Reader, at: &str, terminal: &str, keys: &str, written: &[String]) -> Option<String> {
    let Typed { shown, code } = if keys == "^C" { reader.interrupts(terminal) } else { reader.types(terminal, keys) };
    match code {
        Some(code) if written.iter().any(|line| line.starts_with("goodoffices: ")) => {
            assert!(code == 1 || code == 2, "{at}: `{keys}` was not refused:\n{shown}");
        }
        Some(code) => assert_eq!(code, 0, "{at}: `{keys}` does not end well:\n{shown}"),
        None => {}
    }
    let shown: Vec<&str> = shown.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let other = differs(&shown, written)?;
    Some(format!("{at}: `{keys}` does not show, where it should,\n  {other}\nbut:\n  {}", shown.join("\n  ")))
}

/// The first line that a guide has otherwise; what it has nothing of may be anything.
fn differs(shown: &[&str], written: &[String]) -> Option<String> {
    let mut shown = shown.iter();
    let mut left_out = written.is_empty();
    for line in written {
        let found = match line.as_str() {
            "…" => true,
            line if left_out => shown.any(|one| is_like(one, line)),
            line => shown.next().is_some_and(|one| is_like(one, line)),
        };
        if !found {
            return Some(line.clone());
        }
        left_out = line == "…";
    }
    (!left_out && shown.next().is_some()).then(|| "nothing more".to_owned())
}

/// Whether a line is as a guide has it, in which `…` is anything.
fn is_like(line: &str, written: &str) -> bool {
    let Some((first, rest)) = written.split_once('…') else { return line == written };
    let Some(mut line) = line.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = rest.split('…').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        let Some((_, after)) = line.split_once(part) else { return false };
        line = after;
    }
    line.ends_with(last)
}

#[test]
fn the_guides_use_every_command_that_there_is() {
    let reader = Reader::new();
    for (guide, kind) in [("GUIDE-DESK.md", "desk"), ("GUIDE-PARTY.md", "party")] {
        let used: BTreeSet<String> = steps(guide, kind)
            .into_iter()
            .filter_map(|placed| match placed.step {
                Step::Types { keys, .. } => keys.split(' ').nth(2).map(str::to_owned),
                _ => None,
            })
            .collect();
        let help = reader.rig().run(&format!("{kind} --help")).well();
        let (_, commands) = help.split_once("Commands:\n").expect("commands");
        // What is said of a command may go on, set in further.
        let commands = commands.lines().take_while(|line| !line.is_empty());
        let commands = commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        let missing: Vec<&str> =
            commands.filter(|name| !name.is_empty() && *name != "help" && !used.contains(*name)).collect();
        assert!(missing.is_empty(), "{guide} does not use {missing:?}");
    }
}

#[test]
fn what_a_guide_leaves_out_is_marked() {
    let written = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let shown = ["Item 1 (lodged), approved", "  lapses 2026-01-01, at noon", "  words Calm."];
    for like in ["Item 1 (…), …d\n…", "…\n  lapses …, at …\n  words Calm.", "…\n  words Calm.\n…", "…", ""]
    {
        assert_eq!(differs(&shown, &written(like)), None, "{like}");
    }
    for unlike in [
        "Item 1 (lodged), approved",
        "Item 1…\n  words Calm.",
        "…\n  words Calm",
        "…\n  words …\n  lapses …",
        "item…\n…",
    ] {
        assert!(differs(&shown, &written(unlike)).is_some(), "{unlike}");
    }
    assert!(!is_like("ab", "ab…b"));
}
