//! Calendar days that a text names, in numbers or with the name of a month in one of the six languages.
//! What is read and what is not stands at [`dates`].

use std::ops::Range;

use super::calendar::{Calendar, SOLAR_HIJRI_YEARS};
use super::letters::is_unseen;
use super::months::month_at;
use super::words::Words;
use crate::civil::Day;

/// What may part the numbers of a date.
const MARKS: [char; 8] = ['-', '/', '.', '\u{60D}', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'];
/// What may stand between the two ends of a span of days.
const DASHES: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'];
/// What may be written at the end of a day's number, in normal form, with it or after it.
const ORDINALS: [&str; 12] = ["st", "nd", "rd", "th", "er", "e", "eme", "го", "е", "ое", "ом", "м"];
/// What may stand between a day and its month, or a month and its year: *of*, *month*, *year*.
const BETWEEN: [&str; 9] = ["of", "de", "من", "شهر", "ماه", "سال", "عام", "سنة", "שנת"];
/// Of how many words the name of a month is at most.
const MONTH_WORDS: usize = 2;
/// The most such words in a row.
const BETWEEN_MOST: usize = 2;
/// The most characters between the words of a date.
const GAP_MOST: usize = 6;
/// A year without its century is of the century that brings it nearest.
const CENTURIES: [i64; 3] = [1900, 2000, 2100];

/// The days that a text names, in order of their places, each with the place of the whole date in bytes. A day without a year
/// is the one nearest to `near`. Where a date can be read in two ways, both days are given, at one place. Linear.
///
/// Read: `2025-10-09` (also with a time after it) and `2025/10/09`; `09.10.2025`, `9/10/2025`, `09-10-25`, as day and month
/// and as month and day where both are days; `9 October 2025`, `October 9th, 2025`, `9 октября`, `9-го октября`,
/// `1er octobre`, `٩ أكتوبر/تشرين الأول ٢٠٢٥`, `9 באוקטובר`, `9–11 October` (its two ends); and the Solar Hijri days
/// `17 مهر 1404` and `1404/7/17`.
///
/// Not read: days in words (*the ninth of October*), days of the week, days counted from another (*yesterday*), a day and
/// a month in numbers without a year, and dates of the Hebrew and lunar Hijri calendars. A finding may be no date at all
/// (*on page 9 March says*): whoever looks for one day is not disturbed by others.
#[must_use]
pub fn dates(text: &str, near: Day) -> Vec<(Range<usize>, Day)> {
    dates_in(text, &Words::of(text), near)
}

/// The same of a text whose words are cut already.
pub(crate) fn dates_in(text: &str, words: &Words, near: Day) -> Vec<(Range<usize>, Day)> {
    let reader = Reader { text, words, near };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let date = reader.numeric(at).or_else(|| reader.day_first(at)).or_else(|| reader.month_first(at));
        match date {
            Some(date) => {
                found.extend(date.days.into_iter().flatten().map(|day| (date.place.clone(), day)));
                at = date.next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// A date: its place, its days in two readings or the two ends of a span, and the index of the word after it.
struct Date {
    place: Range<usize>,
    days: [Option<Day>; 2],
    next: usize,
}

/// A number: its value, of how many digits it is, and where it is.
struct Number {
    value: i64,
    digits: usize,
    place: Range<usize>,
    next: usize,
}

struct Reader<'t> {
    text: &'t str,
    words: &'t Words,
    near: Day,
}

impl Reader<'_> {
    /// Three numbers with one mark between them.
    fn numeric(&self, at: usize) -> Option<Date> {
        let (one, two, three) = (self.plain(at)?, self.plain(at + 1)?, self.leading(at + 2)?);
        let mark = self.mark(at)?;
        if self.mark(at + 1) != Some(mark) {
            return None;
        }
        let [first, second] = match (one.digits, two.digits, three.digits) {
            (4, 1 | 2, 1 | 2) => [in_year(one.value, two.value, three.value), None],
            (1 | 2, 1 | 2, 4) => {
                [in_year(three.value, two.value, one.value), in_year(three.value, one.value, two.value)]
            }
            (1 | 2, 1 | 2, 2) => [
                self.in_short_year(three.value, two.value, one.value),
                self.in_short_year(three.value, one.value, two.value),
            ],
            _ => return None,
        };
        let days = [first, second.filter(|_| second != first)];
        let place = one.place.start..three.place.end;
        days.iter().any(Option::is_some).then_some(Date { place, days, next: three.next })
    }

    fn in_short_year(&self, year: i64, month: i64, day: i64) -> Option<Day> {
        let days = CENTURIES.iter().filter_map(|century| Calendar::Gregorian.day(century + year, month, day));
        days.min_by_key(|day| (day.0.abs_diff(self.near.0), day.0))
    }

    /// A day, or a span of two, its month, and perhaps a year.
    fn day_first(&self, at: usize) -> Option<Date> {
        let first = self.day(at)?;
        let last = self.span_end(&first);
        let after = last.as_ref().unwrap_or(&first);
        let name = self.over(after.next, &[' ', '-', '\u{2011}'])?;
        let (month, words) = month_at(self.words, name)?;
        let mut end = name + words;
        // Levantine and other Arabic names of the same month, side by side.
        if self.gap(end).is_some_and(|gap| is_gap(gap, &['/', ' ', '(', ')']))
            && let Some((same, words)) = month_at(self.words, end)
            && same == month
        {
            end += words;
        }
        self.date([Some(first), last], month.calendar, month.number, end)
    }

    /// A month, its day or a span of two, and perhaps a year.
    fn month_first(&self, at: usize) -> Option<Date> {
        // Few words are followed by a number: it is looked for before the month, which costs more.
        if !(1..=MONTH_WORDS).any(|after| self.leading(at + after).is_some()) {
            return None;
        }
        let (month, words) = month_at(self.words, at)?;
        let gap = self.gap(at + words)?;
        let first = self.day(at + words).filter(|_| is_gap(gap, &[' ', '.']))?;
        let last = self.span_end(&first);
        let end = last.as_ref().unwrap_or(&first).next;
        let date = self.date([Some(first), last], month.calendar, month.number, end)?;
        let start = self.words.span(at, 1)?.start;
        Some(Date { place: start..date.place.end, ..date })
    }

    /// The date of one or two days of a month, with the year that may follow at an index.
    fn date(&self, days: [Option<Number>; 2], calendar: Calendar, month: i64, end: usize) -> Option<Date> {
        let start = days.iter().flatten().next()?.place.start;
        let year = self.over(end, &[' ', ',', '.', '/', '-', ')', '\u{60C}']).and_then(|at| self.plain(at));
        let year = year.filter(|year| year.digits == 4);
        let days = days.map(|day| match (&year, day?.value) {
            (Some(year), day) => calendar.day(year.value, month, day),
            (None, day) => calendar.nearest(month, day, self.near),
        });
        let (place_end, next) = match year {
            Some(year) => (year.place.end, year.next),
            None => (self.words.span(end.checked_sub(1)?, 1)?.end, end),
        };
        days.iter().any(Option::is_some).then_some(Date { place: start..place_end, days, next })
    }

    /// The other end of a span that begins with a day.
    fn span_end(&self, first: &Number) -> Option<Number> {
        let dash = self.gap(first.next).is_some_and(|gap| only(gap, &DASHES).is_some());
        self.day(first.next).filter(|last| dash && last.value != first.value)
    }

    /// A number of a day of a month, with or without the ending of an ordinal.
    fn day(&self, at: usize) -> Option<Number> {
        let mut number = self.leading(at)?;
        let word = self.words.letters_at(at)?;
        let ending = word.trim_start_matches(|one: char| one.is_ascii_digit());
        if !(ending.is_empty() || ORDINALS.contains(&ending)) || number.digits > 2 || !(1..=31).contains(&number.value)
        {
            return None;
        }
        number.place.end = self.words.span(at, 1)?.end;
        // `9-го октября`: the ending is a word of its own.
        let parted = self.gap(number.next).is_some_and(|gap| only(gap, &DASHES).is_some());
        if ending.is_empty()
            && parted
            && self.words.letters_at(number.next).is_some_and(|next| ORDINALS.contains(&next))
        {
            number.place.end = self.words.span(number.next, 1)?.end;
            number.next += 1;
        }
        Some(number)
    }

    /// A word that is a number.
    fn plain(&self, at: usize) -> Option<Number> {
        let number = self.leading(at)?;
        (self.words.letters_at(at)?.len() == number.digits).then_some(number)
    }

    /// The number with which a word begins, at the place of its digits alone.
    fn leading(&self, at: usize) -> Option<Number> {
        let word = self.words.letters_at(at)?;
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let value = word.get(..digits).filter(|_| (1..=4).contains(&digits))?.parse().ok()?;
        let place = self.words.span(at, 1)?;
        let whole = digits == word.len();
        let end = if whole { place.end } else { self.end_of_digits(&place, digits)? };
        Some(Number { value, digits, place: place.start..end, next: at + 1 })
    }

    fn end_of_digits(&self, place: &Range<usize>, digits: usize) -> Option<usize> {
        let mut numerals = self.text.get(place.clone())?.char_indices().filter(|(_, one)| one.is_numeric());
        let (offset, last) = numerals.nth(digits.checked_sub(1)?)?;
        Some(place.start + offset + last.len_utf8())
    }

    /// The index of the next word that is not *of* or the like, if nothing but these characters stands between.
    fn over(&self, at: usize, allowed: &[char]) -> Option<usize> {
        for at in at..at.checked_add(BETWEEN_MOST + 1)? {
            if !is_gap(self.gap(at)?, allowed) {
                return None;
            }
            if !self.words.letters_at(at).is_some_and(|word| BETWEEN.contains(&word)) {
                return Some(at);
            }
        }
        None
    }

    /// The mark that parts two numbers.
    fn mark(&self, at: usize) -> Option<char> {
        only(self.gap(at + 1)?, &MARKS)
    }

    /// What stands in the text before the word at an index.
    fn gap(&self, at: usize) -> Option<&str> {
        let before = self.words.span(at.checked_sub(1)?, 1)?;
        self.text.get(before.end..self.words.span(at, 1)?.start)
    }
}

/// The day of a date in numbers: Solar Hijri where the year can be no other.
fn in_year(year: i64, month: i64, day: i64) -> Option<Day> {
    let calendar = if SOLAR_HIJRI_YEARS.contains(&year) { Calendar::SolarHijri } else { Calendar::Gregorian };
    calendar.day(year, month, day)
}

/// The one character that a gap is, white space and the unseen apart, if it is one of these.
fn only(gap: &str, marks: &[char]) -> Option<char> {
    let mut seen = gap.chars().filter(|one| !is_unseen(*one) && !one.is_whitespace());
    let mark = seen.next()?;
    (seen.next().is_none() && marks.contains(&mark) && gap.chars().count() <= GAP_MOST).then_some(mark)
}

/// Whether a gap has only these characters; a blank is any white space within a line or over one line end.
fn is_gap(gap: &str, allowed: &[char]) -> bool {
    let is_allowed = |one: char| is_unseen(one) || one.is_whitespace() || allowed.contains(&one);
    gap.chars().all(is_allowed) && gap.chars().take(GAP_MOST + 1).count() <= GAP_MOST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near() -> Day {
        Calendar::Gregorian.day(2025, 10, 20).expect("a day")
    }

    fn found(text: &str) -> Vec<String> {
        dates(text, near()).into_iter().map(|(place, day)| format!("{}={day}", &text[place])).collect()
    }

    #[test]
    fn days_are_read_in_every_language() {
        for (text, shown) in [
            ("on 9 October 2025, in", "9 October 2025=2025-10-09"),
            ("on October 9, 2025.", "October 9, 2025=2025-10-09"),
            ("on the 9th of October, 2025", "9th of October, 2025=2025-10-09"),
            ("on Oct. 9th", "Oct. 9th=2025-10-09"),
            ("le 9 octobre 2025", "9 octobre 2025=2025-10-09"),
            ("le 1er août", "1er août=2025-08-01"),
            ("9 октября 2025 года", "9 октября 2025=2025-10-09"),
            ("вечером 9-го октября", "9-го октября=2025-10-09"),
            ("3 мая", "3 мая=2025-05-03"),
            ("في ٩ أكتوبر ٢٠٢٥", "٩ أكتوبر ٢٠٢٥=2025-10-09"),
            ("في 9 تشرين الأول/أكتوبر 2025", "9 تشرين الأول/أكتوبر 2025=2025-10-09"),
            ("يوم 9 من شهر أكتوبر عام 2025", "9 من شهر أكتوبر عام 2025=2025-10-09"),
            ("روز ۹ اکتبر ۲۰۲۵", "۹ اکتبر ۲۰۲۵=2025-10-09"),
            ("۱۷ مهر ۱۴۰۴", "۱۷ مهر ۱۴۰۴=2025-10-09"),
            ("17 مهرماه سال 1404", "17 مهرماه سال 1404=2025-10-09"),
            ("۱۷ مهر گفت", "۱۷ مهر=2025-10-09"),
            ("ב-9 באוקטובר 2025", "9 באוקטובר 2025=2025-10-09"),
            ("ב־9 באוקטובר", "9 באוקטובר=2025-10-09"),
            ("as of 2025-10-09.", "2025-10-09=2025-10-09"),
            ("at 2025-10-09T10:00:00Z", "2025-10-09=2025-10-09"),
            ("2025/10/09", "2025/10/09=2025-10-09"),
            ("۱۴۰۴/۰۷/۱۷", "۱۴۰۴/۰۷/۱۷=2025-10-09"),
            ("said on 9 October that", "9 October=2025-10-09"),
            ("on 3 January", "3 January=2026-01-03"),
            ("9\u{a0}October\u{a0}2025", "9\u{a0}October\u{a0}2025=2025-10-09"),
            ("\u{200F}٩\u{200F}/\u{200F}٩\u{200F}/\u{200F}٢٠٢٥", "٩\u{200F}/\u{200F}٩\u{200F}/\u{200F}٢٠٢٥=2025-09-09"),
        ] {
            assert_eq!(found(text), [shown], "{text}");
        }
    }

    #[test]
    fn a_day_that_may_be_a_month_is_read_both_ways() {
        assert_eq!(found("on 9/10/2025"), ["9/10/2025=2025-10-09", "9/10/2025=2025-09-10"]);
        assert_eq!(found("le 09.10.2025."), ["09.10.2025=2025-10-09", "09.10.2025=2025-09-10"]);
        assert_eq!(found("09-10-25"), ["09-10-25=2025-10-09", "09-10-25=2025-09-10"]);
        assert_eq!(found("31.12.2025"), ["31.12.2025=2025-12-31"]);
        assert_eq!(found("12/31/2025"), ["12/31/2025=2025-12-31"]);
        assert_eq!(found("9. 9. 2025"), ["9. 9. 2025=2025-09-09"]);
    }

    #[test]
    fn both_ends_of_a_span_are_read() {
        assert_eq!(found("9–11 October 2025"), ["9–11 October 2025=2025-10-09", "9–11 October 2025=2025-10-11"]);
        assert_eq!(found("October 9-11"), ["October 9-11=2025-10-09", "October 9-11=2025-10-11"]);
    }

    #[test]
    fn each_of_several_days_is_read_once() {
        assert_eq!(
            found("On 6 October 2025 and on 9 October; then 2025-11-15, and 16 January."),
            ["6 October 2025=2025-10-06", "9 October=2025-10-09", "2025-11-15=2025-11-15", "16 January=2026-01-16"]
        );
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "October",
            "October 2025",
            "31 February 2025",
            "31 November",
            "99/99/2025",
            "1.2.3",
            "2025-10/09",
            "may 2025",
            "version 10-2025",
            "page 9. October was warm",
            "9, October",
            "00/00/0000",
            "99999999999999999999-10-09",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_present_may_be_any_day() {
        for near in [i64::MIN, -1, 0, i64::MAX] {
            let _ = dates("9 October, 17 مهر, 9/10/25, 2025-10-09", Day(near));
        }
    }
}
