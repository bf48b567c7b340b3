//! At the desk: who has been told what. Items go down and parties across, for each channel by itself; a cell has the words that
//! the party was given, under their label, with the day of their release and what the party did with them.
//!
//! What a cell says is what the party's own office shows; a test holds the two against each other.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::{ItemView, Look, PartyView, SaidView};

use super::desk_alone;
use crate::page::Page;
use crate::parts::item::{chip, hand};
use crate::parts::list::{earlier, items_page, nothing};
use crate::parts::text::{beginning, person};
use crate::server::{House, Trouble, Visit};

/// The matrix of a page of the items.
pub(crate) async fn page(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = house.look(Look { items: items_page(&visit, None), ..Look::default() }).await?;
    let page = Page::new(&visit, &seen);
    desk_alone(&page)?;
    let title = page.say.word("place", "told");
    let main = html! {
        h1 { (title) }
        p.lead { (page.say.word("about", "told")) }
        @if seen.view.items.is_empty() {
            (nothing(&page.t("no-items"), &page.t("no-items-desk")))
        } @else {
            p.hint { (page.t("told-legend")) }
            @for channel in &seen.view.channels {
                @let items: Vec<&ItemView> = seen.view.items.iter().rev().filter(|item| item.channel == channel.channel).collect();
                @if !items.is_empty() {
                    h2 { (page.channel_link(&channel.channel)) }
                    (matrix(&page, &channel.name, &parties(&page, &channel.parties), &items))
                }
            }
            (earlier(&page, "told"))
        }
    };
    Ok(page.whole("told", &title, &main))
}

fn parties<'a>(page: &Page<'a>, numbers: &[u32]) -> Vec<&'a PartyView> {
    let party = |number: &u32| page.seen.view.parties.iter().find(|party| party.party == *number);
    numbers.iter().filter_map(party).collect()
}

fn matrix(page: &Page<'_>, channel: &str, parties: &[&PartyView], items: &[&ItemView]) -> Markup {
    html! {
        div.scrolls tabindex="0" role="region" aria-label={ (page.say.word("place", "told")) (page.say.comma()) "\u{2068}" (office::practice::script::visible(channel)) "\u{2069}" } {
            table.told {
                thead { tr {
                    th scope="col" { (page.t("item")) }
                    @for party in parties { th scope="col" { (person(&party.name)) } }
                    th scope="col" { (page.t("officers")) }
                } }
                tbody {
                    @for item in items {
                        tr {
                            th scope="row" {
                                p { (page.item_link(item.no)) }
                                p.row-foot { (page.say.word("form", &item.form)) " · " (page.say.word("state", &item.state)) }
                            }
                            @for party in parties { td data-party=(party.party) data-item=(item.no) { (cell(page, item, party)) } }
                            td { @for one in &item.officers { p { (hand(page, one)) } } }
                        }
                    }
                }
            }
        }
    }
}

/// What one party was told of one item.
fn cell(page: &Page<'_>, item: &ItemView, party: &PartyView) -> Markup {
    let told: Vec<&SaidView> = item.conveyed.iter().filter(|one| one.to.contains(&party.name)).collect();
    let did = item.dispositions.iter().filter(|one| one.party == party.name);
    html! {
        @if item.party == Some(party.party) { p.row-foot { (page.t("told-own")) } }
        @else if told.is_empty() { span.unseen { (page.t("told-nothing")) } }
        @for one in told {
            p.row-foot {
                @if let Some(on) = &one.on { (page.say.day(on)) }
                @if let Some(label) = &one.label { " " (chip(page, "label", label)) }
                @if one.corrects { " " span.chip { (page.t("told-corrected")) } }
                @if !one.delivered { " " span.chip { (page.t("told-to-come")) } }
            }
            p.row-words { (beginning(&one.words)) }
        }
        @for one in did { p { (page.say.word("disposition", &one.disposition)) (page.say.comma()) (page.say.day(&one.on)) } }
    }
}
