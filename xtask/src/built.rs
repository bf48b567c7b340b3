//! The program as it is now, built as the tests build it: what they built already is not built again.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run::{output, program};

/// The name of the program.
const PROGRAM: &str = "goodoffices";

/// Where the program is, once it is built.
pub(crate) fn goodoffices(root: &Path) -> Result<String> {
    // The features of everything it is made of are those of all that is built with it.
    let arguments = ["build", "--workspace", "--bins", "--tests", "--message-format", "json"];
    let built = output(program(root, "cargo", &arguments))?;
    executable(&built).context("cargo does not say where the program is")
}

/// The program among what cargo says that it built, and not the program of its tests.
fn executable(built: &str) -> Option<String> {
    let lines = built.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let is_it = |one: &Value| {
        one.pointer("/target/name") == Some(&PROGRAM.into()) && one.pointer("/profile/test") == Some(&false.into())
    };
    let mut programs = lines.filter(is_it).filter_map(|one| Some(one.get("executable")?.as_str()?.to_owned()));
    programs.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_found_in_what_cargo_says() {
        let artifact = |name: &str, test: bool, executable: &str| {
            format!(
                "{{\"reason\":\"compiler-artifact\",\"target\":{{\"name\":\"{name}\"}},\"profile\":{{\"test\":{test}}},\
                 \"executable\":{executable}}}\n"
            )
        };
        let said = [
            artifact("goodoffices", false, "null"),
            artifact("goodoffices", false, "\"/built/goodoffices\""),
            artifact("goodoffices", true, "\"/built/deps/goodoffices-0\""),
            artifact("xtask", false, "\"/built/xtask\""),
            "{\"reason\":\"build-finished\",\"success\":true}\n".to_owned(),
        ];
        assert_eq!(executable(&said.concat()).as_deref(), Some("/built/goodoffices"));
        assert_eq!(executable("{\"reason\":\"build-finished\"}\nnothing"), None);
    }
}
