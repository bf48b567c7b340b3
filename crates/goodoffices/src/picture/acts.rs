//! What a step is, in the words of who watches.

use rehearsal::report::{StepReport, Went};
use rehearsal::scenario::{
    Act, Actor, Correct, During, Label, Lodge, Office, Outreach, Place, Released, Render, Reviewed, Scenario, Step,
    Told,
};

use super::{DESK, Event, Lanes, Tone, moment};

/// The event that a step is; a fault and the passing of time are some too.
pub(crate) fn event(scenario: &Scenario, lanes: &Lanes, step: &Step, report: &StepReport) -> Event {
    let at = step.at;
    let (what, words, beside) = said(scenario, step);
    let lane = match &step.by {
        Actor::Public => lanes.public(),
        by => by.party().map_or(DESK, |party| lanes.find(party)),
    };
    let mut event = match (&step.by, &step.act) {
        (Actor::Fault, act) => {
            Event::within(at, befallen(act).map_or(DESK, |who| lanes.of_office(&who)), Tone::Fault, what)
        }
        (Actor::Clock, _) => Event::within(at, DESK, Tone::Quiet, what),
        (Actor::Desk { .. }, Act::Publish { .. }) if report.outcome == Went::Done => {
            Event::between(at, lane, lanes.public(), Tone::Act, what)
        }
        // What a party's office refuses by itself never leaves it; the desk's own acts stay at the desk.
        (Actor::Principal(_) | Actor::Envoy { .. }, _) => Event::between(at, lane, DESK, Tone::Act, what),
        _ => Event::within(at, lane, Tone::Act, what),
    };
    event.words = words;
    event.beside = beside;
    if report.outcome == Went::Refused {
        event.tone = Tone::Refused;
        event.beside = vec![format!("refused: {}", report.reason.as_deref().unwrap_or("no reason was given"))];
    }
    event
}

fn befallen(act: &Act) -> Option<Office> {
    match act {
        Act::Cut { who } | Act::Mend { who } => Some(who.clone()),
        Act::Crash { who: Place::Office(who), .. } | Act::Restore { who: Place::Office(who), .. } => Some(who.clone()),
        Act::Repeat(cells) | Act::Reorder(cells) | Act::Lose(cells) => Some(cells.who.clone()),
        _ => None,
    }
}

/// Who acts, as the intermediary would say.
fn actor(scenario: &Scenario, by: &Actor) -> String {
    match by {
        Actor::Desk { officer } if scenario.desk.officers.len() > 1 => {
            format!("{} ({officer})", scenario.desk.name)
        }
        Actor::Desk { .. } => scenario.desk.name.clone(),
        Actor::Principal(party) => name(scenario, party),
        Actor::Envoy { party, envoy } => format!("{}'s {envoy}", name(scenario, party)),
        Actor::Clock => "The clock".to_owned(),
        Actor::Public => "The public".to_owned(),
        Actor::Fault => "A fault".to_owned(),
    }
}

/// What a party is called at the desk.
pub(crate) fn name(scenario: &Scenario, party: &str) -> String {
    scenario.party(party).map_or_else(|| party.to_owned(), |party| party.name.clone())
}

/// Whose office it is.
pub(crate) fn whose(scenario: &Scenario, office: &Office) -> String {
    match office {
        Office::Desk => scenario.desk.name.clone(),
        Office::Principal(party) => name(scenario, party),
        Office::Envoy { party, envoy } => format!("{}'s {envoy}", name(scenario, party)),
    }
}

