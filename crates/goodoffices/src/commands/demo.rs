//! `demo`: watch the reported exchange go through a real hub and real offices, and look at what is left of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::Args;
use console::{Style, Term};
use rehearsal::cast::{Cast, House};
use rehearsal::play::{Broken, Outcome, Played, Progress, Stage, play};
use rehearsal::real::house::RealHouse;
use rehearsal::report::{HubFigures, Mode, Published, View};
use rehearsal::scenario::{Actor, Office, Place, Scenario, Step};
use tokio::runtime::Runtime;

use super::hub::interrupted;
use super::left_open;
use super::rehearse::broken;
use crate::failure::Failure;
use crate::picture::lanes::{Drawing, wrap};
use crate::picture::news::{Look, News};
use crate::picture::{Event, Lanes, Tone, acts, plain};
use crate::print;
use crate::session::runtime;

const SCENARIO: &str = include_str!("../../../../scenarios/reported-2025.toml");

/// Plays the reported exchange.
#[derive(Args)]
pub(crate) struct Demo {
    /// Play it without a pause and end: nothing stays open to be looked at
    #[arg(long)]
    headless: bool,
}

impl Demo {
    /// Plays it. Exit 0: all as expected; 1: something was not.
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let scenario =
            Scenario::parse("reported-2025.toml", SCENARIO).map_err(|fault| Failure::machine(fault.to_string()))?;
        let folder = tempfile::tempdir()?;
        let program = std::env::current_exe()?;
        let runtime = runtime()?;
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        runtime.spawn(async move {
            interrupted().await;
            told.store(true, Ordering::Relaxed);
        });

        let screen = Term::stdout();
        let lanes = Lanes::of(&scenario);
        let mut show = Show::new(&screen, &lanes, !self.headless);
        show.opening(&scenario);
        let house = RealHouse::new(&program, folder.path(), scenario.starts, !self.headless).map_err(broken)?;
        let seen = Rc::new(RefCell::new(Seen::default()));
        let mut stage = Watched {
            cast: Cast::new(scenario.clone(), house),
            scenario: &scenario,
            lanes: &lanes,
            seen: Rc::clone(&seen),
            stop: &stop,
        };
        let played = play(&scenario, Mode::Real, &mut stage, &mut |progress| {
            for event in happened(&scenario, &lanes, &seen, progress) {
                show.event(&event);
            }
        });
        show.ending(&scenario, &played);
        if !self.headless && !stop.load(Ordering::Relaxed) {
            leave_open(&runtime, &program, folder.path(), &scenario, &mut stage.cast)?;
        }
        // Whoever still waits for a line of standard input is left to it.
        runtime.shutdown_background();
        Ok(ExitCode::from(played.exit_code()))
    }
}

/// The stage, with somebody who looks into every office whenever it has settled.
struct Watched<'s> {
    cast: Cast<RealHouse>,
    scenario: &'s Scenario,
    lanes: &'s Lanes,
    seen: Rc<RefCell<Seen>>,
    stop: &'s AtomicBool,
}

/// What was seen since the step before.
#[derive(Default)]
struct Seen {
    now: i64,
    looks: BTreeMap<Office, Look>,
    /// What fell due before the step's actor acted.
    due: Vec<Event>,
    /// What came of the act.
    came: Vec<Event>,
    acted: bool,
}

impl Watched<'_> {
    fn look(&mut self) -> Result<(), Broken> {
        let parties = self.scenario.parties.iter().map(|party| Office::Principal(party.id.clone()));
        let envoys = self.scenario.envoys().into_iter().map(|(party, envoy)| Office::Envoy { party, envoy });
        let mut seen = self.seen.borrow_mut();
        let mut news = News::at(self.scenario, self.lanes, seen.now);
        for office in parties.chain(envoys) {
            let Some(view) = self.cast.house.view(&office)? else { continue };
            let names = self.cast.view(&office)?.items.into_iter().map(|item| item.item).collect();
            let look = Look { view, names };
            let before = seen.looks.remove(&office).unwrap_or_default();
            let events = news.of(&office, &before, &look);
            seen.looks.insert(office, look);
            if seen.acted { seen.came.extend(events) } else { seen.due.extend(events) }
        }
        Ok(())
    }

    fn go_on(&self) -> Result<(), Broken> {
        if self.stop.load(Ordering::Relaxed) { Err(Broken("it was interrupted".to_owned())) } else { Ok(()) }
    }
}

impl Stage for Watched<'_> {
    fn set_clock(&mut self, civil: i64) -> Result<(), Broken> {
        self.go_on()?;
        self.seen.borrow_mut().now = civil;
        self.cast.set_clock(civil)
    }

    fn next_due(&mut self) -> Result<Option<i64>, Broken> {
        self.cast.next_due()
    }

    fn perform(&mut self, step: &Step) -> Result<Outcome, Broken> {
        self.go_on()?;
        self.seen.borrow_mut().acted = true;
        self.cast.perform(step)
    }

    fn settle(&mut self) -> Result<(), Broken> {
        self.cast.settle()?;
        self.look()
    }

    fn refused_since(&mut self, step: &Step) -> Result<Option<String>, Broken> {
        self.cast.refused_since(step)
    }

    fn view(&mut self, who: &Office) -> Result<View, Broken> {
        self.cast.view(who)
    }

    fn clear_text(&mut self, who: &Office) -> Result<Vec<String>, Broken> {
        self.cast.clear_text(who)
    }

    fn public(&mut self) -> Result<Vec<Published>, Broken> {
        self.cast.public()
    }

    fn hub(&mut self) -> Result<HubFigures, Broken> {
        self.cast.hub()
    }

    fn hub_keeps(&mut self) -> Result<Vec<String>, Broken> {
        self.cast.hub_keeps()
    }

    fn checkpoint(&mut self, step: &str, of: &BTreeSet<Place>) -> Result<(), Broken> {
        self.cast.checkpoint(step, of)
    }
}

