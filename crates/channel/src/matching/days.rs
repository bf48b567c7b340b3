//! Calendar days that a text names: as numbers, and with the names of months in the six languages. A number whose day and
//! month may be either is read both ways; a day without a year is the one nearest to the day that is asked about.

use std::ops::Range;

use super::words::{Word, Words};
use crate::civil::Day;

/// The months' names, January first, in their normal form: nominative and, where it differs, the form beside a day.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "январь", "января", "ینایر", "ژانویه", "ینواری", "ינואר", "בינואר"],
    &["february", "feb", "fevrier", "февраль", "февраля", "فبرایر", "فوریه", "פברואר", "בפברואר"],
    &["march", "mar", "mars", "март", "марта", "مارس", "מרץ", "במרץ", "מרס", "במרס"],
    &["april", "apr", "avril", "апрель", "апреля", "ابریل", "آوریل", "اوریل", "אפריל", "באפריל"],
    &["may", "mai", "маи", "мая", "مایو", "مه", "מאי", "במאי"],
    &["june", "jun", "juin", "июнь", "июня", "یونیو", "ژوئن", "ژوین", "ژوین", "יוני", "ביוני"],
    &["july", "jul", "juillet", "июль", "июля", "یولیو", "ژوئیه", "ژوییه", "יולי", "ביולי"],
    &["august", "aug", "aout", "август", "августа", "اغسطس", "اوت", "אוגוסט", "באוגוסט"],
    &["september", "sept", "sep", "septembre", "сентябрь", "сентября", "سبتمبر", "سپتامبر", "ספטמבר", "בספטמבר"],
    &["october", "oct", "octobre", "октябрь", "октября", "اکتوبر", "اکتبر", "אוקטובר", "באוקטובר"],
    &["november", "nov", "novembre", "ноябрь", "ноября", "نوفمبر", "نوامبر", "נובמבר", "בנובמבר"],
    &["december", "dec", "decembre", "декабрь", "декабря", "دیسمبر", "دسامبر", "דצמבר", "בדצמבר"],
];

/// The days that a text names, with their places, in order.
#[must_use]
pub fn days(text: &str, near: Day) -> Vec<(Range<usize>, Day)> {
    let words = Words::of(text);
    let words = words.all();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if let Some(month) = month_of(word) {
            named(words, at, month, near, &mut found);
        }
    }
    numeric(text, words, &mut found);
    found.sort_by_key(|(place, day)| (place.start, *day));
    found.dedup();
    found
}

fn month_of(word: &Word) -> Option<i64> {
    let month = MONTHS.iter().position(|names| names.contains(&&*word.text))?;
    i64::try_from(month + 1).ok()
}

/// A number within bounds, with or without the ending of an ordinal.
fn number(word: &Word, within: std::ops::RangeInclusive<i64>) -> Option<i64> {
    let digits = word.text.trim_end_matches(|one: char| one.is_alphabetic());
    let ending = word.text.len() - digits.len();
    let plain = !digits.is_empty() && digits.bytes().all(|one| one.is_ascii_digit()) && ending <= 4;
    digits.parse().ok().filter(|value| plain && within.contains(value))
}

/// A month's name with a day before or after it, and perhaps a year.
fn named(words: &[Word], at: usize, month: i64, near: Day, found: &mut Vec<(Range<usize>, Day)>) {
    let get = |offset: isize| at.checked_add_signed(offset).and_then(|place| words.get(place));
    let day_at = |offset: isize| number(get(offset)?, 1..=31);
    let year_at = |offset: isize| number(get(offset)?, 1900..=2200);
    let readings = [(day_at(-1), -1, 1), (day_at(1), 0, 2)];
    for (day, first, year_place) in readings {
        let Some(day) = day else { continue };
        let year = year_at(year_place);
        let last = if year.is_some() { year_place } else { (year_place - 1).max(0) };
        let (Some(first), Some(last)) = (get(first), get(last)) else { continue };
        let place = first.place.start..last.place.end;
        let candidates = match year {
            Some(year) => vec![day_of(year, month, day)],
            None => years_around(near).map(|year| day_of(year, month, day)).collect(),
        };
        let nearest = candidates.into_iter().flatten().min_by_key(|day| day.0.abs_diff(near.0));
        found.extend(nearest.map(|day| (place, day)));
    }
}

