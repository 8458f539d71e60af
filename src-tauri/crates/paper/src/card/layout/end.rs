//! One end of the window: the arrival or the departure.

use wire::CardEndView;

use crate::ink::{Fonts, Frame, Line, Node, Pen, Set, paragraph};

const HEADING: Set = Set::regular(9.0).soft();
/// Both shrink rather than being cut. A time is only long if it has seconds, which is rare in slots.
const TIMES: [Set; 3] = [Set::bold(16.0).tabular(), Set::bold(12.0).tabular(), Set::bold(10.0).tabular()];
const DATES: [Set; 4] = [Set::regular(12.0), Set::regular(11.0), Set::regular(10.0), Set::regular(8.5)];
/// The height of their line, and their baseline within it.
const LINE: f32 = 21.6;
const BASELINE: f32 = 16.0;
/// The least space between them.
const GAP: f32 = 8.0;
const NOTE: Set = Set::regular(8.5).soft();

pub(super) struct End {
    heading: Line,
    date: (Set, Line),
    time: (Set, Line),
    note: Option<Line>,
}

impl End {
    pub(super) fn new(end: &CardEndView, fonts: &Fonts, width: f32) -> Self {
        let [date, time] = beside(&end.date, &end.time, fonts, width);
        Self {
            heading: fonts.fit(HEADING, &end.heading, width),
            date,
            time,
            note: end.night.as_ref().map(|night| fonts.fit(NOTE, night, width)),
        }
    }

    pub(super) fn height(&self) -> f32 {
        HEADING.leading() + LINE + self.note.as_ref().map_or(0.0, |_| NOTE.leading())
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_, '_>, area: Frame) -> Node {
        let heading = area.y + HEADING.size;
        let baseline = area.y + HEADING.leading() + BASELINE;
        let right = area.x + area.width - self.time.1.width(self.time.0.size);
        paragraph(pen.content(|pen| {
            pen.draw(area.x, heading, HEADING, &self.heading);
            pen.draw(area.x, baseline, self.date.0, &self.date.1);
            pen.draw(right, baseline, self.time.0, &self.time.1);
            if let Some(note) = &self.note {
                pen.draw(area.x, baseline + NOTE.leading(), NOTE, note);
            }
        }))
    }
}

/// The largest date and time that fit next to each other.
fn beside(date: &str, time: &str, fonts: &Fonts, width: f32) -> [(Set, Line); 2] {
    let fits = |(date_set, time_set): &(Set, Set)| {
        let widths = [(date, *date_set), (time, *time_set)].map(|(text, set)| fonts.line(set, text).width(set.size));
        widths.iter().sum::<f32>() + GAP <= width
    };
    let pairs = TIMES.iter().flat_map(|time| DATES.iter().map(move |date| (*date, *time)));
    let smallest = (DATES[DATES.len() - 1], TIMES[TIMES.len() - 1]);
    let (date_set, time_set) = pairs.into_iter().find(fits).unwrap_or(smallest);
    let time = fonts.line(time_set, time);
    let left = width - GAP - time.width(time_set.size);
    [(date_set, fonts.fit(date_set, date, left)), (time_set, time)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ink::Size;
    use words::civil::{long_date, said_time};
    use words::{ClockStyle, Language, speaking, telling_time_by};

    #[test]
    fn no_date_is_ever_cut() {
        let fonts = Fonts::load().unwrap();
        let Size { width, .. } = crate::card::CardSheet::A6.size();
        let time: jiff::civil::Time = "23:59:59".parse().unwrap();
        for language in Language::all() {
            let time = speaking(language, || telling_time_by(ClockStyle::Hours12, || said_time(time)));
            for day in 1..=365 {
                let date = jiff::civil::date(2026, 1, 1) + jiff::Span::new().days(day);
                let long = speaking(language, || long_date(date));
                let [(date_set, date), (time_set, time)] = beside(&long, &time, &fonts, width - 46.0);
                assert_eq!(date.text(), long, "{language:?} is set smaller rather than cut");
                let used = date.width(date_set.size) + time.width(time_set.size);
                assert!(used + GAP <= width - 46.0, "and the two do not touch");
            }
        }
    }
}
