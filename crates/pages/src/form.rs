//! What a browser sends with a form, or behind the question mark of an address: names with texts, in their order.

use std::str::FromStr;

/// The most names in one form.
const MOST: usize = 256;

/// The fields of a form, or of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `name=text&…`. What is over the limit is not read.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let fields = form_urlencoded::parse(bytes).take(MOST);
        // Browsers send every line end as CR LF.
        Self(fields.map(|(name, text)| (name.into_owned(), text.replace("\r\n", "\n"))).collect())
    }

    /// The first text of that name, as it was typed; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(of, _)| of == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// The same without the white space around it; nothing where nothing is left.
    pub(crate) fn given(&self, name: &str) -> Option<&str> {
        Some(self.text(name).trim()).filter(|text| !text.is_empty())
    }

    /// All texts of that name that are not empty.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(of, _)| of == name).map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// Whether a box of that name is ticked.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.given(name).is_some()
    }

    /// What is read from the text of that name, if it makes sense.
    pub(crate) fn read<T: FromStr>(&self, name: &str) -> Option<T> {
        self.given(name)?.parse().ok()
    }

    /// The lines of the text of that name that are not empty.
    pub(crate) fn lines(&self, name: &str) -> Vec<String> {
        self.text(name).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// Every field, in order.
    pub(crate) fn every(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Whether anything is in it beside these fields.
    pub(crate) fn has_beside(&self, names: &[&str]) -> bool {
        self.0.iter().any(|(name, text)| !names.contains(&name.as_str()) && !text.trim().is_empty())
    }

    /// As a browser would send it.
    pub(crate) fn written(&self) -> String {
        let mut written = form_urlencoded::Serializer::new(String::new());
        written.extend_pairs(&self.0);
        written.finish()
    }

    /// The same without the fields of these names.
    pub(crate) fn without(&self, names: &[&str]) -> Self {
        Self(self.0.iter().filter(|(name, _)| !names.contains(&name.as_str())).cloned().collect())
    }

    /// The same fields with another one.
    pub(crate) fn and(mut self, name: &str, text: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), text.into()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_they_were_typed() {
        let form =
            Form::parse("text=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7+%3Cb%3E%0D%0Atwo&to=1&to=2&to=&n=7&off=+".as_bytes());
        assert_eq!(form.text("text"), "مرحبا <b>\ntwo");
        assert_eq!(form.all("to").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(form.read::<u32>("n"), Some(7));
        assert_eq!(form.read::<u32>("text"), None);
        assert!(form.is_on("n") && !form.is_on("off") && !form.is_on("absent"));
        assert_eq!(form.lines("text"), ["مرحبا <b>", "two"]);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let form = Form::default().and("text", "one\ntwo & \u{202E}three").and("to", "1").and("to", "").and("to", "2");
        assert_eq!(Form::parse(form.written().as_bytes()), form);
    }

    #[test]
    fn any_bytes_are_a_form_with_no_more_than_so_many_fields() {
        assert_eq!(Form::parse(&[0xff, b'=', 0xfe, b'&', b'%']).0.len(), 2);
        assert_eq!(Form::parse("a=1&".repeat(MOST + 9).as_bytes()).0.len(), MOST);
    }
}
