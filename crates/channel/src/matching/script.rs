//! What in a text deceives the eye: marks that turn its direction, characters that are not seen, letters that look like
//! others. It is flagged, and can be made visible; nothing is taken away, for what a side wrote is its own.
//!
//! Not flagged: what its script needs (the joiners of Persian, Arabic and Indic scripts, the selectors and joiners of emoji),
//! and a direction mark that stands between words, where it does what it is for.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_security::{MixedScript, skeleton};

use super::letters::is_unseen;
use super::words::Words;

/// Something in a text that deceives the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// U+202D, U+202E.
    DirectionOverride,
    /// U+202A, U+202B, U+202C.
    DirectionEmbedding,
    /// U+2066 to U+2069.
    DirectionIsolate,
    /// U+200E, U+200F or U+061C with letters on both sides.
    DirectionMark,
    /// A character that shows nothing, where no script needs it.
    Invisible,
    /// A control character other than a tab or the end of a line.
    Control,
    /// A word in letters of scripts that are not written together.
    MixedScripts,
    /// A word that looks like another word of the text, in another script; or like Latin, among Latin words.
    LookAlike,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::DirectionOverride,
        Self::DirectionEmbedding,
        Self::DirectionIsolate,
        Self::DirectionMark,
        Self::Invisible,
        Self::Control,
        Self::MixedScripts,
        Self::LookAlike,
    ];

    /// The word for it, as it is shown, typed and exported.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::DirectionOverride => "direction-override",
            Self::DirectionEmbedding => "direction-embedding",
            Self::DirectionIsolate => "direction-isolate",
            Self::DirectionMark => "direction-mark",
            Self::Invisible => "invisible",
            Self::Control => "control",
            Self::MixedScripts => "mixed-scripts",
            Self::LookAlike => "look-alike",
        }
    }

    /// What it is and what to do.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::DirectionOverride => {
                "a mark turns the letters after it round, so that they read otherwise than they are stored: read the text \
                 with its marks shown, and ask for it without them"
            }
            Self::DirectionEmbedding => {
                "a mark changes the direction of what follows and may put words in another order: read the text with its \
                 marks shown"
            }
            Self::DirectionIsolate => {
                "a mark sets a part of the text apart and may put words in another order: read the text with its marks shown"
            }
            Self::DirectionMark => {
                "a direction mark stands inside a word and may put its letters in another order: read the word with the mark \
                 shown"
            }
            Self::Invisible => {
                "a character that shows nothing can hide a word from a search, or carry a hidden sign: ask for the text \
                 without it"
            }
            Self::Control => "a control character can move or erase what a terminal shows: ask for the text without it",
            Self::MixedScripts => {
                "a word mixes letters of scripts that are not written together, and may not be the word it looks like: ask \
                 what is meant"
            }
            Self::LookAlike => {
                "a word is written in letters of one script that look like another's, and may not be the word it looks \
                 like: ask what is meant"
            }
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.word())
    }
}

/// A place in a text that deceives the eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// A byte range: one character, or one word.
    pub span: Range<usize>,
    /// What is there.
    pub kind: Kind,
}

/// What in a text deceives the eye, in order of places. About linear.
#[must_use]
pub fn flags(text: &str) -> Vec<Flag> {
    let mut flags: Vec<Flag> = characters(text).map(|(span, kind, _)| Flag { span, kind }).collect();
    flags.extend(words(text));
    flags.sort_by_key(|flag| (flag.span.start, flag.span.end, flag.kind));
    flags
}

/// The text with a visible mark, such as `⟦RLO⟧`, in the place of each character that [`flags`] flags; words that mix scripts
/// or look alike stay as they are. In what it gives, no character is flagged.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for (span, _, one) in characters(text) {
        shown.push_str(text.get(from..span.start).unwrap_or_default());
        shown.push('\u{27E6}');
        shown.push_str(&name(one));
        shown.push('\u{27E7}');
        from = span.end;
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    shown
}

/// What a character is called where it is made visible.
fn name(one: char) -> String {
    let name = match one {
        '\u{1B}' => "ESC",
        '\u{AD}' => "SHY",
        '\u{61C}' => "ALM",
        '\u{200B}' => "ZWSP",
        '\u{200C}' => "ZWNJ",
        '\u{200D}' => "ZWJ",
        '\u{200E}' => "LRM",
        '\u{200F}' => "RLM",
        '\u{202A}' => "LRE",
        '\u{202B}' => "RLE",
        '\u{202C}' => "PDF",
        '\u{202D}' => "LRO",
        '\u{202E}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{FEFF}' => "BOM",
        _ => return format!("U+{:04X}", u32::from(one)),
    };
    name.to_owned()
}

