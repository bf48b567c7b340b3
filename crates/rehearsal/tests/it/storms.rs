//! Storms over the shipped scenarios: three hundred seeds, in parts that run beside each other. More with `cargo xtask soak`.

use std::path::Path;

use rehearsal::scenario::Scenario;
use rehearsal::simulated::storm;

fn weather(file: &str, seeds: std::ops::Range<u64>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios").join(file);
    let scenario = Scenario::load(&path).expect("a shipped scenario");
    for seed in seeds {
        if let Err(wrecked) = storm::play(&scenario, seed) {
            panic!("{wrecked}");
        }
    }
}

macro_rules! storms {
    ($($name:ident: $file:literal $from:literal..$to:literal;)+) => {$(
        #[test]
        fn $name() {
            weather($file, $from..$to);
        }
    )+};
}

storms! {
    first_message_weathers_seeds_from_1: "first-message.toml" 1..104;
    first_message_weathers_seeds_from_104: "first-message.toml" 104..207;
    reported_2025_weathers_seeds_from_1: "reported-2025.toml" 1..8;
    reported_2025_weathers_seeds_from_8: "reported-2025.toml" 8..15;
    proximity_talks_weather_seeds_from_1: "proximity-talks.toml" 1..11;
    who_approved_2003_weathers_seeds_from_1: "who-approved-2003.toml" 1..9;
    changed_terms_2024_weathers_seeds_from_1: "changed-terms-2024.toml" 1..27;
    handed_back_1962_weathers_seeds_from_1: "handed-back-1962.toml" 1..17;
    swiss_fax_2020_weathers_seeds_from_1: "swiss-fax-2020.toml" 1..13;
    envoys_and_officers_weather_seeds_from_1: "envoys-and-officers.toml" 1..9;
}
