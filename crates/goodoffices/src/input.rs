//! Texts that a person writes: from a file, or from standard input. Not from an argument, which others on the machine
//! could read.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use channel::{Civil, Grade, Translation};
use clap::Args;

use crate::failure::Failure;

const LONGEST: u64 = 1 << 20;

/// Where a text comes from.
#[derive(Args, Clone, Debug)]
pub(crate) struct TextArgs {
    /// Read the text from this file; `-`, or nothing, reads standard input to its end
    #[arg(long, value_name = "FILE")]
    text_file: Option<PathBuf>,
}

impl TextArgs {
    /// The text, without the line end that closes it.
    pub(crate) fn read(&self) -> Result<String, Failure> {
        let text = match &self.text_file {
            Some(file) if file != Path::new("-") => file_text(file)?,
            _ => bounded(std::io::stdin())?,
        };
        let text = text.strip_suffix('\n').map_or(text.as_str(), |text| text.strip_suffix('\r').unwrap_or(text));
        if text.trim().is_empty() {
            return Err(Failure::given("the text is empty: give it in --text-file, or on standard input"));
        }
        Ok(text.to_owned())
    }
}

/// A whole text from a file, without the line end that closes it.
pub(crate) fn one_text(file: &Path) -> Result<String, Failure> {
    TextArgs { text_file: Some(file.to_owned()) }.read()
}

/// Translations that go with a text, each from a file.
#[derive(Args, Clone, Debug)]
pub(crate) struct TranslationArgs {
    /// A translation: LANGUAGE:GRADE:TRANSLATOR:FILE, the grade being sight, rough or official
    #[arg(long = "translation", value_name = "TRANSLATION")]
    translations: Vec<String>,
}

impl TranslationArgs {
    /// The translations, as of `now`.
    pub(crate) fn read(&self, now: i64) -> Result<Vec<Translation>, Failure> {
        self.translations.iter().map(|one| translation(one, now)).collect()
    }
}

/// One translation, given as `LANGUAGE:GRADE:TRANSLATOR:FILE`.
pub(crate) fn translation(given: &str, now: i64) -> Result<Translation, Failure> {
    let parts: Vec<&str> = given.splitn(4, ':').collect();
    let [language, grade, translator, file] = parts[..] else {
        return Err(Failure::given(format!(
            "\"{given}\" is no translation: give LANGUAGE:GRADE:TRANSLATOR:FILE, such as fa:rough:M. Karimi:text.fa"
        )));
    };
    let grade = grade.parse::<Grade>().map_err(|error| Failure::given(error.to_string()))?;
    let text = file_text(Path::new(file))?;
    let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
    let (language, translator) = (language.to_owned(), translator.to_owned());
    Ok(Translation { language, grade, translator, on: Civil(now), text })
}

/// A whole file as text.
pub(crate) fn file_text(file: &Path) -> Result<String, Failure> {
    let name = file.display();
    bounded(File::open(file).map_err(|error| Failure::given(format!("{name} cannot be read: {error}")))?)
}

/// A whole file as text, whatever is in it: for what says by itself whether it is whole. What is no text in it, or beyond the
/// longest text, makes it something else, and is not told apart here from any other damage.
pub(crate) fn file_as_text(file: &Path) -> Result<String, Failure> {
    let unread = |error| Failure::given(format!("{} cannot be read: {error}", file.display()));
    let mut bytes = Vec::new();
    File::open(file).map_err(unread)?.take(LONGEST).read_to_end(&mut bytes).map_err(unread)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn bounded(from: impl Read) -> Result<String, Failure> {
    let mut text = String::new();
    let read = from.take(LONGEST + 1).read_to_string(&mut text);
    read.map_err(|_| Failure::given("the text cannot be read, or is not UTF-8"))?;
    if text.len() as u64 > LONGEST {
        return Err(Failure::given("the text is longer than any item may be"));
    }
    Ok(text)
}
