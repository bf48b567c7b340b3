//! Commands as they travel over the control socket.

use channel::desk::Command as DeskCommand;
use channel::party::Command as PartyCommand;
use channel::{Act, ChannelHandle, Content, Disposition, Form, Handling, ItemId, Label, PartyId, STATUS_BLOCK};
use serde_json::json;

#[test]
fn the_desk_s_commands_read_as_people_write_them() {
    let add =
        json!({"do": "add-party", "party": 1, "name": "West", "principal": "Prime Minister", "calls": {"2": "them"}});
    let command: DeskCommand = serde_json::from_value(add).expect("a command");
    let DeskCommand::AddParty { party, calls, .. } = command else { panic!("another command") };
    assert_eq!((party, calls[&PartyId(2)].as_str()), (PartyId(1), "them"));

    let open = json!({"do": "open-channel", "channel": "07".repeat(16), "name": "calm", "parties": [1, 2]});
    let DeskCommand::OpenChannel { status, .. } = serde_json::from_value(open).expect("a command") else {
        panic!("another command")
    };
    assert_eq!(status, STATUS_BLOCK);

    let render = json!({"do": "render", "item": "01".repeat(16), "words": "…", "label": "verbatim"});
    let command: DeskCommand = serde_json::from_value(render.clone()).expect("a command");
    assert!(matches!(command, DeskCommand::Render { label: Label::Verbatim, ref to, .. } if to.is_empty()));
    let again = serde_json::to_value(&command).expect("written");
    assert_eq!(serde_json::from_value::<DeskCommand>(again).expect("a command"), command);

    for (key, value) in [("labl", json!("gist")), ("label", json!("word-for-word")), ("item", json!("xyz"))] {
        let mut wrong = render.clone();
        wrong[key] = value;
        assert!(serde_json::from_value::<DeskCommand>(wrong).is_err(), "{key}");
    }
    let set_up: DeskCommand = serde_json::from_value(json!({"do": "set-up", "name": "Moscow"})).expect("a command");
    assert!(matches!(set_up, DeskCommand::SetUp { two_officers: false, .. }));
}

#[test]
fn a_party_s_commands_read_as_people_write_them() {
    let lodge = json!({
        "do": "lodge", "item": "01".repeat(16), "channel": "02".repeat(16),
        "content": {"text": "…", "lapses": 1_762_423_200, "as-of": 1_759_744_800, "form": "oral-message"},
        "handling": "paraphrase", "approve": true, "to": [1], "supersedes": "03".repeat(16),
    });
    let PartyCommand::Lodge(lodging) = serde_json::from_value(lodge.clone()).expect("a command") else {
        panic!("another command")
    };
    assert_eq!((lodging.item, lodging.channel), (ItemId([1; 16]), ChannelHandle([2; 16])));
    assert_eq!((lodging.handling, lodging.content.form), (Handling::Paraphrase, Form::OralMessage));
    assert_eq!(lodging.supersedes, Some(ItemId([3; 16])));
    for (key, value) in [("handlin", json!("gist")), ("handling", json!("loud")), ("to", json!(["east"]))] {
        let mut wrong = lodge.clone();
        wrong[key] = value;
        assert!(serde_json::from_value::<PartyCommand>(wrong).is_err(), "{key}");
    }
    let minimal = Content::new("…", channel::Civil(5));
    let read: Content = serde_json::from_value(json!({"text": "…", "lapses": 5})).expect("a content");
    assert_eq!(read, minimal);

    let appoint = json!({"do": "appoint", "envoy": "larijani", "title": "Secretary", "channels": ["02".repeat(16)]});
    let command: PartyCommand = serde_json::from_value(appoint).expect("a command");
    assert!(matches!(command, PartyCommand::Appoint { ref may, countersign: false, .. } if may == Act::ALL));

    let dispose = json!({"do": "dispose", "conveyed": "04".repeat(16), "as": "returned-unread"});
    let command: PartyCommand = serde_json::from_value(dispose).expect("a command");
    assert!(matches!(command, PartyCommand::Dispose { disposition: Disposition::ReturnedUnread, .. }));

    let erase: PartyCommand =
        serde_json::from_value(json!({"do": "erase", "item": "01".repeat(16)})).expect("a command");
    assert!(matches!(erase, PartyCommand::Erase { conveyed: None, .. }));
    assert!(serde_json::from_value::<PartyCommand>(json!({"do": "declare"})).is_err());
}
