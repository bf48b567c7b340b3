//! What a side can do with each thing that it has: links to the pages that do it, where the thing is shown and on the board.
//!
//! What is offered may still be refused: the rules are the practice's. Deliberately not here: the desk's acts.

use maud::{Markup, html};
use office::view::{
    ItemView, MandateView, OfferView, OutstandingView, PairView, ProposalView, QuestionView, ReadoutView, TextView,
};

use crate::page::Page;
use crate::parts::field::new_id;
use crate::parts::item::{chip, fact, is_hidden, when_void};

/// One thing that can be done: where, and its name after `do-`.
struct Can {
    place: String,
    word: &'static str,
    how: How,
}

/// How it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
enum How {
    /// A link to its form.
    Asked,
    /// A link that is not to be taken by mistake for the others.
    Apart,
    /// A button that does it, to what is shown beside it and to nothing that came meanwhile.
    AtOnce(String),
}

fn can(place: String, word: &'static str) -> Can {
    Can { place, word, how: How::Asked }
}

/// Links to what can be done, none before the others: which of them is chosen is the reader's.
fn links(page: &Page<'_>, all: &[Can]) -> Markup {
    html! {
        @if !all.is_empty() {
            div.acts role="group" aria-label=(page.t("acts")) {
                @for one in all {
                    @match &one.how {
                        How::Asked => a.button href=(page.at(&one.place)) { (page.say.word("do", one.word)) },
                        How::Apart => a.apart href=(page.at(&one.place)) { (page.say.word("do", one.word)) },
                        How::AtOnce(shown) => form method="post" action=(page.at(&one.place)) {
                            input type="hidden" name="act" value=(new_id());
                            input type="hidden" name="shown" value=(shown);
                            button.primary type="submit" { (page.say.word("do", one.word)) }
                        },
                    }
                }
            }
        }
    }
}

/// What an item waits for at this office.
fn waits_for<'a>(page: &Page<'a>, item: &ItemView) -> Option<&'a str> {
    let board = &page.seen.view.outstanding;
    board.iter().find(|one| one.no == Some(item.no)).map(|one| one.waits_for.as_str())
}

/// The very words that the desk put to this side for an item, with what goes with them; so that no others are approved.
pub(crate) fn put_to_it(item: &ItemView) -> String {
    serde_json::to_string(&item.to_approve).unwrap_or_default()
}

/// Whether it was told to the desk alone.
pub(crate) fn is_confided(item: &ItemView) -> bool {
    item.side != "received" && item.to.is_empty() && item.pair.is_none()
}

/// What can be done with an item.
pub(crate) fn item(page: &Page<'_>, item: &ItemView) -> Markup {
    let mut all = asked_of(page, item);
    all.extend(of_item(item));
    if !item.words.is_empty() {
        all.push(Can { how: How::Apart, ..can(format!("items/{}/erase", item.no), "erase-here") });
    }
    links(page, &all)
}

/// What is asked of this office for an item.
fn asked_of(page: &Page<'_>, item: &ItemView) -> Vec<Can> {
    let at = |act: &'static str| can(format!("items/{}/{act}", item.no), act);
    match waits_for(page, item) {
        Some("response") => vec![at("dispose"), can(format!("lodge?answers={}", item.no), "answer")],
        // On the page that shows the words; elsewhere there is a link to it.
        Some("approval") => {
            vec![Can { how: How::AtOnce(put_to_it(item)), ..at("approve") }, at("object")]
        }
        Some("confirmation") => vec![at("confirm"), at("deny")],
        Some("leave") => vec![at("give-leave"), at("withhold")],
        Some("countersign") => vec![at("countersign")],
        _ => Vec::new(),
    }
}

/// What can be done with it unasked.
fn of_item(item: &ItemView) -> Vec<Can> {
    let (no, state) = (item.no, item.state.as_str());
    let tie = |tie: &str, word| can(format!("lodge?{tie}={no}"), word);
    let mut all = Vec::new();
    if item.side == "received" {
        let disposed = item.disposition.is_some();
        if disposed && matches!(state, "conveyed" | "lapsed") && !is_hidden(item) {
            all.push(tie("answers", "answer"));
        }
        if disposed && state == "conveyed" {
            all.push(can(format!("items/{no}/dispose"), "dispose"));
        }
        return all;
    }
    let alive =
        matches!(state, "lodged" | "awaiting-countersign" | "held" | "awaiting-approval" | "approved" | "conveyed");
    let lodged = !is_confided(item) && item.pair.is_none();
    if state == "conveyed" && (1_u8..).zip(&item.conditions).any(|(number, _)| !item.invoked.contains(&number)) {
        all.push(can(format!("items/{no}/invoke"), "invoke"));
    }
    if lodged && alive {
        all.push(tie("supersedes", "supersede"));
    }
    if lodged && (alive || state == "lapsed") {
        all.push(tie("reaffirms", "reaffirm"));
    }
    if alive && !(item.pair.is_some() && state == "conveyed") {
        all.push(can(format!("items/{no}/recall"), "recall"));
    }
    all
}

