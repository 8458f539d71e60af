//! One end of the window: from when, or until when.

use crate::civil::Civil;
use crate::ink::{Fonts, Frame, Line, Node, Pen, Set, paragraph};

const HEADING: Set = Set::regular(9.0).soft();
const TIME: Set = Set::bold(16.0).tabular();
const NOTE: Set = Set::regular(8.5).soft();

/// A date is set smaller rather than cut.
const DATES: [Set; 4] = [Set::regular(12.0), Set::regular(11.0), Set::regular(10.0), Set::regular(9.0)];

pub(super) struct End {
    heading: Line,
    date: (Set, Line),
    time: Line,
    note: Option<Line>,
}

impl End {
    pub(super) fn of(heading: &str, at: Civil, fonts: &Fonts, width: f32) -> Self {
        let time = fonts.line(TIME, &at.time());
        let left = width - time.width(TIME.size) - 8.0;
        Self {
            heading: fonts.fit(HEADING, heading, width),
            date: date(&at.long_date(), fonts, left),
            time,
            note: at.note().map(|note| fonts.fit(NOTE, &note, width)),
        }
    }

    pub(super) fn height(&self) -> f32 {
        HEADING.leading() + TIME.leading() + self.note.as_ref().map_or(0.0, |_| NOTE.leading())
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_, '_>, area: Frame) -> Node {
        let heading = area.y + HEADING.size;
        let baseline = area.y + HEADING.leading() + TIME.size;
        let right = area.x + area.width - self.time.width(TIME.size);
        paragraph(pen.content(|pen| {
            pen.draw(area.x, heading, HEADING, &self.heading);
            pen.draw(area.x, baseline, self.date.0, &self.date.1);
            pen.draw(right, baseline, TIME, &self.time);
            if let Some(note) = &self.note {
                pen.draw(area.x, baseline + NOTE.leading(), NOTE, note);
            }
        }))
    }
}

fn date(text: &str, fonts: &Fonts, width: f32) -> (Set, Line) {
    let [.., smallest] = DATES;
    let set = DATES.into_iter().find(|set| fonts.line(*set, text).width(set.size) <= width).unwrap_or(smallest);
    (set, fonts.fit(set, text, width))
}
