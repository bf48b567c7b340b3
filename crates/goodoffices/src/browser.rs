//! Opening an address in the browser of whoever sits at this machine, where there is one.
//!
//! Nothing waits for it and nothing fails with it: the address was printed. While the browser is started its address can be
//! seen by whoever may see this machine's processes; it works once, so whoever comes second is told.

use std::process::{Command, Stdio};

use console::Term;

/// What opens an address with the program of its user's choice.
const OPENER: &str = "xdg-open";

/// Whether somebody sits here who can be shown a browser: at a terminal, on a machine with a display.
fn is_seen() -> bool {
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|at| !at.is_empty()));
    Term::stdout().is_term() && display
}

/// Opens it, if it can be.
pub(crate) fn show(address: &str) {
    if !is_seen() {
        return;
    }
    let mut command = Command::new(OPENER);
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut opener) = command.spawn() {
        std::thread::spawn(move || opener.wait());
    }
}
