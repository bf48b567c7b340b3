//! The house: parties and what they are called, their offices, the desk's officers, how long words are kept.
//!
//! Deliberately not here: an officer's passphrase. No page sets one; the officer does, at a terminal of this machine.

use std::collections::BTreeMap;

use maud::{Markup, html};
use office::act::{Act, OfficeAct};
use office::practice::desk::Command;
use office::practice::{Civil, PartyId, canonical, script};
use office::view::PartyView;

use super::super::deed::{About, At, Deed, Not, Sheet};
use super::super::reading::Reading;
use super::{at_desk, sure};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::pick::{self, Pick};
use crate::parts::text::person;
use crate::server::{Made, Trouble};

/// Takes a party into the desk's service.
pub(crate) struct AddParty;

impl Deed for AddParty {
    fn about(&self) -> About {
        About { fields: &["name", "principal"], ..at_desk("add-party", "add-party", "parties", "party-added") }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        // The number is made when the form is shown: sending it twice adds one party.
        let last = at.page.seen.view.parties.iter().map(|party| party.party).max();
        Ok(Form::default().and("number", last.unwrap_or(0).saturating_add(1).to_string()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! { p.lead { (page.say.word("about", "parties")) } };
        let fields = html! {
            (fields.kept(&["number"]))
            (fields.line("name", "text", Some(&page.t("hint-party-name")), true))
            (fields.line("principal", "text", Some(&page.t("hint-principal")), true))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let (party, name, principal) = (form.kept("number").map(PartyId), form.text("name"), form.text("principal"));
        Ok(Act::Desk(Command::AddParty { party: form.all(party)?, name, principal, calls: BTreeMap::new() }))
    }
}

/// The party of the number in the address, which is the one that the desk gave it.
fn party<'a>(at: &At<'a>) -> Result<&'a PartyView, Trouble> {
    at.page.seen.view.parties.iter().find(|party| party.party == at.no).ok_or(Trouble::NotThere)
}

/// Sets what one party is shown for another.
pub(crate) struct SetLabel;

impl Deed for SetLabel {
    fn about(&self) -> About {
        About { fields: &["name"], ..at_desk("parties/{no}/label", "label", "parties", "label-set") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, party) = (at.page, party(at)?);
        let above = html! {
            p.subject { (person(&party.name)) }
            p.lead { (page.say.word("about", "label")) }
        };
        let fields = html! {
            (pick::field(fields, "other", &others(at, party)))
            (fields.line("name", "text", Some(&page.t("hint-label")), true))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let party = PartyId(party(at)?.party);
        let mut form = Reading::of(at);
        let other = form.picked("other", &others(at, self::party(at)?)).map(PartyId);
        let label = form.text("name");
        Ok(Act::Desk(Command::SetLabel { party, other: form.all(other)?, label }))
    }
}

/// The parties but one.
fn others(at: &At<'_>, party: &PartyView) -> Vec<Pick> {
    pick::parties(&at.page.seen.view).into_iter().filter(|other| other.no != party.party).collect()
}

/// Says how a party wants to be addressed.
pub(crate) struct SetAddress;

impl Deed for SetAddress {
    fn about(&self) -> About {
        About { fields: &["name"], ..at_desk("parties/{no}/address", "address", "parties", "address-set") }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("name", party(at)?.address.as_deref().map(canonical).unwrap_or_default()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, party) = (at.page, party(at)?);
        let above = html! { p.subject { (person(&party.name)) } p.lead { (page.say.word("about", "address")) } };
        Ok(Some(Sheet::new(above, fields.line("name", "text", Some(&page.t("hint-address")), true))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let party = PartyId(party(at)?.party);
        let mut form = Reading::of(at);
        let address = form.text("name");
        form.whole()?;
        Ok(Act::Desk(Command::SetAddress { party, address }))
    }
}

/// Makes an invitation for a party's principal or an envoy, which is shown once.
pub(crate) struct Invite;

impl Deed for Invite {
    fn about(&self) -> About {
        About { fields: &["days"], ..at_desk("parties/{no}/invite", "invite", "parties", "invited") }
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("days", "14"))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, party) = (at.page, party(at)?);
        let envoys = party.mandates.iter().filter(|mandate| !mandate.revoked);
        let envoys = envoys.map(|mandate| (mandate.envoy.clone(), html! { (script::visible(&mandate.envoy)) }));
        let principal = (String::new(), html! { (page.t("principals-office")) });
        let whose: Vec<_> = [principal].into_iter().chain(envoys).collect();
        let above = html! {
            p.subject { (person(&party.name)) (page.say.comma()) (person(&party.principal)) }
            p.lead { (page.say.word("about", "invite")) }
        };
        let fields = html! {
            (fields.choice("envoy", None, &whose))
            (fields.line("days", "number", Some(&page.t("hint-days-invitation")), true))
            @if !party.offices.is_empty() { (fields.tick("replace")) }
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let party = party(at)?.party;
        let mut form = Reading::of(at);
        let (until, envoy) = (form.days("days").0, form.maybe("envoy"));
        form.whole()?;
        Ok(Act::Office(OfficeAct::Invite { party, envoy, until, replace: at.form.is_on("replace") }))
    }

    fn made(&self, page: &Page<'_>, made: &Made) -> Option<Markup> {
        let (Some(invitation), Some(code)) = (made.text("invitation"), made.text("code")) else {
            return Some(html! { p.known { (page.t("invitation-shown")) } });
        };
        Some(html! {
            p.lead { (page.t("invitation-about")) }
            pre.key dir="ltr" translate="no" tabindex="0" { (invitation.trim_end()) }
            p.acts { a.button href=(as_file(invitation)) download="invitation.txt" { (page.t("save-invitation")) } }
            div.check { p { (page.t("invitation-code")) } p.check-words dir="ltr" lang="en" translate="no" { (code) } }
            p { (page.t("invitation-then")) }
        })
    }
}

/// The address of a file that is in the address itself: it is had from this page alone, which is shown once.
fn as_file(text: &str) -> String {
    let mut address = "data:text/plain;charset=utf-8,".to_owned();
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => address.push(char::from(byte)),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// Adds an officer, of this desk or of a second one.
pub(crate) struct AddOfficer;

impl Deed for AddOfficer {
    fn about(&self) -> About {
        About { fields: &["name"], ..at_desk("add-officer", "add-officer", "officers", "officer-added") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let mut desks: Vec<&String> = page.seen.view.channels.iter().flat_map(|one| &one.co_mediators).collect();
        desks.sort();
        desks.dedup();
        let own = (String::new(), html! { (page.t("of-this-desk")) });
        let second = desks.into_iter().map(|desk| (desk.clone(), html! { (script::visible(desk)) }));
        let desks: Vec<_> = [own].into_iter().chain(second).collect();
        let fields = html! {
            (fields.line("name", "text", None, true))
            @if desks.len() > 1 { (fields.choice("of-desk", None, &desks)) }
        };
        Ok(Some(Sheet::new(html! { p.lead { (page.say.word("about", "add-officer")) } }, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let (name, desk) = (form.text("name"), form.maybe("of-desk"));
        form.whole()?;
        Ok(Act::Desk(Command::AddOfficer { name, desk }))
    }
}

/// Removes an officer, who opens the desk no longer.
pub(crate) struct RemoveOfficer;

impl Deed for RemoveOfficer {
    fn about(&self) -> About {
        at_desk("officers/{no}/remove", "remove-officer", "officers", "officer-removed")
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        // By name: numbers of officers move when one is removed.
        Ok(Form::default().and("name", at.the(&at.page.seen.view.office.officers, |_| true)?.as_str()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! { p.subject { (person(at.form.text("name"))) } (sure(page, "remove-officer")) };
        Ok(Some(Sheet::new(above, fields.kept(&["name"]))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let name = form.kept("name");
        Ok(Act::Desk(Command::RemoveOfficer { name: form.all(name)? }))
    }
}

/// Says for how many days words are kept after their end.
pub(crate) struct Retain;

impl Deed for Retain {
    fn about(&self) -> About {
        About { fields: &["days"], ..at_desk("retain", "retain", "officers", "retained") }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("days", at.page.seen.view.retention.map(|days| days.to_string()).unwrap_or_default()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! { p.lead { (page.say.word("about", "retain")) } (sure(page, "retain")) };
        Ok(Some(Sheet::new(above, fields.line("days", "number", Some(&page.t("hint-days-kept")), false))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let until: Option<Civil> = form.maybe_days("days");
        form.whole()?;
        Ok(Act::Desk(Command::Retain { days: until.and_then(|_| at.form.read("days")) }))
    }
}