/// The characters that deceive, each with its place.
fn characters(text: &str) -> impl Iterator<Item = (Range<usize>, Kind, char)> {
    let mut before = Before::default();
    text.char_indices().filter_map(move |(at, one)| {
        let end = at + one.len_utf8();
        let after = text.get(end..).unwrap_or_default();
        let kind = character(&before, one, after);
        before.take(one, kind.is_some());
        kind.map(|kind| (at..end, kind, one))
    })
}

/// What stands before a character.
#[derive(Default)]
struct Before {
    last: Option<char>,
    /// The last character that is no direction mark.
    last_but_marks: Option<char>,
    /// An emoji, or one with its selector or tone: a selector or a joiner may follow.
    emoji: bool,
}

impl Before {
    fn take(&mut self, one: char, flagged: bool) {
        self.emoji = is_emoji(one) || (self.emoji && !flagged && is_emoji_selector(one));
        self.last = Some(one);
        if !is_direction_mark(one) {
            self.last_but_marks = Some(one);
        }
    }
}

/// What is wrong with a character where it stands.
fn character(before: &Before, one: char, after: &str) -> Option<Kind> {
    match one {
        '\u{202D}' | '\u{202E}' => Some(Kind::DirectionOverride),
        '\u{202A}'..='\u{202C}' => Some(Kind::DirectionEmbedding),
        '\u{2066}'..='\u{2069}' => Some(Kind::DirectionIsolate),
        _ if is_direction_mark(one) => {
            let next = || after.chars().find(|one| !is_direction_mark(*one));
            let within = before.last_but_marks.is_some_and(is_letter) && next().is_some_and(is_letter);
            within.then_some(Kind::DirectionMark)
        }
        '\r' => (!after.starts_with('\n')).then_some(Kind::Control),
        '\n' | '\t' => None,
        _ if one.is_control() => Some(Kind::Control),
        '\u{200C}' | '\u{200D}' => {
            let next = after.chars().next();
            let joins = [before.last, next].into_iter().flatten().any(is_of_joining_script);
            let emoji = one == '\u{200D}' && before.emoji && next.is_some_and(is_emoji);
            (!joins && !emoji).then_some(Kind::Invisible)
        }
        '\u{FE0E}' | '\u{FE0F}' => {
            let keycap = matches!(before.last, Some('0'..='9' | '#' | '*')) && after.starts_with('\u{20E3}');
            (!before.emoji && !keycap).then_some(Kind::Invisible)
        }
        // Other selectors choose a form of a Han or a Mongolian character.
        '\u{FE00}'..='\u{FE0D}' | '\u{E0100}'..='\u{E01EF}' => unless_of(before.last, "Hani"),
        '\u{180B}'..='\u{180F}' => unless_of(before.last, "Mong"),
        _ if is_unseen(one) || is_blank_filler(one) => Some(Kind::Invisible),
        _ => None,
    }
}

fn unless_of(before: Option<char>, script: &str) -> Option<Kind> {
    (!before.is_some_and(|before| is_of(before, &[script]))).then_some(Kind::Invisible)
}

const fn is_direction_mark(one: char) -> bool {
    matches!(one, '\u{61C}' | '\u{200E}' | '\u{200F}')
}

fn is_letter(one: char) -> bool {
    one.is_alphanumeric() || (is_combining_mark(one) && !is_unseen(one))
}

/// Letters that show nothing, and annotations and musical marks that no text here has.
const fn is_blank_filler(one: char) -> bool {
    matches!(
        one,
        '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
    )
}

/// The blocks in which emoji are; they have no letters.
const fn is_emoji(one: char) -> bool {
    matches!(
        one,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2460}'..='\u{24FF}'
            | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}'
            | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}'
    )
}

const fn is_emoji_selector(one: char) -> bool {
    matches!(one, '\u{FE0E}' | '\u{FE0F}')
}

/// The scripts in which a joiner or a non-joiner changes what is read.
const JOINING: [&str; 20] = [
    "Adlm", "Arab", "Beng", "Deva", "Gujr", "Guru", "Khmr", "Knda", "Mand", "Mlym", "Mong", "Mymr", "Nkoo", "Orya",
    "Phag", "Rohg", "Sinh", "Syrc", "Taml", "Telu",
];

fn is_of_joining_script(one: char) -> bool {
    is_letter(one) && is_of(one, &JOINING)
}

