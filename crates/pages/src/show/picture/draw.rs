//! Draws a row of a channel's picture as SVG. A row is as high as its words need; its lanes go from edge to edge, so that
//! below each other they are whole, on paper too. Each drawing is on the page once and used wherever it occurs.
//!
//! Colours and line widths are the style sheet's. In a script that runs from right to left everything lies the other way.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::layout::{Lane, Mark, Piece, Row};

/// Hundredths of an em of the page's own text: between two lanes, from a row's upper edge to its marks, half of a mark.
const LANE: i64 = 560;
const NARROW_LANE: i64 = 400;
const MIDDLE: i64 = 115;
const HALF: i64 = 30;

/// A drawing with so many lanes.
pub(crate) struct Drawing {
    lanes: Lane,
    mirrored: bool,
    known: BTreeMap<Row, usize>,
}

/// A length of so many hundredths, as SVG writes it.
fn rem(hundredths: i64) -> String {
    let (sign, whole, rest) = (if hundredths < 0 { "-" } else { "" }, hundredths.abs() / 100, hundredths.abs() % 100);
    if rest == 0 { format!("{sign}{whole}rem") } else { format!("{sign}{whole}.{rest:02}rem") }
}

impl Drawing {
    /// A drawing of these rows; `mirrored` in a script that runs from right to left.
    pub(crate) fn new<'r>(lanes: Lane, mirrored: bool, rows: impl Iterator<Item = &'r Row>) -> Self {
        let mut known = BTreeMap::new();
        for row in rows {
            let next = known.len();
            known.entry(row.clone()).or_insert(next);
        }
        Self { lanes, mirrored, known }
    }

    /// How wide lanes are: `wide` or `narrow`, where there are many.
    pub(crate) const fn breadth(&self) -> &'static str {
        if self.lanes > 5 { "narrow" } else { "wide" }
    }

    const fn lane(&self) -> i64 {
        if self.lanes > 5 { NARROW_LANE } else { LANE }
    }

    fn width(&self) -> i64 {
        i64::try_from(self.lanes).unwrap_or(i64::MAX).saturating_mul(self.lane())
    }

    /// Where a lane's middle is.
    fn middle(&self, lane: Lane) -> i64 {
        let from_start = i64::try_from(lane).unwrap_or(0).saturating_mul(self.lane()) + self.lane() / 2;
        if self.mirrored { self.width() - from_start } else { from_start }
    }

    /// What rows are drawn with; it stands on the page once and shows nothing by itself.
    pub(crate) fn pieces(&self) -> Markup {
        html! {
            svg.pieces width="0" height="0" aria-hidden="true" {
                defs {
                    g #lanes {
                        @for lane in 0..self.lanes {
                            @let x = rem(self.middle(lane));
                            line.lane data-public[lane + 1 == self.lanes && self.lanes > 2] x1=(x) x2=(x) y1="0" y2="100%" {}
                        }
                    }
                    @for (row, at) in &self.known { g id=(format!("row-{at}")) { (self.row(row)) } }
                }
            }
        }
    }

    /// One row, by what it was laid out as; what was not is drawn as lanes alone.
    pub(crate) fn used(&self, row: &Row) -> Markup {
        let at = self.known.get(row);
        html! {
            svg width=(rem(self.width())) height="100%" aria-hidden="true" {
                use href="#lanes" {}
                @if let Some(at) = at { use href=(format!("#row-{at}")) {} }
            }
        }
    }

    /// The lanes alone, where something waits in some of them, drawn on the spot.
    pub(crate) fn lanes_alone(&self, row: &Row) -> Markup {
        html! {
            svg width=(rem(self.width())) height="100%" aria-hidden="true" {
                use href="#lanes" {}
                (self.row(row))
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        html! {
            @for lane in &row.waits_above { (self.waits(*lane, "0", &rem(MIDDLE))) }
            @for lane in &row.waits_below { (self.waits(*lane, &rem(MIDDLE), "100%")) }
            @for piece in &row.pieces { (self.piece(*piece, row.conveys)) }
            @for (lane, mark) in &row.marks { (self.mark(*lane, *mark, row.conveys)) }
        }
    }

    fn waits(&self, lane: Lane, from: &str, to: &str) -> Markup {
        let x = rem(self.middle(lane));
        html! { line.waits x1=(x) x2=(x) y1=(from) y2=(to) {} }
    }

    fn piece(&self, piece: Piece, conveys: bool) -> Markup {
        let towards = if self.mirrored { -1 } else { 1 };
        let gap = |joins: bool| if joins { 0 } else { HALF * towards };
        let from = self.middle(piece.after) + gap(piece.joins_start);
        let to = self.middle(piece.after + 1) - gap(piece.joins_end);
        html! {
            line.way data-conveys[conveys] x1=(rem(from)) x2=(rem(to)) y1=(rem(MIDDLE)) y2=(rem(MIDDLE)) {}
        }
    }

    fn mark(&self, lane: Lane, mark: Mark, conveys: bool) -> Markup {
        let x = self.middle(lane);
        let right = |forward: bool| forward != self.mirrored;
        match mark {
            Mark::Begins => html! { circle.begins data-conveys[conveys] cx=(rem(x)) cy=(rem(MIDDLE)) r=(rem(22)) {} },
            Mark::Within => html! { circle.within cx=(rem(x)) cy=(rem(MIDDLE)) r=(rem(20)) {} },
            Mark::Ends => html! {
                line.ends x1=(rem(x - HALF)) x2=(rem(x + HALF)) y1=(rem(MIDDLE)) y2=(rem(MIDDLE)) {}
            },
            Mark::ArrivesForward => self.head(x, right(true), false, conveys),
            Mark::ArrivesBackward => self.head(x, right(false), false, conveys),
            Mark::OnItsWayForward => self.head(x, right(true), true, conveys),
            Mark::OnItsWayBackward => self.head(x, right(false), true, conveys),
        }
    }

    /// The head of a way, whose point touches the lane.
    #[allow(clippy::unused_self, reason = "it stands with the other marks")]
    fn head(&self, x: i64, right: bool, open: bool, conveys: bool) -> Markup {
        let (at, shape) = if right { (x - 2 * HALF, "M1 1L11 6L1 11z") } else { (x, "M11 1L1 6L11 11z") };
        html! {
            svg x=(rem(at)) y=(rem(MIDDLE - HALF)) width=(rem(2 * HALF)) height=(rem(2 * HALF)) viewBox="0 0 12 12" {
                path.head data-conveys[conveys] data-open[open] d=(shape) {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(marks: &[(Lane, Mark)]) -> Row {
        Row { marks: marks.iter().copied().collect(), ..Row::default() }
    }

    #[test]
    fn a_picture_that_runs_from_right_to_left_is_the_mirror_of_one_that_does_not() {
        let drawn = row(&[(0, Mark::Begins)]);
        let at = |mirrored| Drawing::new(3, mirrored, [&drawn].into_iter()).row(&drawn).into_string();
        assert!(at(false).contains(r#"cx="2.80rem""#), "{}", at(false));
        assert!(at(true).contains(r#"cx="14rem""#), "{}", at(true));
        let head = row(&[(1, Mark::ArrivesForward)]);
        let at = |mirrored| Drawing::new(3, mirrored, [&head].into_iter()).row(&head).into_string();
        assert!(at(false).contains("M1 1L11 6") && at(true).contains("M11 1L1 6"), "heads turn too");
    }

    #[test]
    fn a_drawing_is_on_the_page_once() {
        let (one, other) = (row(&[(0, Mark::Begins)]), row(&[(1, Mark::Within)]));
        let drawing = Drawing::new(2, false, [&one, &other, &one].into_iter());
        assert_eq!(drawing.pieces().into_string().matches("<g id=\"row-").count(), 2);
        let used = |row| drawing.used(row).into_string();
        assert!(used(&one).contains("#row-0") && used(&other).contains("#row-1"));
        assert!(!used(&row(&[(1, Mark::Ends)])).contains("#row-"), "what was not laid out is lanes alone");
    }

    #[test]
    fn lengths_are_written_as_svg_reads_them() {
        assert_eq!([rem(0), rem(115), rem(-5), rem(560)], ["0rem", "1.15rem", "-0.05rem", "5.60rem"]);
    }
}