/// A name within a sentence: "the western side".
pub(crate) fn within(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

type Said = (String, Option<String>, Vec<String>);

fn said(scenario: &Scenario, step: &Step) -> Said {
    let who = actor(scenario, &step.by);
    let plain = |what: String| (what, None, Vec::new());
    let saying = |what: String, words: &str| (what, Some(words.to_owned()), Vec::new());
    match &step.act {
        Act::Lodge(lodge) => {
            (format!("{who} asks that this be conveyed ({})", lodge.item), Some(lodge.text.clone()), asked(lodge))
        }
        Act::Confide(Told { item, text, .. }) => saying(format!("{who} confides in the desk alone ({item})"), text),
        Act::Appoint(appoint) => {
            let may: Vec<String> = appoint.may.iter().map(ToString::to_string).collect();
            let countersign = if appoint.countersign { "; the principal countersigns" } else { "" };
            let mandate = format!("may {}{countersign}", may.join(", "));
            (format!("{who} appoints its {}", appoint.title), None, vec![mandate])
        }
        Act::Revoke { envoy } => plain(format!("{who} revokes the mandate of its {envoy}")),
        Act::Countersign { item } => plain(format!("{who} puts the principal's mark to {item}")),
        Act::Recall { item } => plain(format!("{who} takes {item} back")),
        Act::Erase { item } => plain(format!("{who} erases {item}")),
        Act::Approve(Reviewed::Item(item)) => plain(format!("{who} confirms or approves what is put to it of {item}")),
        Act::Object(Reviewed::Item(item)) => plain(format!("{who} objects to the words for {item}")),
        Act::Dispose { item, disposition } => {
            plain(format!("{who} disposes of {item}, and tells the desk alone: {disposition}"))
        }
        Act::Invoke { item, condition } => plain(format!("{who} invokes condition {condition} of {item}")),
        Act::Reply { item, text } => saying(format!("{who} replies to the desk alone ({item})"), text),
        Act::Render(Render { item, words, label, .. }) => saying(format!("{who} renders {item}, {label}"), words),
        Act::Release(Released::Item(item)) => plain(format!("{who} releases {item}")),
        Act::Return { item, reason } => saying(format!("{who} hands {item} back"), reason),
        Act::Outreach(Outreach { item, .. }) => plain(format!("{who} reaches out in its own words ({item})")),
        Act::Ask { question, to, .. } => {
            plain(format!("{who} asks {} alone ({})", within(&name(scenario, to)), question.item))
        }
        Act::Correct(Correct { item, .. }) => plain(format!("{who} corrects its own words for {item}")),
        Act::Close { channel } => plain(format!("{who} closes the channel {channel}")),
        Act::Intake { from, lodged } => (
            format!("{who} writes down what {} told it by voice ({})", within(&name(scenario, from)), lodged.item),
            Some(lodged.text.clone()),
            asked(lodged),
        ),
        Act::Declare(declare) => plain(format!("{who} lodges its declaration, sealed ({})", declare.item)),
        Act::Answer { proposal, .. } => plain(format!("{who} answers {proposal}, sealed")),
        Act::TakeUp { offer } => plain(format!("{who} takes up {offer}, and tells the desk alone")),
        Act::Decline { offer } => plain(format!("{who} declines {offer}, and tells the desk alone")),
        Act::Clear { readout } | Act::Approve(Reviewed::Readout(readout)) => plain(format!("{who} clears {readout}")),
        Act::Object(Reviewed::Readout(readout)) => plain(format!("{who} objects to {readout}")),
        Act::Read { item } => plain(format!("{who} reads {item}")),
        Act::Comment { paper, words } => saying(format!("{who} comments on {paper}, to the desk alone"), words),
        Act::Pair { pair, .. } => plain(format!("{who} opens a pair of parallel declarations ({pair})")),
        Act::Release(Released::Pair(pair)) => plain(format!("{who} releases all of {pair}, in one act")),
        Act::Offer { offer, text, .. } => saying(format!("{who} offers its good offices ({offer})"), text),
        Act::Propose { proposal, options, .. } => {
            let numbered = (1..).zip(options).map(|(number, option): (u32, _)| format!("{number}. {option}"));
            (format!("{who} proposes, for sealed answers ({proposal})"), None, numbered.collect())
        }
        Act::Draft(draft) => saying(format!("{who} drafts a readout ({})", draft.readout), &draft.text),
        Act::Publish { readout } => plain(format!("{who} publishes {readout}, with a signature")),
        Act::Withdraw { readout } => plain(format!("{who} withdraws {readout}")),
        Act::Disclose { items, occasion } => {
            plain(format!("{who} records what is said in public of {}: {occasion}", items.join(", ")))
        }
        Act::Statement { item, text, occasion } => {
            saying(format!("{who} notes what was said in public against {item}: {occasion}"), text)
        }
        Act::Expose { text } => saying(format!("{who} holds a press text against all that is here"), text),
        Act::Verify { readout, .. } => plain(format!("{who} verifies {readout}")),
        Act::Table { paper, words, .. } => saying(format!("{who} tables a version of {paper}"), words),
        Act::Interest { text } => saying(format!("{who} declares an interest of its own"), text),
        Act::CoMediate { channel, name } => plain(format!("{name} mediates in {channel} too")),
        Act::Translate { item, translation } => {
            let made = format!("{}, {}, by {}", translation.language, translation.grade, translation.translator);
            saying(format!("{who} enters a translation of {item} ({made})"), &translation.text)
        }
        Act::Address { party, address } => {
            plain(format!("{who} notes that {} is addressed as {address}", within(&name(scenario, party))))
        }
        Act::Same { item, of } => plain(format!("{who} takes {item} for the same as {of}")),
        Act::Distinct { item, of } => plain(format!("{who} takes {item} and {of} for different ones")),
        Act::Admit { item } => plain(format!("{who} admits {item}")),
        Act::UseConfided { item } => plain(format!("{who} asks for leave to use {item}")),
        Act::Pass { span } => plain(format!("{} days go by", span / rehearsal::scenario::DAY)),
        Act::Crash { who, during } => plain(crash(scenario, who, *during)),
        Act::Cut { who } => plain(format!("{}: cut off from the hub", whose(scenario, who))),
        Act::Mend { who } => plain(format!("{}: reaches the hub again", whose(scenario, who))),
        act => plain(format!("{who}: {}", act.verb())),
    }
}

fn crash(scenario: &Scenario, who: &Place, during: Option<During>) -> String {
    let whose = match who {
        Place::Hub => "the hub".to_owned(),
        Place::Office(office) => within(&whose(scenario, office)),
    };
    match during {
        None => format!("The machine of {whose} dies, and starts again"),
        Some(during) => format!("The machine of {whose} is to die in its next {during}, and start again"),
    }
}

/// What its author asks for with an item.
fn asked(lodge: &Lodge) -> Vec<String> {
    let mut beside = Vec::new();
    let mut terms = Vec::new();
    match lodge.handling {
        Some(Label::Verbatim) => terms.push("word for word".to_owned()),
        Some(label) => terms.push(format!("may be rendered as {label}")),
        None => {}
    }
    if lodge.approve {
        terms.push("the words to be approved first".to_owned());
    }
    let ties = [("answers", &lodge.answers), ("says again", &lodge.reaffirms), ("replaces", &lodge.supersedes)];
    terms.extend(ties.iter().filter_map(|(how, item)| item.as_ref().map(|item| format!("{how} {item}"))));
    terms.push(format!("void from {}", moment(lodge.lapses, "%-d %B %Y")));
    beside.push(terms.join("; "));
    beside.extend(terms_of(&lodge.conditions, &lodge.reservations, lodge.scope.as_deref()));
    beside
}

/// Conditions, reservations and scope, a line each.
pub(crate) fn terms_of(conditions: &[String], reservations: &[String], scope: Option<&str>) -> Vec<String> {
    let conditions = (1..).zip(conditions).map(|(number, text): (u32, _)| format!("condition {number}: {text}"));
    let reservations = reservations.iter().map(|text| format!("reserved: {text}"));
    let scope = scope.into_iter().map(|text| format!("scope: {text}"));
    conditions.chain(reservations).chain(scope).collect()
}
