//! What is published: a text and its signature, in two files that anybody can check with a tool that they have.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::Failure;
use crate::print;

fn signature_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    PathBuf::from(name)
}

/// Refuses files that are there already, before anything is done.
pub(crate) fn free(file: &Path) -> Result<(), Failure> {
    match [file.to_owned(), signature_of(file)].iter().find(|file| file.exists()) {
        Some(there) => {
            Err(Failure::given(format!("{} is there already; nothing was done: name another --out", there.display())))
        }
        None => Ok(()),
    }
}

/// Writes what was published, and says how it is checked.
pub(crate) fn write(file: &Path, made: &Value) -> Result<(), Failure> {
    let text = |key: &str| made.get(key).and_then(Value::as_str).unwrap_or_default();
    write_new(file, text("text"))?;
    let signature = signature_of(file);
    write_new(&signature, text("signature"))?;
    print::say(&format!("Published: {} and {}.", file.display(), signature.display()));
    print::say(
        "Whoever has this office's line of `readout-key` in a file called `readers` checks it so, NAME being the line's first word:",
    );
    print::say(&format!(
        "  ssh-keygen -Y verify -f readers -I NAME -n {} -s {} < {}",
        sealing::readout::NAMESPACE,
        signature.display(),
        file.display()
    ));
    Ok(())
}

fn write_new(file: &Path, text: &str) -> Result<(), Failure> {
    let unwritten = |error| {
        Failure::machine(format!(
            "it is published, but {} could not be written ({error}): `show readout` shows the text and the signature",
            file.display()
        ))
    };
    let mut out = OpenOptions::new().write(true).create_new(true).open(file).map_err(unwritten)?;
    out.write_all(text.as_bytes()).and_then(|()| out.sync_all()).map_err(unwritten)
}
