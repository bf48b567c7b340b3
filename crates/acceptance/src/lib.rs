//! Drives the real program on loopback: what a person at a keyboard does, sees and suffers.
//!
//! There is nothing in the library; `tests/it` holds it all. It starts processes of the built program, in folders of
//! their own and on ports that the machine picks, and looks at exit codes, at what was said, and at what lies on the
//! disk. What a single crate can show for itself is tested there.
