//! How much of a source is in a text.
//!
//! Two looks are taken, and the better counts. *By phrases*: the part of the source's runs of three words that the text
//! has too, of those with at least one word that is not common. *By words*: the part of the source's uncommon words that
//! the text has, which survives a paraphrase; it counts three quarters, for texts on one matter share its words. A source
//! with fewer than [`WORDS_LEAST`] uncommon words is likened by phrases alone.

use std::collections::BTreeSet;
use std::ops::Range;

use super::common::is_common;
use super::runs::{hash, runs};
use super::words::{Word, Words};

/// From this likeness on, a match is worth showing to an officer.
pub const WORTH_SHOWING: u8 = 30;
/// From this likeness on, two items are probably one message that came two ways.
pub const PROBABLY_THE_SAME: u8 = 60;
/// The fewest uncommon words by which a source is likened word by word.
const WORDS_LEAST: usize = 5;
/// Words in a phrase.
const PHRASE: usize = 3;
/// What word by word counts, in percent of what phrases do.
const BY_WORDS: usize = 75;

/// How like a text is to a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// How much of the source is in the text, from 0 to 100.
    pub score: u8,
    /// The phrases of the text that are the source's too, in bytes, in order.
    pub places: Vec<Range<usize>>,
}

/// How much of the source is in the text.
#[must_use]
pub fn likeness(text: &Words, source: &Words) -> Likeness {
    let phrases = percent(&phrases_of(source), &phrases_of(text));
    let uncommon = uncommon_of(source);
    let words = if uncommon.len() >= WORDS_LEAST { percent(&uncommon, &uncommon_of(text)) * BY_WORDS / 100 } else { 0 };
    let places = runs(text, source, PHRASE).into_iter().map(|run| run.place).collect();
    Likeness { score: u8::try_from(phrases.max(words)).unwrap_or(100), places }
}

/// What part of one set is in the other, in percent; nothing of nothing.
fn percent<T: Ord>(of: &BTreeSet<T>, within: &BTreeSet<T>) -> usize {
    of.intersection(within).count().saturating_mul(100).checked_div(of.len()).unwrap_or(0)
}

/// The hashes of a text's phrases that have a word which is not common.
pub(super) fn phrases_of(words: &Words) -> BTreeSet<u64> {
    let telling = words.all().windows(PHRASE).filter(|phrase| !phrase.iter().all(is_common));
    telling.map(hash).collect()
}

