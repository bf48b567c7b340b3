//! A channel's picture, and the matrix of who was told what: they are what the views say, and no more of them.

use office::view::{ItemView, MomentView, View};

use crate::offices::{Offices, SPOKEN};

/// The rows of a picture that tell of something: the number of the item and all that stands in the row.
fn rows<'p>(page: &'p str, folder: &str) -> Vec<(u32, &'p str)> {
    let link = format!("href=\"{folder}/items/");
    let rows = page.split("<td class=\"hour\">").skip(1);
    let number = |row: &str| row.split(&link).nth(1)?.split('"').next()?.parse().ok();
    rows.map(|row| (number(row).unwrap_or(0), row.split("</tr>").next().unwrap_or_default())).collect()
}

/// Everything that befell the items of the first channel of a view.
fn moments(view: &View) -> Vec<(&ItemView, &MomentView)> {
    let channel = &view.channels[0].channel;
    let items = view.items.iter().filter(|item| item.channel == *channel);
    items.flat_map(|item| item.moments.iter().map(move |moment| (item, moment))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partys_picture_has_a_row_for_all_that_befell_its_items_and_two_lanes() {
    let offices = Offices::open().await;
    for who in ["west", "east"] {
        let view = offices.view(who).await;
        let (mut browser, folder) = offices.browser(who).await;
        let page = browser.get(&format!("{folder}/channels/1/picture")).await.text;
        let rows = rows(&page, &folder);
        let moments = moments(&view);
        assert!(moments.len() > 12, "{who}: {}", moments.len());
        assert_eq!(rows.len(), moments.len(), "{who}");
        for (item, moment) in moments {
            let word = match moment.what.as_str() {
                "lodged" => "lodged",
                "conveyed" => "conveyed to this office",
                "released" => "released",
                "disposed" => "disposed of",
                "lapsed" => "lapsed",
                _ => continue,
            };
            assert!(rows.iter().any(|(no, row)| *no == item.no && row.contains(word)), "{who}, {}: {word}", item.no);
        }
        let lanes = page.split("class=\"lane-names\"").nth(1).unwrap().split("</th>").next().unwrap();
        assert_eq!(lanes.matches("<bdi").count(), 1, "its own lane");
        assert!(lanes.contains("The desk") && !lanes.contains("public"), "and the desk's: {lanes}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desks_picture_has_every_lane_and_everything_in_the_order_of_time() {
    let offices = Offices::open().await;
    let view = offices.view("desk").await;
    let (mut browser, folder) = offices.browser("desk").await;
    let page = browser.get(&format!("{folder}/channels/1/picture")).await.text;
    for lane in ["The western side", "The desk", "The eastern side", "The public"] {
        let names = page.split("class=\"lane-names\"").nth(1).unwrap();
        assert!(names.contains(lane), "{lane}");
    }
    let rows = rows(&page, &folder);
    for (item, moment) in moments(&view) {
        // What arrived in the same minute stands with its release.
        let hour = moment.on.get(11..16).unwrap();
        let shown = rows.iter().any(|(no, row)| *no == item.no && row.contains(&format!(">{hour}<")));
        assert!(shown, "item {}: {} at {hour}", item.no, moment.what);
    }
    let times: Vec<&str> =
        rows.iter().filter_map(|(_, row)| row.split("datetime=\"").nth(1)?.split('"').next()).collect();
    assert!(times.is_sorted() && times.len() > 30, "{times:?}");
    for told in ["recalled", "corrected", "returned to its author", "invoked · condition 1", "in public", "read"] {
        assert!(page.contains(told), "{told}");
    }
    // What is drawn is said too.
    let released = rows.iter().find(|(_, row)| row.contains("released · paraphrase")).unwrap().1;
    let said = released.split("class=\"unseen\"").nth(1).unwrap().split("</span>").next().unwrap();
    assert!(said.contains("The desk") && said.contains("The eastern side"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_oral_message_is_in_no_picture() {
    let offices = Offices::open_with_everything().await;
    let (mut browser, folder) = offices.browser("east").await;
    let item = offices.view("east").await.items.into_iter().find(|item| item.words == SPOKEN).expect("an oral message");
    let place = format!("{folder}/items/{}", item.no);
    let act = crate::browser::field(&browser.get(&place).await.text, "act");
    browser.post(&format!("{place}/read"), &[("act", &act)]).await;
    let page = browser.get(&format!("{folder}/channels/1/picture")).await.text;
    assert!(page.contains(&format!("items/{}\"", item.no)) && !page.contains(SPOKEN), "read or not, it is on no paper");
}

/// A cell of the matrix, with its tags taken out.
struct Cell {
    party: u32,
    item: u32,
    text: String,
}

fn cells(page: &str) -> Vec<Cell> {
    let attribute = |tag: &str, name: &str| tag.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok();
    let cell = |rest: &str| {
        let whole = rest.split("</td>").next()?;
        let (tag, inner) = whole.split_once('>')?;
        let text = inner.split('<').map(|piece| piece.rsplit('>').next().unwrap_or_default()).collect::<String>();
        Some(Cell { party: attribute(tag, "data-party")?, item: attribute(tag, "data-item")?, text })
    };
    page.split("<td data-").skip(1).filter_map(|rest| cell(&format!("data-{rest}"))).collect()
}

/// As a page begins a text, escaped.
fn beginning(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let first: String = line.chars().take(100).collect();
    first.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The day of a view, as a page in English writes it: `2025-10-08` is `October 8, 2025`.
fn day(day: &str) -> String {
    let names = ["January", "June", "July", "October", "November", "December"];
    let months = ["01", "06", "07", "10", "11", "12"];
    let month = months.iter().position(|month| *month == &day[5..7]).unwrap_or_else(|| panic!("{day}"));
    format!("{} {}, {}", names[month], day[8..10].trim_start_matches('0'), &day[..4])
}

#[tokio::test(flavor = "multi_thread")]
async fn c6_e2_the_matrix_of_who_was_told_what_is_what_each_partys_own_page_says() {
    let offices = Offices::open().await;
    let (mut browser, folder) = offices.browser("desk").await;
    let desk = offices.view("desk").await;
    let matrix = cells(&browser.get(&format!("{folder}/told")).await.text);
    let mut told = 0;
    for who in ["west", "east"] {
        let view = offices.view(who).await;
        let party = desk.parties.iter().find(|party| party.name == view.office.name).expect("a party").party;
        let column: Vec<&Cell> = matrix.iter().filter(|cell| cell.party == party).collect();
        let (mut browser, folder) = offices.browser(who).await;
        let mut met = Vec::new();
        for had in view.items.iter().filter(|item| item.side == "received") {
            let page = browser.get(&format!("{folder}/items/{}", had.no)).await.text;
            // The desk has it under the id that this party's office has it by.
            let of = desk.items.iter().find(|item| item.conveyed.iter().any(|one| one.ids.contains(&had.item)));
            let of = of.unwrap_or_else(|| panic!("{who}: item {} is nothing of the desk's", had.no));
            let cell = column.iter().find(|cell| cell.item == of.no).expect("a cell");
            met.push(of.no);
            // What has lapsed or was handed back unread has no words there any more.
            assert!(cell.text.contains(&beginning(&had.words)), "{who}, item {}: {}", had.no, cell.text);
            let hidden = had.form == "oral-message" && !had.read;
            assert!(hidden || page.contains(&beginning(&had.words)), "{who}: its own page has the same words");
            let on = had.conveyed_on.as_ref().expect("a day");
            assert!(cell.text.contains(&day(on)) && page.contains(&day(on)), "{who}, item {}: {on}", had.no);
            if let Some(disposition) = &had.disposition {
                let said = disposition.replace('-', " ");
                assert!(cell.text.to_lowercase().contains(&said), "{who}, item {}: {said}", had.no);
            }
        }
        // And nothing more: where the party has nothing, the cell says so.
        for cell in &column {
            let has = met.contains(&cell.item);
            let own = desk.items.iter().any(|item| item.no == cell.item && item.party == Some(party));
            let says_nothing = cell.text.contains("told nothing of it");
            let is_out =
                desk.items[cell.item as usize - 1].conveyed.iter().any(|one| one.to.contains(&view.office.name));
            assert_eq!(says_nothing, !own && !is_out, "{who}, item {}: {}", cell.item, cell.text);
            assert!(has || own || !is_out || cell.text.contains("not yet there"), "{who}, item {}", cell.item);
        }
        told += met.len();
    }
    assert!(told > 6, "something was told: {told}");
}
