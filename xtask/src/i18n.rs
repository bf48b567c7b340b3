//! `cargo xtask i18n`: every message of the pages is there in every language, with the same arguments; the code names none
//! that is not there, and none is there that the code does not name.
//!
//! A message is named in the code by its key, as a text: `.t("lapse")`, `.with("item-no", …)`. A family of messages is named
//! by how their keys begin: `.word("state", …)`, `.known_word("done", …)`, `chip(page, "state", …)` and `words(page, "state", …)` name all of `state-…`. That
//! each word of the practice has its message is a test of the crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// The language whose messages the others are held against.
const FIRST: &str = "en";

/// The arguments of each message, by its key.
type Messages = BTreeMap<String, BTreeSet<String>>;

pub(crate) fn check(root: &Path) -> Result<()> {
    let pages = root.join("crates/pages");
    let mut languages = BTreeMap::new();
    for path in files(&pages.join("locales"), "ftl")? {
        let name = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let whole: &mut String = languages.entry(name).or_default();
        whole.push_str(&text);
    }
    let languages = languages
        .iter()
        .map(|(name, text)| Ok((name.clone(), messages(text).with_context(|| name.clone())?)))
        .collect::<Result<BTreeMap<_, _>>>()?;
    let first = languages.get(FIRST).with_context(|| format!("there is no {FIRST}"))?;
    let mut faults: Vec<String> = Vec::new();
    for (name, one) in languages.iter().filter(|(name, _)| *name != FIRST) {
        faults.extend(differences(first, one).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    let mut code = String::new();
    for path in files(&pages.join("src"), "rs")? {
        let text = fs::read_to_string(&path)?;
        // What tests name is not what pages say.
        code.push_str(text.split("#[cfg(test)]").next().unwrap_or_default());
    }
    faults.extend(misnamed(first, &code));
    if !faults.is_empty() {
        bail!("what the pages say is not whole:\n  {}", faults.join("\n  "));
    }
    println!("{} messages are whole in {} languages", first.len(), languages.len());
    Ok(())
}

/// The files with that ending in a folder and below it, in order.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The messages of a language. Terms, attributes and lines that make no sense are errors: the pages use none of them.
fn messages(text: &str) -> Result<Messages> {
    let resource = parse(text)
        .map_err(|(_, errors)| anyhow!("{}", errors.first().map(ToString::to_string).unwrap_or_default()))?;
    let mut messages = Messages::new();
    for entry in &resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Term(term) => bail!("-{}: a term; the pages use messages alone", term.id.name),
            Entry::Junk { content } => bail!("makes no sense: {}", content.lines().next().unwrap_or_default()),
        };
        let key = message.id.name.to_owned();
        if !message.attributes.is_empty() {
            bail!("{key}: has attributes; the pages use none");
        }
        let mut arguments = BTreeSet::new();
        let pattern = message.value.as_ref().with_context(|| format!("{key}: says nothing"))?;
        arguments_of(pattern, &mut arguments);
        if messages.insert(key.clone(), arguments).is_some() {
            bail!("{key}: is there twice");
        }
    }
    Ok(messages)
}

fn arguments_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => named(inline, found),
            Expression::Select { selector, variants } => {
                named(selector, found);
                variants.iter().for_each(|variant| arguments_of(&variant.value, found));
            }
        }
    }
}

fn named(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = expression.as_ref() {
                named(inline, found);
            }
        }
        _ => {}
    }
}

/// How one language's messages differ from the first's.
fn differences(first: &Messages, one: &Messages) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, arguments) in first {
        match one.get(key) {
            None => faults.push(format!("{key} is missing")),
            Some(others) if others != arguments => {
                faults.push(format!("{key} has the arguments {others:?} and not {arguments:?}"));
            }
            Some(_) => {}
        }
    }
    faults
        .extend(one.keys().filter(|key| !first.contains_key(*key)).map(|key| format!("{key} is in no other language")));
    faults
}

/// What the code names that is not there, and what is there that it does not name.
fn misnamed(messages: &Messages, code: &str) -> Vec<String> {
    let keys: BTreeSet<&str> = called(code, &[".t(", ".with("]).collect();
    let families: BTreeSet<&str> = called(code, &[".word(", ".known_word(", "chip(page, ", "words(page, "]).collect();
    let texts: BTreeSet<&str> = code.split('"').collect();
    let in_family = |key: &str, family: &str| key.strip_prefix(family).is_some_and(|rest| rest.starts_with('-'));
    let mut faults = Vec::new();
    let missing = keys.iter().filter(|key| !messages.contains_key(**key));
    faults.extend(missing.map(|key| format!("the code names {key}, which is not there")));
    let empty = families.iter().filter(|family| !messages.keys().any(|key| in_family(key, family)));
    faults.extend(empty.map(|family| format!("the code names {family}-…, of which there is none")));
    let unused = messages
        .keys()
        .filter(|key| !texts.contains(key.as_str()) && !families.iter().any(|family| in_family(key, family)));
    faults.extend(unused.map(|key| format!("{key} is there, and the code does not name it")));
    faults
}

/// The texts that these calls are given first.
fn called<'c>(code: &'c str, calls: &[&'static str]) -> impl Iterator<Item = &'c str> {
    let after = calls.iter().flat_map(move |call| code.split(call).skip(1)).collect::<Vec<_>>();
    after.into_iter().filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Messages {
        messages(text).expect("messages")
    }

    #[test]
    fn messages_are_read_with_their_arguments() {
        let read = of("# A comment\none = One\ncount = { $n ->\n    [one] { $n } of { $all }\n   *[other] many\n}\n");
        assert_eq!(read["one"].len(), 0);
        assert_eq!(read["count"], BTreeSet::from(["n".to_owned(), "all".to_owned()]));
        for wrong in ["one = One\none = Two\n", "-term = One\n", "one =\n    .title = One\n", "no sense here\n"] {
            assert!(messages(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_differs_between_languages_is_told() {
        let first = of("one = One\nn = { $n }\n");
        assert_eq!(differences(&first, &of("one = Un\nn = { $n }\n")), [""; 0]);
        assert_eq!(
            differences(&first, &of("n = { $m }\nthree = Trois\n")),
            [r#"n has the arguments {"m"} and not {"n"}"#, "one is missing", "three is in no other language",]
        );
    }

    #[test]
    fn what_the_code_names_and_what_is_there_are_the_same() {
        let messages = of("lapse = A\nitem-no = B\nstate-lodged = C\nchosen = D\n");
        let code = "page.t(\"lapse\"); say.with(\n    \"item-no\", &[]); say.word(\"state\", x); t(if a { \"chosen\" } else { \"lapse\" })";
        assert_eq!(misnamed(&messages, code), [""; 0]);
        assert_eq!(
            misnamed(&messages, "page.t(\"gone\"); say.word(\"none\", x)"),
            [
                "the code names gone, which is not there",
                "the code names none-…, of which there is none",
                "chosen is there, and the code does not name it",
                "item-no is there, and the code does not name it",
                "lapse is there, and the code does not name it",
                "state-lodged is there, and the code does not name it",
            ]
        );
    }
}
