//! Days by their names in two calendars: the Gregorian, and the Solar Hijri of Iran. Not here: the Hebrew and the lunar
//! Hijri calendars. The latter's months begin when the moon is seen, and no arithmetic says when that was.

use std::ops::RangeInclusive;

use crate::civil::Day;

/// The Gregorian years of which days are known here.
pub(super) const GREGORIAN_YEARS: RangeInclusive<i64> = 1502..=2999;
/// The Solar Hijri years of which days are known here: those for which the rule of 33 years gives the leap years that the
/// calendar's authorities have published (1206 to 1498). They begin in 1827 and end in 2120.
pub(super) const SOLAR_HIJRI_YEARS: RangeInclusive<i64> = 1206..=1498;

/// 1 Farvardin 1206 is 22 March 1827.
const SOLAR_HIJRI_START: (i64, Option<Day>) = (1206, gregorian(1827, 3, 22));

/// A calendar in which a day can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    SolarHijri,
}

impl Calendar {
    /// The day of a date, if there is such a date. Months are counted from 1.
    pub(super) fn day(self, year: i64, month: i64, day: i64) -> Option<Day> {
        match self {
            Self::Gregorian => gregorian(year, month, day).filter(|_| GREGORIAN_YEARS.contains(&year)),
            Self::SolarHijri => solar_hijri(year, month, day),
        }
    }

    /// The year in which a day falls, or one beside it.
    pub(super) const fn year_about(self, day: Day) -> i64 {
        let gregorian = day.0.div_euclid(365).saturating_add(1970);
        // Days are 365 a year too few in four centuries of leap days by less than one year in 1,460.
        let gregorian = gregorian - (gregorian - 1970).div_euclid(1_460);
        match self {
            Self::Gregorian => gregorian,
            Self::SolarHijri => gregorian - 621,
        }
    }

    /// The day of a date without its year: of all such days the one nearest to `near`, the earlier of two.
    pub(super) fn nearest(self, month: i64, day: i64, near: Day) -> Option<Day> {
        // Eight years is the longest that a 29 February is away.
        let about = self.year_about(near);
        let days = (-9..=9).filter_map(|years| self.day(about.checked_add(years)?, month, day));
        days.min_by_key(|day| (day.0.abs_diff(near.0), day.0))
    }
}

/// The reckoning is Howard Hinnant's `days_from_civil`.
const fn gregorian(year: i64, month: i64, day: i64) -> Option<Day> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + leap as i64,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if day < 1 || day > last {
        return None;
    }
    let shifted = year - (month <= 2) as i64;
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468))
}

/// Six months of 31 days, five of 30, and the last of 29, or 30 in a leap year. Eight of 33 years are leap years.
fn solar_hijri(year: i64, month: i64, day: i64) -> Option<Day> {
    let last = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + i64::from(is_solar_hijri_leap(year)),
        _ => return None,
    };
    if !SOLAR_HIJRI_YEARS.contains(&year) || !(1..=last).contains(&day) {
        return None;
    }
    let (first_year, first_day) = SOLAR_HIJRI_START;
    let years: i64 = (first_year..year).map(|year| 365 + i64::from(is_solar_hijri_leap(year))).sum();
    let of_year = (month - 1) * 30 + (month - 1).min(6) + day - 1;
    Some(Day(first_day?.0 + years + of_year))
}

const fn is_solar_hijri_leap(year: i64) -> bool {
    (25 * year + 11).rem_euclid(33) < 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gregorian_dates_are_the_days_that_days_show() {
        for (year, month, day) in
            [(1970, 1, 1), (2000, 2, 29), (2025, 12, 31), (2100, 3, 1), (1900, 1, 1), (1502, 1, 1)]
        {
            let shown = Calendar::Gregorian.day(year, month, day).expect("a day").to_string();
            assert_eq!(shown, format!("{year:04}-{month:02}-{day:02}"));
        }
        for (year, month, day) in [(2025, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0), (900, 1, 1)]
        {
            assert_eq!(Calendar::Gregorian.day(year, month, day), None);
        }
    }

    /// Days known by both names: new years and last days of leap years; the revolution of 1357, the nationalisation of oil in
    /// 1329, the law of 1304 that made this calendar official.
    #[test]
    fn solar_hijri_dates_are_the_days_that_they_were() {
        for ((year, month, day), shown) in [
            ((1404, 7, 17), "2025-10-09"),
            ((1404, 1, 1), "2025-03-21"),
            ((1403, 12, 30), "2025-03-20"),
            ((1403, 1, 1), "2024-03-20"),
            ((1402, 1, 1), "2023-03-21"),
            ((1401, 1, 1), "2022-03-21"),
            ((1400, 1, 1), "2021-03-21"),
            ((1399, 12, 30), "2021-03-20"),
            ((1399, 1, 1), "2020-03-20"),
            ((1395, 12, 30), "2017-03-20"),
            ((1391, 12, 30), "2013-03-20"),
            ((1387, 12, 30), "2009-03-20"),
            ((1375, 12, 30), "1997-03-20"),
            ((1370, 12, 30), "1992-03-20"),
            ((1357, 11, 22), "1979-02-11"),
            ((1348, 10, 11), "1970-01-01"),
            ((1329, 12, 29), "1951-03-20"),
            ((1304, 1, 11), "1925-03-31"),
        ] {
            let found = Calendar::SolarHijri.day(year, month, day).expect("a day").to_string();
            assert_eq!(found, shown, "{year}-{month}-{day}");
        }
        for (year, month, day) in
            [(1404, 12, 30), (1404, 7, 31), (1404, 13, 1), (1205, 1, 1), (1499, 1, 1), (1404, 1, 0)]
        {
            assert_eq!(Calendar::SolarHijri.day(year, month, day), None);
        }
    }

    #[test]
    fn a_day_without_its_year_is_the_nearest() {
        let day = |year, month, day| Calendar::Gregorian.day(year, month, day).expect("a day");
        for (near, shown) in [
            (day(2025, 10, 20), "2026-01-03"),
            (day(2025, 7, 1), "2025-01-03"),
            (day(2025, 1, 3), "2025-01-03"),
            (day(1999, 12, 31), "2000-01-03"),
        ] {
            assert_eq!(Calendar::Gregorian.nearest(1, 3, near).map(|day| day.to_string()).as_deref(), Some(shown));
        }
        assert_eq!(Calendar::Gregorian.nearest(2, 29, day(1900, 1, 1)), Some(day(1896, 2, 29)));
        assert_eq!(Calendar::Gregorian.nearest(1, 1, Day(i64::MAX)), None);
        assert_eq!(Calendar::SolarHijri.nearest(7, 17, Day(i64::MIN)), None);
        assert_eq!(Calendar::SolarHijri.nearest(7, 17, day(2025, 10, 20)), Some(day(2025, 10, 9)));
    }

    #[test]
    fn the_year_about_a_day_is_its_year_or_one_beside_it() {
        for year in GREGORIAN_YEARS {
            for (month, day) in [(1, 1), (12, 31)] {
                let about = Calendar::Gregorian.year_about(Calendar::Gregorian.day(year, month, day).expect("a day"));
                assert!(about.abs_diff(year) <= 1, "{year} {about}");
            }
        }
    }
}
