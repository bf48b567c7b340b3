//! What a principal does about its envoys: appoints one, for channels, acts and a time; ends a mandate.

use maud::html;
use office::act::Act;
use office::practice::party::Command;
use office::practice::{Act as Power, ChannelHandle};
use office::view::MandateView;

use super::super::deed::{About, At, Deed, Not, Sheet, Whose};
use super::super::reading::Reading;
use super::ahead;
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::text::person;
use crate::server::Trouble;
use crate::show::house::mandate;

const fn on_mandates(place: &'static str, word: &'static str, done: &'static str) -> About {
    About {
        whose: Whose::Party,
        place,
        word,
        here: "mandates",
        then: "mandates",
        done,
        fields: &["envoy-name", "title", "channels", "until"],
    }
}

/// Only the principal's office has these pages.
fn principal(page: &Page<'_>) -> Result<(), Trouble> {
    if page.seen.view.office.kind == "principal" { Ok(()) } else { Err(Trouble::NotThere) }
}

/// Appoints an envoy, or appoints it anew.
pub(crate) struct Appoint;

impl Deed for Appoint {
    fn about(&self) -> About {
        on_mandates("mandates/appoint", "appoint", "appointed")
    }

    /// Every act, for the principal to leave out what the envoy may not do; where there is one channel alone, that one.
    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let form = Power::ALL.iter().fold(Form::default(), |form, power| form.and("may", power.word()));
        Ok(match &open(at.page)[..] {
            [(only, _)] => form.and("channels", only.clone()),
            _ => form,
        })
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        principal(page)?;
        let may: Vec<_> = Power::ALL
            .iter()
            .map(|power| (power.word().to_owned(), html! { (page.say.word("may", power.word())) }))
            .collect();
        let asked = html! {
            (fields.line("envoy-name", "text", None, true))
            (fields.line("title", "text", None, true))
            (fields.boxes("channels", false, &open(page)))
            (fields.boxes("may", false, &may))
            (fields.line("until", "datetime-local", Some(&page.t("hint-until")), false))
            (fields.tick("countersign"))
        };
        Ok(Some(Sheet::new(ahead(page, "appoint"), asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        principal(at.page)?;
        let mut read = Reading::of(at);
        let (envoy, title, until) = (read.text("envoy-name"), read.text("title"), read.moment("until"));
        let channels: Vec<ChannelHandle> = at.form.all("channels").filter_map(|one| one.parse().ok()).collect();
        let may: Vec<Power> = at.form.all("may").filter_map(|one| one.parse().ok()).collect();
        for (field, missing) in [("channels", channels.is_empty()), ("may", may.is_empty())] {
            if missing {
                read.wrong(field, at.page.t("wrong-choose"));
            }
        }
        read.whole()?;
        let countersign = at.form.is_on("countersign");
        Ok(Act::Party(Command::Appoint { envoy, title, channels, may, until, countersign }))
    }
}

/// The channels for which an envoy can be appointed.
fn open(page: &Page<'_>) -> Vec<(String, maud::Markup)> {
    let open = page.seen.view.channels.iter().filter(|channel| !channel.closed);
    open.map(|channel| (channel.channel.clone(), person(&channel.name))).collect()
}

/// Ends a mandate.
pub(crate) struct Revoke;

/// The mandate that the form names; at first the one of the number in the address.
fn named<'a>(at: &At<'a>) -> Result<&'a MandateView, Trouble> {
    principal(at.page)?;
    let all = &at.page.seen.view.mandates;
    let found = match at.form.given("envoy") {
        Some(envoy) => all.iter().find(|one| one.envoy == envoy),
        None => (1_u32..).zip(all).find(|(no, _)| *no == at.no).map(|(_, one)| one),
    };
    found.ok_or(Trouble::NotThere)
}

impl Deed for Revoke {
    fn about(&self) -> About {
        on_mandates("mandates/{no}/revoke", "revoke", "revoked")
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("envoy", named(at)?.envoy.clone()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let above = html! { article.card { (mandate(at.page, named(at)?, 2)) } (ahead(at.page, "revoke")) };
        Ok(Some(Sheet::new(above, fields.kept(&["envoy"]))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Party(Command::Revoke { envoy: named(at)?.envoy.clone() }))
    }
}
