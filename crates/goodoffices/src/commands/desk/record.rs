//! `desk record`: who did what, in order.

use clap::Args;
use office::control::{Reply, Request};

use super::Desk;
use crate::failure::Failure;
use crate::print;
use crate::session::{Session, unexpected};

/// Show who did what, in order: every act with its officer, and no words.
#[derive(Args)]
pub(crate) struct Record {
    /// Only what was before this entry
    #[arg(long, value_name = "NUMBER")]
    before: Option<u64>,
    /// How many acts at most
    #[arg(long, default_value_t = 50)]
    most: u32,
}

impl Record {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut session = Session::open(&desk.home)?;
        let record = match session.ask(Request::Record { before: self.before, most: self.most })? {
            Reply::Record(record) => record,
            other => return Err(unexpected(other)),
        };
        if desk.home.json {
            return print::json(&record);
        }
        for act in &record {
            let on = act.on.as_deref().unwrap_or("                    ");
            let by = act.by.as_ref().map(|by| format!("{}: ", print::safe(&by.sentence))).unwrap_or_default();
            let items: Vec<String> = act.items.iter().map(ToString::to_string).collect();
            let of = if items.is_empty() { String::new() } else { format!(" (item {})", items.join(", ")) };
            let what: Vec<&str> = act.what.iter().map(|came| came.sentence.as_str()).collect();
            print::say(&format!("{:>7}  {on}  {by}{}{of}", act.no, what.join(", ")));
        }
        Ok(())
    }
}
