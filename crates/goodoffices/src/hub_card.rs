//! The card of a hub: one armoured text that tells a desk where the hub is, how to know it, and what admits deposits.
//! It is handed to the desk and to nobody else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::HubPlace;

use crate::failure::Failure;

const BEGIN: &str = "-----BEGIN GOOD OFFICES HUB CARD-----";
const END: &str = "-----END GOOD OFFICES HUB CARD-----";

/// The card as text.
pub(crate) fn write(hub: &HubPlace) -> String {
    let bytes = minicbor::to_vec(hub).unwrap_or_default(); // writing to memory cannot fail
    let coded = STANDARD.encode(bytes);
    let mut text = format!("{BEGIN}\n");
    let mut rest = coded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(64)); // base64 is ASCII: any place is a boundary
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str(END);
    text.push('\n');
    text
}

/// What a hub is known by, as it is shown: 64 hexadecimal digits.
pub(crate) fn pin(pin: &[u8; 32]) -> String {
    pin.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a card.
pub(crate) fn read(text: &str) -> Result<HubPlace, Failure> {
    let open = || {
        let (_, after) = text.split_once(BEGIN)?;
        let (body, _) = after.split_once(END)?;
        let coded: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        minicbor::decode(&STANDARD.decode(coded).ok()?).ok()
    };
    open()
        .ok_or_else(|| Failure::given("this is not a hub's card: ask whoever runs the hub for what `hub card` prints"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_reads_as_it_was_written_and_anything_else_is_said_to_be_none() {
        let hub = HubPlace { place: "127.0.0.1:7443".to_owned(), pin: [1; 32], pass: [2; 32] };
        assert!(read(&write(&hub)).is_ok_and(|card| card == hub));
        for text in ["", "hello", &write(&hub).replace("HUB", "HUT"), &write(&hub).replace('A', "?")] {
            assert!(read(text).is_err_and(|failure| failure.exit_code() == 2));
        }
    }
}
