//! The passes that a hub admits. Stamps take their place later; until then whoever holds one may deposit.

use wire::Pass;

use crate::hex;

/// The passes that admit deposits.
pub struct Passes(Vec<Pass>);

/// A passes file that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassesError {
    /// A line that is no pass.
    #[error("line {0} is not 64 hexadecimal digits: mend or remove it")]
    Line(usize),
    /// No pass at all.
    #[error("there is no pass in it, so that nobody could deposit: add one of 64 hexadecimal digits")]
    Empty,
}

impl Passes {
    /// These passes.
    pub fn new(passes: Vec<Pass>) -> Passes {
        Passes(passes)
    }

    /// The passes in a text, one in a line in hexadecimal; empty lines do not count.
    ///
    /// # Errors
    /// [`PassesError`] if a line is no pass, or none is one.
    pub fn parse(text: &str) -> Result<Passes, PassesError> {
        let mut passes = Vec::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            passes.push(Pass::from_bytes(hex::decode(line.trim()).ok_or(PassesError::Line(number + 1))?));
        }
        if passes.is_empty() { Err(PassesError::Empty) } else { Ok(Passes(passes)) }
    }

    /// The first pass: the one that an invitation carries.
    pub fn first(&self) -> Option<&Pass> {
        self.0.first()
    }

    /// Whether this pass is one of them. Takes as long whichever it is, and if it is none.
    pub fn admits(&self, pass: &Pass) -> bool {
        self.0.iter().fold(false, |admitted, known| admitted | (known == pass))
    }
}
