//! Durations in words.

use crate::say;

/// `15 min`, `1 h 30 min`, `2 d 4 h`.
pub fn minutes(minutes: u64) -> String {
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
}
