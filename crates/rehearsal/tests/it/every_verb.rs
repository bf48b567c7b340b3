//! A scenario with every verb and every key parses into exactly what was written.

use std::collections::BTreeSet;

use rehearsal::scenario::{
    Act, Actor, Appoint, Cadence, DAY, Disclosure, Disposition, During, Expected, Form, Grade, Label, Lodge, Office,
    Place, Power, Precedence, Released, Reviewed, Scenario, Status, Step, Translation, VERBS, Witness, not_yet,
};

/// 2025-10-06T10:00:00Z, the first step's time.
const TEN: i64 = 1_759_744_800;
const HOUR: i64 = 3_600;

fn scenario() -> Scenario {
    let text = include_str!("../every-verb.toml");
    Scenario::parse("every-verb.toml", text).unwrap_or_else(|malformed| panic!("{malformed}"))
}

fn step<'s>(scenario: &'s Scenario, verb: &str) -> &'s Step {
    scenario.steps.iter().find(|step| step.act.verb() == verb).expect("a step of this verb")
}

#[test]
fn every_verb_of_the_table_is_there_and_is_read() {
    let read: BTreeSet<_> = scenario().steps.iter().map(|step| (step.side(), step.act.verb())).collect();
    let table: BTreeSet<_> = VERBS.iter().map(|(side, verb, _)| (*side, *verb)).collect();
    assert_eq!(read, table);
}

#[test]
fn the_head_is_read() {
    let scenario = scenario();
    assert_eq!(scenario.title, "Every verb");
    assert_eq!(scenario.rows, ["A1", "C14"]);
    assert_eq!(scenario.starts, TEN - HOUR);
    assert_eq!(scenario.cadence, Cadence::Beat(600));
    assert_eq!(scenario.desk.officers, ["first", "second"]);
    assert!(scenario.desk.two_officers);
    let west = scenario.party("west").expect("west");
    assert_eq!((west.calls("east"), west.calls("north")), ("the asking side", "a third side"));
    assert_eq!(scenario.party("east").expect("east").calls("west"), "the other side");
    assert_eq!(scenario.channel("calm").expect("calm").status.len(), 5);
    assert_eq!(scenario.channel("wide").expect("wide").status, [Status::NoCommitment, Status::NoPrecedent]);
    assert_eq!(scenario.envoys(), BTreeSet::from([("west".to_owned(), "sec".to_owned())]));
    assert_eq!(scenario.backups_of("s1"), BTreeSet::from([Place::Office(Office::Desk)]));
    assert_eq!(scenario.backups_of("s2"), BTreeSet::new());
}

#[test]
fn what_a_party_does_is_read() {
    let scenario = scenario();
    let sec = Actor::Envoy { party: "west".to_owned(), envoy: "sec".to_owned() };
    let appoint = step(&scenario, "appoint");
    assert_eq!((appoint.number, appoint.line, appoint.at), (1, 37, TEN));
    let expected = Appoint {
        envoy: "sec".to_owned(),
        title: "Secretary of the Council".to_owned(),
        channels: vec!["calm".to_owned(), "wide".to_owned()],
        may: BTreeSet::from([Power::Lodge, Power::Dispose]),
        until: Some(TEN + 48 * HOUR),
        countersign: true,
    };
    assert_eq!(appoint.act, Act::Appoint(expected));
    let lodge = step(&scenario, "lodge");
    let now = TEN + 2 * HOUR;
    assert_eq!((lodge.at, &lodge.by, lodge.by_as_written.as_str()), (now, &sec, "west/sec"));
    let expected = Lodge {
        item: "m1".to_owned(),
        channel: "wide".to_owned(),
        text: "First.".to_owned(),
        lapses: now + 30 * DAY,
        to: vec!["east".to_owned()],
        form: Form::PersonalMessage,
        handling: Some(Label::Paraphrase),
        approve: true,
        precedence: Precedence::Urgent,
        conditions: vec!["one".to_owned(), "two".to_owned()],
        reservations: vec!["three".to_owned()],
        scope: Some("the air".to_owned()),
        as_of: Some(1_759_653_000),
        not_before: Some(now + HOUR),
        not_after: Some(1_759_968_000),
        disclosure: Disclosure::MayMention,
        answers: None,
        reaffirms: None,
        supersedes: None,
        on_behalf_of: Some("the leader".to_owned()),
        carrier: Some("the secretary".to_owned()),
        language: Some("fa".to_owned()),
        keep_ambiguous: vec!["First".to_owned()],
        translations: vec![Translation {
            language: "en".to_owned(),
            grade: Grade::Rough,
            translator: "a clerk".to_owned(),
            text: "First, they said.".to_owned(),
        }],
    };
    assert_eq!(lodge.act, Act::Lodge(expected));
    let Act::Lodge(plain) = &scenario.steps[2].act else { panic!("the third step lodges") };
    assert_eq!(plain.to, ["west"], "all others of the channel");
    assert_eq!(plain.answers.as_deref(), Some("m1"));
    assert_eq!((plain.form, plain.handling, plain.approve), (Form::NonPaper, None, false));
    assert_eq!((plain.precedence, plain.disclosure), (Precedence::Routine, Disclosure::Secret));
    let Act::Confide(told) = &step(&scenario, "confide").act else { panic!("confides") };
    assert_eq!(told.lapses, now + 30 * DAY);
    assert_eq!(step(&scenario, "object").act, Act::Object(Reviewed::Readout("r1".to_owned())));
    assert_eq!(step(&scenario, "invoke").act, Act::Invoke { item: "m1".to_owned(), condition: 2 });
    let disposition = Disposition::WithoutRecognition;
    assert_eq!(step(&scenario, "dispose").act, Act::Dispose { item: "m1".to_owned(), disposition });
    let Act::Answer { takes, .. } = &step(&scenario, "answer").act else { panic!("answers") };
    assert_eq!(*takes, BTreeSet::from([1, 2]));
}

