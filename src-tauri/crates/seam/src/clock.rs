//! Seam's clock, from the `Date` of its answers: the machine's own clock may be wrong by years.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};

/// A time from Seam's clock, and the moment we saw it on this machine's monotonic clock.
#[derive(Debug, Default)]
pub(crate) struct ServerClock(Mutex<Option<(Timestamp, Instant)>>);

impl ServerClock {
    /// Takes the time carried by an answer that was just received.
    pub(crate) fn hear(&self, said: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((said, Instant::now()));
    }

    /// Seam's current time.
    pub(crate) fn now(&self) -> Option<Timestamp> {
        let (said, seen) = (*self.0.lock().unwrap_or_else(PoisonError::into_inner))?;
        let since = SignedDuration::try_from(seen.elapsed()).ok()?;
        said.checked_add(since).ok()
    }
}

/// Reads an HTTP date (`Mon, 23 Nov 2026 01:27:18 GMT`).
pub(crate) fn http_date(text: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_answer_sets_the_clock() {
        let clock = ServerClock::default();
        assert_eq!(clock.now(), None, "unknown before the first answer");
        for text in ["Mon, 23 Nov 2026 01:27:18 GMT", "Thu, 03 Dec 2026 16:00:00 GMT"] {
            clock.hear(http_date(text).unwrap());
        }
        let said: Timestamp = "2026-12-03T16:00:00Z".parse().unwrap();
        let late = clock.now().unwrap().duration_since(said);
        assert!(!late.is_negative() && late.as_secs() < 60, "the clock runs on from the last answer: {late:?}");
    }

    #[test]
    fn a_malformed_date_is_ignored() {
        for text in ["", "yesterday", "2026-12-03T16:00:00Z", "Mon, 99 Nov 2026 01:27:18 GMT"] {
            assert_eq!(http_date(text), None, "{text:?} is not an HTTP date");
        }
    }
}