/// `2025-10-09`, `9.10.2025`, `10/9/2025`: three numbers with one mark between them.
fn numeric(text: &str, words: &[Word], found: &mut Vec<(Range<usize>, Day)>) {
    // Full stops and commas do not part numbers: such a date may be one word.
    for word in words {
        let parts: Vec<&str> = word.text.split(['.', ',']).collect();
        if let [one, two, three] = parts[..] {
            read(&[one, two, three], word.place.clone(), found);
        }
    }
    for three in words.windows(3) {
        let [one, two, last] = three else { continue };
        let between = |from: &Word, to: &Word| text.get(from.place.end..to.place.start).unwrap_or_default();
        let mark = between(one, two);
        if matches!(mark, "-" | "/" | "." | "\u{2010}" | "\u{2011}" | "\u{2013}") && mark == between(two, last) {
            read(&[&one.text, &two.text, &last.text], one.place.start..last.place.end, found);
        }
    }
}

fn read(parts: &[&str; 3], place: Range<usize>, found: &mut Vec<(Range<usize>, Day)>) {
    let value = |part: &str| part.parse::<i64>().ok().filter(|_| part.len() <= 4);
    let [Some(one), Some(two), Some(three)] = parts.map(value) else { return };
    let readings =
        if one >= 1900 { [(one, two, three), (one, two, three)] } else { [(three, two, one), (three, one, two)] };
    // A year has two figures or four: one is a number of something else.
    if one < 1900 && parts[2].len() == 1 {
        return;
    }
    for (year, month, day) in readings {
        let year = if (0..100).contains(&year) { 2000 + year } else { year };
        if (1900..=2200).contains(&year) {
            found.extend(day_of(year, month, day).map(|day| (place.clone(), day)));
        }
    }
}

/// The years by which a day without a year may be meant.
fn years_around(near: Day) -> impl Iterator<Item = i64> {
    // Near enough: a year is off by a day at its end at most, and its neighbours are looked at too.
    let year = 1970 + near.0.div_euclid(365);
    (year - 2)..=(year + 1)
}

/// The day of a date, if there is such a date. The reckoning is Howard Hinnant's `days_from_civil`.
fn day_of(year: i64, month: i64, day: i64) -> Option<Day> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=last).contains(&day) {
        return None;
    }
    let shifted = year - i64::from(month <= 2);
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named_days(text: &str) -> Vec<String> {
        let near = day_of(2025, 10, 20).expect("a day");
        days(text, near).into_iter().map(|(place, day)| format!("{}={day}", &text[place])).collect()
    }

    #[test]
    fn days_are_read_in_every_language() {
        for (text, shown) in [
            ("on 9 October 2025 in", "9 October 2025=2025-10-09"),
            ("on October 9th, 2025", "October 9th, 2025=2025-10-09"),
            ("le 9 octobre 2025", "9 octobre 2025=2025-10-09"),
            ("9 октября 2025 года", "9 октября 2025=2025-10-09"),
            ("في ٩ أكتوبر ٢٠٢٥", "٩ أكتوبر ٢٠٢٥=2025-10-09"),
            ("روز ۹ اکتبر ۲۰۲۵", "۹ اکتبر ۲۰۲۵=2025-10-09"),
            ("ב-9 באוקטובר 2025", "9 באוקטובר 2025=2025-10-09"),
            ("said on 9 October that", "9 October=2025-10-09"),
            ("on 3 January", "3 January=2026-01-03"),
            ("as of 2025-10-09.", "2025-10-09=2025-10-09"),
        ] {
            assert_eq!(named_days(text), [shown], "{text}");
        }
    }

    #[test]
    fn a_day_that_may_be_a_month_is_read_both_ways() {
        assert_eq!(named_days("on 9/10/2025"), ["9/10/2025=2025-09-10", "9/10/2025=2025-10-09"]);
        assert_eq!(named_days("am 31.12.2025"), ["31.12.2025=2025-12-31"]);
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["October", "31 February 2025", "99/99/2025", "1.2.3", "may 2025", "version 10-2025", ""] {
            assert!(named_days(text).is_empty(), "{text}: {:?}", named_days(text));
        }
    }

    #[test]
    fn days_of_dates_are_those_that_they_show() {
        for (year, month, day) in [(1970, 1, 1), (2000, 2, 29), (2025, 12, 31), (2100, 3, 1), (1900, 1, 1)] {
            let shown = day_of(year, month, day).expect("a day").to_string();
            assert_eq!(shown, format!("{year:04}-{month:02}-{day:02}"));
        }
        assert_eq!(day_of(2025, 2, 29), None);
    }
}
