//! Reading one table of the file: each key is asked for by name and kind, and what is left over at the end is unknown.
//!
//! The keys that a reader asks for are the only list of the keys that there are, so the two cannot differ.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::malformed::{At, Faults, is_near, meant};
use super::time::{BadTime, span, time, time_or_span};
use super::words::Word;

/// A table of the file while it is read.
pub(super) struct Keys<'a> {
    faults: &'a Faults,
    /// What the table is called in messages.
    what: String,
    /// Its header.
    at: At,
    left: BTreeMap<&'a str, Slot<'a>>,
    asked: Vec<&'static str>,
}

/// A key with its value, or the lack of it.
#[derive(Clone, Copy)]
pub(super) struct Slot<'a> {
    faults: &'a Faults,
    key: &'a str,
    /// Where the value begins; the table's header where there is none.
    pub(super) at: At,
    value: Option<&'a DeValue<'a>>,
}

/// A text of the file and where it begins.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) at: At,
    pub(super) text: String,
}

impl<'a> Keys<'a> {
    pub(super) fn of(faults: &'a Faults, what: impl Into<String>, at: At, table: &'a DeTable<'a>) -> Self {
        let left = table
            .iter()
            .map(|(key, value)| {
                let name: &'a str = key.get_ref();
                // A value that runs over lines is best found by its key; a table's own span is its header.
                let slot = Slot { faults, key: name, at: At(key.span().start), value: Some(value.get_ref()) };
                (name, slot)
            })
            .collect();
        Self { faults, what: what.into(), at, left, asked: Vec::new() }
    }

    /// Where the table begins.
    pub(super) fn at(&self) -> At {
        self.at
    }

    /// From here on messages call the table this.
    pub(super) fn rename(&mut self, what: String) {
        self.what = what;
    }

