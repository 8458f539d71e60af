//! Durations and lists as they are said.

use crate::clean::clean;
use crate::words::say;

/// `15 min`, `1 h 30 min`, `2 d 4 h`.
pub(crate) fn minutes(minutes: u64) -> String {
    let days = |count: u64| say!("duration-days", count = count);
    let hours = |count: u64| say!("duration-hours", count = count);
    let rest = |count: u64| say!("duration-minutes", count = count);
    let parts = [
        some(minutes / 1_440).map(days),
        some(minutes / 60 % 24).map(hours),
        some(minutes % 60).map(rest).or((minutes == 0).then(|| rest(0))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn some(count: u64) -> Option<u64> {
    (count > 0).then_some(count)
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if begins_with_i(last) => say!("list-and-i", before = first.join(", "), last = last),
        [first @ .., last] => say!("list-and", before = first.join(", "), last = last),
    }
}

/// Before the sound of an i some languages have another "and": *Cala e Iglesia*, but *Cala y Hielo*.
fn begins_with_i(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    match (letters.next(), letters.next(), letters.next()) {
        (Some('h'), Some('i'), Some('a' | 'e' | 'o')) => false,
        (Some('h'), Some('i' | 'í'), _) | (Some('i' | 'í'), ..) => true,
        _ => false,
    }
}

/// At most `most` of the items, and how many more there are.
pub(crate) fn some_of(items: &[String], most: usize) -> String {
    let mut shown: Vec<String> = items.iter().take(most).map(|item| clean(item)).collect();
    if items.len() > most {
        shown.push(say!("list-more", count = items.len() - most));
    }
    list(&shown)
}

/// Whole sentences, one after the other; those that are not said leave no gap.
pub(crate) fn sentences<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, speaking};

    fn items(items: &[&str]) -> Vec<String> {
        items.iter().map(|item| (*item).to_owned()).collect()
    }

    #[test]
    fn durations_are_said_in_the_largest_units() {
        let cases =
            [(0, "0 min"), (15, "15 min"), (60, "1 h"), (90, "1 h 30 min"), (1_440, "1 d"), (1_501, "1 d 1 h 1 min")];
        for (given, said) in cases {
            assert_eq!(minutes(given), said, "{given} minutes");
        }
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
            assert_eq!(speaking(Language::Es, || list(&items(&["Cala", last]))), said, "before {last}");
        }
        assert_eq!(list(&items(&["Cala", "Iglesia"])), "Cala and Iglesia", "English has one word for it");
    }
}
