//! Text layout: width, colour, wrapping. Width is counted as a terminal does, not in characters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Prose is never wider than this, however wide the terminal is.
const PROSE: usize = 100;

/// Every sequence that [`Paper::paint`] writes; a terminal gets no others.
pub const COLOURS: [&str; 6] = ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[31m", "\u{1b}[32m", "\u{1b}[33m"];

/// The medium for text: its width and colours.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// Columns; `None` if nothing must be cut.
    pub width: Option<usize>,
    pub colour: bool,
}

/// The meaning that a colour adds to a word. Never the only sign of anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Strong,
    Good,
    Warn,
    Bad,
    Dim,
}

impl Paper {
    /// The text in its tone.
    pub fn paint(&self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Plain => return text.to_owned(),
            Tone::Strong => "1",
            Tone::Good => "32",
            Tone::Warn => "33",
            Tone::Bad => "31",
            Tone::Dim => "2",
        };
        if self.colour && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// A headline.
    pub fn headline(&self, text: &str) -> String {
        self.paint(Tone::Strong, text)
    }

    /// A paragraph whose lines all begin with `indent`.
    pub fn wrapped(&self, text: &str, indent: &str) -> String {
        self.hanging(text, indent, indent)
    }

    /// A paragraph whose first line begins with `first` and whose others begin with `rest`.
    pub fn hanging(&self, text: &str, first: &str, rest: &str) -> String {
        let width = self.width.unwrap_or(PROSE).min(PROSE);
        let mut lines = Vec::new();
        let mut line = first.to_owned();
        let mut is_empty = true;
        for word in text.split_whitespace() {
            if !is_empty && columns(&line) + 1 + word.width() > width {
                lines.push(std::mem::replace(&mut line, rest.to_owned()));
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        lines.push(line);
        lines.join("\n")
    }
}

/// How many columns a text takes, not counting its colours.
pub fn columns(text: &str) -> usize {
    let mut width = 0;
    let mut in_code = false;
    for letter in text.chars() {
        match letter {
            '\u{1b}' => in_code = true,
            'm' if in_code => in_code = false,
            _ if in_code => {}
            _ => width += letter.width().unwrap_or_default(),
        }
    }
    width
}

/// A text cut to a number of columns, with an ellipsis for the rest.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or_default();
        if used + wide + 1 > width {
            break;
        }
        kept.push(letter);
        used += wide;
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Paper = Paper { width: Some(20), colour: false };

    #[test]
    fn lines_stay_within_the_width() {
        let text = NARROW.hanging("one two three four five six seven", "- ", "  ");
        assert!(text.lines().all(|line| columns(line) <= 20), "{text}");
        assert!(text.starts_with("- one") && text.lines().skip(1).all(|line| line.starts_with("  ")), "{text}");
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(columns("日本"), 4, "a terminal uses two columns for each");
        assert_eq!(cut("日本の家", 5), "日本…", "cut between letters, not within");
        assert_eq!(cut("Loft", 4), "Loft", "what fits is whole");
    }

    #[test]
    fn colour_takes_no_room_and_can_be_left_out() {
        let bright = Paper { colour: true, ..NARROW };
        assert_eq!(columns(&bright.paint(Tone::Bad, "fail")), 4, "codes are not seen");
        assert_eq!(NARROW.paint(Tone::Bad, "fail"), "fail", "the word is the same without colour");
    }
}
