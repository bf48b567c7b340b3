//! What an officer does with an item: renders it, releases it, hands it back, corrects the desk's own words, admits what
//! was held, erases.

use super::{Decision, Event, Officer, lodging, pairs};
use crate::content::{RenditionCopy, Translation, Wording};
use crate::desk::record::{Author, Rendition, Standing};
use crate::desk::release::{Releasable, stands};
use crate::desk::state::{Item, State};
use crate::ids::{ItemId, PartyId};
use crate::letters::ToParty;
use crate::lint::wording_warnings;
use crate::naming;
use crate::refusal::Refusal;
use crate::rules::{self, form_rule, label_allowed};
use crate::vocabulary::Label;
use crate::warning::Warning;

/// Conditions, reservations and scope in the desk's words; the author's where they are left out, and in a correction
/// those that were conveyed.
pub(super) struct Terms {
    pub(super) conditions: Option<Vec<String>>,
    pub(super) reservations: Option<Vec<String>>,
    pub(super) scope: Option<String>,
    pub(super) translations: Vec<Translation>,
}

impl Officer<'_> {
    pub(super) fn render(
        &self,
        id: ItemId,
        words: String,
        label: Label,
        to: Vec<PartyId>,
        terms: Terms,
    ) -> Result<Decision, Refusal> {
        let item = self.item(id)?;
        self.may_be_rendered(item)?;
        let to = addressees(item, to)?;
        if to.iter().any(|party| item.is_out_to(*party)) {
            return Err(Refusal::AlreadyReleased);
        }
        let content = &item.content;
        let personal = form_rule(content.form).personal;
        let wording = Wording {
            words,
            label: Some(label),
            conditions: terms.conditions.unwrap_or_else(|| content.conditions.clone()),
            reservations: terms.reservations.unwrap_or_else(|| content.reservations.clone()),
            scope: terms.scope.or_else(|| content.scope.clone()).filter(|scope| !scope.is_empty()),
            on_behalf_of: content.on_behalf_of.clone().filter(|_| personal),
            carrier: content.carrier.clone().filter(|_| personal),
            translations: terms
                .translations
                .into_iter()
                .map(|one| rules::by_day(Translation { on: self.now, ..one }))
                .collect(),
        };
        check(item, &wording)?;
        self.rendered(id, item, to, wording, None)
    }

    pub(super) fn correct(
        &self,
        id: ItemId,
        words: String,
        label: Option<Label>,
        to: Vec<PartyId>,
        terms: Terms,
    ) -> Result<Decision, Refusal> {
        let item = self.item(id)?;
        if !item.is_out() {
            return Err(Refusal::NotReleased);
        }
        stands(self.state, item, self.now)?;
        let to = addressees(item, to)?;
        let first = to.iter().find_map(|party| item.current(*party)).ok_or(Refusal::NotReleased)?;
        if to.iter().any(|party| item.current(*party) != Some(first) || !item.is_out_to(*party)) {
            return Err(Refusal::CorrectSeparately);
        }
        let label = first.wording.label.and(label).or(first.wording.label);
        let conveyed = first.wording.clone();
        let wording = Wording {
            words,
            label,
            conditions: terms.conditions.unwrap_or(conveyed.conditions),
            reservations: terms.reservations.unwrap_or(conveyed.reservations),
            scope: terms.scope.or(conveyed.scope).filter(|scope| !scope.is_empty()),
            translations: terms.translations,
            ..first.wording.clone()
        };
        check(item, &wording)?;
        let mut decision = self.rendered(id, item, to, wording, Some(first.id))?;
        let two_officers = self.state.set_up.as_ref().is_some_and(|set_up| set_up.two_officers);
        if let (false, false, Some(Event::Rendered { rendition, .. })) =
            (item.approve, two_officers, decision.events.first())
        {
            let rendition = rendition.clone();
            let gate = Releasable::correction(self.state, id, item, &rendition, self.name, self.now)?;
            self.let_go(id, &gate, &mut decision);
            tell_author(self, id, item, &rendition, &mut decision);
        }
        Ok(decision)
    }

    /// Takes words in and, where their author asked for it, puts them to it.
    fn rendered(
        &self,
        id: ItemId,
        item: &Item,
        to: Vec<PartyId>,
        wording: Wording,
        corrects: Option<crate::RenditionId>,
    ) -> Result<Decision, Refusal> {
        let rendition = Rendition {
            id: naming::rendition(id, &to, &wording, corrects),
            to,
            wording,
            officer: Some(self.name.to_owned()),
            corrects,
        };
        let again = rendition.to.iter().all(|party| item.current(*party).is_some_and(|one| one.id == rendition.id));
        // What was given up before its release can be made again.
        let made = item.rendition(rendition.id).is_some() && !item.dropped.contains(&rendition.id);
        if again || (corrects.is_some() && made) {
            return Ok(Decision::default());
        }
        let mut warnings = rendition_warnings(self.state, item, &rendition.wording);
        warnings.extend(item.is_unconfirmed().then_some(Warning::Unconfirmed));
        let mut decision = Decision { warnings, ..Decision::default() };
        if item.approve && !item.verdicts.contains_key(&rendition.id) {
            let words = copy(self.state, item, &rendition);
            let seats = self.state.following_seats(item, self.now);
            decision.tell_each(seats, &ToParty::ApprovalAsked { item: id, words }, Some(id.0));
        }
        decision.events.push(Event::Rendered { item: id, rendition });
        Ok(decision)
    }

    pub(super) fn release(&self, id: ItemId) -> Result<Decision, Refusal> {
        let item = self.item(id)?;
        let mut decision = Decision::default();
        match Releasable::item(self.state, id, item, self.name, self.now) {
            Ok(gate) => {
                self.let_go(id, &gate, &mut decision);
                let waiting = item.to.iter().filter(|party| !item.is_out_to(**party));
                let mut told: Vec<&Rendition> = Vec::new();
                for rendition in waiting.filter_map(|party| item.current(*party)) {
                    if !told.contains(&rendition) {
                        told.push(rendition);
                        tell_author(self, id, item, rendition, &mut decision);
                    }
                }
            }
            Err(Refusal::AlreadyReleased) => self.release_pending(id, item, &mut decision)?,
            Err(refusal) => return Err(refusal),
        }
        Ok(decision)
    }

    /// Releases the corrections and invocations that wait for it.
    fn release_pending(&self, id: ItemId, item: &Item, decision: &mut Decision) -> Result<(), Refusal> {
        let corrections: Vec<&Rendition> = item.pending_corrections().collect();
        for correction in &corrections {
            let gate = Releasable::correction(self.state, id, item, correction, self.name, self.now)?;
            self.let_go(id, &gate, decision);
            tell_author(self, id, item, correction, decision);
        }
        for invocation in item.pending_invocations() {
            let condition = invocation.condition;
            let gate = Releasable::invocation(self.state, id, item, condition, &corrections, self.now)?;
            self.let_go(id, &gate, decision);
            let letter = ToParty::InvokedInYourName { item: id, condition, on: self.now.day() };
            decision.tell_each(self.state.following_seats(item, self.now), &letter, None);
        }
        if decision.events.is_empty() { Err(Refusal::AlreadyReleased) } else { Ok(()) }
    }

    /// Lets through the gate what it lets through.
    pub(super) fn let_go(&self, id: ItemId, gate: &Releasable<'_>, decision: &mut Decision) {
        let (dispatches, letters) = gate.letters(self.now);
        let officer = self.name.to_owned();
        decision.events.push(Event::Released { item: id, officer, on: self.now, dispatches });
        decision.letters.extend(letters);
    }

    pub(super) fn hand_back(&self, id: ItemId, reason: String) -> Result<Decision, Refusal> {
        rules::clause(&reason)?;
        let item = self.item(id)?;
        if matches!(item.author, Author::Desk { .. }) {
            return Err(Refusal::OwnWords);
        }
        if item.is_out() {
            return self.decline_pending(id, item, reason);
        }
        if item.pair.is_some() {
            return Err(Refusal::DeclarationAlone);
        }
        match item.standing {
            _ if item.erased => return Err(Refusal::Erased),
            Standing::Returned => return Err(Refusal::Returned),
            Standing::Recalled => return Err(Refusal::Recalled),
            Standing::Voided => return Err(Refusal::Voided),
            Standing::Open | Standing::AwaitingCountersign | Standing::Held => {}
        }
        let mut decision = Decision::of(Event::Returned { item: id, reason: reason.clone() });
        let letter = ToParty::Returned { item: id, reason };
        decision.tell_each(self.state.author_seats(item), &letter, Some(id.0));
        Ok(decision)
    }

    fn decline_pending(&self, id: ItemId, item: &Item, reason: String) -> Result<Decision, Refusal> {
        if item.pending_corrections().next().is_none() && item.pending_invocations().next().is_none() {
            return Err(Refusal::AlreadyReleased);
        }
        let mut decision = Decision::of(Event::PendingDeclined { item: id, reason: reason.clone() });
        for invocation in item.pending_invocations() {
            let condition = invocation.condition;
            let letter = ToParty::InvocationReturned { item: id, condition, reason: reason.clone() };
            decision.tell_each(self.state.author_seats(item), &letter, Some(id.0));
        }
        Ok(decision)
    }

    pub(super) fn admit(&self, id: ItemId) -> Result<Decision, Refusal> {
        let item = self.item(id)?;
        if item.standing != Standing::Held || item.erased {
            return Err(Refusal::NotHeld);
        }
        // What the envoy's mandate asked for it is asked for still: the desk's word takes no countersign's place.
        let envoy = item.seat().and_then(|seat| self.state.seats.get(&seat));
        let awaits = !item.confided
            && envoy.and_then(|envoy| self.state.mandate_of(envoy)).is_some_and(|mandate| mandate.countersign);
        let mut decision = Decision::of(Event::Admitted { item: id, awaits });
        decision.tell_each(self.state.author_seats(item), &ToParty::Admitted { item: id }, None);
        if awaits {
            decision.tell_each(self.state.author_seats(item), &ToParty::CountersignAsked { item: id }, None);
        } else {
            lodging::takes_the_place(self.state, id, item.ties.supersedes, &mut decision, self.now);
        }
        Ok(decision)
    }

    pub(super) fn erase(&self, id: ItemId) -> Result<Decision, Refusal> {
        let item = self.item(id)?;
        if item.erased {
            return Ok(Decision::default());
        }
        let mut decision = Decision::default();
        pairs::recalled(self.state, item, self.now, &mut decision).or_else(|refusal| match refusal {
            // What was released is with its addressees; here its words may go.
            Refusal::PairReleased => Ok(()),
            other => Err(other),
        })?;
        if item.confided {
            decision.take_back_all(item);
        } else if !decision.events.iter().any(|event| matches!(event, Event::Voided { item } if *item == id)) {
            decision.void(self.state, id, item, self.now);
        }
        if !decision.events.iter().any(|event| matches!(event, Event::Erased { item } if *item == id)) {
            decision.events.push(Event::Erased { item: id });
        }
        Ok(decision)
    }

    /// Whether an item may be put into words at this moment.
    fn may_be_rendered(&self, item: &Item) -> Result<(), Refusal> {
        if matches!(item.author, Author::Desk { .. }) {
            return Err(Refusal::OwnWords);
        }
        if item.pair.is_some() {
            return Err(Refusal::DeclarationAlone);
        }
        match stands(self.state, item, self.now) {
            // A form that is not released by itself can still be worked on.
            Err(Refusal::DeclarationAlone | Refusal::TalkingPoints) => Ok(()),
            other => other,
        }
    }
}

