//! Where everything of a channel's picture lies: a row for each thing that happened, time downwards, and in each row what
//! stands in which lane. Pure: it knows lanes by their places, and neither names nor words nor how wide anything is drawn.

use std::collections::{BTreeMap, BTreeSet};

/// A lane, by its place from the start of a line.
pub(crate) type Lane = usize;

/// How something is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// It passes from one lane to others, or begins there.
    Passes,
    /// The desk conveys it: what the picture is about.
    Conveyed,
    /// It stays where it is: rendered, admitted, come to its addressee.
    Within,
    /// It is over: lapsed, taken back, handed back, replaced.
    Ends,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// What rows are ordered by; equal ones stay in the order in which they are given.
    pub(crate) at: i64,
    /// What it happened to: a number, by which what waits is known.
    pub(crate) of: u32,
    /// How it is drawn.
    pub(crate) kind: Kind,
    /// Where it begins.
    pub(crate) from: Lane,
    /// Where it goes to.
    pub(crate) to: Vec<Lane>,
    /// Of those, where it is not yet.
    pub(crate) on_the_way: Vec<Lane>,
    /// Where it waits for somebody from here on.
    pub(crate) waits: Vec<Lane>,
    /// Where what no longer waits: a lane, and of what.
    pub(crate) settles: Vec<(Lane, u32)>,
    /// Whether it waits nowhere any more.
    pub(crate) is_over: bool,
}

/// A mark on a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Something begins here.
    Begins,
    /// Something came about here and goes nowhere.
    Within,
    /// Something is over.
    Ends,
    /// It arrives from the start of the line, and is there.
    ArrivesForward,
    /// It arrives from the end of the line, and is there.
    ArrivesBackward,
    /// The same, and it is still on its way.
    OnItsWayForward,
    /// The same the other way.
    OnItsWayBackward,
}

/// A piece of a way, between two neighbouring lanes. A way passes behind the lanes between its ends: nobody in those takes
/// part in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Piece {
    /// The lane at its start; it goes to the next one.
    pub(crate) after: Lane,
    /// Whether it begins or arrives at that lane, or passes behind it.
    pub(crate) joins_start: bool,
    /// The same at its end.
    pub(crate) joins_end: bool,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    /// At most one mark for each lane.
    pub(crate) marks: BTreeMap<Lane, Mark>,
    /// The ways, in pieces.
    pub(crate) pieces: BTreeSet<Piece>,
    /// Whether they convey.
    pub(crate) conveys: bool,
    /// The lanes in which something waits above the marks.
    pub(crate) waits_above: BTreeSet<Lane>,
    /// And below them.
    pub(crate) waits_below: BTreeSet<Lane>,
}

/// The rows, in order, each with which of the events it is.
pub(crate) fn lay_out(events: &[Event]) -> Vec<(usize, Row)> {
    let mut order: Vec<(usize, &Event)> = events.iter().enumerate().collect();
    order.sort_by_key(|(_, event)| event.at);
    let mut waiting: BTreeMap<Lane, BTreeSet<u32>> = BTreeMap::new();
    let mut rows = Vec::with_capacity(order.len());
    for (index, event) in order {
        let mut row = drawn(event);
        row.waits_above = lanes_of(&waiting);
        if event.is_over {
            for (lane, of) in &mut waiting {
                // It is over wherever it waited, and seen to be.
                if of.remove(&event.of) {
                    row.marks.entry(*lane).or_insert(Mark::Ends);
                }
            }
        }
        for (lane, of) in &event.settles {
            waiting.entry(*lane).or_default().remove(of);
        }
        for lane in &event.waits {
            waiting.entry(*lane).or_default().insert(event.of);
        }
        row.waits_below = lanes_of(&waiting);
        rows.push((index, row));
    }
    rows
}

fn lanes_of(waiting: &BTreeMap<Lane, BTreeSet<u32>>) -> BTreeSet<Lane> {
    waiting.iter().filter(|(_, of)| !of.is_empty()).map(|(lane, _)| *lane).collect()
}

