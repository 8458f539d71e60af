//! Where everything is on a card. All lengths in points.
//!
//! A card is a stack of parts with space between them, and a note at its foot. The space grows and shrinks with the
//! content; it is enough for the longest card in every language (a test checks this).

use wire::{CardView, PinShown};

use crate::ink::{Fonts, Frame, Line, Node, Pen, Set, Size, heading, paragraph};

use super::pin::Digits;

mod end;

use end::End;

const MARGIN: f32 = 23.0;
const BOX_HEIGHT: f32 = 72.0;

const LABEL: Set = Set::regular(11.0);
const HEADING: Set = Set::regular(9.0).soft();
const DEMO: Set = Set::bold(9.5);
const ENTER: Set = Set::regular(9.5);
const FOOT: Set = Set::regular(7.5).soft();

/// A card, every line of it set.
pub(super) struct Layout {
    size: Size,
    parts: Vec<Part>,
    foot: Vec<Line>,
}

struct Part {
    /// Space above it, before stretching.
    room: f32,
    height: f32,
    ink: Ink,
}

enum Ink {
    Demo(Line),
    Door {
        set: Set,
        name: String,
        lines: Vec<Line>,
    },
    Text(Set, Vec<Line>),
    /// `None`: left empty for the host's pen.
    Code(Option<(String, Digits)>),
    End(Box<End>),
}

pub(super) fn layout(card: &CardView, fonts: &Fonts, size: Size) -> Layout {
    let width = size.width - 2.0 * MARGIN;
    let mut parts = Vec::new();
    if let Some(demo) = &card.demo {
        parts.push(Part::new(0.0, 20.0, Ink::Demo(fonts.fit(DEMO, demo, width))));
    }
    parts.push(Part { room: if card.demo.is_some() { 8.0 } else { 0.0 }, ..door(&card.door, fonts, width) });
    if let Some(label) = &card.label {
        parts.push(Part::text(4.0, LABEL, vec![fonts.fit(LABEL, label, width)]));
    }
    parts.push(Part::text(14.0, HEADING, vec![fonts.fit(HEADING, &card.heading, width)]));
    parts.push(Part::new(4.0, BOX_HEIGHT, Ink::Code(digits(&card.pin, fonts))));
    for end in &card.ends {
        let end = End::new(end, fonts, width);
        parts.push(Part::new(12.0, end.height(), Ink::End(Box::new(end))));
    }
    parts.push(Part::text(16.0, ENTER, fonts.wrap(ENTER, &card.enter, width, 6)));
    Layout { size, parts, foot: foot(&card.foot, fonts, width) }
}

/// The code as one text, and as it is drawn.
fn digits(pin: &[PinShown], fonts: &Fonts) -> Option<(String, Digits)> {
    let groups: Vec<&str> = pin.iter().map(PinShown::expose).collect();
    (!groups.is_empty()).then(|| (groups.concat(), Digits::new(&groups, fonts)))
}

/// As big as possible in one line, else in two lines, else cut.
fn door(name: &str, fonts: &Fonts, width: f32) -> Part {
    let fits = |set: Set| fonts.line(set, name).width(set.size) <= width;
    let set = [24.0, 21.0, 18.0].map(Set::bold).into_iter().find(|set| fits(*set)).unwrap_or(Set::bold(17.0));
    let lines = fonts.wrap(set, name, width, 2);
    let height = set.leading() * lines.len() as f32;
    Part::new(0.0, height, Ink::Door { set, name: name.to_owned(), lines })
}

/// Each on its own line, the first over two lines if necessary.
fn foot(lines: &[String], fonts: &Fonts, width: f32) -> Vec<Line> {
    let (first, rest) = lines.split_at(lines.len().min(1));
    let wrapped = first.iter().flat_map(|line| fonts.wrap(FOOT, line, width, 2));
    wrapped.chain(rest.iter().map(|line| fonts.fit(FOOT, line, width))).collect()
}

impl Part {
    fn new(room: f32, height: f32, ink: Ink) -> Self {
        Self { room, height, ink }
    }

    fn text(room: f32, set: Set, lines: Vec<Line>) -> Self {
        Self::new(room, set.leading() * lines.len() as f32, Ink::Text(set, lines))
    }
}