/// The item's addressees, or those of them that were named.
fn addressees(item: &Item, named: Vec<PartyId>) -> Result<Vec<PartyId>, Refusal> {
    if named.iter().any(|party| !item.to.contains(party)) {
        return Err(Refusal::NoAddressee);
    }
    let wanted = |party: &&PartyId| named.is_empty() || named.contains(party);
    Ok(item.to.iter().filter(wanted).copied().collect())
}

/// Whether these words keep to their bounds, to how their sender wants them handled, and to their label.
fn check(item: &Item, wording: &Wording) -> Result<(), Refusal> {
    rules::wording(wording)?;
    let Some(label) = wording.label else { return Ok(()) };
    label_allowed(item.handling, label)?;
    if label == Label::Verbatim && item.is_unconfirmed() {
        // What was told by voice is the desk's note of it: nobody's own words yet.
        return Err(Refusal::Unconfirmed);
    }
    if label == Label::Verbatim && !rules::is_verbatim(&item.content, wording) {
        Err(Refusal::NotVerbatim)
    } else {
        Ok(())
    }
}

/// What an officer should know of words that were found for an item.
fn rendition_warnings(state: &State, item: &Item, wording: &Wording) -> Vec<Warning> {
    let mut warnings = wording_warnings(&item.content, wording, &state.own_names(&item.author));
    if !rules::same_terms(&item.content, wording) {
        warnings.push(Warning::TermsChanged);
    }
    warnings
}

/// A rendition, as its author is shown it.
fn copy(state: &State, item: &Item, rendition: &Rendition) -> RenditionCopy {
    let number = |party: &PartyId| state.number_of(item.channel, item.party()?, *party);
    RenditionCopy {
        rendition: rendition.id,
        to: rendition.to.iter().filter_map(number).collect(),
        wording: rendition.wording.clone(),
        corrects: rendition.corrects,
    }
}

/// Tells the author what was released in its name: at the release, whatever its addressee's office does after that.
pub(super) fn tell_author(
    officer: &Officer<'_>,
    id: ItemId,
    item: &Item,
    rendition: &Rendition,
    decision: &mut Decision,
) {
    let words = copy(officer.state, item, rendition);
    let letter = ToParty::ConveyedInYourName { item: id, words, on: officer.now.day() };
    decision.tell_each(officer.state.following_seats(item, officer.now), &letter, Some(id.0));
}