    /// A key that may be absent.
    pub(super) fn given(&mut self, key: &'static str) -> Slot<'a> {
        self.asked.push(key);
        self.left.remove(key).unwrap_or(Slot { faults: self.faults, key, at: self.at, value: None })
    }

    /// A key that must be there; `meaning` says what it would tell.
    pub(super) fn needed(&mut self, key: &'static str, meaning: &str) -> Slot<'a> {
        let slot = self.given(key);
        if slot.value.is_none() {
            let near = self.left.keys().copied().find(|left| is_near(left, key));
            match near.and_then(|near| self.left.remove(near)) {
                Some(misspelt) => self.unknown(&misspelt, format!("did you mean `{key}`?")),
                None => self.faults.add(self.at, format!("{} needs `{key}`: {meaning}", self.what)),
            }
        }
        slot
    }

    /// The tables of an array of tables, each with its number from 1.
    pub(super) fn tables(&mut self, key: &'static str, called: &str) -> Vec<Keys<'a>> {
        let slot = self.given(key);
        let elements = match slot.value {
            None => return Vec::new(),
            Some(DeValue::Array(elements)) => elements,
            Some(_) => {
                self.faults.add(slot.at, format!("`{key}` is an array of tables: each begins with [[{key}]]"));
                return Vec::new();
            }
        };
        let tables = elements.iter().zip(1..).filter_map(|(element, n): (&Spanned<DeValue<'_>>, usize)| {
            let at = At(element.span().start);
            match element.get_ref() {
                DeValue::Table(table) => Some(Keys::of(self.faults, format!("{called} {n}"), at, table)),
                _ => {
                    self.faults.add(at, format!("`{key}` is an array of tables: each begins with [[{key}]]"));
                    None
                }
            }
        });
        tables.collect()
    }

    /// Whether there are keys that were not asked for.
    pub(super) fn has_unknown(&self) -> bool {
        !self.left.is_empty()
    }

    /// Reports every key that was not asked for.
    pub(super) fn end(self) {
        for slot in self.left.values() {
            self.unknown(slot, meant(slot.key, self.asked.iter().copied()));
        }
    }

    fn unknown(&self, slot: &Slot<'_>, hint: String) {
        self.faults.add(slot.at, format!("{} has no key `{}`: {hint}", self.what, slot.key));
    }
}

impl<'a> Slot<'a> {
    pub(super) fn is_there(&self) -> bool {
        self.value.is_some()
    }

    /// Reports something about the value.
    pub(super) fn fault(&self, what: impl std::fmt::Display) {
        self.faults.add(self.at, format!("`{}`: {what}", self.key));
    }

    fn wrong<T>(&self, wanted: &str, found: &DeValue<'_>) -> Option<T> {
        let found = match found {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a number",
            DeValue::Float(_) => "a fraction",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.fault(format_args!("{wanted} is meant, not {found}"));
        None
    }

    pub(super) fn text(&self) -> Option<String> {
        self.spanned_text().map(|text| text.text)
    }

    pub(super) fn spanned_text(&self) -> Option<Text> {
        match self.value? {
            DeValue::String(text) => Some(Text { at: self.at, text: text.to_string() }),
            other => self.wrong("a text", other),
        }
    }

    pub(super) fn truth(&self) -> Option<bool> {
        match self.value? {
            DeValue::Boolean(truth) => Some(*truth),
            other => self.wrong("true or false", other),
        }
    }

    /// A number from 1.
    pub(super) fn count(&self) -> Option<u32> {
        self.whole(self.value?, self.at)
    }

    fn whole(&self, value: &DeValue<'_>, at: At) -> Option<u32> {
        let DeValue::Integer(integer) = value else {
            return self.wrong("a number from 1", value);
        };
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|number| *number > 0);
        if number.is_none() {
            self.faults.add(at, format!("`{}`: a number from 1 is meant, not {integer}", self.key));
        }
        number
    }

    /// Numbers from 1: a list, which may be empty.
    pub(super) fn counts(&self) -> Option<Vec<(At, u32)>> {
        match self.value? {
            DeValue::Array(elements) => {
                let numbers = elements.iter().filter_map(|element| {
                    let at = At(element.span().start);
                    Some((at, self.whole(element.get_ref(), at)?))
                });
                Some(numbers.collect())
            }
            other => self.wrong("a list of numbers", other),
        }
    }

    /// A list of texts.
    pub(super) fn texts(&self) -> Option<Vec<Text>> {
        match self.value? {
            DeValue::Array(elements) => {
                let texts = elements.iter().filter_map(|element| {
                    let at = At(element.span().start);
                    match element.get_ref() {
                        DeValue::String(text) => Some(Text { at, text: text.to_string() }),
                        other => Slot { at, ..*self }.wrong("a list of texts", other),
                    }
                });
                Some(texts.collect())
            }
            other => self.wrong("a list of texts", other),
        }
    }

    /// Names: a list of them, or one text with commas between them; none twice.
    pub(super) fn names(&self) -> Option<Vec<Text>> {
        let names = match self.value? {
            DeValue::String(names) => {
                let names = names.split(',').map(|name| Text { at: self.at, text: name.trim().to_owned() });
                names.filter(|name| !name.text.is_empty()).collect()
            }
            DeValue::Array(_) => self.texts()?,
            other => return self.wrong("a list of names", other),
        };
        self.none_twice(&names);
        Some(names)
    }

    /// The same, and not empty.
    pub(super) fn some_names(&self) -> Option<Vec<Text>> {
        let names = self.names()?;
        if names.is_empty() {
            self.fault("names nobody and nothing");
        }
        Some(names)
    }

    fn none_twice(&self, names: &[Text]) {
        for (n, name) in names.iter().enumerate() {
            if names.iter().take(n).any(|before| before.text == name.text) {
                self.faults.add(name.at, format!("`{}`: `{}` stands here twice", self.key, name.text));
            }
        }
    }

    /// A word of a closed list.
    pub(super) fn word<W: Word>(&self) -> Option<W> {
        word_of(self.faults, self.key, &self.spanned_text()?)
    }

    /// Words of a closed list, at least one, none twice.
    pub(super) fn words<W: Word>(&self) -> Option<Vec<W>> {
        let names = self.some_names()?;
        Some(names.iter().filter_map(|name| word_of(self.faults, self.key, name)).collect())
    }

    /// A span in seconds.
    pub(super) fn span(&self) -> Option<i64> {
        match self.value? {
            DeValue::String(text) => self.told(span(text), text),
            other => self.wrong("a span such as \"48h\"", other),
        }
    }

    /// A time and nothing else.
    pub(super) fn time(&self) -> Option<i64> {
        self.time_by(|text| if span(text).is_ok() { Err(BadTime::Partial) } else { time(text) })
    }

    /// A time, or a span from `now`.
    pub(super) fn time_or_span(&self, now: i64) -> Option<i64> {
        self.time_by(|text| time_or_span(text, now))
    }

    fn time_by(&self, read: impl Fn(&str) -> Result<i64, BadTime>) -> Option<i64> {
        match self.value? {
            DeValue::String(text) => self.told(read(text), text),
            DeValue::Datetime(datetime) => {
                let text = datetime.to_string();
                let whole = datetime.date.is_some() && datetime.time.is_some() && datetime.offset.is_some();
                self.told(if whole { time(&text) } else { Err(BadTime::Partial) }, &text)
            }
            other => self.wrong("a time such as 2025-10-06T09:00:00Z", other),
        }
    }

    fn told(&self, read: Result<i64, BadTime>, text: &str) -> Option<i64> {
        read.map_err(|bad| self.fault(format_args!("\"{text}\" is {}", Is(bad)))).ok()
    }

    /// The entries of a table, such as `calls`.
    pub(super) fn entries(&self) -> Option<Vec<(Text, Slot<'a>)>> {
        match self.value? {
            DeValue::Table(table) => {
                let entries = table.iter().map(|(key, value)| {
                    let name: &'a str = key.get_ref();
                    let at = At(key.span().start);
                    let slot = Slot { faults: self.faults, key: name, at, value: Some(value.get_ref()) };
                    (Text { at, text: name.to_owned() }, slot)
                });
                Some(entries.collect())
            }
            other => self.wrong("a table such as { east = \"the other side\" }", other),
        }
    }

    /// One table, such as `[desk]`.
    pub(super) fn table(&self, what: &str) -> Option<Keys<'a>> {
        match self.value? {
            DeValue::Table(table) => Some(Keys::of(self.faults, what, self.at, table)),
            other => self.wrong("a table", other),
        }
    }
}

/// A bad time as the end of a sentence that begins with the text and "is".
struct Is(BadTime);

impl std::fmt::Display for Is {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            BadTime::Partial => write!(f, "not a whole time: {}", self.0),
            BadTime::Fraction => write!(f, "too fine: {}", self.0),
            BadTime::Neither | BadTime::Span | BadTime::Far => self.0.fmt(f),
        }
    }
}

fn word_of<W: Word>(faults: &Faults, key: &str, text: &Text) -> Option<W> {
    let found = W::SPELLINGS.iter().find(|(spelling, _)| *spelling == text.text).map(|(_, word)| *word);
    if found.is_none() {
        let hint = meant(
            &text.text,
            W::SPELLINGS.iter().map(|(_, word)| word.word()).collect::<std::collections::BTreeSet<_>>(),
        );
        faults.add(text.at, format!("`{key}`: \"{}\" is no {}: {hint}", text.text, W::CALLED));
    }
    found
}
