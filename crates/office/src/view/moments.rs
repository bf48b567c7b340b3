//! What befell an item, and when, in the order in which it did: for its channel's picture. At the desk to the moment; at a
//! party to the moment what it did itself, and to the day what it heard from the desk.

use std::collections::{BTreeMap, BTreeSet};

use channel::desk::{self, Carries, Happened};
use channel::party::{self, InvocationStands, Notice};
use channel::{Civil, Day, ItemId, PartyId};
use serde::{Deserialize, Serialize};

use super::time;

/// One thing that befell an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MomentView {
    /// When: RFC 3339; the day alone where this office knows no more.
    pub on: String,
    /// What: `lodged`, `told`, `confided`, `said`, `countersigned`, `admitted`, `confirmed`, `denied`, `rendered`,
    /// `put-to-author`, `approved`, `objected-to`, `released`, `delivered`, `conveyed` (to this office), `read`, `disposed`, `invoked`,
    /// `invocation-released`, `corrected`, `returned`, `recalled`, `superseded`, `voided` or `lapsed`.
    pub what: String,
    /// Where it began.
    pub from: Who,
    /// Where it went to; nowhere where it stayed.
    pub to: Vec<Who>,
    /// Which: a label, a disposition, a condition's number.
    pub with: Option<String>,
}

/// In whose hands something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The desk's.
    Desk,
    /// At a party's office: this party's.
    Here,
    /// At the desk: a party's, by its number.
    Party(u32),
}

/// Something that befell an item, with what it is ordered by.
struct At {
    order: Civil,
    view: MomentView,
}

fn moment(on: Civil, what: &str, from: Who, to: Vec<Who>) -> At {
    At { order: on, view: MomentView { on: time(on), what: what.to_owned(), from, to, with: None } }
}

fn of_day(on: Day, what: &str, from: Who, to: Vec<Who>) -> At {
    let view = MomentView { on: on.to_string(), what: what.to_owned(), from, to, with: None };
    At { order: on.start(), view }
}

impl At {
    fn with(mut self, with: Option<String>) -> Self {
        self.view.with = with;
        self
    }
}

/// Which comes first of what has one time: what an item came by, what was done to it, what was done with it, its end.
fn rank(what: &str) -> u8 {
    match what {
        "lodged" | "told" | "confided" | "said" | "conveyed" => 0,
        "countersigned" | "admitted" | "confirmed" | "denied" => 1,
        "rendered" => 2,
        "put-to-author" | "approved" | "objected-to" => 3,
        "released" | "corrected" | "invoked" => 4,
        "delivered" | "read" | "invocation-released" => 5,
        "disposed" => 6,
        _ => 7,
    }
}

/// In order. Of a day's events no more is known than that each came after what it follows from.
fn in_order(mut all: Vec<At>) -> Vec<MomentView> {
    let mut before = Civil(i64::MIN);
    for one in &mut all {
        if one.view.on.len() == "2025-10-06".len() && one.order.day() == before.day() {
            one.order = one.order.max(before);
        }
        before = one.order;
    }
    all.sort_by_key(|one| (one.order, rank(&one.view.what)));
    all.into_iter().map(|one| one.view).collect()
}

