//! Drives the real binaries on loopback.
