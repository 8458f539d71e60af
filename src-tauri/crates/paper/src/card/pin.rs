//! The code in big digits: in groups, with `*` and `#` drawn as keys.

use crate::ink::{Fonts, Frame, Line, Pen, Set};

const SET: Set = Set::bold(46.0).tabular();

/// Between groups, as a fraction of the size.
const GAP: f32 = 0.36;
/// Within a key, on either side of its sign, and between a key and its neighbours; as a fraction of the size.
const KEY_MARGIN: f32 = 0.12;
const KEY_APART: f32 = 0.09;
/// The height of a capital, and so of a digit, as a fraction of the size.
const CAPITAL: f32 = 0.727;
/// How far below the middle of a capital the middle of `*` would be, were it not raised.
const STAR_RAISED: f32 = 0.17;

/// A code that can be drawn in any size.
pub(super) struct Digits {
    groups: Vec<Vec<Sign>>,
}

struct Sign {
    line: Line,
    letter: char,
}

impl Digits {
    pub(super) fn new(groups: &[&str], fonts: &Fonts) -> Self {
        let sign = |letter: char| Sign { line: fonts.line(SET, letter.encode_utf8(&mut [0; 4])), letter };
        Self { groups: groups.iter().map(|group| group.chars().map(sign).collect()).collect() }
    }

    /// The largest size at which it is no wider than `width`.
    pub(super) fn size_for(&self, width: f32) -> f32 {
        SET.size.min(width / self.width())
    }

    /// At size 1.
    fn width(&self) -> f32 {
        let signs: f32 = self.groups.iter().flatten().map(Sign::width).sum();
        signs + GAP * self.groups.len().saturating_sub(1) as f32
    }

    /// Draws it with its middle at `middle` and its digits on `baseline`.
    pub(super) fn draw(&self, pen: &mut Pen<'_, '_>, middle: f32, baseline: f32, size: f32) {
        let mut x = middle - self.width() * size / 2.0;
        for group in &self.groups {
            for sign in group {
                sign.draw(pen, x, baseline, size);
                x += sign.width() * size;
            }
            x += GAP * size;
        }
    }
}

impl Sign {
    fn is_key(&self) -> bool {
        !self.letter.is_ascii_digit()
    }

    fn width(&self) -> f32 {
        self.line.width(1.0) + if self.is_key() { 2.0 * (KEY_MARGIN + KEY_APART) } else { 0.0 }
    }

    fn draw(&self, pen: &mut Pen<'_, '_>, x: f32, baseline: f32, size: f32) {
        if !self.is_key() {
            pen.draw(x, baseline, SET.sized(size), &self.line);
            return;
        }
        let width = (self.width() - 2.0 * KEY_APART) * size;
        let (height, left) = (CAPITAL * 1.3 * size, x + KEY_APART * size);
        let top = baseline - CAPITAL * size / 2.0 - height / 2.0;
        pen.frame(Frame { x: left, y: top, width, height }, 0.12 * size, 0.035 * size);
        let smaller = 0.8;
        let line_left = left + (width - self.line.width(size * smaller)) / 2.0;
        let raised = if self.letter == '*' { STAR_RAISED } else { 0.0 };
        let lowered = baseline - CAPITAL * size * (1.0 - smaller) / 2.0 + raised * size;
        pen.draw(line_left, lowered, SET.sized(size * smaller), &self.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn star_and_pound_are_drawn_as_keys() {
        let fonts = Fonts::load().unwrap();
        for (pin, keys) in [("2*58320", 1), ("*#", 2), ("583201", 0)] {
            let digits = Digits::new(&[pin], &fonts);
            let wider = digits.groups.iter().flatten().filter(|sign| sign.width() > sign.line.width(1.0)).count();
            assert_eq!(wider, keys, "{pin} has so many keys with room for their frame");
        }
    }

    #[test]
    fn a_long_code_is_made_to_fit() {
        let fonts = Fonts::load().unwrap();
        let long = Digits::new(&["123", "456", "789", "012"], &fonts);
        let size = long.size_for(220.0);
        assert!(long.width() * size <= 220.1 && size > 20.0, "twelve digits fit at {size} points");
        assert_eq!(Digits::new(&["5832"], &fonts).size_for(220.0), SET.size, "four digits do not grow without bounds");
    }
}
