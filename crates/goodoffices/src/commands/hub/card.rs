//! `hub card`: what the desk needs to know of the hub.

use std::path::PathBuf;

use clap::Args;
use office::HubPlace;

use crate::failure::Failure;
use crate::{hub_card, print};

/// Prints the hub's card.
#[derive(Args)]
pub(crate) struct Card {
    /// The hub's home
    #[arg(long, value_name = "FOLDER")]
    home: PathBuf,
    /// Where offices reach the hub: host and port
    #[arg(long, value_name = "HOST:PORT")]
    place: String,
    /// Show as JSON
    #[arg(long)]
    json: bool,
}

impl Card {
    /// Prints it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        if self.place.rsplit_once(':').is_none_or(|(host, port)| host.is_empty() || port.parse::<u16>().is_err()) {
            return Err(Failure::given("--place takes a host and a port, such as hub.example.org:7443"));
        }
        let invite = hub::home::invite(&self.home).map_err(|error| Failure::given(error.to_string()))?;
        let card = HubPlace { place: self.place, pin: invite.pin, pass: *invite.pass.as_bytes() };
        let text = hub_card::write(&card);
        if self.json {
            let (place, pin) = (&card.place, hub_card::pin(&card.pin));
            return print::json(&serde_json::json!({ "place": place, "pin": pin, "card": text }));
        }
        print::say(text.trim_end());
        Ok(())
    }
}
