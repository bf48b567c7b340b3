//! Reading a form: each field as what it stands for, and all that is wrong with it at once.

use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use office::practice::Civil;

use super::deed::At;
use crate::parts::field::Wrong;
use crate::parts::pick::{self, Pick};

/// The most items that one act is about.
const MOST_ITEMS: usize = 64;
/// The most days after which something ends.
const MOST_DAYS: i64 = 3650;

/// A form being read. What cannot be read is noted beside its field; nothing is done with a form that is not [`whole`](Self::whole).
pub(crate) struct Reading<'a> {
    at: &'a At<'a>,
    wrong: Wrong,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(at: &'a At<'a>) -> Self {
        Self { at, wrong: Wrong::default() }
    }

    /// A text that has to be there.
    pub(crate) fn text(&mut self, field: &'static str) -> String {
        self.must(field, self.at.form.given(field).map(str::to_owned), "wrong-text").unwrap_or_default()
    }

    /// A text that may be there.
    pub(crate) fn maybe(&self, field: &str) -> Option<String> {
        self.at.form.given(field).map(str::to_owned)
    }

    /// One of a few words, or the id of one of a few things.
    pub(crate) fn chosen<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        self.must(field, self.at.form.read(field), "wrong-choose")
    }

    /// One of those among which it was chosen, or named.
    pub(crate) fn picked<T: FromStr>(&mut self, field: &'static str, among: &[Pick]) -> Option<T> {
        match pick::chosen(self.at.page.say, self.at.form.text(field), among) {
            Ok(value) => self.must(field, value.parse().ok(), "wrong-choose"),
            Err(what) => {
                self.wrong(field, what);
                None
            }
        }
    }

    /// The same where there may be none.
    pub(crate) fn maybe_picked<T: FromStr>(&mut self, field: &'static str, among: &[Pick]) -> Option<T> {
        self.at.form.given(field).and_then(|_| self.picked(field, among))
    }

    /// Those among which several were ticked, or named.
    pub(crate) fn several<T: FromStr>(&mut self, field: &'static str, among: &[Pick]) -> Vec<T> {
        if let Some(what) = pick::half_named(self.at.page.say, self.at.form, field, among) {
            self.wrong(field, what);
        }
        pick::ticked(self.at.form, field, among).into_iter().filter_map(|one| one.value.parse().ok()).collect()
    }

    /// A number of days from now on, to the end of the last of them.
    pub(crate) fn days(&mut self, field: &'static str) -> Civil {
        let days = self.at.form.read::<i64>(field).filter(|days| (1..=MOST_DAYS).contains(days));
        let now = Civil(self.at.page.seen.now);
        self.must(field, days, "wrong-days").map_or(now, |days| now.plus_days(days).end_of_day())
    }

    /// The same where there may be none.
    pub(crate) fn maybe_days(&mut self, field: &'static str) -> Option<Civil> {
        self.at.form.is_on(field).then(|| self.days(field))
    }

    /// When something ends: at the moment that is given, or else with the last of so many days.
    pub(crate) fn end(&mut self) -> Civil {
        let now = self.at.page.seen.now;
        match self.moment("ends") {
            Some(ends) if ends.0 <= now => {
                self.wrong("ends", self.at.page.t("refusal-lapses-in-past"));
                ends
            }
            Some(ends) if ends > Civil(now).plus_days(MOST_DAYS).end_of_day() => {
                self.wrong("ends", self.at.page.t("wrong-ends"));
                ends
            }
            Some(ends) => ends,
            None if self.at.form.is_on("ends") => Civil(now),
            None => self.days("days"),
        }
    }

    /// The same where it may end with nothing.
    pub(crate) fn maybe_end(&mut self) -> Option<Civil> {
        (self.at.form.is_on("ends") || self.at.form.is_on("days")).then(|| self.end())
    }

    /// A moment that has to be there.
    pub(crate) fn at(&mut self, field: &'static str) -> Civil {
        let moment = self.moment(field);
        if moment.is_none() && !self.at.form.is_on(field) {
            self.wrong(field, self.at.page.t("wrong-moment"));
        }
        moment.unwrap_or(Civil(self.at.page.seen.now))
    }

    /// The ids of the items whose numbers stand there, all of which were looked at.
    pub(crate) fn items<T: FromStr>(&mut self, field: &'static str) -> Vec<T> {
        let numbers = numbers(self.at.form.text(field));
        let of = |no: u32| self.at.page.item(no).and_then(|item| item.item.parse().ok());
        let items: Option<Vec<T>> = numbers.and_then(|numbers| numbers.into_iter().map(of).collect());
        self.must(field, items, "wrong-items").unwrap_or_default()
    }

    /// The one item whose number may stand there.
    pub(crate) fn item<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        self.at.form.is_on(field).then(|| self.items(field).pop()).flatten()
    }

    /// A moment that may be there, as a browser's field gives it, taken in UTC.
    pub(crate) fn moment(&mut self, field: &'static str) -> Option<Civil> {
        let text = self.at.form.given(field)?;
        self.must(field, moment(text), "wrong-moment")
    }

    /// The id that was made for what this form makes.
    pub(crate) fn new_id<T: FromStr>(&mut self) -> Option<T> {
        self.must("", self.at.form.read("new"), "form-stale")
    }

    /// What goes with the form unseen.
    pub(crate) fn kept<T: FromStr>(&mut self, field: &str) -> Option<T> {
        self.must("", self.at.form.read(field), "form-stale")
    }

    /// Something is wrong with a field.
    pub(crate) fn wrong(&mut self, field: &'static str, what: String) {
        self.wrong.with(field, what);
    }

    /// That nothing is wrong; else what is.
    pub(crate) fn whole(self) -> Result<(), Wrong> {
        if self.wrong.is_empty() { Ok(()) } else { Err(self.wrong) }
    }

    /// What was read, if nothing is wrong.
    pub(crate) fn all<T>(self, read: Option<T>) -> Result<T, Wrong> {
        let stale = self.at.page.t("form-stale");
        match (read, self.wrong.is_empty()) {
            (Some(read), true) => Ok(read),
            (None, true) => Err(Wrong::of("", stale)),
            (_, false) => Err(self.wrong),
        }
    }

    fn must<T>(&mut self, field: &'static str, read: Option<T>, what: &str) -> Option<T> {
        if read.is_none() {
            self.wrong.with(field, self.at.page.t(what));
        }
        read
    }
}