/// What befell an item, as the desk knows it.
pub(super) fn at_desk(item: &desk::Item, now: Civil) -> Vec<MomentView> {
    let author = item.party().map_or(Who::Desk, |party| Who::Party(party.0));
    let came = match (&item.author, item.confided) {
        (desk::Author::Desk { .. }, _) => moment(item.lodged_on, "said", Who::Desk, Vec::new()),
        (_, true) => moment(item.lodged_on, "confided", author, vec![Who::Desk]),
        _ if item.was_told() => moment(item.lodged_on, "told", author, vec![Who::Desk]),
        _ => moment(item.lodged_on, "lodged", author, vec![Who::Desk]),
    };
    let mut all = vec![came];
    let superseded = item.moments.iter().any(|one| matches!(one.what, Happened::Superseded(_)));
    for one in &item.moments {
        let label = |id| item.rendition(id).and_then(|one| one.wording.label).map(|label| label.to_string());
        let at_desk = |what| moment(one.on, what, Who::Desk, Vec::new());
        let to_desk = |what| moment(one.on, what, author, vec![Who::Desk]);
        all.push(match one.what {
            Happened::Countersigned => to_desk("countersigned"),
            Happened::Admitted => at_desk("admitted"),
            Happened::Rendered(id) => at_desk("rendered").with(label(id)),
            Happened::Approved(_) => to_desk("approved"),
            Happened::ObjectedTo(_) => to_desk("objected-to"),
            Happened::Confirmed(true) => to_desk("confirmed"),
            Happened::Confirmed(false) => to_desk("denied"),
            Happened::Returned => moment(one.on, "returned", Who::Desk, vec![author]),
            Happened::Recalled => to_desk("recalled"),
            Happened::Superseded(_) => to_desk("superseded"),
            Happened::Voided if superseded => continue,
            Happened::Voided => at_desk("voided"),
        });
    }
    all.extend(carried(item));
    all.extend(item.read.iter().map(|(_, on)| (*on, "read")).take(1).map(|(on, what)| {
        let reader = item.conveyances.iter().find(|sent| item.read.iter().any(|(seat, _)| *seat == sent.dispatch.seat));
        moment(on, what, reader.map_or(Who::Desk, |sent| Who::Party(sent.dispatch.party.0)), vec![Who::Desk])
    }));
    all.extend(item.dispositions.iter().map(|one| {
        let by = Who::Party(one.party.0);
        moment(one.on, "disposed", by, vec![Who::Desk]).with(Some(one.disposition.to_string()))
    }));
    all.extend(
        item.invocations
            .iter()
            .map(|one| moment(one.on, "invoked", author, vec![Who::Desk]).with(Some(one.condition.to_string()))),
    );
    let ended = matches!(item.standing, desk::Standing::Returned | desk::Standing::Recalled | desk::Standing::Voided);
    if item.has_lapsed(now) && !ended {
        all.push(moment(item.content.lapses, "lapsed", Who::Desk, Vec::new()));
    }
    in_order(all)
}