/// Whether a character is written in one of these scripts (ISO 15924), and not in all.
fn is_of(one: char, scripts: &[&str]) -> bool {
    let mut buffer = [0; 4];
    let set = (&*one.encode_utf8(&mut buffer)).resolve_script_set();
    !set.is_all() && set.base.iter().any(|script| scripts.contains(&script.short_name()))
}

/// The words that mix scripts or look like others.
fn words(text: &str) -> Vec<Flag> {
    if is_plainly_of_one_script(text) { Vec::new() } else { words_of_scripts(text) }
}

/// Whether a text is quickly seen to have letters of one script alone, in which no word looks like one of another. Most
/// texts have; of what is not so common nothing is said.
fn is_plainly_of_one_script(text: &str) -> bool {
    let mut only = None;
    text.chars().all(|one| {
        let script = match one {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' => "Latn",
            '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' => "Cyrl",
            '\u{5D0}'..='\u{5EA}' => "Hebr",
            '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{6F0}'..='\u{6F9}' => "Arab",
            // Digits, spaces and marks that every script has.
            '\0'..='\u{7F}'
            | '\u{A0}'
            | '«'
            | '»'
            | '\u{200B}'..='\u{200F}'
            | '\u{2010}'..='\u{2027}'
            | '،'
            | '؛'
            | '؟' => {
                return true;
            }
            _ => return false,
        };
        *only.get_or_insert(script) == script
    })
}

fn words_of_scripts(text: &str) -> Vec<Flag> {
    let words: Vec<(Range<usize>, &str)> =
        Words::of(text).iter().filter_map(|(_, span)| Some((span.clone(), text.get(span)?))).collect();
    let mut flags = Vec::new();
    let mut skeletons: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (span, word)) in words.iter().enumerate() {
        if !word.is_single_script() {
            flags.push(Flag { span: span.clone(), kind: Kind::MixedScripts });
        } else if word.chars().filter(|one| is_letter(*one)).nth(1).is_some() {
            skeletons.entry(skeleton(word).collect()).or_default().push(at);
        }
    }
    let is_latin = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|(_, word)| word.chars().any(|one| is_of(one, &["Latn"])))
    };
    for (skeleton, places) in skeletons {
        let alike: Vec<(usize, &Range<usize>, &str)> =
            places.iter().filter_map(|at| words.get(*at).map(|(span, word)| (*at, span, *word))).collect();
        let looks_latin = skeleton.chars().all(|one| one.is_ascii_alphabetic());
        // One word is held against the first of each other script, not against every other: there are few scripts.
        let mut of_scripts: Vec<&str> = Vec::new();
        for (_, _, word) in &alike {
            if !of_scripts.iter().any(|other| share_a_script(word, other)) {
                of_scripts.push(word);
            }
        }
        for (at, span, word) in alike {
            let other_script = of_scripts.iter().any(|other| !share_a_script(word, other));
            let among_latin =
                || looks_latin && !word.is_ascii() && is_latin(at.checked_sub(1)) && is_latin(at.checked_add(1));
            if other_script || (among_latin() && !is_latin(Some(at))) {
                flags.push(Flag { span: span.clone(), kind: Kind::LookAlike });
            }
        }
    }
    flags
}

