//! The engine: plays a scenario on a stage, step by step, judges every outcome and expectation, and collects the report.
//!
//! It is sans-IO: everything that a step does, and every look into an office, is the [`Stage`]'s. For each step the
//! engine moves the clock, has the stage perform the act, lets the lines settle, asks what the desk thought of it, takes
//! the backups that a later `restore` names, and then looks through the eyes of the expectations of that step. A step
//! that goes otherwise than expected does not end the rehearsal; a stage that breaks does, with what was played so far.

use std::collections::BTreeSet;
use std::fmt;

use crate::report::{ExpectationReport, HubFigures, Mode, Published, Report, StepReport, View, Went, time as written};
use crate::scenario::{Act, Expectation, Expected, Office, Place, Scenario, Step, Witness, not_yet};

/// How a step went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused, for the reason that a person would read.
    Refused(String),
}

/// The stage itself failed (a process did not start, a line did not settle): nothing that a scenario may expect.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Broken(pub String);

/// The world in which a scenario is played: a hub, the offices of the desk and of every party, and what befalls them.
///
/// Envoys' offices come into being with the `appoint` that names them.
pub trait Stage {
    /// Moves civil time, never back, and lets every office take note of what fell due.
    fn set_clock(&mut self, civil: i64) -> Result<(), Broken>;

    /// When an office will next do something by itself, in seconds since the epoch; none where nothing waits for a time.
    fn next_due(&mut self) -> Result<Option<i64>, Broken>;

    /// Performs a step (never a `pass`, nor one that [`not_yet`] refuses) and says what its actor's own office thought of it.
    fn perform(&mut self, step: &Step) -> Result<Outcome, Broken>;

    /// Returns when whatever can be delivered has been, asking nothing of an office that is cut off.
    fn settle(&mut self) -> Result<(), Broken>;

    /// The desk's reason, once settled, for refusing a step that its actor's own office had done.
    fn refused_since(&mut self, step: &Step) -> Result<Option<String>, Broken>;

    /// What an office shows; empty where the office does not exist yet.
    fn view(&mut self, who: &Office) -> Result<View, Broken>;

    /// Everything that an office holds in the clear once unlocked: its views, its journal, every letter that its lines
    /// ever carried. Empty where the office does not exist yet.
    fn clear_text(&mut self, who: &Office) -> Result<Vec<String>, Broken>;

    /// What was published.
    fn public(&mut self) -> Result<Vec<Published>, Broken>;

    /// What the hub counted.
    fn hub(&mut self) -> Result<HubFigures, Broken>;

    /// All that the hub keeps, as text where it is any.
    fn hub_keeps(&mut self) -> Result<Vec<String>, Broken>;

    /// Keeps a backup of each of these places as it stands after the step of this id, for a later `restore`.
    fn checkpoint(&mut self, step: &str, of: &BTreeSet<Place>) -> Result<(), Broken>;
}

/// What is told while a scenario is played; each displays as one line.
#[derive(Debug)]
pub enum Progress<'p> {
    /// A step begins.
    Playing {
        /// The step.
        step: &'p Step,
        /// How many there are.
        of: usize,
    },
    /// A step is over.
    Played {
        /// The step.
        step: &'p Step,
        /// Its report.
        report: &'p StepReport,
        /// Why that is not what was expected.
        failure: Option<&'p str>,
    },
    /// An expectation was looked at.
    Looked {
        /// The expectation.
        expectation: &'p Expectation,
        /// Its report.
        report: &'p ExpectationReport,
    },
}

/// What came of playing a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// The report.
    pub report: Report,
    /// One line for each step and expectation that went otherwise than expected, with file and line, in order.
    pub failures: Vec<String>,
    /// Those of them that are the stage's own, whatever the scenario expects.
    pub broke: Vec<String>,
}

/// How many moments at which something is due are stopped at on the way from one step to the next.
const DUE_MOST: usize = 10_000;

/// The exit code of a file in which something is wrong, so that nothing was played.
pub const EXIT_MALFORMED: u8 = 2;

impl Played {
    /// The exit code: 0 where everything went as expected, 1 where something did not.
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.report.passed)
    }
}

/// Plays a scenario, telling how it goes.
pub fn play(scenario: &Scenario, mode: Mode, stage: &mut impl Stage, tell: &mut dyn FnMut(&Progress<'_>)) -> Played {
    let mut run =
        Run { scenario, stage, tell, steps: Vec::new(), judged: Vec::new(), failures: Vec::new(), broke: Vec::new() };
    if let Err(Broken(why)) = run.steps() {
        run.broke(&why);
    }
    run.report(mode)
}

struct Run<'r, S> {
    scenario: &'r Scenario,
    stage: &'r mut S,
    tell: &'r mut dyn FnMut(&Progress<'_>),
    steps: Vec<StepReport>,
    judged: Vec<ExpectationReport>,
    failures: Vec<String>,
    broke: Vec<String>,
}

