//! Times and spans of the scenario clock, both in whole seconds.
//!
//! A time is an RFC 3339 time, as TOML's own or in quotes; a span is a number and a unit, such as `90s` or `30d`.

use jiff::Timestamp;

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// Why a time or a span was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    /// A time without an offset.
    #[error("a time needs a day, an hour and an offset, as in 2025-10-06T09:00:00Z")]
    Partial,
    /// Neither a time nor a span.
    #[error("neither a time such as 2025-10-06T09:00:00Z nor a span such as \"90s\", \"5m\", \"48h\" or \"30d\"")]
    Neither,
    /// Not a span.
    #[error("not a span: a number with s, m, h, d or w, such as \"90s\", \"5m\", \"48h\" or \"30d\"")]
    Span,
    /// More precise than the scenario clock.
    #[error("the scenario clock counts whole seconds")]
    Fraction,
    /// Outside of the years that can be told.
    #[error("so far off that no calendar tells it")]
    Far,
}

/// Reads an RFC 3339 time as seconds since the epoch.
pub(super) fn time(text: &str) -> Result<i64, BadTime> {
    if text.parse::<jiff::civil::Date>().is_ok() && text.parse::<Timestamp>().is_err() {
        return Err(BadTime::Partial);
    }
    let time: Timestamp = text.parse().map_err(|_| BadTime::Neither)?;
    if time.subsec_nanosecond() == 0 { Ok(time.as_second()) } else { Err(BadTime::Fraction) }
}

/// Reads a span, such as `48h` or `1d12h`, as seconds.
pub(super) fn span(text: &str) -> Result<i64, BadTime> {
    let mut total: i64 = 0;
    let mut rest = text;
    if rest.is_empty() {
        return Err(BadTime::Span);
    }
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, after) = rest.split_at_checked(digits).ok_or(BadTime::Span)?;
        if number.is_empty() {
            return Err(BadTime::Span);
        }
        let mut after_unit = after.chars();
        let unit = match after_unit.next() {
            Some('s') => 1,
            Some('m') => 60,
            Some('h') => 3_600,
            Some('d') => DAY,
            Some('w') => 7 * DAY,
            _ => return Err(BadTime::Span),
        };
        let number: i64 = number.parse().map_err(|_| BadTime::Far)?;
        total = number.checked_mul(unit).and_then(|part| total.checked_add(part)).ok_or(BadTime::Far)?;
        rest = after_unit.as_str();
    }
    Ok(total)
}

/// Reads a time, or a span from `now`.
pub(super) fn time_or_span(text: &str, now: i64) -> Result<i64, BadTime> {
    match span(text) {
        Ok(span) => later(now, span),
        Err(BadTime::Far) => Err(BadTime::Far),
        Err(_) => time(text),
    }
}

/// `now` and a span on.
pub(super) fn later(now: i64, span: i64) -> Result<i64, BadTime> {
    let then = now.checked_add(span).ok_or(BadTime::Far)?;
    Timestamp::from_second(then).map(|_| then).map_err(|_| BadTime::Far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        let cases = [("90s", 90), ("5m", 300), ("48h", 172_800), ("30d", 30 * DAY), ("1d12h", 36 * 3_600), ("0s", 0)];
        for (text, seconds) in cases {
            assert_eq!(span(text), Ok(seconds), "{text}");
        }
        for text in ["", "5", "h", "-5m", "5 m", "1.5h", "5M", "5mo", "٥m"] {
            assert_eq!(span(text), Err(BadTime::Span), "{text}");
        }
        assert_eq!(span("99999999999999999999s"), Err(BadTime::Far));
        assert_eq!(span("9223372036854775807w"), Err(BadTime::Far));
    }

    #[test]
    fn times() {
        assert_eq!(time("2025-10-06T09:00:00Z"), Ok(1_759_741_200));
        assert_eq!(time("2025-10-06T12:30:00+03:30"), Ok(1_759_741_200));
        assert_eq!(time("2025-10-06T09:00:00.5Z"), Err(BadTime::Fraction));
        assert_eq!(time("2025-10-06"), Err(BadTime::Partial));
        assert_eq!(time("2025-10-06T09:00:00"), Err(BadTime::Partial));
        assert_eq!(time("tomorrow"), Err(BadTime::Neither));
    }

    #[test]
    fn a_span_counts_from_now() {
        assert_eq!(time_or_span("1m", 1_000), Ok(1_060));
        assert_eq!(time_or_span("1970-01-01T00:00:07Z", 1_000), Ok(7));
        assert_eq!(time_or_span("4000000w", 1_000), Err(BadTime::Far));
    }
}
