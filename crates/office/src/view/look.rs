//! Which part of what there is to see is asked for. A list of all that an office ever had is long; nothing that a person
//! does needs more than a page of it, and what a page leaves out is not computed.

use serde::{Deserialize, Serialize};

/// What is asked for. What is left out is empty in the view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Look {
    /// Which items.
    pub items: Items,
    /// With the fidelity codes of their texts, which are slow the first time.
    pub codes: bool,
    /// With the places of unpublished readouts that touch what may not be spoken of.
    pub findings: bool,
    /// With the lines.
    pub lines: bool,
    /// With what befell each item, and when.
    pub moments: bool,
}

/// Which items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Items {
    /// None.
    #[default]
    None,
    /// All of them.
    All,
    /// Those of these numbers.
    Numbered(Vec<u32>),
    /// A page of them.
    Page(Page),
}

/// A page of the items: the latest that are looked for, in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Page {
    /// How many at most.
    pub most: u32,
    /// Only those before this number.
    pub before: Option<u32>,
    /// Only those of this channel: an id here.
    pub channel: Option<String>,
    /// Only those whose words, form, state or author have this in them, whatever its case.
    pub search: Option<String>,
}

/// How many items a page shows unless something else is said.
pub const PAGE: u32 = 50;
/// How many items are looked at for one page. Whoever looks for more asks for the page before.
pub(crate) const LOOKED_AT: usize = 10_000;

impl Default for Page {
    fn default() -> Self {
        Self { most: PAGE, before: None, channel: None, search: None }
    }
}

impl Look {
    /// Everything there is.
    pub const fn everything() -> Self {
        Self { items: Items::All, codes: true, findings: true, lines: true, moments: true }
    }

    /// These items and no others.
    pub fn items(numbers: impl IntoIterator<Item = u32>) -> Self {
        Self { items: Items::Numbered(numbers.into_iter().collect()), ..Self::default() }
    }

    /// A page of the items.
    pub fn page(page: Page) -> Self {
        Self { items: Items::Page(page), ..Self::default() }
    }
}

impl Items {
    /// What is searched for among them, in lower case.
    pub(crate) fn search(&self) -> Option<String> {
        match self {
            Self::Page(page) => page.search.as_deref().map(str::to_lowercase).filter(|search| !search.is_empty()),
            _ => None,
        }
    }
}

/// The items that a look shows: what there is of each, and before which number there may be more.
pub(crate) struct Chosen<T> {
    pub(crate) items: Vec<T>,
    pub(crate) earlier: Option<u32>,
}

/// Chooses from all items, newest last, what a look asks for.
///
/// `at` gives the item of a number, `shown` makes it visible where it can be had, `in_channel` tells whether it is of a
/// channel, `is_sought` whether what is searched for is in it.
pub(crate) fn choose<T, V>(
    items: &Items,
    total: u32,
    at: impl Fn(u32) -> Option<T>,
    in_channel: impl Fn(&T, &str) -> bool,
    is_sought: impl Fn(&T) -> bool,
    shown: impl Fn(u32, T) -> Option<V>,
) -> Chosen<V> {
    let show = |no: u32| at(no).and_then(|item| shown(no, item));
    match items {
        Items::None => Chosen { items: Vec::new(), earlier: None },
        Items::All => Chosen { items: (1..=total).filter_map(show).collect(), earlier: None },
        Items::Numbered(numbers) => {
            let mut numbers = numbers.clone();
            numbers.sort_unstable();
            numbers.dedup();
            Chosen { items: numbers.into_iter().filter_map(show).collect(), earlier: None }
        }
        Items::Page(page) => {
            let end = page.before.map_or(total, |before| before.saturating_sub(1).min(total));
            let most = usize::try_from(page.most).unwrap_or(usize::MAX);
            let mut chosen = Vec::new();
            let mut earlier = None;
            for (looked, no) in (1..=end).rev().enumerate() {
                if chosen.len() >= most || looked >= LOOKED_AT {
                    earlier = Some(no + 1);
                    break;
                }
                let Some(item) = at(no) else { continue };
                let wanted =
                    page.channel.as_deref().is_none_or(|channel| in_channel(&item, channel)) && is_sought(&item);
                if wanted {
                    chosen.extend(shown(no, item));
                }
            }
            chosen.reverse();
            Chosen { items: chosen, earlier }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(items: &Items, total: u32) -> (Vec<u32>, Option<u32>) {
        let even = |no: &u32, _: &str| no.is_multiple_of(2);
        let found = choose(
            items,
            total,
            |no| (no <= total && no > 0).then_some(no),
            even,
            |no| items.search().is_none_or(|text| no.to_string().contains(&text)),
            |no, _| Some(no),
        );
        (found.items, found.earlier)
    }

    #[test]
    fn a_page_has_the_latest_and_says_where_the_one_before_it_ends() {
        let page = |before, channel: Option<&str>, search: Option<&str>| {
            Items::Page(Page {
                most: 3,
                before,
                channel: channel.map(str::to_owned),
                search: search.map(str::to_owned),
            })
        };
        assert_eq!(chosen(&page(None, None, None), 10), (vec![8, 9, 10], Some(8)));
        assert_eq!(chosen(&page(Some(8), None, None), 10), (vec![5, 6, 7], Some(5)));
        assert_eq!(chosen(&page(Some(3), None, None), 10), (vec![1, 2], None));
        assert_eq!(chosen(&page(None, Some("even"), None), 10), (vec![6, 8, 10], Some(6)));
        assert_eq!(chosen(&page(None, None, Some("1")), 10), (vec![1, 10], None));
        assert_eq!(chosen(&page(Some(1), None, None), 10), (vec![], None));
        assert_eq!(chosen(&page(Some(0), None, None), 10), (vec![], None));
        assert_eq!(chosen(&page(None, None, None), 0), (vec![], None));
    }

    #[test]
    fn a_search_that_finds_nothing_stops_and_says_where_to_go_on() {
        let nothing = Items::Page(Page { search: Some("no such".to_owned()), ..Page::default() });
        assert_eq!(chosen(&nothing, 25_000), (vec![], Some(15_001)));
        let further = Items::Page(Page { before: Some(15_001), search: Some("no such".to_owned()), ..Page::default() });
        assert_eq!(chosen(&further, 25_000), (vec![], Some(5_001)));
    }

    #[test]
    fn items_are_shown_by_their_numbers_once_each() {
        assert_eq!(chosen(&Items::Numbered(vec![4, 2, 4, 99, 0]), 10), (vec![2, 4], None));
        assert_eq!(chosen(&Items::All, 3), (vec![1, 2, 3], None));
        assert_eq!(chosen(&Items::None, 3), (vec![], None));
    }
}
