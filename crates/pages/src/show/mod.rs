//! The pages that show. None of them changes anything, save that an item that was shown is read.

pub(crate) mod between;
pub(crate) mod board;
pub(crate) mod channels;
pub(crate) mod desk_acts;
pub(crate) mod house;
pub(crate) mod items;
pub(crate) mod mine;
pub(crate) mod notes;
pub(crate) mod officers;
pub(crate) mod picture;
pub(crate) mod questions;
pub(crate) mod readouts;
pub(crate) mod told;

use axum::response::Response;
use maud::{Markup, html};
use office::view::Look;

use crate::page::Page;
use crate::parts::list::{nothing, pager, rows};
use crate::server::{House, Seen, Trouble};

/// Everything but items, lines and findings.
async fn frame(house: &House) -> Result<Seen, Trouble> {
    house.look(Look::default()).await
}

/// A list that comes whole, under its title: what these are, a page of them newest first, or what to do where there is none.
fn listed<T>(page: &Page<'_>, place: &'static str, word: &str, all: &[T], one: impl Fn(&T) -> Markup) -> Response {
    let title = page.say.word("place", word);
    let main = html! {
        h1 { (title) }
        p.lead { (page.say.word("about", place)) }
        (mine::begun_at(page, place))
        @if all.is_empty() {
            @let first = if page.is_desk() { page.say.word("first-desk", place) } else { page.say.word("first-side", place) };
            (nothing(&page.say.word("none", place), &first))
            (desk_acts::begin(page, place))
        } @else {
            (desk_acts::begin(page, place))
            @for matter in rows(page.visit, all.iter().rev()) { article.card { (one(matter)) } }
            (pager(page, place, all.len()))
        }
    };
    page.whole(place, &title, &main)
}

/// A page that a desk has and a party has not.
pub(crate) fn desk_alone(page: &Page<'_>) -> Result<(), Trouble> {
    if page.is_desk() { Ok(()) } else { Err(Trouble::NotThere) }
}