fn share_a_script(one: &str, other: &str) -> bool {
    let mut set = one.resolve_script_set();
    set.intersect_with(other.resolve_script_set());
    !set.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Kind)> {
        flags(text).into_iter().map(|flag| (&text[flag.span], flag.kind)).collect()
    }

    #[test]
    fn what_turns_direction_is_flagged_and_shown() {
        for (text, kind, shown) in [
            ("pay \u{202E}001\u{202C} now", Kind::DirectionOverride, "pay ⟦RLO⟧001⟦PDF⟧ now"),
            ("\u{202D}x", Kind::DirectionOverride, "⟦LRO⟧x"),
            ("\u{202B}x", Kind::DirectionEmbedding, "⟦RLE⟧x"),
            ("\u{2067}x\u{2069}", Kind::DirectionIsolate, "⟦RLI⟧x⟦PDI⟧"),
            ("se\u{200F}tt", Kind::DirectionMark, "se⟦RLM⟧tt"),
            ("se\u{200E}\u{200F}tt", Kind::DirectionMark, "se⟦LRM⟧⟦RLM⟧tt"),
        ] {
            assert_eq!(flags(text).first().map(|flag| flag.kind), Some(kind), "{}", text.escape_unicode());
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn what_is_not_seen_is_flagged_and_shown() {
        for (text, shown) in [
            ("set\u{200B}tle", "set⟦ZWSP⟧tle"),
            ("set\u{AD}tle", "set⟦SHY⟧tle"),
            ("set\u{2060}tle", "set⟦WJ⟧tle"),
            ("\u{FEFF}settle", "⟦BOM⟧settle"),
            ("set\u{200C}tle", "set⟦ZWNJ⟧tle"),
            ("set\u{200D}tle", "set⟦ZWJ⟧tle"),
            ("settle\u{E0041}", "settle⟦U+E0041⟧"),
            ("settle\u{FE0F}", "settle⟦U+FE0F⟧"),
            ("settle\u{FE00}", "settle⟦U+FE00⟧"),
            ("settle\u{3164}", "settle⟦U+3164⟧"),
        ] {
            let kinds: Vec<Kind> =
                flags(text).into_iter().map(|flag| flag.kind).filter(|kind| *kind == Kind::Invisible).collect();
            assert_eq!(kinds, [Kind::Invisible], "{}", text.escape_unicode());
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn what_drives_a_terminal_is_flagged_and_shown() {
        assert_eq!(visible("a\u{1B}[2Jb\rc\u{7}\u{9B}1m\u{85}"), "a⟦ESC⟧[2Jb⟦U+000D⟧c⟦U+0007⟧⟦U+009B⟧1m⟦U+0085⟧");
        assert!(flags("a\u{1B}").iter().all(|flag| flag.kind == Kind::Control));
        assert!(flags("a\r\n\tb\n").is_empty());
    }

    #[test]
    fn what_a_script_needs_is_let_be() {
        for text in [
            "می\u{200C}خواهیم",
            "نامه\u{200C}ها",
            "بِ\u{200C}ه",
            "1446 ه\u{200D}",
            "क\u{94D}\u{200D}ष",
            "שלום\u{200F}.",
            "(\u{200E}abc\u{200E})",
            "سلام\u{61C} 5",
            "\u{2764}\u{FE0F} \u{1F469}\u{200D}\u{1F680} \u{1F3F3}\u{FE0F}\u{200D}\u{1F308} 1\u{FE0F}\u{20E3}",
            "葛\u{E0100}",
            "L’été, c’est déjà fini: 50 %.",
            "Ещё раз; «мир».",
            "שָׁלוֹם וּבְרָכָה",
            "日本語のテキスト",
            "ב-NATO, у CNN, در BBC",
            "",
        ] {
            assert_eq!(found(text), [], "{}", text.escape_unicode());
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn a_word_that_mixes_scripts_is_flagged() {
        assert_eq!(found("in M\u{43E}scow today"), [("M\u{43E}scow", Kind::MixedScripts)]);
        assert_eq!(found("\u{3B1}ccord"), [("\u{3B1}ccord", Kind::MixedScripts)]);
        assert_eq!(found("Мoсква"), [("Мoсква", Kind::MixedScripts)]);
    }

    #[test]
    fn a_word_that_looks_like_one_of_another_script_is_flagged() {
        let cyrillic = "\u{441}\u{43E}\u{440}";
        assert_eq!(found(&format!("cop, {cyrillic}")), [("cop", Kind::LookAlike), (cyrillic, Kind::LookAlike)]);
        assert_eq!(found(&format!("the {cyrillic} called")), [(cyrillic, Kind::LookAlike)]);
        assert_eq!(found(&format!("это {cyrillic} и мусор")), []);
        assert_eq!(found("а a, о o"), [], "single letters are in every text of two scripts");
    }

    proptest::proptest! {
        #[test]
        fn what_is_plainly_of_one_script_has_no_word_to_flag(
            text in "[a-zA-Zé ßо]{0,30}|[ёа-яЀ-ԯ ,0-9]{0,30}|[א-ת '\"]{0,30}|[ؠ-ۿ \u{200B}-\u{200F}،]{0,30}|[a-zа-яא-תا-ی '.\u{2010}-\u{2027}]{0,20}",
        ) {
            let flagged = !super::words_of_scripts(&text).is_empty();
            proptest::prop_assert!(!(flagged && is_plainly_of_one_script(&text)), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn each_kind_has_its_word_and_its_sentence() {
        let mut words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            assert!(kind.word().chars().all(|one| one.is_ascii_lowercase() || one == '-'));
            assert!(kind.sentence().contains(": ") && !kind.sentence().contains("  "), "{kind}");
        }
    }
}
