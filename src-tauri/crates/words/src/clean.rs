//! Texts from outside (names, Seam's messages) made safe to show: on one line, of bounded length, in reading order.
//!
//! Refuses: changing stored text. Only shown text is cleaned.

/// The longest text from outside that is shown.
const LONGEST: usize = 120;

/// A text from outside without control characters, without characters that change the reading order or have no width,
/// with single blanks, and at most 120 characters long (the last is an ellipsis if it was longer).
///
/// ```
/// assert_eq!(words::clean("Loft\u{202e}\n 2"), "Loft 2");
/// ```
pub fn clean(text: &str) -> String {
    // A text of megabytes is not read to its end.
    let within = text.char_indices().nth(LONGEST * 64).map_or(text, |(end, _)| &text[..end]);
    let visible: String = within.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(is_visible).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    cut(&words.join(" "))
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Not a control character, not a control of the reading order, not zero-width, not for private use or tagging, and a
/// character at all: PDF forbids U+FFFE.
fn is_visible(letter: &char) -> bool {
    let hidden = matches!(
        *letter,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffc}'
            | '\u{fffe}'..='\u{ffff}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
            | '\u{f0000}'..='\u{10ffff}'
    );
    !letter.is_control() && !hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_are_shown_as_plain_text_of_bounded_length() {
        let cases = [
            ("Loft", "Loft"),
            ("Ferienhaus Küche 3 “süß”", "Ferienhaus Küche 3 “süß”"),
            ("日本の家 🏠", "日本の家 🏠"),
            ("a\u{202e}gnp.exe", "agnp.exe"),
            ("\u{2066}x\u{2069}\u{200f}\u{61c}", "x"),
            ("in\u{200b}vi\u{2060}si\u{feff}ble\u{ad}", "invisible"),
            ("two\r\nlines\tand\u{2028}more\u{85}", "two lines and more"),
            ("\u{1b}[31mred\u{7}", "[31mred"),
            ("tag\u{e0041}\u{e0042}", "tag"),
            ("<b>bold</b> =1+1", "<b>bold</b> =1+1"),
            ("\u{0}", ""),
        ];
        for (text, shown) in cases {
            assert_eq!(clean(text), shown, "{text:?} as shown");
        }
    }

    #[test]
    fn a_long_text_is_cut_to_what_fits() {
        let cut = clean(&"ä".repeat(10_000));
        assert_eq!(cut.chars().count(), LONGEST, "ten kilobytes are cut to {LONGEST} characters");
        assert!(cut.ends_with('…'), "and say that they were cut");
        assert_eq!(clean(&"b".repeat(LONGEST)), "b".repeat(LONGEST), "what just fits is whole");
        assert_eq!(clean(&" ".repeat(1_000_000)), "", "a megabyte of nothing is nothing");
    }

    #[test]
    fn cleaning_twice_changes_nothing() {
        for text in ["a  b\u{202e}", &"x y ".repeat(100), "\u{feff}\u{feff}"] {
            assert_eq!(clean(&clean(text)), clean(text), "{text:?} is clean after one cleaning");
        }
    }
}
