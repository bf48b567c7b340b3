//! Keeping an office open: the same for a desk and a party.

use std::time::Duration;

use clap::Args;
use office::run::ControlSocket;
use office::view::Look;
use pages::{Door, Pages};
use rustix::process::{Signal, getpid, kill_process};
use tokio::signal::unix::{SignalKind, signal};

use super::hub::interrupted;
use crate::browser;
use crate::failure::Failure;
use crate::print;
use crate::session::{HomeArgs, runtime, unlock};

/// Keeps an office open.
#[derive(Args)]
pub(crate) struct KeepOpen {
    /// For rehearsals: civil time stands at this second
    #[arg(long, hide = true, value_name = "SECONDS")]
    rehearsal: Option<i64>,
    /// Show the office as web pages, on this machine alone, at this port rather than at any free one
    #[arg(long, value_name = "PORT", num_args = 0..=1, default_value_t = 0, default_missing_value = "0", hide_default_value = true)]
    pages: u16,
    /// For terminals alone: show no pages
    #[arg(long, conflicts_with = "pages")]
    no_pages: bool,
    /// Lock a browser in which nobody did anything for so many minutes
    #[arg(long, value_name = "MINUTES", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=480))]
    lock_after: u64,
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
            let bind = || {
                let bound = Pages::bind(self.pages);
                bound.map_err(|error| Failure::machine(format!("the pages cannot be served: {error}")))
            };
            (!self.no_pages).then(bind).transpose()?
        };
        runner.on_alarm(Box::new(alarm));
        print::say("Open. Other terminals may use it now; Ctrl-C locks it.");
        if let Some(pages) = pages {
            let door = pages.door();
            let address = door.address(runner.office().opened_by());
            print::say(&format!("Its pages, for one browser and once: {address}"));
            let gives = door.clone();
            runner.on_address(Box::new(move |officer| gives.address(officer)));
            // A rehearsal's offices are opened by whoever plays it.
            if self.rehearsal.is_none() {
                browser::show(&address);
            }
            door.locks_after(Duration::from_secs(self.lock_after * 60));
            let again = format!("{kind} pages");
            door.on_lock(Box::new(move |_| {
                print::say(&format!(
                    "Locked in the browser: a passphrase opens it there, and `{again}` gives a new address."
                ));
            }));
            runtime.spawn(lock_before_stopping(door));
            runtime.spawn(pages.serve(runner.clerk(), runner.clock(), std::future::pending()));
        }
        runtime.block_on(runner.serve(socket, interrupted()))?;
        print::say("Locked.");
        Ok(())
    }
}

/// Ctrl-Z stops this process: its pages are locked first. The signal itself is let through to nobody else.
async fn lock_before_stopping(door: Door) {
    let Ok(mut stops) = signal(SignalKind::from_raw(Signal::TSTP.as_raw())) else { return };
    while stops.recv().await.is_some() {
        door.lock();
        let _ = kill_process(getpid(), Signal::STOP);
    }
}

/// Something urgent has come to wait for this office: the terminal's bell, and a line without a word of it.
fn alarm(precedence: channel::Precedence) {
    print::say(&format!("\u{7}{precedence}: something waits for this office. `inbox` shows what."));
}
