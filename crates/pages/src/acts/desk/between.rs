//! What the desk puts between the sides: pairs of parallel declarations and proposals with sealed answers.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::html;
use office::act::Act;
use office::practice::Civil;
use office::practice::desk::Command;
use office::view::{Look, PairView, View};

use super::super::deed::{About, At, Deed, Not, Sheet, another, id};
use super::super::reading::Reading;
use super::{about_channel, at_desk, channel, sure};
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::item::{chip, status_block};
use crate::parts::text::whose;
use crate::server::Trouble;
use crate::show::items::head;

/// Opens a pair of parallel declarations.
pub(crate) struct Pair;

impl Deed for Pair {
    fn about(&self) -> About {
        About { fields: &["days", "ends"], ..at_desk("channels/{no}/pair", "pair", "pairs", "pair-opened") }
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("days", "30"))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let above = html! { (about_channel(page, channel, "pairs")) (status_block(page, &channel.status)) };
        Ok(Some(Sheet::new(above, fields.end(&page.t("hint-days-pair")))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (channel, _) = channel(at)?;
        let mut form = Reading::of(at);
        let (pair, lapses) = (form.new_id(), form.maybe_end());
        Ok(Act::Desk(Command::Pair { pair: form.all(pair)?, channel, lapses }))
    }
}

/// Lets all declarations of a pair go, in one act.
pub(crate) struct ReleasePair;

fn pair<'a>(at: &At<'a>) -> Result<&'a PairView, Trouble> {
    at.page.seen.view.pairs.iter().find(|pair| pair.no == at.no).ok_or(Trouble::NotThere)
}

impl Deed for ReleasePair {
    fn about(&self) -> About {
        at_desk("pairs/{no}/release", "release-pair", "pairs", "pair-released")
    }

    fn is_weighed(&self) -> bool {
        true
    }

    /// The declarations of the pair, which names them.
    fn look_again(&self, no: u32, seen: &View) -> Option<Look> {
        let pair = seen.pairs.iter().find(|pair| pair.no == no)?;
        Some(Look::items(pair.items.iter().filter_map(|id| seen.number_of(id))))
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, pair) = (at.page, pair(at)?);
        let items = page.seen.view.items.iter().filter(|item| pair.items.contains(&item.item));
        let above = html! {
            p.subject { (page.say.with("pair-no", &[("n", pair.no.into())])) " " (chip(page, "pairstate", &pair.state)) }
            (sure(page, "release-pair"))
            @for item in items {
                section.tied { h2 { (page.t("from")) " " (whose(page, &item.from)) } (head(page, item)) }
            }
        };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::ReleasePair { pair: id(&pair(at)?.pair)? }))
    }
}

macro_rules! options {
    ($($number:literal)*) => { [$(concat!("option-", $number)),*] };
}

/// The fields of the options: as many as a proposal may have.
const OPTIONS: [&str; 64] = options!(
    1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
    36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64
);
/// For how many of them there is room before more is asked for.
const AT_FIRST: usize = 6;

/// Puts numbered options to all parties of a channel.
pub(crate) struct Propose;

impl Deed for Propose {
    fn about(&self) -> About {
        About {
            fields: &["option-1", "reveal-at"],
            ..at_desk("channels/{no}/propose", "propose", "proposals", "proposed")
        }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let in_a_week = Civil(at.page.seen.now).plus_days(7).0;
        let at = Timestamp::from_second(in_a_week).map_err(|_| Trouble::Failed)?.to_zoned(TimeZone::UTC);
        Ok(Form::default().and("reveal-at", at.strftime("%Y-%m-%dT12:00").to_string()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let above = html! {
            (about_channel(page, channel, "proposals"))
            (status_block(page, &channel.status))
            (sure(page, "propose"))
        };
        let filled = OPTIONS.iter().rposition(|option| fields.form.is_on(option)).map_or(0, |last| last + 1);
        let fields = html! {
            @for (number, option) in (1..).zip(OPTIONS).take(AT_FIRST.max(filled + 1)) {
                (fields.area(option, None, number == 1, 3))
            }
            @if filled < OPTIONS.len() { (another(page, "another-option")) }
            (fields.line("reveal-at", "datetime-local", Some(&page.t("hint-reveal")), true))
            (fields.line("subject", "text", Some(&page.t("hint-subject")), false))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (channel, _) = channel(at)?;
        let mut form = Reading::of(at);
        let (proposal, reveal_at) = (form.new_id(), form.at("reveal-at"));
        let options: Vec<String> = OPTIONS.iter().filter_map(|option| form.maybe(option)).collect();
        if options.is_empty() {
            form.wrong("option-1", at.page.t("wrong-text"));
        }
        let subject = form.maybe("subject").unwrap_or_default();
        Ok(Act::Desk(Command::Propose { proposal: form.all(proposal)?, channel, options, reveal_at, subject }))
    }
}
