//! What a party does with what the desk puts between the sides: declares for a pair, answers a proposal under seal, takes up an
//! offer or declines it, comments on a text.

use maud::{Markup, html};
use office::act::Act;
use office::practice::Form as ItemForm;
use office::practice::party::Command;
use office::view::{CheckView, OfferView, PairView, ProposalView, TextView};

use super::super::deed::{About, At, Deed, Not, Sheet, Whose, id};
use super::super::reading::Reading;
use super::{ahead, content};
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::item::{fact, status_block, when_void};
use crate::parts::text::{person, words};
use crate::server::Trouble;

/// Lodges a declaration for a pair, sealed until all have.
pub(crate) struct Declare;

fn pair<'a>(at: &At<'a>) -> Result<&'a PairView, Trouble> {
    at.page.seen.view.pairs.iter().find(|one| one.no == at.no).ok_or(Trouble::NotThere)
}

impl Deed for Declare {
    fn about(&self) -> About {
        About {
            whose: Whose::Party,
            place: "pairs/{no}/declare",
            word: "declare",
            here: "pairs",
            then: "pairs",
            done: "declared",
            fields: &["text", "days", "ends", "ambiguous"],
        }
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(content::first(ItemForm::Declaration))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, pair) = (at.page, pair(at)?);
        let channel = page.seen.view.channels.iter().find(|channel| channel.channel == pair.channel);
        let above = html! {
            (ahead(page, "declare"))
            dl.facts {
                (fact(&page.t("channel"), &page.channel_link(&pair.channel)))
                @if let Some(lapses) = &pair.lapses { (fact(&page.t("lapse"), &when_void(page, lapses))) }
            }
            @if let Some(channel) = channel { (status_block(page, &channel.status)) }
        };
        let asked = html! {
            (content::asked(fields, ItemForm::Declaration))
            details.more open[!fields.wrong.is_empty() || fields.form.is_on("act")] {
                summary { (page.t("more")) }
                (content::more(fields, ItemForm::Declaration))
            }
        };
        Ok(Some(Sheet::new(above, asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let pair = pair(at)?;
        let mut read = Reading::of(at);
        let item = read.new_id();
        let content = content::read(at, &mut read, ItemForm::Declaration);
        let item = read.all(item)?;
        Ok(Act::Party(Command::Declare { item, channel: id(&pair.channel)?, content, pair: Some(id(&pair.pair)?) }))
    }

    fn is_looked_at(&self) -> bool {
        true
    }

    fn preview(&self, at: &At<'_>, act: &Act, found: &CheckView) -> Option<Markup> {
        let Act::Party(Command::Declare { channel, content, .. }) = act else { return None };
        let id = channel.to_string();
        let channel = at.page.seen.view.channels.iter().find(|channel| channel.channel == id);
        Some(html! {
            (ahead(at.page, "declare"))
            (content::preview(at.page, channel, content, found, &html! {}))
        })
    }
}

/// Answers a proposal, sealed until its time.
pub(crate) struct Answer;

fn proposal<'a>(at: &At<'a>) -> Result<&'a ProposalView, Trouble> {
    at.page.seen.view.proposals.iter().find(|one| one.no == at.no).ok_or(Trouble::NotThere)
}

/// What stands in the field of the options where none of them would be taken.
const NONE: &str = "none";

