//! What the desk can do with what a page shows, as buttons beside it. What is offered may still be refused: the rules are the
//! practice's. At a party's office there is none of it.

use maud::{Markup, html};
use office::view::{
    ChannelView, ConflictView, ItemView, NoteView, OfferView, PairView, PartyView, ProposalView, QuestionView,
    ReadoutView, TextView,
};

use crate::page::Page;
use crate::parts::text::person;

/// One button: its name after `do-`, and where it leads.
type Button = (&'static str, String);

fn buttons(page: &Page<'_>, all: &[Button]) -> Markup {
    html! {
        @if page.is_desk() && !all.is_empty() {
            p.acts { @for (word, place) in all { a.button href=(page.at(place)) { (page.say.word("do", word)) } } }
        }
    }
}

/// What a list begins with: how one more of what it lists is made.
pub(crate) fn begin(page: &Page<'_>, place: &str) -> Markup {
    let view = &page.seen.view;
    let alone: &[Button] = &match place {
        "" if view.parties.is_empty() => vec![("add-party", "add-party".to_owned())],
        "" | "channels" if view.channels.is_empty() => vec![("open-channel", "open-channel".to_owned())],
        "channels" => vec![("open-channel", "open-channel".to_owned())],
        "parties" => vec![("add-party", "add-party".to_owned())],
        "readouts" => vec![("draft", "draft".to_owned())],
        "notes" => vec![("expose", "expose".to_owned()), ("disclose", "disclose".to_owned())],
        "interests" => vec![("declare-interest", "declare-interest".to_owned())],
        "questions" => vec![("ask", "ask".to_owned())],
        _ => Vec::new(),
    };
    html! {
        (buttons(page, alone))
        @if let Some((word, act)) = in_channel(place) { @if page.is_desk() { (in_each_channel(page, word, act)) } }
    }
}

/// What is made in a channel: its button's name, and where it lies below the channel.
fn in_channel(place: &str) -> Option<(&'static str, &'static str)> {
    Some(match place {
        "pairs" => ("pair", "pair"),
        "proposals" => ("propose", "propose"),
        "offers" => ("offer", "offer"),
        "texts" => ("table", "table"),
        _ => return None,
    })
}

/// The same in each channel that is open, by its name; in the one alone without.
fn in_each_channel(page: &Page<'_>, word: &str, act: &str) -> Markup {
    /// More than so many are chosen from their own list.
    const MOST: usize = 25;
    let numbered = (1_u32..).zip(&page.seen.view.channels);
    let open: Vec<_> = numbered.filter(|(_, channel)| !channel.closed).collect();
    html! {
        @if open.is_empty() {
            p.acts { a.button href=(page.at("open-channel")) { (page.say.word("do", "open-channel")) } }
        } @else if open.len() > MOST {
            p { (page.t("choose-channel")) " " a href=(page.at("channels")) { (page.say.word("place", "channels")) } }
        } @else {
            p.acts {
                @for (no, channel) in &open {
                    a.button href=(page.at(&format!("channels/{no}/{act}"))) {
                        (page.say.word("do", word)) @if open.len() > 1 { ": " (person(&channel.name)) }
                    }
                }
            }
        }
    }
}

/// What can be done in a channel.
pub(crate) fn of_channel(page: &Page<'_>, no: u32, channel: &ChannelView) -> Markup {
    if channel.closed {
        return html! {};
    }
    let below = |act: &'static str| (act, format!("channels/{no}/{act}"));
    let first = ["outreach", "intake", "pair", "propose", "offer", "table"].map(below);
    let draft = ("draft", format!("draft?channel={}", channel.channel));
    let more = [draft, below("co-mediate"), below("close")];
    html! { (buttons(page, &first)) (further(page, &more)) }
}

fn further(page: &Page<'_>, all: &[Button]) -> Markup {
    html! {
        @if page.is_desk() && !all.is_empty() {
            details.further { summary { (page.t("more-acts")) } (buttons(page, all)) }
        }
    }
}

/// What can be done with an item.
pub(crate) fn of_item(page: &Page<'_>, item: &ItemView) -> Markup {
    if item.words.is_empty() {
        return html! {};
    }
    let of = |act: &'static str| (act, format!("items/{}/{act}", item.no));
    let first: Vec<Button> = possible(item).into_iter().map(of).collect();
    let no = item.no;
    let outside = [
        ("disclose", format!("disclose?items={no}")),
        ("draft", format!("draft?mentions={no}&channel={}", item.channel)),
    ];
    let more: Vec<Button> = match item.side.as_str() {
        "own" => outside.into_iter().chain([of("erase")]).collect(),
        "confided" => vec![of("translate"), of("erase")],
        _ => [of("translate"), ("ask-about", format!("ask?about={no}")), of("statement")]
            .into_iter()
            .chain(outside)
            .chain([of("erase")])
            .collect(),
    };
    html! { (buttons(page, &first)) (alike(page, item)) (further(page, &more)) }
}

/// Which acts carry it further.
fn possible(item: &ItemView) -> Vec<&'static str> {
    let waits = !item.corrections.is_empty() || !item.to_invoke.is_empty();
    match (item.side.as_str(), item.state.as_str()) {
        ("own", _) => vec![],
        ("confided", "lodged") => vec!["use-confided", "render", "release", "return"],
        // A declaration goes with its pair.
        _ if item.pair.is_some() => vec![],
        (_, "held") => vec!["admit", "return"],
        (_, "awaiting-countersign") => vec!["return"],
        (_, "conveyed" | "approved" | "awaiting-approval") if !item.conveyed.is_empty() => {
            if waits {
                vec!["release", "correct", "return"]
            } else {
                vec!["correct"]
            }
        }
        (_, "approved") => vec!["release", "render", "return"],
        (_, "lodged" | "awaiting-approval") => vec!["render", "release", "return"],
        _ => vec![],
    }
}