impl<S: Stage> Run<'_, S> {
    fn steps(&mut self) -> Result<(), Broken> {
        let mut clock = self.scenario.starts;
        self.stage.set_clock(clock)?;
        self.look(0)?;
        for step in &self.scenario.steps {
            (self.tell)(&Progress::Playing { step, of: self.scenario.steps.len() });
            let outcome = self.step(step, &mut clock)?;
            if let Some(id) = &step.id {
                let wanted = self.scenario.backups_of(id);
                if !wanted.is_empty() {
                    self.stage.checkpoint(id, &wanted)?;
                }
            }
            self.played(step, outcome);
            self.look(step.number)?;
        }
        Ok(())
    }

    fn step(&mut self, step: &Step, clock: &mut i64) -> Result<Outcome, Broken> {
        go_on(self.stage, clock, step.at)?;
        if let Some(reason) = not_yet(step.side(), &step.act) {
            return Ok(Outcome::Refused(reason));
        }
        if matches!(step.act, Act::Pass { .. }) {
            go_on(self.stage, clock, step.ends())?;
            return Ok(Outcome::Done);
        }
        let outcome = self.stage.perform(step)?;
        self.stage.settle()?;
        Ok(match outcome {
            Outcome::Refused(reason) => Outcome::Refused(reason),
            Outcome::Done => self.stage.refused_since(step)?.map_or(Outcome::Done, Outcome::Refused),
        })
    }

    fn played(&mut self, step: &Step, outcome: Outcome) {
        let failure = unexpected(&step.expect, &outcome);
        let (outcome, reason) = match outcome {
            Outcome::Done => (Went::Done, None),
            Outcome::Refused(reason) => (Went::Refused, Some(reason)),
        };
        let report = StepReport {
            n: step.number,
            id: step.id.clone(),
            by: step.by_as_written.clone(),
            verb: step.act.verb().to_owned(),
            outcome,
            reason,
        };
        (self.tell)(&Progress::Played { step, report: &report, failure: failure.as_deref() });
        if let Some(why) = failure {
            self.failures.push(format!("{}:{}: {}: {why}", self.scenario.file, step.line, Named(step)));
        }
        self.steps.push(report);
    }

    /// Judges the expectations of a step; those of step 0 are of a scenario without steps.
    fn look(&mut self, after: usize) -> Result<(), Broken> {
        for expectation in self.scenario.expectations.iter().filter(|expectation| expectation.after == after) {
            let why = self.why_not(expectation)?;
            let report = ExpectationReport { n: expectation.number, held: why.is_none(), why };
            (self.tell)(&Progress::Looked { expectation, report: &report });
            if let Some(why) = &report.why {
                self.failures.push(format!("{}:{}: {why}", self.scenario.file, expectation.line));
            }
            self.judged.push(report);
        }
        Ok(())
    }

    fn why_not(&mut self, expectation: &Expectation) -> Result<Option<String>, Broken> {
        let (shown, held, outstanding) = match &expectation.who {
            Witness::Public => {
                let public: Vec<String> = self.stage.public()?.into_iter().map(|readout| readout.text).collect();
                (public.clone(), public, BTreeSet::new())
            }
            Witness::Hub => (Vec::new(), self.stage.hub_keeps()?, BTreeSet::new()),
            Witness::Office(office) => {
                let view = self.stage.view(office)?;
                let shown =
                    view.texts().into_iter().chain(view.names()).chain(view.codes()).map(str::to_owned).collect();
                let mut held: Vec<String> = view.texts().into_iter().map(str::to_owned).collect();
                if !expectation.never.is_empty() {
                    held.extend(self.stage.clear_text(office)?);
                }
                (shown, held, view.outstanding)
            }
        };
        let who = &expectation.who;
        let mut why = Vec::new();
        for text in expectation.sees.iter().filter(|text| !has(&shown, text)) {
            why.push(format!("{who} does not see \"{text}\""));
        }
        for text in expectation.never.iter().filter(|text| has(&held, text)) {
            why.push(format!("{who} holds \"{text}\""));
        }
        if let Some(expected) = expectation.outstanding.as_ref().filter(|expected| **expected != outstanding) {
            why.push(format!("outstanding for {who} is {}, not {}", set(&outstanding), set(expected)));
        }
        Ok(if why.is_empty() { None } else { Some(why.join("; ")) })
    }

    fn broke(&mut self, why: &str) {
        let at = self.scenario.steps.get(self.steps.len());
        self.stage_failed(match at {
            Some(step) => format!("{}:{}: {}: the rehearsal broke: {why}", self.scenario.file, step.line, Named(step)),
            None => format!("{}: the rehearsal broke: {why}", self.scenario.file),
        });
    }

    fn stage_failed(&mut self, why: String) {
        self.failures.push(why.clone());
        self.broke.push(why);
    }

    fn report(mut self, mode: Mode) -> Played {
        for expectation in &self.scenario.expectations {
            if !self.judged.iter().any(|judged| judged.n == expectation.number) {
                let why = Some("the rehearsal broke before it".to_owned());
                self.judged.push(ExpectationReport { n: expectation.number, held: false, why });
            }
        }
        self.judged.sort_by_key(|judged| judged.n);
        let parties = self.scenario.parties.iter().map(|party| Office::Principal(party.id.clone()));
        let envoys = self.scenario.envoys().into_iter().map(|(party, envoy)| Office::Envoy { party, envoy });
        let mut views = std::collections::BTreeMap::new();
        for office in std::iter::once(Office::Desk).chain(parties).chain(envoys) {
            match self.stage.view(&office) {
                Ok(view) => drop(views.insert(office.to_string(), view)),
                Err(Broken(why)) => self.stage_failed(format!("{}: no view of {office}: {why}", self.scenario.file)),
            }
        }
        let public = self.stage.public().unwrap_or_else(|Broken(why)| {
            self.stage_failed(format!("{}: nothing of what was published: {why}", self.scenario.file));
            Vec::new()
        });
        let hub = self.stage.hub().unwrap_or_else(|Broken(why)| {
            self.stage_failed(format!("{}: no figures of the hub: {why}", self.scenario.file));
            HubFigures::default()
        });
        let report = Report {
            scenario: self.scenario.title.clone(),
            passed: self.failures.is_empty(),
            mode,
            steps: self.steps,
            expectations: self.judged,
            views,
            public,
            hub,
        };
        Played { report, failures: self.failures, broke: self.broke }
    }
}