impl Deed for Answer {
    fn about(&self) -> About {
        About {
            whose: Whose::Party,
            place: "proposals/{no}/answer",
            word: "answer-proposal",
            here: "proposals",
            then: "proposals",
            done: "answered",
            fields: &["takes"],
        }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, proposal) = (at.page, proposal(at)?);
        let above = html! {
            (ahead(page, "answer-proposal"))
            dl.facts {
                (fact(&page.t("channel"), &page.channel_link(&proposal.channel)))
                (fact(&page.t("opens-at"), &page.say.moment(&proposal.opens_at)))
                (fact(&page.t("reveal-at"), &when_void(page, &proposal.reveal_at)))
            }
            p.hint { (page.t("opens-at-hint")) }
        };
        let option = |(no, text): (u32, &String)| (no.to_string(), html! { (page.say.number(no)) ". " (person(text)) });
        let mut among: Vec<_> = (1_u32..).zip(&proposal.options).map(option).collect();
        among.push((NONE.to_owned(), html! { em { (page.t("takes-none")) } }));
        let asked = html! { p.hint { (page.t("hint-takes")) } (fields.boxes("takes", false, &among)) };
        Ok(Some(Sheet::new(above, asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let proposal = id(&proposal(at)?.proposal)?;
        let none = at.form.all("takes").any(|one| one == NONE);
        let takes: Vec<u8> = at.form.all("takes").filter_map(|one| one.parse().ok()).collect();
        let mut read = Reading::of(at);
        if none != takes.is_empty() {
            read.wrong("takes", at.page.t("wrong-takes"));
        }
        read.whole()?;
        Ok(Act::Party(Command::Answer { proposal, takes }))
    }
}

/// Takes up an offer.
pub(crate) struct TakeUp;

/// Declines one.
pub(crate) struct Decline;

fn offer<'a>(at: &At<'a>) -> Result<&'a OfferView, Trouble> {
    at.page.seen.view.offers.iter().find(|one| one.no == at.no).ok_or(Trouble::NotThere)
}

const fn on_offer(place: &'static str, word: &'static str, done: &'static str) -> About {
    About { whose: Whose::Party, place, word, here: "offers", then: "offers", done, fields: &[] }
}

fn offered(at: &At<'_>, word: &str) -> Result<Option<Sheet>, Trouble> {
    let (page, offer) = (at.page, offer(at)?);
    let above = html! {
        article.card {
            (words(&offer.text, None))
            dl.facts {
                (fact(&page.t("channel"), &page.channel_link(&offer.channel)))
                (fact(&page.t("lapse"), &when_void(page, &offer.lapses)))
            }
        }
        (ahead(page, word))
    };
    Ok(Some(Sheet::new(above, html! {})))
}

impl Deed for TakeUp {
    fn about(&self) -> About {
        on_offer("offers/{no}/take-up", "take-up", "taken-up")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        offered(at, "take-up")
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Party(Command::TakeUp { offer: id(&offer(at)?.offer)? }))
    }
}

impl Deed for Decline {
    fn about(&self) -> About {
        on_offer("offers/{no}/decline", "decline", "declined")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        offered(at, "decline")
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Party(Command::Decline { offer: id(&offer(at)?.offer)? }))
    }
}

/// Comments on a text of the desk's, to the desk alone.
pub(crate) struct Comment;

fn text<'a>(at: &At<'a>) -> Result<&'a TextView, Trouble> {
    at.page.seen.view.texts.iter().find(|one| one.no == at.no).ok_or(Trouble::NotThere)
}

impl Deed for Comment {
    fn about(&self) -> About {
        About {
            whose: Whose::Party,
            place: "texts/{no}/comment",
            word: "comment",
            here: "texts",
            then: "texts",
            done: "commented",
            fields: &["text"],
        }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let last = text(at)?.versions.last().map(|version| version.version.to_string());
        Ok(Form::default().and("version", last.unwrap_or_default()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, text) = (at.page, text(at)?);
        let said = |version: u32| page.say.with("version-no", &[("n", version.into())]);
        let all = text.versions.iter().rev();
        let versions: Vec<_> =
            all.clone().map(|one| (one.version.to_string(), html! { (said(one.version)) })).collect();
        let above = html! {
            (ahead(page, "comment"))
            @for (at, version) in all.enumerate() {
                details open[at == 0] { summary { (said(version.version)) } (words(&version.words, None)) }
            }
        };
        let asked = html! {
            (fields.choice("version", None, &versions))
            (fields.area("words", None, true, 8))
        };
        Ok(Some(Sheet::new(above, asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let text = id(&text(at)?.text)?;
        let mut read = Reading::of(at);
        let (version, words) = (read.chosen("version"), read.text("words"));
        Ok(Act::Party(Command::Comment { text, version: Some(read.all(version)?), words }))
    }
}
