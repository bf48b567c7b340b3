//! A terminal with a person at it.
