//! Saying things in the reader's language: messages, numbers, days and moments.
//!
//! Messages are Fluent's, in `locales/`: a folder for each language, the same keys with the same arguments in all of them. What is put into one is a number or a time and never a person's text: that stands by
//! itself, in its own direction. Days are of the Gregorian calendar in every language, with its months' names, as the
//! practice writes them; digits are those of the locale. A moment says that it is in UTC.

use std::sync::OnceLock;

use fixed_decimal::Decimal;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{DateTime, Time};
use icu_datetime::options::TimePrecision;
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use office::practice::script::visible;
use office::refused::Refused;

use crate::language::Language;

/// Says things in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Say(pub(crate) Language);

/// What can be put into a message.
#[derive(Clone, Debug)]
pub(crate) enum Put {
    /// A number, by which plurals are chosen too.
    Number(i64),
    /// A text of ours: a time that was said, a fidelity code. Never a person's.
    Ours(String),
}

impl From<u32> for Put {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Put {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Put {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// What one language needs, made when it is first used.
struct Voice {
    messages: FluentBundle<FluentResource>,
    number: Option<DecimalFormatter>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    moment: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDT>>,
}

static VOICES: [OnceLock<Voice>; 6] = [const { OnceLock::new() }; 6];

/// All that is said in one language: the files of its folder in `locales/`, which are the same in every language.
macro_rules! locale {
    ($tag:literal) => {
        concat!(
            include_str!(concat!("../locales/", $tag, "/frame.ftl")),
            include_str!(concat!("../locales/", $tag, "/item.ftl")),
            include_str!(concat!("../locales/", $tag, "/words.ftl")),
            include_str!(concat!("../locales/", $tag, "/matters.ftl")),
            include_str!(concat!("../locales/", $tag, "/acts.ftl")),
            include_str!(concat!("../locales/", $tag, "/desk.ftl")),
            include_str!(concat!("../locales/", $tag, "/picture.ftl")),
            include_str!(concat!("../locales/", $tag, "/watch.ftl")),
            include_str!(concat!("../locales/", $tag, "/party.ftl")),
            include_str!(concat!("../locales/", $tag, "/refusals.ftl")),
            include_str!(concat!("../locales/", $tag, "/known.ftl")),
            include_str!(concat!("../locales/", $tag, "/record.ftl")),
        )
    };
}

/// The messages of each language, in the order of [`Language::ALL`].
pub(crate) const MESSAGES: [&str; 6] =
    [locale!("en"), locale!("fr"), locale!("ar"), locale!("fa"), locale!("he"), locale!("ru")];

fn voice<const L: usize>() -> Option<&'static Voice> {
    let (language, messages) = (Language::ALL.get(L)?, MESSAGES.get(L)?);
    Some(VOICES.get(L)?.get_or_init(|| Voice::new::<L>(*language, messages)))
}

fn number_said<const L: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[allow(clippy::cast_possible_truncation, reason = "only whole numbers are ever put into a message")]
    let whole = number.value as i64;
    // Not from within the making of the voice: messages are only read once it is made.
    VOICES.get(L)?.get().map(|voice| voice.number(whole))
}

impl Voice {
    fn new<const L: usize>(language: Language, messages: &str) -> Self {
        let id = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // What is put in is in the language of the message: nothing needs to be isolated.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number_said::<L, _>));
        // A fault in a file is found by `cargo xtask i18n`; what is whole of it is used.
        let resource = FluentResource::try_new(messages.to_owned()).unwrap_or_else(|(whole, _)| whole);
        bundle.add_resource_overriding(resource);
        // Hours from 0 to 23, as the practice writes them.
        let locale: Locale = format!("{}-u-hc-h23", language.tag()).parse().unwrap_or(Locale::UNKNOWN);
        let moment = YMDT::long().with_time_precision(TimePrecision::Minute);
        Self {
            messages: bundle,
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            moment: FixedCalendarDateTimeFormatter::try_new((&locale).into(), moment).ok(),
        }
    }

