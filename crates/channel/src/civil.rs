//! Civil time, as people write it down: moments and days. The clock itself is not here; the present is an argument.

use std::fmt;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

const SECONDS_PER_DAY: i64 = 86_400;

/// A moment: seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, Serialize, Deserialize)]
#[cbor(transparent)]
#[serde(transparent)]
pub struct Civil(#[n(0)] pub i64);

impl Civil {
    /// The day on which this moment falls (UTC).
    #[must_use]
    pub const fn day(self) -> Day {
        Day(self.0.div_euclid(SECONDS_PER_DAY))
    }

    /// This moment and so many seconds more; the last moment there is where that would be past it.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// The end of the day in which this moment is; itself where it is one.
    #[must_use]
    pub const fn end_of_day(self) -> Self {
        Day(self.plus_seconds(-1).day().0 + 1).start()
    }

    /// This moment and so many days more; the last moment there is where that would be past it.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days.saturating_mul(SECONDS_PER_DAY))
    }
}

/// A day, counted from 1970-01-01 (UTC). It is what one side may learn of when something was done for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, Serialize, Deserialize)]
#[cbor(transparent)]
#[serde(transparent)]
pub struct Day(#[n(0)] pub i64);

impl Day {
    /// Its first moment.
    #[must_use]
    pub const fn start(self) -> Civil {
        Civil(self.0.saturating_mul(SECONDS_PER_DAY))
    }
}

impl fmt::Display for Day {
    /// As `2025-10-07`. The reckoning is Howard Hinnant's `civil_from_days`; days beyond its reach show as numbers.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const REACH: i64 = 3_650_000;
        if !(-REACH..REACH).contains(&self.0) {
            return write!(out, "day {}", self.0);
        }
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        assert_eq!(Civil(0).day().to_string(), "1970-01-01");
        assert_eq!(Civil(-1).day().to_string(), "1969-12-31");
        assert_eq!(Civil(951_782_400).day().to_string(), "2000-02-29");
        assert_eq!(Civil(1_759_744_800).day().to_string(), "2025-10-06");
        assert_eq!(Civil(i64::MAX).day().to_string(), format!("day {}", i64::MAX / 86_400));
    }
}