/// What can be done with something on the board, from the board.
pub(crate) fn matter(page: &Page<'_>, matter: &OutstandingView) -> Markup {
    let view = &page.seen.view;
    let of_item = matter.no.and_then(|no| page.item(no));
    if let Some(item) = of_item {
        let asked = asked_of(page, item);
        // These very words are approved where they are shown.
        if asked.iter().any(|one| matches!(one.how, How::AtOnce(_))) {
            let there = page.at(&format!("items/{}", item.no));
            return html! { div.acts { a.button href=(there) { (page.t("read-words")) } } };
        }
        return links(page, &asked);
    }
    let all = match matter.waits_for.as_str() {
        "answer" => view.proposals.iter().find(|one| one.proposal == matter.id).map(of_proposal),
        "offer" => view.offers.iter().find(|one| one.offer == matter.id).map(of_offer),
        "clearance" => view.readouts.iter().find(|one| one.readout == matter.id).map(of_readout),
        "reply" => view.questions.iter().find(|one| one.question == matter.id).map(of_question),
        _ => None,
    };
    links(page, &all.unwrap_or_default())
}

/// The words of something on the board that is no item.
pub(crate) fn text_of<'a>(page: &Page<'a>, matter: &OutstandingView) -> Option<&'a str> {
    let view = &page.seen.view;
    let id = matter.id.as_str();
    match matter.waits_for.as_str() {
        "answer" => view.proposals.iter().find(|one| one.proposal == id)?.options.first(),
        "offer" => view.offers.iter().find(|one| one.offer == id).map(|one| &one.text),
        "clearance" => view.readouts.iter().find(|one| one.readout == id).map(|one| &one.text),
        "reply" => view.questions.iter().find(|one| one.question == id).map(|one| &one.text),
        _ => None,
    }
    .map(String::as_str)
}

fn of_question(one: &QuestionView) -> Vec<Can> {
    vec![can(format!("questions/{}/reply", one.no), "reply")]
}

fn of_proposal(one: &ProposalView) -> Vec<Can> {
    let open = one.state == "open" && one.answers.is_empty() && !one.options.iter().all(String::is_empty);
    if open { vec![can(format!("proposals/{}/answer", one.no), "answer-proposal")] } else { Vec::new() }
}

fn of_offer(one: &OfferView) -> Vec<Can> {
    if one.state != "open" || one.text.is_empty() {
        return Vec::new();
    }
    vec![can(format!("offers/{}/take-up", one.no), "take-up"), can(format!("offers/{}/decline", one.no), "decline")]
}

fn of_readout(one: &ReadoutView) -> Vec<Can> {
    if one.own || one.text.is_empty() {
        return Vec::new();
    }
    let (clear, object) = (
        can(format!("readouts/{}/clear", one.no), "clear"),
        can(format!("readouts/{}/object", one.no), "object-readout"),
    );
    match one.state.as_str() {
        "awaiting-clearance" => vec![clear, object],
        "cleared" => vec![object],
        "objected-to" => vec![clear],
        _ => Vec::new(),
    }
}

/// The way to take the words out of what is no item.
fn and_forget(mut all: Vec<Can>, place: &str, no: u32, has_words: bool) -> Vec<Can> {
    if has_words {
        all.push(Can { how: How::Apart, ..can(format!("{place}/{no}/forget"), "forget-here") });
    }
    all
}

/// What can be done with a private question.
pub(crate) fn question(page: &Page<'_>, one: &QuestionView) -> Markup {
    let all = if one.reply.is_none() { of_question(one) } else { Vec::new() };
    links(page, &and_forget(all, "questions", one.no, !one.text.is_empty()))
}

