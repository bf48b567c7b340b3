//! Rehearsals: scenario files, the engine that plays them on a stage, and the report that comes out.
//!
//! - [`scenario`] reads a file strictly into typed steps and expectations;
//! - [`play`] plays it on a [`play::Stage`] (real processes, or the simulated world) and judges what came of it;
//! - [`report`] is what is written as JSON.
//!
//! These three know nothing of offices, lines or hubs: what a step does is the stage's business.

pub mod cast;
pub mod play;
pub mod real;
pub mod report;
pub mod scenario;
pub mod simulated;
