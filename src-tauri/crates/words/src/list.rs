//! Lists in words.

use crate::{clean, say};

/// `a`, `a and b`, `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if begins_with_i(last) => say!("list-and-i", before = first.join(", "), last = last),
        [first @ .., last] => say!("list-and", before = first.join(", "), last = last),
    }
}

/// Some languages have another "and" before the sound of an i: *Cala e Iglesia*, but *Cala y Hielo*.
fn begins_with_i(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    match (letters.next(), letters.next(), letters.next()) {
        (Some('h'), Some('i'), Some('a' | 'e' | 'o')) => false,
        (Some('h'), Some('i' | 'í'), _) | (Some('i' | 'í'), ..) => true,
        _ => false,
    }
}

/// At most `most` of the items, and how many more there are.
pub fn some_of(items: &[String], most: usize) -> String {
    let mut shown: Vec<String> = items.iter().take(most).map(|item| clean(item)).collect();
    if items.len() > most {
        shown.push(say!("list-more", count = items.len() - most));
    }
    list(&shown)
}

/// Whole sentences, one after the other; empty ones leave no gap.
pub fn sentences<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, speaking};

    fn items(items: &[&str]) -> Vec<String> {
        items.iter().map(|item| (*item).to_owned()).collect()
    }

    #[test]
    fn lists_are_cut_and_say_so() {
        let items = items(&["a", "b", "c"]);
        assert_eq!(some_of(&items, 3), "a, b and c", "all of them");
        assert_eq!(some_of(&items, 1), "a and 2 more", "the first and the rest as a number");
    }

    #[test]
    fn the_spanish_and_heeds_the_sound_that_follows() {
        let cases = [
            ("Iglesia", "Cala e Iglesia"),
            ("Hija", "Cala e Hija"),
            ("Hielo", "Cala y Hielo"),
            ("Ático", "Cala y Ático"),
        ];
        for (last, said) in cases {
            assert_eq!(
                speaking(Language::from_tag("es").unwrap(), || list(&items(&["Cala", last]))),
                said,
                "before {last}"
            );
        }
        assert_eq!(list(&items(&["Cala", "Iglesia"])), "Cala and Iglesia", "English has one word for it");
    }
}