/// What kind of thing was sent by a release, and with which words.
type Kind = (&'static str, Option<String>);

/// What was released, and when it was with those to whom it went: once for each party, whatever offices it has.
fn carried(item: &desk::Item) -> Vec<At> {
    let mut releases: BTreeMap<(Civil, Kind), BTreeSet<PartyId>> = BTreeMap::new();
    let mut delivered: BTreeMap<(Civil, Kind, PartyId), Civil> = BTreeMap::new();
    for sent in &item.conveyances {
        let label = |id| item.rendition(id).and_then(|one| one.wording.label).map(|label| label.to_string());
        let kind = match sent.dispatch.carries {
            Carries::Item { rendition } => ("released", label(rendition)),
            Carries::Correction { rendition, .. } => ("corrected", label(rendition)),
            Carries::Invocation { condition, .. } => ("invocation-released", Some(condition.to_string())),
        };
        let party = sent.dispatch.party;
        releases.entry((sent.released_on, kind.clone())).or_default().insert(party);
        if let Some(on) = sent.delivered {
            let first = delivered.entry((sent.released_on, kind, party)).or_insert(on);
            *first = on.min(*first);
        }
    }
    let who = |party: &PartyId| Who::Party(party.0);
    let released = releases
        .into_iter()
        .map(|((on, (what, with)), to)| moment(on, what, Who::Desk, to.iter().map(who).collect()).with(with));
    let delivered = delivered.into_iter().map(|((.., party), on)| moment(on, "delivered", who(&party), Vec::new()));
    released.chain(delivered).collect()
}

/// What befell an item of this party's own, as far as its office knows.
pub(super) fn of_own(state: &party::State, id: ItemId, item: &party::Item, now: Civil) -> Vec<MomentView> {
    let here = |what| moment(item.lodged_on, what, Who::Here, vec![Who::Desk]);
    let from_desk = |on, what| of_day(on, what, Who::Desk, vec![Who::Here]);
    let mut all = vec![match (&item.author, item.confided) {
        (_, true) => here("confided"),
        (party::Author::WrittenDown, _) => from_desk(item.lodged_on.day(), "told"),
        _ if item.confirmed.is_some() => from_desk(item.lodged_on.day(), "told"),
        _ => here("lodged"),
    }];
    for asked in &item.asked {
        let label = asked.words.wording.label.map(|label| label.to_string());
        all.push(from_desk(asked.on, "put-to-author").with(label));
        let said = asked.approved.zip(asked.decided_on);
        all.extend(said.map(|(approved, on)| {
            moment(on, if approved { "approved" } else { "objected-to" }, Who::Here, vec![Who::Desk])
        }));
    }
    for told in &item.conveyed {
        let what = if told.words.corrects.is_some() { "corrected" } else { "released" };
        let label = told.words.wording.label.map(|label| label.to_string());
        all.push(of_day(told.on, what, Who::Desk, Vec::new()).with(label));
    }
    for one in &item.invocations {
        if let InvocationStands::Conveyed(on) = one.stands {
            let with = Some(one.condition.to_string());
            all.push(of_day(on, "invocation-released", Who::Desk, Vec::new()).with(with));
        }
    }
    for (on, notice) in &state.notices {
        all.extend(match notice {
            Notice::Returned(of) if *of == id => Some(from_desk(*on, "returned")),
            Notice::Recalled(of) if *of == id => Some(from_desk(*on, "recalled")),
            Notice::Voided(of) if *of == id => Some(from_desk(*on, "voided")),
            Notice::Admitted(of) if *of == id => Some(from_desk(*on, "admitted")),
            _ => None,
        });
    }
    let ended =
        matches!(item.standing, party::Standing::Returned | party::Standing::Recalled | party::Standing::Voided);
    if now >= item.lodging.content.lapses && !ended {
        all.push(moment(item.lodging.content.lapses, "lapsed", Who::Here, Vec::new()));
    }
    in_order(all)
}

/// What befell something that was conveyed to this office.
pub(super) fn of_received(received: &party::Received, now: Civil) -> Vec<MomentView> {
    let from_desk = |on, what| of_day(on, what, Who::Desk, vec![Who::Here]);
    let label = received.conveyance.wording.label.map(|label| label.to_string());
    let mut all = vec![from_desk(received.on, "conveyed").with(label)];
    all.extend(
        received
            .corrections
            .iter()
            .map(|one| from_desk(one.on, "corrected").with(one.wording.label.map(|label| label.to_string()))),
    );
    all.extend(
        received
            .invoked
            .iter()
            .map(|(condition, on)| from_desk(*on, "invocation-released").with(Some(condition.to_string()))),
    );
    all.extend(
        received
            .dispositions
            .iter()
            .map(|one| moment(one.on, "disposed", Who::Here, vec![Who::Desk]).with(Some(one.disposition.to_string()))),
    );
    if received.has_lapsed(now) {
        all.push(moment(received.conveyance.lapses, "lapsed", Who::Here, Vec::new()));
    }
    in_order(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_to_the_day_comes_after_what_it_follows_from() {
        let noon = Civil(1_759_752_000);
        let all = vec![
            moment(noon, "lodged", Who::Here, vec![Who::Desk]),
            of_day(noon.day(), "released", Who::Desk, Vec::new()),
            moment(noon.plus_seconds(60), "disposed", Who::Here, vec![Who::Desk]),
            of_day(noon.plus_days(2).day(), "corrected", Who::Desk, vec![Who::Here]),
        ];
        let order: Vec<String> = in_order(all).into_iter().map(|one| one.what).collect();
        assert_eq!(order, ["lodged", "released", "disposed", "corrected"]);
    }
}
