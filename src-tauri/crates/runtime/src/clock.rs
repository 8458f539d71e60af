//! This computer's clocks: the wall clock, and a monotonic one for waiting.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use jiff::{SignedDuration, Timestamp};
use ops::Clock;

use crate::error::Error;

/// The clocks of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        within_range(wall_clock())
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}

/// The clocks of this computer, with a wall clock that can be moved forward: the demo's doors live in the future.
#[derive(Clone, Debug, Default)]
pub struct ForwardClock {
    hours: Arc<AtomicU32>,
}

impl ForwardClock {
    pub fn put_forward(&self, hours: u32) {
        self.hours.store(hours, Ordering::SeqCst);
    }

    /// How far it was moved forward.
    pub fn hours(&self) -> u32 {
        self.hours.load(Ordering::SeqCst)
    }
}

impl Clock for ForwardClock {
    fn now(&self) -> Timestamp {
        let (now, ahead) = (SystemClock.now(), SignedDuration::from_hours(i64::from(self.hours())));
        now.checked_add(ahead).unwrap_or(Timestamp::MAX)
    }

    async fn sleep(&self, time: Duration) {
        SystemClock.sleep(time).await;
    }
}

/// Refuses a wall clock that shows a year before 1970 or after 9999: no date could be trusted, nor a certificate checked.
///
/// # Errors
/// [`Error::ClockOutOfRange`]
pub fn ensure_usable_clock() -> Result<(), Error> {
    usable(wall_clock())
}

fn usable(shown: SystemTime) -> Result<(), Error> {
    let is_usable = shown >= SystemTime::UNIX_EPOCH && Timestamp::try_from(shown).is_ok();
    if is_usable { Ok(()) } else { Err(Error::ClockOutOfRange) }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
fn wall_clock() -> SystemTime {
    SystemTime::now()
}

/// A clock that is changed while the program runs must not stop it.
fn within_range(shown: SystemTime) -> Timestamp {
    let limit = if shown < SystemTime::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::try_from(shown).unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: u64 = 366 * 24 * 3_600;

    #[test]
    fn a_clock_out_of_range_is_an_error_and_does_not_panic() {
        let epoch = SystemTime::UNIX_EPOCH;
        let far = epoch + Duration::from_secs(9_000 * YEAR);
        let cases = [
            (epoch, true, Timestamp::UNIX_EPOCH),
            (epoch - Duration::from_secs(1), false, Timestamp::from_second(-1).unwrap()),
            (far, false, Timestamp::MAX),
            (epoch - Duration::from_secs(20_000 * YEAR), false, Timestamp::MIN),
        ];
        for (shown, is_usable, taken) in cases {
            assert_eq!(usable(shown).is_ok(), is_usable, "{shown:?} as the clock of this computer");
            assert_eq!(within_range(shown), taken, "{shown:?} while the program runs");
        }
    }

    #[test]
    fn the_demo_clock_moves_with_its_doors() {
        let clock = ForwardClock::default();
        let copy = clock.clone();
        let before = clock.now();
        copy.put_forward(48);
        let ahead = clock.now().duration_since(before);
        assert!(ahead >= SignedDuration::from_hours(48), "every copy moves forward: {ahead}");
        copy.put_forward(u32::MAX);
        assert!(clock.now() > before, "moving it further keeps it in range");
    }
}
