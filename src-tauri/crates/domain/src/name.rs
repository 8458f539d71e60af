//! Names as people type them: two texts that look alike on a screen are one name.

use unicode_normalization::UnicodeNormalization;

/// A name as it is compared: without regard to letter case, composed or decomposed letters, the kinds of blanks, quotes
/// and hyphens, and signs that take no room.
///
/// ```
/// use domain::name::folded;
/// assert_eq!(folded("Anna\u{2019}s\u{a0}Loft\u{2013}2"), folded("anna's loft-2"));
/// assert_eq!(folded("Caf\u{65}\u{301}"), folded("CAF\u{c9}"));
/// ```
pub fn folded(name: &str) -> String {
    let plain: String =
        name.nfkc().filter(|letter| !takes_no_room(*letter)).map(plain).flat_map(char::to_lowercase).nfc().collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Soft hyphens, zero-width signs, marks of direction, byte order marks and variation selectors.
fn takes_no_room(letter: char) -> bool {
    let invisible = matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    invisible || (letter.is_control() && !letter.is_whitespace())
}

fn plain(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{b4}' | '`' | '\u{ff07}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' | '\u{ff02}' => '"',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_one() {
        let cases = [
            ("Zo\u{eb}", "Zoe\u{308}", "a composed and a decomposed letter"),
            ("Loft\u{a0}2", "Loft 2", "a no-break space"),
            ("Lo\u{200b}ft", "Loft", "a zero-width space"),
            ("\u{201c}Blue\u{201d} room", "\"Blue\" room", "curly quotes"),
            ("Anna\u{2019}s", "Anna's", "an apostrophe"),
            ("A\u{2011}B", "A-B", "a no-break hyphen"),
            ("A \u{2014} B", "a - b", "a dash, and letter case"),
            ("  Loft   2 ", "Loft 2", "blanks around and between"),
            ("STRASSE", "strasse", "letter case"),
        ];
        for (one, other, why) in cases {
            assert_eq!(folded(one), folded(other), "{why} makes no other name");
        }
        assert_ne!(folded("Loft 2"), folded("Loft2"), "a blank does");
        assert_ne!(folded("Zoe"), folded("Zo\u{eb}"), "and so does a letter's mark");
    }
}
