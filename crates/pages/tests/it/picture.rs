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
