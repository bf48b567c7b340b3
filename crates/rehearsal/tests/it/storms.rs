//! Storms and gales over scenarios: three hundred storms and fewer gales, in parts that run beside each other. More with
//! `cargo xtask soak`.

use std::path::{Path, PathBuf};

use rehearsal::scenario::Scenario;
use rehearsal::simulated::weather::Wrecked;
use rehearsal::simulated::{gale, storm};

type Kind = fn(&Scenario, u64) -> Result<(), Wrecked>;

fn weathers(file: PathBuf, kind: Kind, seeds: std::ops::Range<u64>) {
    let scenario = Scenario::load(&file).expect("a scenario");
    for seed in seeds {
        if let Err(wrecked) = kind(&scenario, seed) {
            panic!("{wrecked}");
        }
    }
}

/// One that is shipped.
fn shipped(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios").join(file)
}

/// One that is made for rough weather.
fn rough(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file)
}

macro_rules! weathers {
    ($($name:ident: $kind:path, $place:ident $file:literal $from:literal..$to:literal;)+) => {$(
        #[test]
        fn $name() {
            weathers($place($file), $kind, $from..$to);
        }
    )+};
}

weathers! {
    first_message_weathers_storms_from_1: storm::play, shipped "first-message.toml" 1..104;
    first_message_weathers_storms_from_104: storm::play, shipped "first-message.toml" 104..207;
    reported_2025_weathers_storms_from_1: storm::play, shipped "reported-2025.toml" 1..8;
    reported_2025_weathers_storms_from_8: storm::play, shipped "reported-2025.toml" 8..15;
    proximity_talks_weather_storms: storm::play, shipped "proximity-talks.toml" 1..11;
    who_approved_2003_weathers_storms: storm::play, shipped "who-approved-2003.toml" 1..9;
    changed_terms_2024_weathers_storms: storm::play, shipped "changed-terms-2024.toml" 1..27;
    handed_back_1962_weathers_storms: storm::play, shipped "handed-back-1962.toml" 1..17;
    swiss_fax_2020_weathers_storms: storm::play, shipped "swiss-fax-2020.toml" 1..13;
    envoys_and_officers_weather_storms: storm::play, shipped "envoys-and-officers.toml" 1..9;
    what_befalls_a_message_weathers_storms: storm::play, rough "rough.toml" 1..11;
    what_is_said_at_once_weathers_storms: storm::play, rough "together.toml" 1..11;
    first_message_weathers_gales: gale::play, shipped "first-message.toml" 1..31;
    reported_2025_weathers_gales: gale::play, shipped "reported-2025.toml" 1..4;
    proximity_talks_weather_gales: gale::play, shipped "proximity-talks.toml" 1..4;
    who_approved_2003_weathers_gales: gale::play, shipped "who-approved-2003.toml" 1..4;
    changed_terms_2024_weathers_gales: gale::play, shipped "changed-terms-2024.toml" 1..7;
    handed_back_1962_weathers_gales: gale::play, shipped "handed-back-1962.toml" 1..6;
    swiss_fax_2020_weathers_gales: gale::play, shipped "swiss-fax-2020.toml" 1..6;
    envoys_and_officers_weather_gales: gale::play, shipped "envoys-and-officers.toml" 1..4;
    what_befalls_a_message_weathers_gales: gale::play, rough "rough.toml" 1..16;
    what_is_said_at_once_weathers_gales: gale::play, rough "together.toml" 1..16;
}
