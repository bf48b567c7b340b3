//! The picture on a terminal: lanes on the left, words on the right, time downwards.
//!
//! A way from one lane to another passes behind the lanes between: nobody in those takes part in it.

use console::{Style, measure_text_width};

use super::{Event, Lane, Lanes, Tone, moment};
use crate::print::safe;

/// Columns of the time, of one lane, and between the lanes and the words.
const TIME: usize = 7;
const LANE: usize = 8;
const GAP: usize = 1;

/// The narrowest and the widest picture.
const NARROWEST: usize = 79;
const WIDEST: usize = 120;

/// Draws events below each other.
pub(crate) struct Drawing {
    lanes: Lanes,
    width: usize,
    day: String,
    time: String,
}

/// A cell of the lanes' part: what stands there, and in whose colour.
type Drawn = (char, Style);

impl Drawing {
    /// A drawing for a terminal of so many columns.
    pub(crate) fn new(lanes: &Lanes, columns: usize) -> Self {
        let width = columns.saturating_sub(1).clamp(NARROWEST, WIDEST);
        Self { lanes: lanes.clone(), width, day: String::new(), time: String::new() }
    }

    /// The lines of the next event, with a heading where a new day begins.
    pub(crate) fn lines(&mut self, event: &Event) -> Vec<String> {
        let mut lines = Vec::new();
        let day = moment(event.at, "%A %-d %B %Y");
        if day != self.day {
            lines.extend(self.heading(&day));
            self.day = day;
            self.time.clear();
        }
        let time = moment(event.at, "%H:%M");
        let shown = if time == self.time { String::new() } else { time.clone() };
        self.time = time;

        let tone = tone(event.tone);
        let mark = if event.tone == Tone::Wrong { "NOT as expected: " } else { "" };
        let what = wrap(&format!("{mark}{}", safe(&event.what)), self.room());
        let mut text: Vec<String> = what.into_iter().map(|line| tone.apply_to(line).to_string()).collect();
        let spoken = if event.tone == Tone::Told { colour(event.to) } else { colour(event.from) };
        let spoken = if event.tone == Tone::Refused { spoken.dim() } else { spoken };
        if let Some(words) = &event.words {
            let words = wrap(&format!("\u{201c}{}\u{201d}", safe(words)), self.room().saturating_sub(2));
            text.extend(words.into_iter().map(|line| format!("  {}", spoken.apply_to(line))));
        }
        for beside in &event.beside {
            let small = if event.tone == Tone::Refused { Style::new().red() } else { Style::new().dim() };
            let wrapped = wrap(&safe(beside), self.room().saturating_sub(4));
            for (first, line) in std::iter::once(true).chain(std::iter::repeat(false)).zip(wrapped) {
                text.push(format!("  {}", small.apply_to(format!("{}{line}", if first { "" } else { "  " }))));
            }
        }
        for (number, text) in text.into_iter().enumerate() {
            let drawn = if number == 0 { self.way(event) } else { self.idle() };
            let time = if number == 0 { shown.as_str() } else { "" };
            let time = Style::new().dim().apply_to(format!("{time:>5}  ")).to_string();
            lines.push(format!("{time}{}{}{text}", paint(drawn), " ".repeat(GAP)));
        }
        lines.push(format!("{}{}", " ".repeat(TIME), paint(self.idle())).trim_end().to_owned());
        lines
    }

    /// The columns that the words have.
    fn room(&self) -> usize {
        self.width.saturating_sub(TIME + self.lanes.ids().len() * LANE + GAP)
    }

    /// A new day: its date, and what the lanes are.
    fn heading(&self, day: &str) -> [String; 2] {
        let rule = "\u{2500}".repeat(self.width.saturating_sub(measure_text_width(day) + 3));
        let names = self.lanes.ids().iter().enumerate().map(|(lane, id)| {
            let id: String = id.chars().take(LANE - 1).collect();
            colour(lane).bold().apply_to(format!("{id:^LANE$}")).to_string()
        });
        let names: String = names.collect();
        [
            format!(
                "{} {} {}",
                Style::new().dim().apply_to("\u{2500}"),
                Style::new().bold().apply_to(day),
                Style::new().dim().apply_to(rule)
            ),
            format!("{}{names}", " ".repeat(TIME)),
        ]
    }

    /// The lanes with nothing going on.
    fn idle(&self) -> Vec<Drawn> {
        let mut drawn = vec![(' ', Style::new()); self.lanes.ids().len() * LANE];
        for lane in 0..self.lanes.ids().len() {
            let bar = if lane == self.lanes.public() { '\u{250a}' } else { '\u{2502}' };
            put(&mut drawn, middle(lane), bar, colour(lane).dim());
        }
        drawn
    }

