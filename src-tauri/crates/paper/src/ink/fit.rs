//! Text that must fit: cut with an ellipsis, or wrapped and then cut.

use super::font::{Fonts, Line};
use super::set::Set;

const ELLIPSIS: char = '…';

impl Fonts {
    /// One line no wider than `width`; an ellipsis replaces the rest.
    pub(crate) fn fit(&self, set: Set, text: &str, width: f32) -> Line {
        let line = self.line(set, text);
        if line.width(set.size) <= width { line } else { self.cut_to(set, &line, width) }
    }

    fn cut_to(&self, set: Set, line: &Line, width: f32) -> Line {
        let ellipsis = self.line(set, "…").width(set.size);
        let mut kept = line.text.get(..line.cut_at(set.size, width - ellipsis)).unwrap_or_default();
        loop {
            let cut = self.line(set, &format!("{}{ELLIPSIS}", kept.trim_end()));
            // Kerning may have made it wider than its parts.
            if cut.width(set.size) <= width || kept.is_empty() {
                return cut;
            }
            kept = kept.char_indices().next_back().map_or("", |(last, _)| &kept[..last]);
        }
    }

    /// The fewest lines no wider than `width`, at most `most` of them; the last ends with an ellipsis if more would
    /// follow. A word that is wider than a line is broken.
    pub(crate) fn wrap(&self, set: Set, text: &str, width: f32, most: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() && lines.len() < most {
            let whole = self.line(set, rest);
            let is_last = lines.len() + 1 == most;
            if is_last || whole.width(set.size) <= width {
                lines.push(if is_last { self.fit(set, rest, width) } else { whole });
                break;
            }
            let end = break_at(rest, whole.cut_at(set.size, width));
            let (head, tail) = rest.split_at(end);
            lines.push(self.fit(set, head.trim_end(), width));
            rest = tail.trim_start();
        }
        lines
    }
}

/// Where a line ends whose first `fits` bytes fit: after the last whole word, or within a word that is wider than the
/// line. Never at the start, so that every line takes something.
fn break_at(text: &str, fits: usize) -> usize {
    let fits = (0..=fits.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    let after_word = text.get(fits..).is_some_and(|rest| rest.starts_with(' ')).then_some(fits);
    let between = || text.get(..fits).and_then(|head| head.rfind(' ')).filter(|&at| at > 0);
    let within = || (fits > 0).then_some(fits);
    let one = || text.chars().next().map_or(text.len(), char::len_utf8);
    after_word.filter(|&at| at > 0).or_else(between).or_else(within).unwrap_or_else(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: Set = Set::regular(10.0);

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn only_text_that_does_not_fit_is_cut() {
        let fonts = Fonts::load().unwrap();
        assert_eq!(fonts.fit(SET, "Loft", 100.0).text, "Loft", "there is room");
        for text in ["W".repeat(10_000), "Küche und Bad ".repeat(500), "日本".repeat(2_000)] {
            let line = fonts.fit(SET, &text, 100.0);
            assert!(line.width(10.0) <= 100.0, "the cut line is no wider than asked");
            assert!(line.width(10.0) > 80.0, "and takes what room there is");
            assert!(line.text.ends_with('…'), "and says that it was cut");
        }
        assert_eq!(fonts.fit(SET, "Loft", 1.0).text, "…", "with no room at all there is still a sign");
    }

    #[test]
    fn wrapping_breaks_between_words() {
        let fonts = Fonts::load().unwrap();
        let text = "Type this code on the keypad of the lock, one digit after the other.";
        let lines = fonts.wrap(SET, text, 120.0, 9);
        assert!(lines.iter().all(|line| line.width(10.0) <= 120.0), "no line is wider than asked");
        assert_eq!(texts(&lines).join(" "), text, "nothing is lost or broken within a word");
        assert!(lines.len() > 2, "and it did need lines: {:?}", texts(&lines));
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_and_the_last_line_says_that_more_follows() {
        let fonts = Fonts::load().unwrap();
        let lines = fonts.wrap(SET, &"x".repeat(1_000), 100.0, 3);
        assert_eq!(lines.len(), 3, "no more lines than allowed");
        assert!(lines.iter().all(|line| line.width(10.0) <= 100.0), "each fits");
        assert!(texts(&lines)[2].ends_with('…'), "the rest is not passed over in silence");
        assert!(fonts.wrap(SET, "  ", 100.0, 3).is_empty(), "blanks are nothing");
        assert_eq!(fonts.wrap(SET, "日本の家", 1.0, 9).len(), 4, "even with no room each line takes a character");
    }
}
