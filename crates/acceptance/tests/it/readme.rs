//! README's second part, run as it is written there: in three terminals, with nothing changed but folder and port.