    /// The lanes with an event in them.
    fn way(&self, event: &Event) -> Vec<Drawn> {
        let mut drawn = self.idle();
        let style = match event.tone {
            Tone::Told => colour(event.to),
            Tone::Refused | Tone::Fault | Tone::Wrong => tone(event.tone),
            Tone::Act | Tone::Quiet => colour(event.from),
        };
        let (from, to) = (middle(event.from), middle(event.to));
        // What was refused got no further than half of its way.
        let stops = event.tone == Tone::Refused;
        let end = if stops { usize::midpoint(from, to) } else { to };
        let between = |at: &usize| *at != from && *at != end;
        let (least, most) = (from.min(end), from.max(end));
        for at in (least..=most).filter(between) {
            let behind = (0..self.lanes.ids().len())
                .map(middle)
                .find(|lane| lane.abs_diff(at) <= 1 && between(lane) && *lane != to);
            match behind {
                Some(lane) if lane == at => {}
                Some(_) => put(&mut drawn, at, ' ', Style::new()),
                None => put(&mut drawn, at, '\u{2500}', style.clone()),
            }
        }
        if from != to {
            let head = match (stops, to > from) {
                (true, _) => ('\u{00d7}', end),
                (false, true) => ('\u{25b8}', end - 1),
                (false, false) => ('\u{25c2}', end + 1),
            };
            put(&mut drawn, head.1, head.0, style.clone().bold());
        }
        let node = match event.tone {
            Tone::Act | Tone::Told => '\u{25cf}',
            Tone::Quiet => '\u{25cb}',
            Tone::Refused | Tone::Fault | Tone::Wrong => '\u{00d7}',
        };
        if !(stops && from != to) {
            put(&mut drawn, from, node, style.bold());
        } else {
            put(&mut drawn, from, '\u{25cf}', style.bold());
        }
        drawn
    }
}

/// Where a lane's line stands.
fn middle(lane: Lane) -> usize {
    lane * LANE + LANE / 2 - 1
}

fn put(drawn: &mut [Drawn], at: usize, what: char, style: Style) {
    if let Some(cell) = drawn.get_mut(at) {
        *cell = (what, style);
    }
}

fn paint(drawn: Vec<Drawn>) -> String {
    drawn
        .into_iter()
        .map(|(what, style)| if what == ' ' { " ".to_owned() } else { style.apply_to(what).to_string() })
        .collect()
}

/// Whose colour is whose.
fn colour(lane: Lane) -> Style {
    match lane {
        0 => Style::new().cyan(),
        super::DESK => Style::new(),
        2 => Style::new().yellow(),
        3 => Style::new().magenta(),
        _ => Style::new().green(),
    }
}

fn tone(tone: Tone) -> Style {
    match tone {
        Tone::Act => Style::new(),
        Tone::Told => Style::new().bold(),
        Tone::Quiet => Style::new().dim(),
        Tone::Refused | Tone::Fault => Style::new().red(),
        Tone::Wrong => Style::new().red().bold(),
    }
}

/// A text in lines of at most so many columns, parted at spaces; a word that is longer stands alone.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && measure_text_width(&line) + 1 + measure_text_width(word) > columns {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use rehearsal::scenario::Scenario;

    fn lanes() -> Lanes {
        let text = include_str!("../../../../scenarios/reported-2025.toml");
        Lanes::of(&Scenario::parse("reported-2025.toml", text).unwrap())
    }

    fn drawn(event: &Event) -> Vec<String> {
        Drawing::new(&lanes(), 100)
            .lines(event)
            .iter()
            .map(|line| console::strip_ansi_codes(line).into_owned())
            .collect()
    }

    #[test]
    fn what_is_told_goes_from_the_desk_to_one_lane_and_its_words_stand_beside() {
        let event = Event::between(1_759_917_600, 1, 2, Tone::Told, "East is told").saying("A settlement is wanted.");
        assert_eq!(
            drawn(&event)[1..],
            [
                "         west    desk    east   agency  public ",
                "10:00     │       ●──────▸│       │       ┊     East is told",
                "          │       │       │       │       ┊       “A settlement is wanted.”",
                "          │       │       │       │       ┊",
            ]
        );
        assert!(drawn(&event)[0].starts_with("─ Wednesday 8 October 2025 ─"));
    }

    #[test]
    fn a_way_passes_behind_the_lanes_between_and_a_refused_one_stops() {
        let way = |from, to, tone| drawn(&Event::between(0, from, to, tone, "x"))[2].clone();
        assert_eq!(way(3, 1, Tone::Act), "00:00     │       │◂───── │ ──────●       ┊     x");
        assert_eq!(way(0, 1, Tone::Refused), "00:00     ●───×   │       │       │       ┊     x");
        assert_eq!(way(1, 1, Tone::Refused), "00:00     │       ×       │       │       ┊     x");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal_and_a_time_is_written_once() {
        let long = "word ".repeat(60);
        let mut event = Event::within(0, 1, Tone::Act, long.trim()).saying(long.trim());
        event.beside.push(long.trim().to_owned());
        for columns in [80, 100, 120, 200] {
            let mut drawing = Drawing::new(&lanes(), columns);
            let lines = drawing.lines(&event);
            assert!(lines.iter().all(|line| measure_text_width(line) < columns), "{lines:#?}");
            assert!(!drawing.lines(&event).iter().any(|line| line.contains("00:00")));
        }
    }

    #[test]
    fn a_text_is_parted_at_spaces() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("extraordinarily so", 7), ["extraordinarily", "so"]);
        assert_eq!(wrap("one\n\ntwo", 7), ["one", "", "two"]);
    }
}
