//! Numbers, durations and lists as they are said.

/// `1 code`, `2 codes`.
pub(crate) fn count(number: impl Into<u64>, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The same for what is counted in memory.
pub(crate) fn count_of(number: usize, one: &str, many: &str) -> String {
    count(number as u64, one, many)
}

/// `15 min`, `1 h 30 min`, `2 d 4 h`.
pub(crate) fn minutes(minutes: u64) -> String {
    let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    let parts = [(days, "d"), (hours, "h"), (rest, "min")];
    let said: Vec<String> =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, unit)| format!("{number} {unit}")).collect();
    if said.is_empty() { "0 min".to_owned() } else { said.join(" ") }
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// At most `most` of the items, and how many more there are.
pub(crate) fn some_of(items: &[String], most: usize) -> String {
    let mut shown: Vec<String> = items.iter().take(most).map(|item| crate::clean(item)).collect();
    if items.len() > most {
        shown.push(format!("{} more", items.len() - most));
    }
    list(&shown)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let items: Vec<String> = ["a", "b", "c"].iter().map(|item| (*item).to_owned()).collect();
        assert_eq!(some_of(&items, 3), "a, b and c", "all of them");
        assert_eq!(some_of(&items, 1), "a and 2 more", "the first and the rest as a number");
    }
}
