//! Keeping an office open: the same for a desk and a party.

use clap::Args;
use office::run::ControlSocket;
use office::view::Look;
use pages::Pages;

use super::hub::interrupted;
use crate::failure::Failure;
use crate::print;
use crate::session::{HomeArgs, runtime, unlock};

/// Keeps an office open.
#[derive(Args)]
pub(crate) struct KeepOpen {
    /// For rehearsals: civil time stands at this second
    #[arg(long, hide = true, value_name = "SECONDS")]
    rehearsal: Option<i64>,
    /// Show the office as web pages too, on this machine alone: at this port, or at any free one
    #[arg(long, value_name = "PORT", num_args = 0..=1, default_missing_value = "0")]
    pages: Option<u16>,
}

impl KeepOpen {
    /// Opens it and serves until it is told to stop.
    pub(crate) fn run(self, home: &HomeArgs, kind: &str) -> Result<(), Failure> {
        let runtime = runtime()?;
        let mut runner = {
            let _inside = runtime.enter();
            unlock(&home.home, &home.passphrase, self.rehearsal)?
        };
        let found = runner.office().look(&Look::default()).office.kind;
        if (found == "desk") != (kind == "desk") {
            let right = if found == "desk" { "desk" } else { "party" };
            return Err(Failure::given(format!("this home is not a {kind}'s: open it with `{right} open`")));
        }
        let socket = {
            let _inside = runtime.enter();
            ControlSocket::bind(&home.home)?
        };
        let pages = {
            let _inside = runtime.enter();
            let bind = |port| {
                Pages::bind(port).map_err(|error| Failure::machine(format!("the pages cannot be served: {error}")))
            };
            self.pages.map(bind).transpose()?
        };
        runner.on_alarm(Box::new(alarm));
        print::say("Open. Other terminals may use it now; Ctrl-C locks it.");
        if let Some(pages) = pages {
            let address = pages.door().address(runner.office().opened_by());
            print::say(&format!("Its pages, for one browser and once: {address}"));
            runtime.spawn(pages.serve(runner.clerk(), runner.clock(), std::future::pending()));
        }
        runtime.block_on(runner.serve(socket, interrupted()))?;
        print::say("Locked.");
        Ok(())
    }
}

/// Something urgent has come to wait for this office: the terminal's bell, and a line without a word of it.
fn alarm(precedence: channel::Precedence) {
    print::say(&format!("\u{7}{precedence}: something waits for this office. `inbox` shows what."));
}
