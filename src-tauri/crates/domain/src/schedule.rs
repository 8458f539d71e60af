//! When to look, when to ask again, and how fast codes may be made. Waiting times only: no decision hangs on a wall
//! clock.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// When looks for an unknown outcome are due after it arose; then at every sync and every start until it is settled.
pub const LOOKS: [Duration; 7] = [
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(15),
    Duration::from_secs(45),
    Duration::from_secs(120),
    Duration::from_secs(300),
    Duration::from_secs(900),
];

/// Codes made per minute and door. Seam allows 10.
pub const CREATES_PER_MINUTE: usize = 8;

/// Complete looks without a finding, before another attempt may be chosen.
pub const LOOKS_BEFORE_ANOTHER: u32 = 6;

/// The time that they must span: a quarter of an hour after the request, the first look being made 2 s after it.
pub const SPAN_BEFORE_ANOTHER: SignedDuration = SignedDuration::from_secs(15 * 60 - 2);

/// How long to wait before the code is read for the `asked`-th time again.
///
/// 1 s growing by half to 60 s; after a quarter of an hour 5 min; never past the moment at which something should
/// happen: the deferred creation's time, and one hour before the start.
pub fn next_poll(asked: u32, now: Timestamp, scheduled_at: Option<Timestamp>, starts_at: Timestamp) -> Duration {
    let usual = if asked > 24 { Duration::from_secs(300) } else { grown(asked) };
    let before_start = starts_at.saturating_sub(SignedDuration::from_hours(1)).ok();
    let moments = [scheduled_at, before_start].into_iter().flatten();
    let until = moments.filter_map(|moment| Duration::try_from(moment.duration_since(now)).ok());
    until.filter(|wait| !wait.is_zero()).fold(usual, Duration::min).max(Duration::from_secs(1))
}

/// How long to wait before Seam is tried again that could not be reached so often: not at all, then 1 s growing by half
/// to 60 s.
pub fn next_try(failed: u32) -> Duration {
    failed.checked_sub(1).map_or(Duration::ZERO, grown)
}

fn grown(count: u32) -> Duration {
    let seconds = 1.5_f64.powi(i32::try_from(count).unwrap_or(i32::MAX).min(11));
    Duration::from_secs_f64(seconds.min(60.0))
}

/// How long to wait before one more code may be made on a door, from the times of the latest requests. Zero: no wait.
pub fn pace(mut sent: Vec<Timestamp>, now: Timestamp) -> Duration {
    let minute = SignedDuration::from_secs(60);
    sent.retain(|at| *at <= now && now.duration_since(*at) < minute);
    sent.sort();
    let Some(earliest) = sent.len().checked_sub(CREATES_PER_MINUTE).and_then(|index| sent.get(index)) else {
        return Duration::ZERO;
    };
    Duration::try_from(minute - now.duration_since(*earliest)).unwrap_or_default()
}

/// Whether another attempt may be offered although this one is not known: enough complete looks over enough time.
pub fn may_try_another(looks: u32, first_look: Timestamp, last_look: Timestamp) -> bool {
    looks >= LOOKS_BEFORE_ANOTHER && last_look.duration_since(first_look) >= SPAN_BEFORE_ANOTHER
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn polling_slows_down_and_wakes_when_something_is_due() {
        let far = at(1_000_000);
        assert_eq!(next_poll(0, at(0), None, far), Duration::from_secs(1), "the first answer may be there at once");
        assert_eq!(next_poll(20, at(0), None, far), Duration::from_secs(60), "then once a minute");
        assert_eq!(next_poll(1_000, at(0), None, far), Duration::from_secs(300), "then rarely");
        assert_eq!(next_poll(20, at(0), Some(at(7)), far), Duration::from_secs(7), "Seam said when");
        assert_eq!(next_poll(20, at(0), None, at(3_630)), Duration::from_secs(30), "an hour before the start");
        assert_eq!(next_poll(20, at(0), Some(at(-5)), far), Duration::from_secs(60), "what is past wakes nobody");
    }

    #[test]
    fn no_more_than_eight_a_minute() {
        let sent = |count: i64| (0..count).map(at).collect::<Vec<_>>();
        assert_eq!(pace(sent(7), at(10)), Duration::ZERO, "the eighth goes at once");
        assert_eq!(pace(sent(8), at(10)), Duration::from_secs(50), "the ninth waits until the first is a minute old");
        assert_eq!(pace(sent(9), at(10)), Duration::from_secs(51), "the tenth for the second");
        assert_eq!(pace(sent(8), at(61)), Duration::from_secs(0), "after a minute there is room");
        assert_eq!(pace(vec![at(900); 20], at(10)), Duration::ZERO, "a clock set back does not block issuing");
    }

    #[test]
    fn another_attempt_needs_looks_and_time() {
        assert!(!may_try_another(5, at(0), at(9_000)), "five looks are too few");
        assert!(!may_try_another(60, at(0), at(897)), "looks in a hurry do not count");
        assert!(may_try_another(6, at(0), at(898)), "six over a quarter of an hour");
    }
}