#[test]
fn what_the_desk_does_is_read() {
    let scenario = scenario();
    let pair = step(&scenario, "pair");
    assert_eq!(pair.by, Actor::Desk { officer: "second".to_owned() });
    let render = step(&scenario, "render");
    assert_eq!((&render.by, render.by_as_written.as_str()), (&Actor::Desk { officer: "first".to_owned() }, "desk"));
    let Act::Render(render) = &render.act else { panic!("renders") };
    assert_eq!((render.label, render.to.as_deref()), (Label::Gist, Some(&["west".to_owned()][..])));
    assert_eq!(render.conditions, Some(Vec::new()), "none of them, which is not the author's own");
    let releases: Vec<&Act> =
        scenario.steps.iter().map(|step| &step.act).filter(|act| matches!(act, Act::Release(_))).collect();
    let (item, pair) = (Released::Item("m2".to_owned()), Released::Pair("d".to_owned()));
    assert_eq!(releases, [&Act::Release(item), &Act::Release(pair)]);
    let Act::Outreach(outreach) = &step(&scenario, "outreach").act else { panic!("reaches out") };
    assert_eq!(outreach.to, ["west", "east", "north"]);
    let Act::Intake { from, lodged } = &step(&scenario, "intake").act else { panic!("takes in") };
    assert_eq!((from.as_str(), &lodged.to[..], lodged.approve), ("east", &["west".to_owned()][..], true));
    let Act::Disclose { items, .. } = &step(&scenario, "disclose").act else { panic!("discloses") };
    assert_eq!(items, &["m1", "m2"]);
    let Act::Correct(correct) = &step(&scenario, "correct").act else { panic!("corrects") };
    assert_eq!((correct.label, correct.to.as_deref()), (Some(Label::Gist), Some(&["west".to_owned()][..])));
    assert_eq!(
        (correct.conditions.as_deref(), correct.scope.as_deref()),
        (Some(&["five".to_owned()][..]), Some("the land"))
    );
    assert_eq!(correct.reservations, Some(Vec::new()), "none of them, which is not what was conveyed");
    let drafts = scenario.steps.iter().filter(|step| matches!(&step.act, Act::Draft(draft) if draft.readout == "r1"));
    assert_eq!(drafts.count(), 2, "a later draft goes by the name of the first");
}

#[test]
fn the_clock_and_what_goes_wrong_are_read() {
    let scenario = scenario();
    let pass = step(&scenario, "pass");
    assert_eq!((pass.ends() - pass.at, step(&scenario, "verify").at), (36 * HOUR, pass.ends()));
    assert_eq!(step(&scenario, "verify").expect, Expected::Refused("signature".to_owned()));
    assert_eq!(step(&scenario, "crash").act, Act::Crash { who: Place::Hub, during: Some(During::Commit) });
    let sec = Office::Envoy { party: "west".to_owned(), envoy: "sec".to_owned() };
    assert_eq!(step(&scenario, "cut").act, Act::Cut { who: sec });
    let Act::Repeat(cells) = &step(&scenario, "repeat").act else { panic!("repeats") };
    assert_eq!(cells.cells, 1);
}

#[test]
fn expectations_are_read() {
    let scenario = scenario();
    let [first, second, third, fourth] = &scenario.expectations[..] else { panic!("four expectations") };
    assert_eq!((first.after, first.outstanding.clone()), (1, Some(BTreeSet::new())));
    assert_eq!(first.who.to_string(), "west/sec");
    assert_eq!((second.after, second.outstanding.as_ref().map(BTreeSet::len)), (scenario.steps.len(), Some(5)));
    assert_eq!((&third.who, third.outstanding.as_ref()), (&Witness::Public, None));
    assert_eq!((&fourth.who, fourth.who.to_string().as_str()), (&Witness::Hub, "hub"));
}

#[test]
fn what_is_not_yet_performed_is_refused_by_name() {
    let scenario = scenario();
    let told = |verb: &str| {
        let step = step(&scenario, verb);
        not_yet(step.side(), &step.act)
    };
    assert_eq!(told("test-line").as_deref(), Some("not yet: `test-line` comes with a later version"));
    assert_eq!(told("courier").as_deref(), Some("not yet: `courier` comes with a later version"));
    for verb in [
        "appoint", "confide", "approve", "reply", "render", "ask", "correct", "propose", "pair", "publish", "pass",
        "crash", "restore",
    ] {
        assert_eq!(told(verb), None, "{verb}");
    }
}
