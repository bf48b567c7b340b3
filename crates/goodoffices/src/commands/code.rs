//! `code`: the fidelity code of a text, in any of six languages.

use clap::{Args, ValueEnum};
use sealing::fidelity::{Code as Fidelity, Language};

use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;

/// Show the fidelity code of a text: five words and a number, equal for equal texts.
///
/// The code of a short text, or of one whose wording can be guessed, is as good as the text: do not say it where others hear.
#[derive(Args)]
pub(crate) struct Code {
    /// In which language to say the words
    #[arg(long, default_value = "en")]
    language: Spoken,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

/// The languages of the words.
#[derive(Clone, Copy, ValueEnum)]
enum Spoken {
    /// English
    En,
    /// French
    Fr,
    /// Arabic
    Ar,
    /// Persian
    Fa,
    /// Hebrew
    He,
    /// Russian
    Ru,
}

impl Code {
    /// Shows it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let language = match self.language {
            Spoken::En => Language::En,
            Spoken::Fr => Language::Fr,
            Spoken::Ar => Language::Ar,
            Spoken::Fa => Language::Fa,
            Spoken::He => Language::He,
            Spoken::Ru => Language::Ru,
        };
        let code = Fidelity::of(&channel::canonical(&self.text.read()?));
        let code = code.ok_or_else(|| Failure::machine("there is not enough memory for the slow hash: try again"))?;
        print::say(&code.shown(language));
        Ok(())
    }
}