/// What can be done with a proposal.
pub(crate) fn proposal(page: &Page<'_>, one: &ProposalView) -> Markup {
    let words = one.options.iter().any(|option| !option.is_empty());
    links(page, &and_forget(of_proposal(one), "proposals", one.no, words))
}

/// What can be done with an offer.
pub(crate) fn offer(page: &Page<'_>, one: &OfferView) -> Markup {
    links(page, &and_forget(of_offer(one), "offers", one.no, !one.text.is_empty()))
}

/// What can be done with a readout.
pub(crate) fn readout(page: &Page<'_>, one: &ReadoutView) -> Markup {
    links(page, &and_forget(of_readout(one), "readouts", one.no, !one.text.is_empty()))
}

/// What can be done with a text of the desk's.
pub(crate) fn text(page: &Page<'_>, one: &TextView) -> Markup {
    let words = one.versions.iter().any(|version| !version.words.is_empty());
    let all = if words { vec![can(format!("texts/{}/comment", one.no), "comment")] } else { Vec::new() };
    links(page, &and_forget(all, "texts", one.no, words))
}

/// Whether this side may declare for a pair: it is open, and no declaration of it stands.
fn is_open(one: &PairView) -> bool {
    one.state == "open" && one.lodged.is_empty()
}

/// What can be done for a pair.
pub(crate) fn pair(page: &Page<'_>, one: &PairView) -> Markup {
    let own = one.items.iter().find_map(|id| page.seen.view.number_of(id));
    let all = match own {
        None if is_open(one) => vec![can(format!("pairs/{}/declare", one.no), "declare")],
        Some(no) if one.state == "open" => vec![
            can(format!("items/{no}/recall"), "recall"),
            // After it was taken back another may be lodged; as long as it stands that is refused with the reason.
            can(format!("pairs/{}/declare", one.no), "declare"),
        ],
        _ => Vec::new(),
    };
    links(page, &all)
}

/// What can be done with a mandate that this principal gave.
pub(crate) fn mandate(page: &Page<'_>, one: &MandateView) -> Markup {
    let no = (1_u32..).zip(&page.seen.view.mandates).find(|(_, other)| other.envoy == one.envoy).map(|(no, _)| no);
    let principal = page.seen.view.office.kind == "principal";
    let all = match no {
        Some(no) if principal && !one.revoked => vec![can(format!("mandates/{no}/revoke"), "revoke")],
        _ => Vec::new(),
    };
    links(page, &all)
}

/// What can be begun on the page of a list.
pub(crate) fn begun_at(page: &Page<'_>, place: &str) -> Markup {
    let all = match place {
        "readouts" => vec![can("publish-own".to_owned(), "publish-own")],
        "mandates" if page.seen.view.office.kind == "principal" => {
            vec![can("mandates/appoint".to_owned(), "appoint")]
        }
        "items" => vec![can("confide".to_owned(), "confide")],
        "lines" => vec![can("retain".to_owned(), "retain-here")],
        _ => Vec::new(),
    };
    if page.is_desk() {
        html! {}
    } else {
        links(page, &all)
    }
}

/// What is open to this side and waits for nobody: pairs for which it may declare.
pub(crate) fn open(page: &Page<'_>) -> Markup {
    let pairs: Vec<&PairView> = page.seen.view.pairs.iter().filter(|one| is_open(one)).collect();
    html! {
        @if !page.is_desk() && !pairs.is_empty() {
            section aria-labelledby="open" {
                h2 #open { (page.t("open-to-you")) }
                ul.rows {
                    @for one in pairs {
                        li {
                            article.row {
                                p.row-head {
                                    strong.waits { (page.t("open-pair")) }
                                    a href=(page.at("pairs")) { (page.say.with("pair-no", &[("n", one.no.into())])) }
                                    (chip(page, "pairstate", &one.state))
                                }
                                p.row-foot {
                                    (page.t("channel")) " " (page.channel_link(&one.channel))
                                    @if let Some(lapses) = &one.lapses { " " (page.t("lapses")) " " (when_void(page, lapses)) }
                                }
                                (pair(page, one))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// For how long words are kept at this office.
pub(crate) fn kept(page: &Page<'_>) -> Markup {
    let kept = match page.seen.view.retention {
        Some(days) => page.say.with("kept-days", &[("n", days.into())]),
        None => page.t("kept-until-erased"),
    };
    html! { @if !page.is_desk() { dl.facts { (fact(&page.t("kept"), &html! { (kept) })) } } }
}
