//! A stage for tests of the engine: it does what its script says and writes down what was asked of it.

use std::collections::{BTreeMap, BTreeSet};

use rehearsal::play::{Broken, Outcome, Stage};
use rehearsal::report::{HubFigures, Published, View};
use rehearsal::scenario::{Office, Place, Step};

/// What the stage is to say, and what it was asked.
#[derive(Default)]
pub(crate) struct Scripted {
    /// Outcomes of `perform`, by step number; done where there is none.
    pub(crate) refused: BTreeMap<usize, &'static str>,
    /// What the desk refuses once settled.
    pub(crate) refused_since: BTreeMap<usize, &'static str>,
    /// The step in which the stage breaks.
    pub(crate) breaks: Option<usize>,
    pub(crate) views: BTreeMap<String, View>,
    pub(crate) clear_text: BTreeMap<String, Vec<String>>,
    pub(crate) hub_keeps: Vec<&'static str>,
    /// Everything that the engine asked for, in order.
    pub(crate) asked: Vec<String>,
}

impl Stage for Scripted {
    fn next_due(&mut self) -> Result<Option<i64>, Broken> {
        Ok(None)
    }

    fn set_clock(&mut self, civil: i64) -> Result<(), Broken> {
        self.asked.push(format!("clock {}", rehearsal::report::time(civil)));
        Ok(())
    }

    fn perform(&mut self, step: &Step) -> Result<Outcome, Broken> {
        if self.breaks == Some(step.number) {
            return Err(Broken("the desk's process is gone".to_owned()));
        }
        self.asked.push(format!("perform {}", step.act.verb()));
        let refused = self.refused.get(&step.number);
        Ok(refused.map_or(Outcome::Done, |reason| Outcome::Refused((*reason).to_owned())))
    }

    fn settle(&mut self) -> Result<(), Broken> {
        self.asked.push("settle".to_owned());
        Ok(())
    }

    fn refused_since(&mut self, step: &Step) -> Result<Option<String>, Broken> {
        Ok(self.refused_since.get(&step.number).map(|reason| (*reason).to_owned()))
    }

    fn view(&mut self, who: &Office) -> Result<View, Broken> {
        Ok(self.views.get(&who.to_string()).cloned().unwrap_or_default())
    }

    fn clear_text(&mut self, who: &Office) -> Result<Vec<String>, Broken> {
        Ok(self.clear_text.get(&who.to_string()).cloned().unwrap_or_default())
    }

    fn public(&mut self) -> Result<Vec<Published>, Broken> {
        Ok(Vec::new())
    }

    fn hub(&mut self) -> Result<HubFigures, Broken> {
        Ok(HubFigures { deposited: 14, held: 0, cell_sizes: BTreeSet::from([8192]) })
    }

    fn hub_keeps(&mut self) -> Result<Vec<String>, Broken> {
        Ok(self.hub_keeps.iter().map(|kept| (*kept).to_owned()).collect())
    }

    fn checkpoint(&mut self, step: &str, of: &BTreeSet<Place>) -> Result<(), Broken> {
        let of: Vec<String> = of.iter().map(Place::to_string).collect();
        self.asked.push(format!("checkpoint {step} of {}", of.join(" ")));
        Ok(())
    }
}