/// Why an outcome is not the expected one.
fn unexpected(expected: &Expected, outcome: &Outcome) -> Option<String> {
    match (expected, outcome) {
        (Expected::Done, Outcome::Done) => None,
        (Expected::Done, Outcome::Refused(reason)) => Some(format!("was refused: {reason}")),
        (Expected::Refused(part), Outcome::Refused(reason)) if reason.contains(part) => None,
        (Expected::Refused(part), Outcome::Refused(reason)) => {
            Some(format!("was to be refused with \"{part}\", and was refused: {reason}"))
        }
        (Expected::Refused(_), Outcome::Done) => Some("was to be refused, and was done".to_owned()),
    }
}

fn has(texts: &[String], wanted: &str) -> bool {
    texts.iter().any(|text| text.contains(wanted))
}

fn set(names: &BTreeSet<String>) -> String {
    if names.is_empty() { "nothing".to_owned() } else { names.iter().cloned().collect::<Vec<_>>().join(", ") }
}

/// A step in a message.
struct Named<'s>(&'s Step);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let step = self.0;
        write!(f, "step {}", step.number)?;
        if let Some(id) = &step.id {
            write!(f, " ({id})")?;
        }
        write!(f, ": {} {}", step.by_as_written, step.act.verb())
    }
}

impl fmt::Display for Progress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Playing { step, of } => {
                let width = of.to_string().len();
                let (n, at, by, verb) = (step.number, written(step.at), &step.by_as_written, step.act.verb());
                write!(f, "{n:width$}/{of}  {at}  {by}: {verb}")
            }
            Self::Played { step, failure: Some(why), .. } => write!(f, "{}: {why}", Named(step)),
            Self::Played { step, report: StepReport { reason: Some(reason), .. }, .. } => {
                write!(f, "{}: refused, as expected: {reason}", Named(step))
            }
            Self::Played { step, .. } => write!(f, "{}: done", Named(step)),
            Self::Looked { report: ExpectationReport { n, why: Some(why), .. }, .. } => {
                write!(f, "expectation {n}: {why}")
            }
            Self::Looked { report: ExpectationReport { n, .. }, .. } => write!(f, "expectation {n}: holds"),
        }
    }
}
/// Lets time go by on a stage, from `clock` to `to`: what falls due on the way is delivered before anyone acts.
///
/// # Errors
/// An office does not work any more.
pub fn go_on(stage: &mut impl Stage, clock: &mut i64, to: i64) -> Result<(), Broken> {
    // Time goes by: it does not jump over what offices do by themselves on the way.
    for _ in 0..DUE_MOST {
        let due = if *clock < to { stage.next_due()? } else { None };
        let Some(due) = due.filter(|due| *clock < *due && *due < to) else { break };
        *clock = due;
        stage.set_clock(due)?;
        stage.settle()?;
    }
    if *clock < to {
        *clock = to;
        stage.set_clock(to)?;
        stage.settle()?;
    }
    Ok(())
}
