//! What an item says, as a person gives it: the same for a lodging, a declaration and an intake.

use channel::{Civil, Content, Disclosure, Form, Precedence};
use clap::Args;

use crate::failure::Failure;
use crate::input::{TextArgs, TranslationArgs};
use crate::time;

/// What an item says, and what belongs to it.
#[derive(Args, Clone, Debug)]
pub(crate) struct ContentArgs {
    /// From when on it is void by itself: a time, or a span such as 30d, which ends with its day
    #[arg(long)]
    lapses: String,
    /// The form: oral-message, non-paper, aide-memoire, personal-message, note-verbale or talking-points
    #[arg(long)]
    form: Option<Form>,
    /// routine, urgent or flash
    #[arg(long, default_value = "routine")]
    precedence: Precedence,
    /// A condition on which it is said; may be given more than once
    #[arg(long = "condition", value_name = "WORDS")]
    conditions: Vec<String>,
    /// What is reserved; may be given more than once
    #[arg(long = "reservation", value_name = "WORDS")]
    reservations: Vec<String>,
    /// What it covers, and what not
    #[arg(long)]
    scope: Option<String>,
    /// The moment as of which it is said
    #[arg(long)]
    as_of: Option<String>,
    /// What may be said of it outside: secret, without-attribution, may-mention or public
    #[arg(long, default_value = "secret")]
    disclosure: Disclosure,
    /// Whose personal message it is
    #[arg(long)]
    on_behalf_of: Option<String>,
    /// Who carries it
    #[arg(long)]
    carrier: Option<String>,
    /// The language of the text
    #[arg(long)]
    language: Option<String>,
    /// A passage of the text that is ambiguous by intention: a translator keeps it so; may be given more than once
    #[arg(long, value_name = "WORDS")]
    keep_ambiguous: Vec<String>,
    /// Translations of the text.
    #[command(flatten)]
    translations: TranslationArgs,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl ContentArgs {
    /// The text, read once.
    pub(crate) fn read(&self) -> Result<String, Failure> {
        self.text.read()
    }

    /// What it says with this text, of this form unless another one is given.
    pub(crate) fn of_form(self, form: Form, text: String, now: i64) -> Result<Content, Failure> {
        let as_of = self.as_of.map(|as_of| time::parse(&as_of, now)).transpose()?.map(Civil);
        Ok(Content {
            form: self.form.unwrap_or(form),
            text,
            conditions: self.conditions,
            reservations: self.reservations,
            scope: self.scope,
            as_of,
            lapses: Civil(time::ending(&self.lapses, now)?),
            precedence: self.precedence,
            on_behalf_of: self.on_behalf_of,
            carrier: self.carrier,
            language: self.language,
            disclosure: self.disclosure,
            keep_ambiguous: self.keep_ambiguous,
            translations: self.translations.read(now)?,
        })
    }

    /// What it says with this text; a non-paper unless another form is given.
    pub(crate) fn content(self, text: String, now: i64) -> Result<Content, Failure> {
        self.of_form(Form::NonPaper, text, now)
    }
}
