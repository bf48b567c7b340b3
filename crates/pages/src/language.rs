//! The languages of the pages, and which of them a browser asks for.

/// One of the six.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
    /// Persian.
    Fa,
    /// Hebrew.
    He,
    /// Russian.
    Ru,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::En, Self::Fr, Self::Ar, Self::Fa, Self::He, Self::Ru];

    /// Its tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::Fa => "fa",
            Self::He => "he",
            Self::Ru => "ru",
        }
    }

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Ar => "العربية",
            Self::Fa => "فارسی",
            Self::He => "עברית",
            Self::Ru => "Русский",
        }
    }

    /// In which direction it is written: `ltr` or `rtl`.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Ar | Self::Fa | Self::He => "rtl",
            Self::En | Self::Fr | Self::Ru => "ltr",
        }
    }

    /// The language of that tag, whatever country or script the tag names beside it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_']).next()?;
        // Hebrew's tag of before 1989 is still sent.
        let first = if first.eq_ignore_ascii_case("iw") { "he" } else { first };
        Self::ALL.into_iter().find(|one| one.tag().eq_ignore_ascii_case(first))
    }

    /// The language that an `Accept-Language` asks for before all others; English where it names none of the six.
    pub fn asked_for(header: &str) -> Self {
        let mut best = (0, Self::En);
        for range in header.split(',').take(32) {
            let mut parts = range.split(';');
            let Some(language) = parts.next().and_then(Self::of_tag) else { continue };
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1000), thousandths);
            match weight {
                Some(weight) if weight > best.0 => best = (weight, language),
                _ => {}
            }
        }
        best.1
    }
}

/// A weight such as `0.8`, in thousandths.
fn thousandths(weight: &str) -> Option<u32> {
    let weight: f32 = weight.trim().parse().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1000")]
    (0.0..=1.0).contains(&weight).then(|| (weight * 1000.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_is_asked_for_first_is_found() {
        for (header, language) in [
            ("fr", Language::Fr),
            ("fr-CH, en;q=0.9", Language::Fr),
            ("de, he;q=0.3, ru;q=0.7", Language::Ru),
            ("iw-IL", Language::He),
            ("FA_IR", Language::Fa),
            ("en;q=0.1, ar-EG;q=0.2", Language::Ar),
            ("de, *", Language::En),
            ("fr;q=0, ru;q=nothing", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(Language::asked_for(header), language, "{header}");
        }
    }
}