    fn number(&self, number: i64) -> String {
        let formatter = self.number.as_ref();
        formatter.map_or_else(|| number.to_string(), |formatter| formatter.format(&Decimal::from(number)).to_string())
    }
}

impl Say {
    fn voice(self) -> Option<&'static Voice> {
        match self.0 {
            Language::En => voice::<0>(),
            Language::Fr => voice::<1>(),
            Language::Ar => voice::<2>(),
            Language::Fa => voice::<3>(),
            Language::He => voice::<4>(),
            Language::Ru => voice::<5>(),
        }
    }

    /// A message. One that is not there says its key; `cargo xtask i18n` sees to it that none is.
    pub(crate) fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with something put into it.
    pub(crate) fn with(self, key: &str, put: &[(&'static str, Put)]) -> String {
        self.find(key, put).unwrap_or_else(|| format!("[[{key}]]"))
    }

    /// A word of one of the practice's vocabularies, such as the state `lapsed-unread`. A word of a later version says itself.
    pub(crate) fn word(self, family: &str, word: &str) -> String {
        self.known_word(family, word).unwrap_or_else(|| word.to_owned())
    }

    /// The same, where there is such a word.
    pub(crate) fn known_word(self, family: &str, word: &str) -> Option<String> {
        self.find(&format!("{family}-{word}"), &[])
    }

    /// Why something was not done. A reason of another version says itself, as a terminal shows it.
    pub(crate) fn refused(self, refused: &Refused) -> String {
        let Some(said) = self.known_word("refusal", &refused.word) else { return refused.sentence.clone() };
        // A name stands before the sentence, in a direction of its own.
        match &refused.who {
            Some(who) => format!("\u{2068}{}\u{2069}: {said}", visible(who)),
            None => said,
        }
    }

    /// What stands between one and the next of several in a line.
    pub(crate) const fn comma(self) -> &'static str {
        match self.0 {
            Language::Ar | Language::Fa => "، ",
            Language::En | Language::Fr | Language::He | Language::Ru => ", ",
        }
    }

    fn find(self, key: &str, put: &[(&'static str, Put)]) -> Option<String> {
        let voice = self.voice()?;
        let pattern = voice.messages.get_message(key)?.value()?;
        let args: FluentArgs<'_> = put
            .iter()
            .map(|(name, put)| match put {
                Put::Number(number) => (*name, FluentValue::from(*number)),
                Put::Ours(text) => (*name, FluentValue::from(text.as_str())),
            })
            .collect();
        Some(voice.messages.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    /// A number in the digits of the locale.
    pub(crate) fn number(self, number: impl Into<Put>) -> String {
        match number.into() {
            Put::Number(number) => self.voice().map_or_else(|| number.to_string(), |voice| voice.number(number)),
            Put::Ours(text) => text,
        }
    }

    /// A day, given as `2025-10-06`. One that is no day is shown as it was given.
    pub(crate) fn day(self, day: &str) -> Markup {
        html! { time datetime=(day) { (self.day_said(day).unwrap_or_else(|| day.to_owned())) } }
    }

    fn day_said(self, day: &str) -> Option<String> {
        let day: jiff::civil::Date = day.parse().ok()?;
        Some(self.voice()?.day.as_ref()?.format(&gregorian(day)?).to_string())
    }

    /// A moment, given in RFC 3339. One that is no moment is shown as it was given.
    pub(crate) fn moment(self, moment: &str) -> Markup {
        html! { time datetime=(moment) { (self.moment_said(moment).unwrap_or_else(|| moment.to_owned())) } }
    }

    fn moment_said(self, moment: &str) -> Option<String> {
        let moment = seconds(moment)?;
        let at = Timestamp::from_second(moment).ok()?.to_zoned(TimeZone::UTC).datetime();
        let [hour, minute] = [at.hour(), at.minute()].map(|part| u8::try_from(part).unwrap_or_default());
        let input = DateTime { date: gregorian(at.date())?, time: Time::try_new(hour, minute, 0, 0).ok()? };
        let said = self.voice()?.moment.as_ref()?.format(&input).to_string();
        Some(self.with("time-utc", &[("time", Put::Ours(said))]))
    }

    /// The hour and minute of a moment in UTC, given in RFC 3339; nothing of a day.
    pub(crate) fn hour(self, moment: &str) -> Markup {
        let said = || {
            let at = Timestamp::from_second(seconds(moment)?).ok()?.to_zoned(TimeZone::UTC).datetime();
            Some(format!("{}:{}", self.two_digits(at.hour()), self.two_digits(at.minute())))
        };
        html! { @if let Some(said) = said() { time datetime=(moment) { (said) } } }
    }

    fn two_digits(self, number: i8) -> String {
        let mut number = Decimal::from(number);
        number.absolute.pad_start(2);
        let formatter = self.voice().and_then(|voice| voice.number.as_ref());
        formatter.map_or_else(|| number.to_string(), |formatter| formatter.format(&number).to_string())
    }

    /// How far away a moment is: `in 3 days`, or that it is over.
    pub(crate) fn until(self, moment: &str, now: i64) -> Option<String> {
        let left = seconds(moment)?.checked_sub(now)?;
        let n = |unit: i64| [("n", Put::Number(left / unit))];
        Some(match left {
            ..=0 => self.t("time-over"),
            1..=3_599 => self.with("time-in-minutes", &[("n", Put::Number((left / 60).max(1)))]),
            3_600..=172_799 => self.with("time-in-hours", &n(3_600)),
            _ => self.with("time-in-days", &n(86_400)),
        })
    }
}

/// Civil seconds of a moment in RFC 3339.
pub(crate) fn seconds(moment: &str) -> Option<i64> {
    moment.parse::<Timestamp>().ok().map(Timestamp::as_second)
}

fn gregorian(day: jiff::civil::Date) -> Option<Date<Gregorian>> {
    let [month, of_month] = [day.month(), day.day()].map(|part| u8::try_from(part).unwrap_or_default());
    Date::try_new_gregorian(day.year().into(), month, of_month).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_gregorian_and_written_as_each_language_does() {
        let days = Language::ALL.map(|language| Say(language).day_said("2025-10-06").unwrap());
        assert_eq!(
            days,
            [
                "October 6, 2025",
                "6 octobre 2025",
                "6 أكتوبر 2025",
                "۶ اکتبر ۲۰۲۵",
                "6 באוקטובר 2025",
                "6 октября 2025\u{202f}г."
            ]
        );
    }

    #[test]
    fn moments_say_that_they_are_in_utc() {
        for language in Language::ALL {
            let said = Say(language).moment_said("2025-10-06T09:30:00Z").unwrap();
            assert!(said.contains("UTC"), "{said}");
            assert!(said.contains("30") || said.contains("۳۰"), "{said}");
        }
        assert_eq!(Say(Language::En).moment("never").into_string(), r#"<time datetime="never">never</time>"#);
    }

    #[test]
    fn numbers_have_the_digits_of_the_locale() {
        assert_eq!(Say(Language::Fa).number(50_123_u32), "۵۰٬۱۲۳");
        assert_eq!(Say(Language::En).number(50_123_u32), "50,123");
    }

    #[test]
    fn every_word_of_the_practice_is_said_in_every_language() {
        use office::practice::{
            Disclosure, Disposition, Form, Grade, Handling, ItemState, Label, OfferState, OwnWords, PairState,
            Precedence, ProposalState, ReadoutState, Refusal, Status, Touches, Waiting, Warning, desk,
        };
        use office::refused::OwnRefusal;
        use office::view::{Befell, Hand, Known};
        fn words<T: ToString>(all: &[T]) -> Vec<String> {
            all.iter().map(ToString::to_string).collect()
        }
        let families = [
            ("status", words(Status::ALL)),
            ("form", words(Form::ALL)),
            ("formrule", words(Form::ALL)),
            ("handling", words(Handling::ALL)),
            ("label", words(Label::ALL)),
            ("labelabout", words(Label::ALL)),
            ("precedence", words(Precedence::ALL)),
            ("disclosure", words(Disclosure::ALL)),
            ("disposition", words(Disposition::ALL)),
            ("dispositionabout", words(Disposition::ALL)),
            ("state", words(ItemState::ALL)),
            ("waits", words(Waiting::ALL)),
            ("pairstate", words(PairState::ALL)),
            ("proposalstate", words(ProposalState::ALL)),
            ("offerstate", words(OfferState::ALL)),
            ("readoutstate", words(ReadoutState::ALL)),
            ("grade", words(Grade::ALL)),
            ("own", words(OwnWords::ALL)),
            ("touches", words(Touches::ALL)),
            ("may", words(office::practice::Act::ALL)),
            ("refusal", Refusal::ALL.iter().map(|one| one.word().to_owned()).collect()),
            ("record", desk::Event::KINDS.iter().map(|kind| (*kind).to_owned()).collect()),
            ("record", Befell::ALL.iter().map(|one| one.word().to_owned()).collect()),
            ("hand", Hand::ALL.iter().map(|one| one.word().to_owned()).collect()),
            ("warns", Warning::WORDS.iter().map(|word| (*word).to_owned()).collect()),
            ("warns", Known::ALL.iter().map(|one| one.word().to_owned()).collect()),
            ("refusal", OwnRefusal::ALL.iter().map(|one| one.word().to_owned()).collect()),
        ];
        for language in Language::ALL {
            for (family, words) in &families {
                for word in words {
                    let key = format!("{family}-{word}");
                    assert!(Say(language).find(&key, &[]).is_some(), "{language:?}: {key}");
                }
            }
        }
    }

    #[test]
    fn in_english_a_refusal_is_said_as_a_terminal_says_it() {
        use office::practice::Refusal;
        use office::refused::OwnRefusal;
        let own = OwnRefusal::ALL.iter().filter(|one| one.sentence().is_some()).map(|one| (*one).into());
        let refusals: Vec<Refused> = Refusal::ALL.iter().map(|one| (*one).into()).chain(own).collect();
        for refused in refusals {
            assert_eq!(Say(Language::En).refused(&refused), refused.sentence);
        }
    }

    /// Messages in which words of commitment stand: that there is none, that what is said is the desk's own assurance, or what an
    /// author's words may be read as, of which the author is warned.
    const DENIALS: [&str; 15] = [
        "about-pairs",
        "commits-acceptance",
        "commits-agreement",
        "commits-coordination",
        "commits-guarantee",
        "commits-obligation",
        "commits-recognition",
        "commits-undertaking",
        "own-assurance",
        "status-no-commitment",
        "status-no-coordination",
        "disposition-not-accepted",
        "dispositionabout-without-recognition",
        "dispositions-hint",
        "dispose-about",
    ];

    #[test]
    fn no_message_says_that_anybody_agreed() {
        let mut said = Vec::new();
        for (language, messages) in Language::ALL.into_iter().zip(MESSAGES) {
            for line in messages.lines().filter(|line| !line.starts_with('#')) {
                let (key, text) = line.split_once('=').unwrap_or(("", line));
                if DENIALS.contains(&key.trim()) {
                    continue;
                }
                let found = office::practice::lint::findings(text, Some(language.tag()));
                said.extend((!found.is_empty()).then(|| format!("{}: {}: {found:?}", language.tag(), key.trim())));
            }
        }
        assert_eq!(said, [""; 0]);
    }

    #[test]
    fn how_far_away_a_moment_is_comes_in_the_right_plural() {
        let (moment, at) = ("2025-10-06T09:30:00Z", seconds("2025-10-06T09:30:00Z").unwrap());
        let say = |language, before| Say(language).until(moment, at - before).unwrap();
        assert_eq!(say(Language::En, 86_400 * 3 + 5), "in 3 days");
        assert_eq!(say(Language::En, 3_600), "in 1 hour");
        assert_eq!(say(Language::En, 1), "in 1 minute");
        assert_eq!(say(Language::En, 0), Say(Language::En).t("time-over"));
        assert_eq!(say(Language::Ru, 86_400 * 2), "через 2 дня");
        assert_eq!(say(Language::Ru, 86_400 * 21), "через 21 день");
        assert_eq!(say(Language::Ar, 86_400 * 2), "بعد يومين");
        assert!(say(Language::Fa, 86_400 * 12).contains("۱۲"));
    }
}
