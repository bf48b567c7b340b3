//! The names of months in the six languages, as people write them. What is looked up is their normal form. Russian names are
//! those that stand beside a day, Arabic ones those of the Gulf and Egypt, of the Levant, and of the Maghreb.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::calendar::Calendar;
use super::letters::normal;
use super::words::Words;

/// A month of a calendar, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) calendar: Calendar,
    pub(super) number: i64,
}

/// January first. Names are parted by commas, for some have two words.
const GREGORIAN: [&str; 12] = [
    "january, jan, janvier, janv, январь, января, янв, يناير, كانون الثاني, جانفي, ژانویه, ינואר",
    "february, feb, février, févr, fév, февраль, февраля, февр, фев, فبراير, شباط, فيفري, فوریه, פברואר",
    "march, mar, mars, март, марта, мар, مارس, آذار, מרץ, מרס",
    "april, apr, avril, avr, апрель, апреля, апр, أبريل, نيسان, أفريل, آوریل, אפריל",
    "may, mai, май, мая, مايو, أيار, ماي, مه, می, מאי",
    "june, jun, juin, июнь, июня, июн, يونيو, يونيه, حزيران, جوان, ژوئن, יוני",
    "july, jul, juillet, juil, июль, июля, июл, يوليو, يوليه, تموز, جويلية, يوليوز, ژوئیه, جولای, יולי",
    "august, aug, août, август, августа, авг, أغسطس, آب, أوت, غشت, اوت, آگوست, אוגוסט",
    "september, sept, sep, septembre, сентябрь, сентября, сент, сен, سبتمبر, أيلول, شتنبر, سپتامبر, ספטמבר",
    "october, oct, octobre, октябрь, октября, окт, أكتوبر, تشرين الأول, اکتبر, אוקטובר",
    "november, nov, novembre, ноябрь, ноября, нояб, ноя, نوفمبر, تشرين الثاني, نونبر, نوامبر, נובמבר",
    "december, dec, décembre, déc, декабрь, декабря, дек, ديسمبر, كانون الأول, دجنبر, دسامبر, דצמבר",
];

/// Farvardin first.
const SOLAR_HIJRI: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد, امرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// What Persian may write at the end of a month's name: *month*.
const MONTH_AFTER: &str = "ماه";
/// What Hebrew and Arabic may write together with a month's name: *in*, *of*.
const BEFORE: [char; 5] = ['ב', 'ל', 'מ', 'ה', 'ו'];

static MONTHS: LazyLock<BTreeMap<String, Month>> = LazyLock::new(|| {
    let calendars = [(Calendar::Gregorian, GREGORIAN), (Calendar::SolarHijri, SOLAR_HIJRI)];
    let mut months = BTreeMap::new();
    for (calendar, names) in calendars {
        for (names, number) in names.iter().zip(1..) {
            for name in names.split(',') {
                let words: Vec<String> = name.split_whitespace().map(normal).collect();
                months.insert(words.join(" "), Month { calendar, number });
            }
        }
    }
    months
});

/// The month that is named at an index, and of how many words its name is.
pub(super) fn month_at(words: &Words, at: usize) -> Option<(Month, usize)> {
    let first = words.letters_at(at)?;
    if let Some(second) = words.letters_at(at + 1)
        && let Some(month) = MONTHS.get(&format!("{first} {second}"))
    {
        return Some((*month, 2));
    }
    let bare = || MONTHS.get(first.strip_prefix(BEFORE)?);
    let ended = || MONTHS.get(first.strip_suffix(MONTH_AFTER)?);
    MONTHS.get(first).or_else(bare).or_else(ended).map(|month| (*month, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_has_two_meanings() {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (names, month) in GREGORIAN.iter().chain(&SOLAR_HIJRI).zip(0..) {
            for name in names.split(',') {
                assert!(seen.insert(normal(name), month).is_none_or(|before| before == month), "{name}");
            }
        }
        for name in MONTHS.keys() {
            assert!(MONTHS.get(name.strip_prefix(BEFORE).unwrap_or_default()).is_none(), "{name} hides another");
        }
    }

    #[test]
    fn a_month_is_known_by_each_of_its_names() {
        for (text, calendar, number, words) in [
            ("October", Calendar::Gregorian, 10, 1),
            ("октября", Calendar::Gregorian, 10, 1),
            ("تشرين الأول", Calendar::Gregorian, 10, 2),
            ("באוקטובר", Calendar::Gregorian, 10, 1),
            ("אוקטובר", Calendar::Gregorian, 10, 1),
            ("במאי", Calendar::Gregorian, 5, 1),
            ("مهر", Calendar::SolarHijri, 7, 1),
            ("مهرماه", Calendar::SolarHijri, 7, 1),
            ("مه", Calendar::Gregorian, 5, 1),
        ] {
            assert_eq!(month_at(&Words::of(text), 0), Some((Month { calendar, number }, words)), "{text}");
        }
        assert_eq!(month_at(&Words::of("octopus"), 0), None);
        assert_eq!(month_at(&Words::of("تشرين"), 0), None);
    }
}