/// What there is to tell of a progress.
fn happened(scenario: &Scenario, lanes: &Lanes, seen: &RefCell<Seen>, progress: &Progress<'_>) -> Vec<Event> {
    let mut seen = seen.borrow_mut();
    let wrong = |what: &str| Event::within(seen.now, crate::picture::DESK, Tone::Wrong, what);
    match progress {
        Progress::Playing { .. } => Vec::new(),
        Progress::Played { step, report, failure } => {
            let mut act = vec![acts::event(scenario, lanes, step, report)];
            act.extend(failure.map(wrong));
            let (mut due, mut came) = (std::mem::take(&mut seen.due), std::mem::take(&mut seen.came));
            due.sort_by_key(|event| event.at);
            came.sort_by_key(|event| event.at);
            seen.acted = false;
            // What lapses while time goes by is what came of that.
            if step.by == Actor::Clock { [act, due, came].concat() } else { [due, act, came].concat() }
        }
        Progress::Looked { report, .. } => report.why.as_deref().map(wrong).into_iter().collect(),
    }
}

/// Where the picture goes.
struct Show<'t> {
    screen: &'t Term,
    lanes: Lanes,
    drawing: Option<Drawing>,
    live: bool,
}

impl<'t> Show<'t> {
    fn new(screen: &'t Term, lanes: &Lanes, live: bool) -> Self {
        let drawing = screen.is_term().then(|| Drawing::new(lanes, usize::from(screen.size().1)));
        Self { screen, lanes: lanes.clone(), drawing, live: live && screen.is_term() }
    }

    fn line(&self, text: &str) {
        // A reader that has gone away is no fault.
        let _ = self.screen.write_line(text);
    }

    fn opening(&self, scenario: &Scenario) {
        self.line(&Style::new().bold().apply_to(&scenario.title).to_string());
        let about = "It goes through a real hub and real offices, a process each, over TLS on this machine. The words are our own; \
                     who said what when is the public record's. What stands in a lane's colour was said by that lane, or told to it.";
        for line in wrap(about, usize::from(self.screen.size().1).clamp(60, 120) - 1) {
            self.line(&line);
        }
        self.line("");
    }

    fn event(&mut self, event: &Event) {
        let lines = match &mut self.drawing {
            Some(drawing) => drawing.lines(event),
            None => plain::lines(&self.lanes, event),
        };
        for line in lines {
            self.line(&line);
        }
        if self.live {
            let words = event.words.as_ref().map_or(0, |words| words.len() as u64);
            read_for(Duration::from_millis(350 + words.min(150) * 9));
        }
    }

    fn ending(&self, scenario: &Scenario, played: &Played) {
        let report = &played.report;
        self.line("");
        self.line(&Style::new().bold().apply_to("What each side was told, in the end").to_string());
        for party in &scenario.parties {
            let Some(view) = report.views.get(&party.id) else { continue };
            self.line(&format!("  {}", party.name));
            let told: Vec<_> =
                view.items.iter().filter(|item| item.side == rehearsal::report::ItemSide::Received).collect();
            for item in &told {
                let day = item.conveyed_on.as_deref().unwrap_or_default();
                let from = item.from.as_deref().unwrap_or_default();
                let did = item.disposition.as_deref().unwrap_or("left where it was");
                self.line(&format!("    {day}  {:<3} from {from:<18} {did}", item.item));
            }
            if told.is_empty() {
                self.line("    nothing");
            }
        }
        self.line("");
        for failure in &played.failures {
            print::say_error(failure);
        }
        let held = report.expectations.iter().filter(|one| one.held).count();
        let end = format!(
            "{} steps, {held} of {} expectations held, {} cells of 8,192 bytes through the hub: {}",
            report.steps.len(),
            report.expectations.len(),
            report.hub.deposited,
            if report.passed { "as expected" } else { "NOT as expected" }
        );
        let style = if report.passed { Style::new().green() } else { Style::new().red().bold() };
        self.line(&style.apply_to(end).to_string());
    }
}

/// Opens the desk and the two sides in the browser, says how to look at them otherwise, and waits to be told to end.
fn leave_open(
    runtime: &Runtime,
    program: &Path,
    folder: &Path,
    scenario: &Scenario,
    cast: &mut Cast<RealHouse>,
) -> Result<(), Failure> {
    let all = left_open::doors(scenario);
    let desk = all.iter().find(|(office, _)| *office == Office::Desk);
    let sides = all.iter().filter(|(office, _)| matches!(office, Office::Principal(_))).take(2);
    let doors: Vec<_> = desk.into_iter().chain(sides).cloned().collect();
    print::say("\nThe desk and both sides are open in the browser. An address is for one browser and once:");
    left_open::show(&mut cast.house, &doors, doors.len()).map_err(broken)?;
    left_open::say_ways(program, folder, &doors);
    left_open::wait(runtime, cast)
}

#[allow(clippy::disallowed_methods, reason = "a person reads")]
fn read_for(span: Duration) {
    std::thread::sleep(span);
}
