//! Where a passphrase or a spoken code comes from: a prompt, an open file descriptor or a file. Never an argument:
//! whoever lists the machine's processes would read it.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use crate::failure::Failure;

const LONGEST: u64 = 4096;
/// What the help of a command has apart from its own options: which office, and what opens it.
pub(crate) const OFFICE: &str = "The office";

/// Where the passphrase of a home comes from.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct PassphraseArgs {
    /// Read the passphrase from this file (its first line) instead of asking for it
    #[arg(long, value_name = "FILE", global = true, help_heading = OFFICE)]
    passphrase_file: Option<PathBuf>,
    /// Read the passphrase from this open file descriptor (its first line) instead of asking for it
    #[arg(long, value_name = "N", global = true, conflicts_with = "passphrase_file", help_heading = OFFICE)]
    passphrase_fd: Option<u32>,
}

impl PassphraseArgs {
    /// The passphrase of an existing vault.
    pub(crate) fn read(&self) -> Result<Zeroizing<String>, Failure> {
        match self.given()? {
            Some(passphrase) => Ok(passphrase),
            None => prompt("Passphrase: "),
        }
    }

    /// The passphrase of an officer of an office that is open already.
    pub(crate) fn read_of(&self, officer: &str) -> Result<Zeroizing<String>, Failure> {
        match self.given()? {
            Some(passphrase) => Ok(passphrase),
            None if officer.is_empty() => prompt("Passphrase: "),
            None => prompt(&format!("Passphrase of {officer}: ")),
        }
    }

    /// A passphrase for a new vault; asked for twice.
    pub(crate) fn new_one(&self) -> Result<Zeroizing<String>, Failure> {
        let passphrase = match self.given()? {
            Some(passphrase) => passphrase,
            None => twice("New passphrase: ")?,
        };
        not_empty(passphrase)
    }

    fn given(&self) -> Result<Option<Zeroizing<String>>, Failure> {
        match (&self.passphrase_file, self.passphrase_fd) {
            (Some(file), _) => first_line(file).map(Some),
            (None, Some(fd)) => first_line(Path::new(&format!("/dev/fd/{fd}"))).map(Some),
            (None, None) => Ok(None),
        }
    }
}

/// A passphrase that is to open a vault from now on, from a file or asked for twice.
pub(crate) fn next_one(file: Option<&Path>, holder: &str) -> Result<Zeroizing<String>, Failure> {
    let passphrase = match file {
        Some(file) => first_line(file)?,
        None if holder.is_empty() => twice("New passphrase: ")?,
        None => twice(&format!("New passphrase of {holder}: "))?,
    };
    not_empty(passphrase)
}

fn twice(question: &str) -> Result<Zeroizing<String>, Failure> {
    let first = prompt(question)?;
    if prompt("The same again: ")? != first {
        return Err(Failure::given("the two passphrases differ; nothing was changed, try again"));
    }
    Ok(first)
}

fn not_empty(passphrase: Zeroizing<String>) -> Result<Zeroizing<String>, Failure> {
    if passphrase.is_empty() {
        return Err(Failure::given("an empty passphrase protects nothing; nothing was changed, give another"));
    }
    Ok(passphrase)
}

/// A spoken code, from a file or a prompt.
pub(crate) fn code(file: Option<&Path>) -> Result<Zeroizing<String>, Failure> {
    match file {
        Some(file) => first_line(file),
        None => prompt("The six words that you were told: "),
    }
}

fn first_line(file: &Path) -> Result<Zeroizing<String>, Failure> {
    let unread = |_| Failure::given("the file with the passphrase or code cannot be read: check its name and rights");
    let mut text = Zeroizing::new(String::new());
    File::open(file).map_err(unread)?.take(LONGEST).read_to_string(&mut text).map_err(unread)?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

fn prompt(text: &str) -> Result<Zeroizing<String>, Failure> {
    rpassword::prompt_password(text).map(Zeroizing::new).map_err(|_| {
        Failure::given(
            "there is no terminal to ask on: give --passphrase-file or --passphrase-fd (or --code-file for a code)",
        )
    })
}