/// The numbers of items that a person typed: `3, 5 8`; none of them twice. Nothing where something else stands there.
pub(crate) fn numbers(text: &str) -> Option<Vec<u32>> {
    let text = digits(text);
    let parts = text.split(|at: char| at.is_whitespace() || at == ',' || at == '،').filter(|part| !part.is_empty());
    let mut numbers = Vec::new();
    for number in parts.take(MOST_ITEMS).map(str::parse) {
        let number = number.ok()?;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Some(numbers)
}

/// The same with digits of Arabic and Persian as those of ASCII: pages show those, and people type them.
pub(crate) fn digits(text: &str) -> String {
    let digit = |one: char, zero: char| char::from_digit(u32::from(one) - u32::from(zero), 10).unwrap_or(one);
    let ascii = |one: char| match one {
        '٠'..='٩' => digit(one, '٠'),
        '۰'..='۹' => digit(one, '۰'),
        _ => one,
    };
    text.chars().map(ascii).collect()
}

fn moment(text: &str) -> Option<Civil> {
    let moment: DateTime = text.parse().ok()?;
    Some(Civil(moment.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_items_are_read_as_people_write_them() {
        assert_eq!(numbers(" 3, 5\n8 3 ،9"), Some(vec![3, 5, 8, 9]));
        assert_eq!(numbers("۳، ۱۲ ٤٥"), Some(vec![3, 12, 45]));
        assert_eq!(numbers(""), Some(vec![]));
        for wrong in ["three", "3; 5", "-1", "4294967296"] {
            assert_eq!(numbers(wrong), None, "{wrong}");
        }
        assert_eq!(numbers(&"7 ".repeat(500)), Some(vec![7]));
    }

    #[test]
    fn a_moment_is_taken_in_utc() {
        assert_eq!(moment("2025-10-06T09:30"), Some(Civil(1_759_743_000)));
        assert_eq!(moment("2025-10-06"), Some(Civil(1_759_708_800)));
        for wrong in ["soon", "2025-13-01T00:00", "09:30", ""] {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
    }
}
