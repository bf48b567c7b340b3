//! What the desk does with items, from its pages: what was told by voice, corrections, translations, what was held or confided,
//! erasure; and what it sees of its words before they leave.

use hyper::StatusCode;
use office::act::Act;
use office::practice::{Civil, Content, Disposition, ItemId, Lodging, party};
use office::view::ItemView;

use crate::browser::Sheet;
use crate::desk_says::calm;
use crate::offices::{NOW, Offices};

/// Lodges a non-paper of the west's with the desk, and gives its number there.
async fn lodge(offices: &Offices, id: u8, words: &str, with: impl FnOnce(&mut Lodging)) -> u32 {
    let view = offices.view("west").await;
    let channel = view.channels.iter().find(|channel| channel.name == "calm").unwrap().channel.parse().unwrap();
    let mut lodging = Lodging::new(ItemId([id; 16]), channel, Content::new(words, Civil(NOW).plus_days(20)));
    with(&mut lodging);
    offices.act("west", Act::Party(party::Command::Lodge(lodging))).await;
    offices.view("desk").await.items.last().unwrap().no
}

async fn at_desk(offices: &Offices, no: u32) -> ItemView {
    offices.view("desk").await.items.into_iter().find(|item| item.no == no).expect("the item")
}

/// Renders it on its page and releases it by the second officer.
async fn convey(offices: &Offices, no: u32, words: &str) {
    let (mut desk, folder) = offices.browser("desk").await;
    let sheet = desk.form(&format!("{folder}/items/{no}/render")).await.with("text", words).with("label", "paraphrase");
    desk.does(&sheet).await;
    let (mut second, _) = offices.browser_of("second").await;
    let sheet = second.form(&format!("{folder}/items/{no}/release")).await;
    second.does(&sheet).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn c2_b3_the_desk_sees_how_its_words_differ_and_which_commit_before_it_renders() {
    let offices = Offices::open().await;
    let no = lodge(&offices, 0x31, "We seek quiet on the border.", |lodging| {
        lodging.content.conditions = vec!["while talks go on".to_owned()];
        lodging.content.scope = Some("the border alone".to_owned());
    })
    .await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/items/{no}/render");
    let sheet = desk.form(&place).await;
    assert_eq!(sheet.text("conditions"), "while talks go on", "it begins with the author's");
    let sheet = sheet.with("text", "They undertake to keep quiet on the border.").with("label", "paraphrase");
    let looked = desk.send(&sheet.looked_at()).await;
    assert_eq!(looked.status, StatusCode::OK);
    for seen in ["<del>We", "<ins>They", ">undertake</mark>"] {
        assert!(looked.text.contains(seen), "{seen}: {}", looked.text);
    }
    assert!(at_desk(&offices, no).await.renditions.is_empty(), "nothing is done");

    let sheet = Sheet::of(&looked.text, &place)
        .with("text", "They seek quiet on the border.")
        .with("conditions", "as long as there are talks")
        .with("reservations", "nothing is said of the sea")
        .with("scope", "")
        .with("into-1", "fa")
        .with("grade-1", "official")
        .with("translation-1", "آرامش");
    // Looked at once more, it says what would come of it; a translation has a translator.
    let looked = desk.send(&sheet.clone().with("translator-1", "the desk's own").looked_at()).await.text;
    assert!(looked.contains("If you do it as it stands"), "{looked}");
    let looked = desk.send(&sheet.clone().with("translator-1", "x").with("label", "verbatim").looked_at()).await;
    assert!(looked.text.contains("these words are not verbatim"), "what would be refused is said: {}", looked.text);
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a translation has a translator");
    assert!(answer.text.contains("id=\"translator-1-wrong\""));
    // Conditions in other words are said to be so: the page shows what should be known before it goes on.
    let answer = desk.does(&sheet.with("translator-1", "the desk's own")).await;
    assert_eq!(answer.status, StatusCode::OK);
    let item = at_desk(&offices, no).await;
    let said = &item.renditions[0];
    assert_eq!(said.conditions, ["as long as there are talks"]);
    assert_eq!(said.reservations, ["nothing is said of the sea"]);
    assert_eq!((said.scope.as_deref(), said.translations[0].grade.as_str()), (None, "official"));

    let (mut second, _) = offices.browser_of("second").await;
    let release = format!("{folder}/items/{no}/release");
    let page = second.get(&release).await.text;
    let preview = page.split("class=\"preview-item\"").nth(1).expect("a preview");
    for seen in ["They seek quiet", "as long as there are talks", "nothing is said of the sea", "آرامش", "official"]
    {
        assert!(preview.contains(seen), "{seen}");
    }
    let sheet = second.form(&release).await;
    second.does(&sheet).await;
    let received = offices.view("east").await.items.last().unwrap().clone();
    assert_eq!((received.conditions, received.scope), (said.conditions.clone(), None));
    assert_eq!(received.translations[0].translator, "the desk's own");
}

#[tokio::test(flavor = "multi_thread")]
async fn c2_no_other_words_are_released_than_those_that_were_seen() {
    let offices = Offices::open().await;
    let no = lodge(&offices, 0x3b, "We seek quiet.", |_| {}).await;
    let (mut desk, folder) = offices.browser("desk").await;
    let (mut second, _) = offices.browser_of("second").await;
    let (render, release) = (format!("{folder}/items/{no}/render"), format!("{folder}/items/{no}/release"));
    let mut seen = None;
    for words in ["They seek quiet.", "They seek quiet, at any price."] {
        let sheet = desk.form(&render).await.with("text", words).with("label", "paraphrase");
        desk.does(&sheet).await;
        seen.get_or_insert(second.form(&release).await);
    }
    let received = offices.view("east").await.items;
    let answer = second.send(&seen.unwrap()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("at any price"), "the words as they stand are shown: {}", answer.text);
    assert_eq!(offices.view("east").await.items, received, "nothing has left");
    let sheet = Sheet::of(&answer.text, &release);
    for _ in 0..2 {
        second.does(&sheet).await;
    }
    assert_eq!(offices.view("east").await.items.last().unwrap().words, "They seek quiet, at any price.");
}

#[tokio::test(flavor = "multi_thread")]
async fn c13_a_correction_names_what_it_replaces_and_is_released_after_it_was_seen() {
    let offices = Offices::open().await;
    let no = lodge(&offices, 0x32, "We seek quiet.", |_| {}).await;
    convey(&offices, no, "They want quiet at any price.").await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/items/{no}/correct");
    assert!(desk.get(&format!("{folder}/items/{no}")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    assert_eq!(sheet.text("text"), "They want quiet at any price.", "it begins with what was conveyed");
    desk.does(&sheet.with("text", "They seek quiet.")).await;
    let received = offices.view("east").await.items.last().unwrap().clone();
    assert!(received.corrected.is_empty(), "two officers are asked for");

    let (mut second, _) = offices.browser_of("second").await;
    let release = format!("{folder}/items/{no}/release");
    assert!(second.get(&format!("{folder}/items/{no}")).await.text.contains(&format!("href=\"{release}\"")));
    let page = second.get(&release).await.text;
    let preview = page.split("class=\"preview-item\"").nth(1).expect("a preview");
    assert!(preview.contains("They seek quiet.") && !preview.contains("We seek"), "{preview}");
    assert!(preview.contains("those who asked"), "under the label that its addressee is shown: {preview}");
    let sheet = second.form(&release).await;
    second.does(&sheet).await;
    let (mut east, at_east) = offices.browser("east").await;
    let page = east.get(&format!("{at_east}/items/{}", received.no)).await.text;
    assert!(page.contains("They seek quiet.") && page.contains("They want quiet at any price."), "shown beside it");
    let (mut west, at_west) = offices.browser("west").await;
    let no = offices.view("west").await.items.last().unwrap().no;
    assert!(west.get(&format!("{at_west}/items/{no}")).await.text.contains("They seek quiet."), "its author sees it");
}

#[tokio::test(flavor = "multi_thread")]
async fn c8_what_was_said_by_voice_is_written_down_and_its_sender_is_asked() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/{}/intake", calm(&offices).await);
    let sheet = desk.form(&place).await;
    let west = offices.party("western").await;
    let sheet = sheet.with("from", &west).with("approve-party", "yes").with("handling", "paraphrase");
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("id=\"text-wrong\"") && answer.text.contains("value=\"paraphrase\" selected"));
    let sheet = sheet
        .with("text", "He said on the phone: no strikes this month.")
        .with("precedence", "urgent")
        .with("ambiguous", "this month")
        .with("into-1", "fa")
        .with("translator-1", "Anna")
        .with("translation-1", "در این ماه");
    for _ in 0..2 {
        desk.does(&sheet).await;
    }
    let item = offices.view("desk").await.items.last().unwrap().clone();
    assert!(item.unconfirmed && item.approve);
    assert_eq!((item.keep_ambiguous[0].as_str(), item.translations[0].grade.as_str()), ("this month", "sight"));
    let asked = offices.view("west").await.items.last().unwrap().clone();
    assert_eq!((asked.words.as_str(), asked.unconfirmed), ("He said on the phone: no strikes this month.", true));
    let (mut party, at_west) = offices.browser("west").await;
    let place = format!("{at_west}/items/{}", asked.no);
    let sheet = party.form(&format!("{place}/confirm")).await;
    party.does(&sheet).await;
    assert_eq!(at_desk(&offices, item.no).await.confirmed, Some(true));
    assert!(desk.get(&format!("{folder}/items/{}", item.no)).await.text.contains("said that it said so"));
}

#[tokio::test(flavor = "multi_thread")]
async fn c8_one_message_by_two_ways_is_recognised_and_an_officer_says_whether_it_is_one() {
    let words = "Settlement and not confrontation of any kind is what we seek with you.";
    for act in ["same", "distinct"] {
        let offices = Offices::open().await;
        let first = lodge(&offices, 0x33, words, |_| {}).await;
        let second = lodge(&offices, 0x34, &format!("{words} Soon."), |_| {}).await;
        let (mut desk, folder) = offices.browser("desk").await;
        let page = desk.get(&format!("{folder}/items/{second}")).await.text;
        let place = format!("{folder}/items/{second}/{act}");
        let other = page.split(&format!("{place}?of=")).nth(1).expect("it may be the same").split('"').next().unwrap();
        assert_eq!(other.parse::<u32>().unwrap(), first, "the likest one");
        let both = desk.get(&format!("{place}?of={other}")).await.text;
        assert!(
            both.contains("Soon.") && both.contains("the other, which stays")
                || both.contains("The other, which stays")
        );
        let sheet = Sheet::of(&both, &place);
        desk.does(&sheet).await;
        let item = at_desk(&offices, second).await;
        assert_eq!(item.same_as.is_some(), act == "same");
        let first = at_desk(&offices, first).await;
        assert!(!item.maybe_same.contains(&first.item) && !first.maybe_same.contains(&item.item), "it is settled");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn c12_a_translation_stands_under_its_grade_and_its_translator() {
    let offices = Offices::open().await;
    let no = lodge(&offices, 0x35, "We seek quiet.", |_| {}).await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/items/{no}/translate");
    assert!(desk.get(&format!("{folder}/items/{no}")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await.with("into", "fa").with("grade", "sight").with("text", "آرامش می‌خواهیم.");
    assert_eq!(desk.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody translated it");
    desk.does(&sheet.with("translator", "Anna")).await;
    for place in [format!("{folder}/items/{no}"), format!("{folder}/items/{no}/render")] {
        let page = desk.get(&place).await.text;
        for seen in ["آرامش", "at sight", "Anna"] {
            assert!(page.contains(seen), "{place}: {seen}");
        }
    }
    assert!(offices.view("west").await.items.last().unwrap().translations.is_empty(), "it is the desk's");
}

#[tokio::test(flavor = "multi_thread")]
async fn c11_what_was_confided_is_used_only_after_the_party_was_asked_again() {
    let offices = Offices::open().await;
    let view = offices.view("west").await;
    let channel = view.channels.iter().find(|channel| channel.name == "calm").unwrap().channel.parse().unwrap();
    let item = ItemId([0x36; 16]);
    let (text, lapses) = ("We could live with ten days.".to_owned(), Civil(NOW).plus_days(20));
    offices.act("west", Act::Party(party::Command::Confide { item, channel, text, lapses })).await;
    let no = offices.view("desk").await.items.last().unwrap().no;
    let (mut desk, folder) = offices.browser("desk").await;
    let sheet = desk.form(&format!("{folder}/items/{no}/render")).await;
    let refused = desk.send(&sheet).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("ask the party first whether it may be used"), "{}", refused.text);
    let place = format!("{folder}/items/{no}/use-confided");
    assert!(desk.get(&format!("{folder}/items/{no}")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    desk.does(&sheet).await;
    let (mut party, at_west) = offices.browser("west").await;
    assert!(party.get(&format!("{at_west}/")).await.text.contains("asks for leave to use what you confided"));
}

/// Appoints the envoy anew, whose mandate is over, and gives its name.
async fn appoint_secretary(offices: &Offices) -> String {
    let name = offices.view("east/secretary").await.office.envoy.unwrap();
    let channels = offices.view("east").await.channels.iter().map(|one| one.channel.parse().unwrap()).collect();
    let (envoy, title) = (name.clone(), "secretary".to_owned());
    let may = office::practice::Act::ALL.to_vec();
    let appoint = party::Command::Appoint { envoy, title, channels, may, until: None, countersign: false };
    offices.act("east", Act::Party(appoint)).await;
    name
}

#[tokio::test(flavor = "multi_thread")]
async fn d5_the_desk_is_shown_that_two_envoys_contradict_and_asks_their_principal_alone() {
    let offices = Offices::open().await;
    appoint_secretary(&offices).await;
    let no = lodge(&offices, 0x3a, "We seek quiet.", |_| {}).await;
    convey(&offices, no, "They seek quiet.").await;
    for (who, disposition) in [("east", Disposition::Noted), ("east/secretary", Disposition::NotAccepted)] {
        let conveyed = offices.view(who).await.items.last().unwrap().item.parse().unwrap();
        offices.act(who, Act::Party(party::Command::Dispose { conveyed, disposition })).await;
    }
    let (mut desk, folder) = offices.browser("desk").await;
    let page = desk.get(&format!("{folder}/conflicts")).await.text;
    let east = offices.party("eastern").await;
    let place = format!("{folder}/ask?about={no}&amp;party={east}&amp;conflict=yes");
    assert!(page.contains(&format!("href=\"{place}\"")), "{page}");
    let sheet = desk.form(&place.replace("&amp;", "&")).await;
    assert_eq!((sheet.text("party"), sheet.text("principal-only")), (east.as_str(), "yes"));
    desk.does(&sheet).await;
    let asked = |view: office::view::View| view.questions.last().map(|one| one.text.clone()).unwrap_or_default();
    assert!(asked(offices.view("east").await).contains("Which stands?"));
    assert!(!asked(offices.view("east/secretary").await).contains("Which stands?"), "no envoy is asked");
    let page = desk.get(&format!("{folder}/conflicts")).await.text;
    assert!(page.contains("The principal was asked.") && !page.contains("conflict=yes"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn d2_what_a_revoked_envoy_sent_late_is_held_until_the_desk_admits_it() {
    let offices = Offices::open().await;
    let name = appoint_secretary(&offices).await;
    let channel = offices.view("east/secretary").await.channels[0].channel.parse().unwrap();
    let content = Content::new("Sent on the last day.", Civil(NOW).plus_days(20));
    let lodging = Lodging::new(ItemId([0x37; 16]), channel, content);
    // It leaves the envoy's office only after the desk had word that the envoy is one no longer.
    offices.act("later:east/secretary", Act::Party(party::Command::Lodge(lodging))).await;
    offices.act("east", Act::Party(party::Command::Revoke { envoy: name })).await;
    let item = offices.view("desk").await.items.last().unwrap().clone();
    assert_eq!((item.words.as_str(), item.state.as_str()), ("Sent on the last day.", "held"));
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/items/{}/admit", item.no);
    assert!(desk.get(&format!("{folder}/items/{}", item.no)).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    desk.does(&sheet).await;
    assert_eq!(at_desk(&offices, item.no).await.state, "lodged");
}

#[tokio::test(flavor = "multi_thread")]
async fn g3_words_are_erased_here_after_it_was_said_what_that_does() {
    let offices = Offices::open().await;
    let no = lodge(&offices, 0x38, "We seek quiet.", |_| {}).await;
    convey(&offices, no, "They seek quiet.").await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/items/{no}/erase");
    assert!(desk.get(&format!("{folder}/items/{no}")).await.text.contains(&format!("href=\"{place}\"")));
    assert!(desk.get(&place).await.text.contains("what was conveyed stays with its addressee"));
    let sheet = desk.form(&place).await;
    desk.does(&sheet).await;
    let page = desk.get(&format!("{folder}/items/{no}")).await.text;
    assert!(!page.contains("We seek quiet.") && page.contains("erased"), "{page}");
    assert_eq!(offices.view("east").await.items.last().unwrap().words, "They seek quiet.");
}

#[tokio::test(flavor = "multi_thread")]
async fn c14_f6_the_desk_notes_a_contradiction_and_asks_in_private_whether_it_still_stands() {
    let offices = Offices::open().await;
    let no = lodge(&offices, 0x39, "We seek quiet.", |_| {}).await;
    let (mut desk, folder) = offices.browser("desk").await;
    let page = desk.get(&format!("{folder}/items/{no}")).await.text;
    let place = format!("{folder}/items/{no}/statement");
    assert!(page.contains(&format!("href=\"{place}\"")));
    let before = offices.view("west").await;
    let sheet = desk.form(&place).await.with("text", "We shall not be quiet.").with("occasion", "in parliament");
    desk.does(&sheet).await;
    assert_eq!(offices.view("west").await, before, "nobody is told, and nothing is withdrawn");
    assert!(desk.get(&format!("{folder}/notes")).await.text.contains("We shall not be quiet."));
    assert_eq!(at_desk(&offices, no).await.state, "lodged");

    let ask = format!("{folder}/ask?about={no}");
    assert!(page.contains(&format!("href=\"{ask}\"")));
    let sheet = desk.form(&ask).await;
    assert_eq!(sheet.text("party"), offices.party("western").await, "its author is asked");
    desk.does(&sheet).await;
    let question = offices.view("west").await.questions.last().unwrap().clone();
    assert_eq!(question.text, "Does it still stand?");
    assert_eq!(question.about, Some(offices.view("west").await.items.last().unwrap().item.clone()));
}
