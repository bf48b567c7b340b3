//! What is said and what lies on the disk: nothing of what was written, of what opens a vault, or of where the hub is.

use crate::homes;
use crate::program::Ran;
use crate::rig::{Rig, place};

#[test]
fn nothing_lies_in_the_clear_and_nothing_is_said_of_it() {
    let rig = Rig::new();
    let hub = rig.with_homes();
    let place = place(&hub);
    let all = ["desk", "west", "east"];
    let open = all.map(|name| rig.open_office(name));
    rig.settled(&all);

    let texts = [
        "Nobody here is preparing an attack, and we ask for the same at dawn.",
        "We were asked to tell you that no attack is being prepared.",
        "Half of my cabinet would rather that I said nothing.",
        "Is that still so after what was broadcast this week?",
        "Television is for television.",
        "Only while the inspectors stay in the valley.",
    ];
    rig.secret(texts[0]);
    rig.secret(texts[5]);
    let lodge =
        format!("printf %s '{}' | \"$0\" party lodge --home west --lapses 30d --condition '{}'", texts[0], texts[5]);
    rig.shell(&lodge).well();
    rig.run_with("party confide --home west", texts[2]).well();
    rig.settled(&all);
    rig.run_with("desk render 1 --home desk --label paraphrase", texts[1]).well();
    rig.run("desk release 1 --home desk").well();
    rig.run_with("desk ask --home desk --to 1", texts[3]).well();
    rig.settled(&all);
    rig.run_with("party reply 1 --home west", texts[4]).well();
    rig.run("party dispose 1 --home east --as noted").well();
    rig.settled(&all);

    // Refusals and mistakes repeat nothing either.
    let refused: Vec<Ran> = vec![
        rig.run("party recall 99 --home west"),
        rig.run("desk release 2 --home desk"),
        rig.run("desk release 99 --home desk"),
        rig.run_with("desk render 1 --home desk --label nonsense", texts[1]),
        rig.run_with("party lodge --home west --lapses never", texts[0]),
    ];
    for ran in refused {
        assert_ne!(ran.code, Some(0), "{ran:?}");
    }
    // While a process works, and when all is locked.
    clean(&rig, &texts, &place);
    for office in open {
        office.stop();
    }
    clean(&rig, &texts, &place);
    rig.nothing_was_told();
}

/// Looks through every byte of all homes, and of the hub's.
fn clean(rig: &Rig, texts: &[&str], place: &str) {
    let passphrases = ["desk", "west", "east"].map(homes::passphrase);
    let names = ["The western side", "The eastern side", "Prime Minister", "calm", "paraphrase", "Bern"];
    let mut wanted: Vec<&str> = texts.iter().copied().chain(names).collect();
    wanted.extend(passphrases.iter().map(String::as_str));
    let mut looked = 0;
    for home in ["desk", "west", "east", "hub"] {
        for (file, bytes) in rig.files(home) {
            looked += 1;
            for text in wanted.iter().chain([&place]) {
                assert!(!holds(&bytes, text.as_bytes()), "\"{text}\" lies in {}", file.display());
            }
        }
    }
    assert!(looked >= 4, "only {looked} files were found");
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}