/// What it may be the same as: an officer says whether it is.
fn alike(page: &Page<'_>, item: &ItemView) -> Markup {
    let others: Vec<u32> = item.maybe_same.iter().filter_map(|id| page.seen.view.number_of(id)).collect();
    html! {
        @if page.is_desk() {
            @for other in others {
                p.acts {
                    span { (page.t("maybe-same")) " " (page.item_link(other)) }
                    // Which of the two stays is an officer's to say: the one in writing often comes second.
                    @for (act, place) in [
                        ("same", format!("items/{}/same?of={other}", item.no)),
                        ("same-other", format!("items/{other}/same?of={}", item.no)),
                        ("distinct", format!("items/{}/distinct?of={other}", item.no)),
                    ] {
                        a.button href=(page.at(&place)) { (page.say.word("do", act)) }
                    }
                }
            }
        }
    }
}

/// What can be done with a pair.
pub(crate) fn of_pair(page: &Page<'_>, pair: &PairView) -> Markup {
    let release = ("release-pair", format!("pairs/{}/release", pair.no));
    html! { @if pair.state == "complete" { (buttons(page, &[release])) } }
}

/// What can be done with a proposal.
pub(crate) fn of_proposal(page: &Page<'_>, one: &ProposalView) -> Markup {
    forgets(page, "proposals", one.no, one.options.iter().any(|option| !option.is_empty()))
}

/// What can be done with an offer.
pub(crate) fn of_offer(page: &Page<'_>, one: &OfferView) -> Markup {
    forgets(page, "offers", one.no, !one.text.is_empty())
}

/// What can be done with a question.
pub(crate) fn of_question(page: &Page<'_>, one: &QuestionView) -> Markup {
    forgets(page, "questions", one.no, !one.text.is_empty())
}

/// What can be done about two offices that contradict each other: nobody but their principal can say which stands.
pub(crate) fn of_conflict(page: &Page<'_>, one: &ConflictView) -> Markup {
    let view = &page.seen.view;
    let party = view.parties.iter().find(|party| party.name == one.party).map(|party| party.party);
    let ask = view.number_of(&one.item).zip(party);
    let ask = ask.map(|(no, party)| ("ask-principal", format!("ask?about={no}&party={party}&conflict=yes")));
    html! { @if let (Some(ask), false) = (ask, one.asked) { (buttons(page, &[ask])) } }
}

/// What can be done with a note.
pub(crate) fn of_note(page: &Page<'_>, one: &NoteView) -> Markup {
    let has_words = [&one.words, &one.occasion].into_iter().flatten().any(|text| !text.is_empty());
    forgets(page, "notes", one.no, has_words)
}

fn forgets(page: &Page<'_>, place: &str, no: u32, has_words: bool) -> Markup {
    html! { @if has_words { (further(page, &[("forget", format!("{place}/{no}/forget"))])) } }
}

/// What can be done with a negotiating text.
pub(crate) fn of_text(page: &Page<'_>, one: &TextView) -> Markup {
    let has_words = one.versions.iter().any(|version| !version.words.is_empty());
    html! {
        (buttons(page, &[("table-anew", format!("texts/{}/table", one.no))]))
        (forgets(page, "texts", one.no, has_words))
    }
}

/// What can be done with a readout of the desk's.
pub(crate) fn of_readout(page: &Page<'_>, one: &ReadoutView) -> Markup {
    let of = |word: &'static str, act: &str| (word, format!("readouts/{}/{act}", one.no));
    let all = match one.state.as_str() {
        "cleared" => vec![of("publish", "publish"), of("draft-anew", "draft"), of("withdraw", "withdraw")],
        "awaiting-clearance" | "objected-to" => vec![of("draft-anew", "draft"), of("withdraw", "withdraw")],
        _ => vec![],
    };
    html! { (buttons(page, &all)) (forgets(page, "readouts", one.no, !one.text.is_empty())) }
}

/// What can be done for a party.
pub(crate) fn of_party(page: &Page<'_>, one: &PartyView) -> Markup {
    let of = |act: &'static str| (act, format!("parties/{}/{act}", one.party));
    let others = page.seen.view.parties.len() > 1;
    html! { (buttons(page, &[of("invite"), of("address")])) @if others { (buttons(page, &[of("label")])) } }
}