fn drawn(event: &Event) -> Row {
    let mut row = Row { conveys: event.kind == Kind::Conveyed, ..Row::default() };
    let to: BTreeSet<Lane> = event.to.iter().copied().filter(|lane| *lane != event.from).collect();
    for lane in &to {
        let there = !event.on_the_way.contains(lane);
        row.marks.insert(
            *lane,
            match (*lane > event.from, there) {
                (true, true) => Mark::ArrivesForward,
                (false, true) => Mark::ArrivesBackward,
                (true, false) => Mark::OnItsWayForward,
                (false, false) => Mark::OnItsWayBackward,
            },
        );
    }
    let at_its_beginning = match event.kind {
        Kind::Ends if to.is_empty() => Mark::Ends,
        Kind::Within if to.is_empty() => Mark::Within,
        _ => Mark::Begins,
    };
    row.marks.insert(event.from, at_its_beginning);
    let ends = |lane: Lane| lane == event.from || to.contains(&lane);
    let first = to.first().copied().unwrap_or(event.from).min(event.from);
    let last = to.last().copied().unwrap_or(event.from).max(event.from);
    for after in first..last {
        row.pieces.insert(Piece { after, joins_start: ends(after), joins_end: ends(after + 1) });
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(at: i64, of: u32, from: Lane, to: &[Lane]) -> Event {
        let (waits, settles) = (Vec::new(), Vec::new());
        let kind = if to.is_empty() { Kind::Within } else { Kind::Passes };
        Event { at, of, kind, from, to: to.to_vec(), on_the_way: Vec::new(), waits, settles, is_over: false }
    }

    fn row(event: &Event) -> Row {
        lay_out(std::slice::from_ref(event)).remove(0).1
    }

    #[test]
    fn rows_are_in_the_order_of_time_and_what_came_together_stays_in_its_order() {
        let events = [event(9, 1, 0, &[]), event(3, 2, 0, &[]), event(9, 3, 0, &[]), event(4, 4, 0, &[])];
        let order: Vec<usize> = lay_out(&events).into_iter().map(|(index, _)| index).collect();
        assert_eq!(order, [1, 3, 0, 2]);
    }

    #[test]
    fn no_two_marks_lie_over_each_other_whoever_tells_whom() {
        for from in 0..5 {
            for to in 0_usize..32 {
                let to: Vec<Lane> = (0..5).filter(|lane| to >> lane & 1 == 1).chain([from]).collect();
                let row = row(&event(0, 1, from, &to));
                // One mark a lane, by the shape of a row; and none where a way only passes.
                assert!(row.marks.keys().all(|lane| *lane == from || to.contains(lane)));
                for piece in &row.pieces {
                    assert_eq!(piece.joins_start, row.marks.contains_key(&piece.after), "{from} {to:?}");
                    assert_eq!(piece.joins_end, row.marks.contains_key(&(piece.after + 1)), "{from} {to:?}");
                }
                let lanes: Vec<Lane> = row.marks.keys().copied().collect();
                let spans = lanes.last().unwrap() - lanes.first().unwrap();
                assert_eq!(row.pieces.len(), spans, "one piece between two neighbours");
            }
        }
    }

    #[test]
    fn what_goes_to_several_goes_both_ways_and_passes_behind_whom_it_does_not_concern() {
        let told = Event { kind: Kind::Conveyed, on_the_way: vec![3], ..event(0, 1, 1, &[0, 3]) };
        let row = row(&told);
        assert_eq!(
            row.marks,
            [(0, Mark::ArrivesBackward), (1, Mark::Begins), (3, Mark::OnItsWayForward)].into_iter().collect()
        );
        let behind: Vec<(Lane, bool, bool)> =
            row.pieces.iter().map(|piece| (piece.after, piece.joins_start, piece.joins_end)).collect();
        assert_eq!(behind, [(0, true, true), (1, true, false), (2, false, true)]);
        assert!(row.conveys);
    }

    #[test]
    fn a_lane_is_strong_from_what_waits_there_to_what_settles_it() {
        let events = [
            Event { waits: vec![1], ..event(1, 7, 0, &[1]) },
            Event { waits: vec![1], ..event(2, 8, 0, &[1]) },
            Event { waits: vec![2], settles: vec![(1, 7)], ..event(3, 7, 1, &[2]) },
            Event { is_over: true, ..event(4, 8, 1, &[]) },
            Event { settles: vec![(2, 7)], ..event(5, 9, 2, &[1]) },
        ];
        let rows = lay_out(&events);
        let waits = |rows: &BTreeSet<Lane>| rows.iter().copied().collect::<Vec<_>>();
        let above: Vec<Vec<Lane>> = rows.iter().map(|(_, row)| waits(&row.waits_above)).collect();
        let below: Vec<Vec<Lane>> = rows.iter().map(|(_, row)| waits(&row.waits_below)).collect();
        assert_eq!(below, [vec![1], vec![1], vec![1, 2], vec![2], vec![]]);
        assert_eq!(above[1..], below[..4], "a lane does not change between two rows");
    }

    #[test]
    fn what_is_over_is_over_wherever_it_waited_and_nowhere_else() {
        let told = Event { waits: vec![0, 2], settles: vec![(1, 7)], ..event(1, 7, 1, &[0, 2]) };
        let noted = Event { settles: vec![(2, 7)], ..event(2, 7, 2, &[1]) };
        let lapsed = Event { kind: Kind::Ends, is_over: true, ..event(3, 7, 1, &[]) };
        let rows = lay_out(&[told, noted, lapsed]);
        assert_eq!(rows[2].1.marks, [(0, Mark::Ends), (1, Mark::Ends)].into_iter().collect());
    }

    #[test]
    fn an_end_is_a_mark_of_its_own() {
        let lapsed = Event { kind: Kind::Ends, ..event(0, 1, 1, &[]) };
        assert_eq!(row(&lapsed).marks, [(1, Mark::Ends)].into_iter().collect());
        assert!(row(&lapsed).pieces.is_empty());
    }
}
