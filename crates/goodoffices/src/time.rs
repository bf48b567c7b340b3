//! Times as people give them: a moment such as `2026-11-30T12:00:00Z`, a day, or a span from now such as `48h` or `30d`.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::failure::Failure;

/// Civil seconds of a time given as text, spans counted from `now`.
pub(crate) fn parse(text: &str, now: i64) -> Result<i64, Failure> {
    let wrong = || {
        Failure::given(format!("\"{text}\" is no time: give one such as 2026-11-30T12:00:00Z, 2026-11-30, 48h or 30d"))
    };
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Ok(moment.as_second());
    }
    if let Ok(day) = text.parse::<Date>() {
        return day.to_zoned(TimeZone::UTC).map(|day| day.timestamp().as_second()).map_err(|_| wrong());
    }
    let span: Span = text.parse().map_err(|_| wrong())?;
    let seconds = i64::from(span.get_weeks()) * 604_800
        + i64::from(span.get_days()) * 86_400
        + i64::from(span.get_hours()) * 3_600
        + span.get_minutes() * 60
        + span.get_seconds();
    let others = span.get_years() != 0 || span.get_months() != 0;
    if seconds <= 0 || others {
        return Err(wrong());
    }
    now.checked_add(seconds).ok_or_else(wrong)
}

/// The same for the end of something that others are shown: of a span the end of the day in which it ends, or of the hour
/// if it is shorter than a day. So an end does not tell when it was given.
pub(crate) fn ending(text: &str, now: i64) -> Result<i64, Failure> {
    let end = parse(text, now)?;
    // A moment or a day is the same whatever time it is.
    if parse(text, now.saturating_add(1)).ok() == Some(end) {
        return Ok(end);
    }
    let whole = if end.saturating_sub(now) < 86_400 { 3_600 } else { 86_400 };
    let over = end.rem_euclid(whole);
    Ok(if over == 0 { end } else { end.saturating_add(whole - over) })
}

/// A moment, as [`parse`] takes it.
pub(crate) fn shown(civil: i64) -> String {
    Timestamp::from_second(civil).map(|moment| moment.to_string()).unwrap_or_default()
}

/// The machine's civil time.
#[allow(clippy::disallowed_methods, reason = "the program's own edge: what a person calls now")]
pub(crate) fn now() -> i64 {
    Timestamp::now().as_second()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_days_and_spans_are_told_apart() {
        assert_eq!(parse("2025-10-06T10:00:00Z", 0).ok(), Some(1_759_744_800));
        assert_eq!(parse("2025-10-06", 0).ok(), Some(1_759_708_800));
        assert_eq!(parse("48h", 100).ok(), Some(100 + 172_800));
        assert_eq!(parse("30d", 0).ok(), Some(2_592_000));
        for text in ["", "soon", "-1d", "0s", "1mo", "2025-13-01"] {
            assert!(parse(text, 0).is_err(), "{text}");
        }
    }

    #[test]
    fn the_end_of_a_span_does_not_tell_when_it_was_given() {
        let ends = |span: &str, times: [i64; 3]| times.map(|now| ending(span, 1_759_708_800 + now).unwrap());
        assert_eq!(ends("30d", [1, 40_000, 86_400]), [1_759_708_800 + 31 * 86_400; 3]);
        assert_eq!(ends("48h", [1, 40_000, 86_400]), [1_759_708_800 + 3 * 86_400; 3]);
        assert_eq!(ends("90m", [1, 700, 1_800]), [1_759_708_800 + 2 * 3_600; 3]);
        let moments = ["2025-10-06T10:00:01Z", "2025-10-06"].map(|text| ending(text, 5).unwrap());
        assert_eq!(moments, [1_759_744_801, 1_759_708_800]);
    }
}
