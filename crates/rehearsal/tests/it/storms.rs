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
    first_message_weathers_seeds_from_1: "first-message.toml" 1..56;
    first_message_weathers_seeds_from_56: "first-message.toml" 56..111;
    first_message_weathers_seeds_from_111: "first-message.toml" 111..166;
    first_message_weathers_seeds_from_166: "first-message.toml" 166..221;
    reported_2025_weathers_seeds_from_1: "reported-2025.toml" 1..21;
    reported_2025_weathers_seeds_from_21: "reported-2025.toml" 21..41;
    reported_2025_weathers_seeds_from_41: "reported-2025.toml" 41..61;
    reported_2025_weathers_seeds_from_61: "reported-2025.toml" 61..81;
}