fn uncommon_of(words: &Words) -> BTreeSet<&str> {
    words.all().iter().filter(|word| !is_common(word)).map(|word: &Word| &*word.text).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn score(text: &str, source: &str) -> u8 {
        likeness(&Words::of(text), &Words::of(source)).score
    }

    /// A source, a press text that quotes it, one that tells it in other words, and one on the same matter that does not.
    const CASES: &[(&str, &str, &str, &str)] = &[
        (
            "We seek a settlement with our neighbours and no confrontation of any kind; we ask you to convey this to the other capital.",
            "According to two officials the message read: “We seek a settlement with our neighbours and no confrontation of any kind.” It was passed on in October.",
            "Officials said the note asked the intermediary to convey to the other capital that a settlement, not confrontation, was sought with the neighbours.",
            "The price of bread rose again in the capital in October, and officials spoke of a shortage of grain after a dry summer.",
        ),
        (
            "Nous recherchons un règlement avec nos voisins et aucune confrontation; nous vous prions de le transmettre à l’autre capitale.",
            "Selon deux diplomates, le texte disait: « Nous recherchons un règlement avec nos voisins et aucune confrontation ».",
            "Le texte priait de transmettre à l’autre capitale qu’un règlement, et non une confrontation, était recherché avec les voisins.",
            "Le prix du pain a encore augmenté dans la capitale, et deux diplomates parlent d’une pénurie après un été sec.",
        ),
        (
            "Мы ищем урегулирования с соседями и не ищем столкновения; просим передать это в другую столицу.",
            "По словам двух чиновников, в записке стояло: «Мы ищем урегулирования с соседями и не ищем столкновения».",
            "Чиновники сообщили, что просили передать в другую столицу: соседями ищется урегулирования, а не столкновения.",
            "Цены на хлеб в столице снова выросли, сообщили чиновники, после сухого лета.",
        ),
        (
            "نحن نسعى إلى تسوية مع جيراننا ولا نسعى إلى مواجهة من أي نوع، ونرجو نقل ذلك إلى العاصمة الأخرى.",
            "وقال مسؤولان إن الرسالة جاء فيها: «نحن نسعى إلى تسوية مع جيراننا ولا نسعى إلى مواجهة من أي نوع».",
            "قال مسؤولون إن الرسالة طلبت نقل أن المطلوب تسوية مع جيراننا وليس مواجهة، إلى العاصمة الأخرى.",
            "ارتفعت أسعار الخبز في العاصمة مرة أخرى بعد صيف جاف، كما قال مسؤولون.",
        ),
        (
            "ما خواهان حل و فصل با همسایگان خود هستیم و خواهان هیچ رویارویی نیستیم؛ خواهش داریم این را به پایتخت دیگر برسانید.",
            "به گفته دو مقام، در پیام آمده بود: «ما خواهان حل و فصل با همسایگان خود هستیم و خواهان هیچ رویارویی نیستیم».",
            "مقام‌ها گفتند پیام می‌خواست به پایتخت دیگر برسانید که حل و فصل با همسایگان مطلوب است، نه رویارویی.",
            "بهای نان در پایتخت پس از تابستانی خشک باز هم بالا رفت، مقام‌ها گفتند.",
        ),
        (
            "אנו מבקשים הסדר עם שכנינו ואיננו מבקשים עימות מכל סוג; אנא העבירו זאת לבירה האחרת.",
            "לדברי שני פקידים נכתב: \"אנו מבקשים הסדר עם שכנינו ואיננו מבקשים עימות מכל סוג\".",
            "פקידים אמרו כי התבקשו: העבירו לבירה האחרת שמבקשים הסדר עם שכנינו ולא עימות.",
            "מחיר הלחם בבירה שוב עלה אחרי קיץ יבש, אמרו פקידים.",
        ),
    ];

    #[test]
    fn a_quotation_is_liker_than_a_paraphrase_and_that_than_another_text() {
        for (source, quoted, told, other) in CASES {
            let (quoted, told, other) = (score(quoted, source), score(told, source), score(other, source));
            assert!(quoted >= WORTH_SHOWING && told >= WORTH_SHOWING, "{quoted} {told}: {source}");
            assert!(quoted > other && told > other && other < WORTH_SHOWING, "{quoted} {told} {other}: {source}");
        }
    }

    #[test]
    fn the_same_message_by_another_way_is_probably_the_same() {
        let (source, ..) = CASES[0];
        let noted = "We are seeking a settlement with the neighbours, no confrontation of any kind, and ask you to convey this to the other capital.";
        assert!(score(source, noted) >= PROBABLY_THE_SAME);
        assert!(score(noted, source) >= PROBABLY_THE_SAME);
    }

    #[test]
    fn common_words_make_nothing_alike() {
        assert_eq!(score("It is not what they said that it was.", "That is what they said, and it was not."), 0);
        assert_eq!(score("", "Calm."), 0);
        assert_eq!(score("Calm.", ""), 0);
    }

    proptest! {
        #[test]
        fn what_is_found_lies_on_whole_letters(text in "\\PC{0,300}", source in "\\PC{0,300}") {
            let found = likeness(&Words::of(&text), &Words::of(&source));
            prop_assert!(found.score <= 100);
            for place in found.places {
                prop_assert!(text.get(place).is_some());
            }
        }

        #[test]
        fn a_text_is_wholly_like_itself(text in "[b-hj-r]{4,9}( [b-hj-r]{4,9}){4,30}") {
            prop_assert_eq!(score(&text, &text), 100);
        }
    }
}
