//! The channels of an office, and one of them with its items.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::{ChannelView, Look};

use super::items::found;
use super::{desk_acts, frame, listed};
use crate::page::Page;
use crate::parts::item::{fact, status_block};
use crate::parts::list::items_page;
use crate::parts::text::{person, persons};
use crate::server::{House, No, Seen, Trouble, Visit};

/// All channels.
pub(crate) async fn list(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    let channel = |channel: &ChannelView| {
        html! {
            h2 { (page.channel_link(&channel.channel)) @if channel.closed { " " span.chip { (page.t("closed")) } } }
            (status_block(&page, &channel.status))
            (about(&page, channel))
        }
    };
    Ok(listed(&page, "channels", "channels", &seen.view.channels, channel))
}

/// The channel of that place among the channels, and a page of its items; with what was done to each and when, if that is
/// to be shown.
pub(super) async fn numbered(
    house: &House,
    visit: &Visit,
    no: u32,
    moments: bool,
) -> Result<(ChannelView, Seen), Trouble> {
    let at = usize::try_from(no).ok().and_then(|no| no.checked_sub(1)).ok_or(Trouble::NotThere)?;
    let channel = frame(house).await?.view.channels.into_iter().nth(at).ok_or(Trouble::NotThere)?;
    let items = items_page(visit, Some(channel.channel.clone()));
    let seen = house.look(Look { items, moments, ..Look::default() }).await?;
    Ok((channel, seen))
}

/// One channel, by its place among the channels.
pub(crate) async fn one(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let (channel, seen) = numbered(&house, &visit, no, false).await?;
    let page = Page::new(&visit, &seen);
    let title = page.t("channel");
    let main = html! {
        h1 { (title) " " (person(&channel.name)) @if channel.closed { " " span.chip { (page.t("closed")) } } }
        (status_block(&page, &channel.status))
        (about(&page, &channel))
        p.acts { a.button href=(page.at(&format!("channels/{no}/picture"))) { (page.t("picture-show")) } }
        (desk_acts::of_channel(&page, no, &channel))
        h2 { (page.say.word("place", "items")) }
        (found(&page, &format!("channels/{no}")))
    };
    Ok(page.whole("channels", &title, &main))
}

/// Who is in it, as this office is shown them.
fn about(page: &Page<'_>, channel: &ChannelView) -> Markup {
    let parties: Vec<String> = page
        .seen
        .view
        .parties
        .iter()
        .filter(|party| channel.parties.contains(&party.party))
        .map(|party| party.name.clone())
        .collect();
    let others: Vec<String> = channel.others.iter().map(|other| other.label.clone()).collect();
    html! {
        dl.facts {
            @if !parties.is_empty() { (fact(&page.say.word("place", "parties"), &persons(page, &parties))) }
            @if !others.is_empty() { (fact(&page.t("others"), &persons(page, &others))) }
            @if !channel.co_mediators.is_empty() { (fact(&page.t("co-mediators"), &persons(page, &channel.co_mediators))) }
        }
    }
}