impl Layout {
    /// Draws it, and returns its structure in reading order.
    pub(super) fn draw(&self, pen: &mut Pen<'_, '_>) -> Vec<Node> {
        let stretch = self.stretch();
        let mut y = MARGIN;
        let mut structure = Vec::new();
        for part in &self.parts {
            y += part.room * stretch;
            structure.push(self.part(pen, part, y));
            y += part.height;
        }
        let top = self.size.height - MARGIN - self.foot_height();
        structure.push(paragraph(pen.write_lines(MARGIN, top + FOOT.size, FOOT, &self.foot)));
        structure
    }

    /// The factor for the space between the parts, so that the card is filled.
    fn stretch(&self) -> f32 {
        let room: f32 = self.parts.iter().map(|part| part.room).sum();
        (self.room_there_is() / room).clamp(0.0, 1.8)
    }

    /// The height left over by the parts and the foot. Negative if they do not fit.
    fn room_there_is(&self) -> f32 {
        let parts: f32 = self.parts.iter().map(|part| part.height).sum();
        self.size.height - 2.0 * MARGIN - parts - self.foot_height() - FOOT.leading()
    }

    fn foot_height(&self) -> f32 {
        FOOT.leading() * self.foot.len() as f32
    }

    fn part(&self, pen: &mut Pen<'_, '_>, part: &Part, y: f32) -> Node {
        let width = self.size.width - 2.0 * MARGIN;
        let area = Frame { x: MARGIN, y, width, height: part.height };
        match &part.ink {
            Ink::Demo(line) => demo(pen, area, line),
            Ink::Door { set, name, lines } => heading(1, name, pen.write_lines(MARGIN, y + set.size, *set, lines)),
            Ink::Text(set, lines) => paragraph(pen.write_lines(MARGIN, y + set.size, *set, lines)),
            Ink::Code(digits) => code(pen, area, digits.as_ref()),
            Ink::End(end) => end.draw(pen, area),
        }
    }
}

fn demo(pen: &mut Pen<'_, '_>, area: Frame, line: &Line) -> Node {
    pen.decoration(|pen| pen.frame(area, 3.0, 1.0));
    let x = area.x + (area.width - line.width(DEMO.size)) / 2.0;
    paragraph(pen.write(x, area.y + area.height / 2.0 + DEMO.size * 0.36, DEMO, line))
}

fn code(pen: &mut Pen<'_, '_>, area: Frame, digits: Option<&(String, Digits)>) -> Node {
    pen.decoration(|pen| pen.frame(area, 8.0, 1.4));
    // Empty content keeps the structure whole when the box is left for the host's pen.
    let (pin, digits) = match digits {
        Some((pin, digits)) => (pin.as_str(), Some(digits)),
        None => ("", None),
    };
    paragraph(pen.content_as(pin, |pen| {
        if let Some(digits) = digits {
            let size = digits.size_for(area.width - 24.0);
            let baseline = area.y + area.height / 2.0 + size * 0.364;
            digits.draw(pen, area.x + area.width / 2.0, baseline, size);
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::CardSheet;
    use wire::CardEndView;
    use words::civil::{long_date, night, said_time};
    use words::{ClockStyle, Language, say, speaking, telling_time_by};

    /// Each part as long as it can be.
    fn longest(language: Language) -> CardView {
        let end = |heading, at: &str| {
            let at: jiff::civil::DateTime = at.parse().unwrap();
            CardEndView { heading, date: long_date(at.date()), time: said_time(at.time()), night: night(at) }
        };
        CardView {
            language: language.tag().to_owned(),
            demo: Some(say!("card-demo")),
            door: "Sehr langer Name ".repeat(20),
            label: Some("Auch lang ".repeat(30)),
            heading: say!("card-code"),
            pin: ["2*5", "832", "01#", "477"].map(|group| PinShown(group.to_owned())).to_vec(),
            ends: [end(say!("card-from"), "2026-09-24T00:00"), end(say!("card-until"), "2026-09-30T00:00")],
            enter: [say!("card-enter"), say!("card-gaps"), say!("card-keys")].join(" "),
            foot: vec![say!("card-times"), say!("card-zone", zone = "North Dakota New Salem")],
        }
    }

    #[test]
    fn the_longest_card_fits_in_every_language() {
        let fonts = Fonts::load().unwrap();
        for language in Language::all() {
            let card = speaking(language, || telling_time_by(ClockStyle::Hours12, || longest(language)));
            for sheet in [CardSheet::A6, CardSheet::QuarterLetter] {
                let room = layout(&card, &fonts, sheet.size()).room_there_is();
                assert!(room > 12.0, "{language:?} on {sheet:?} has {room} points of room left");
            }
        }
    }
}
