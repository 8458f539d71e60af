//! Time in the simulator: the machine's time at the start, plus the time elapsed since and what a test added.
//!
//! Owns the only reading of the machine's clock; everything else takes the time as an argument. Refuses to go back.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

/// Milliseconds since 1970, in UTC: the unit of every instant in this crate.
pub type Millis = i64;

pub const SECOND: Millis = 1_000;
pub const MINUTE: Millis = 60 * SECOND;
pub const HOUR: Millis = 60 * MINUTE;
pub const DAY: Millis = 24 * HOUR;

#[derive(Debug)]
pub struct Clock {
    base: Millis,
    started: Instant,
    moved: Millis,
}

impl Clock {
    /// Starts at the given instant, or at the machine's time.
    pub fn starting(at: Option<Timestamp>) -> Self {
        let base = at.map_or_else(machine_now, Timestamp::as_millisecond);
        Self { base, started: Instant::now(), moved: 0 }
    }

    pub fn now(&self) -> Millis {
        let run = Millis::try_from(self.started.elapsed().as_millis()).unwrap_or(Millis::MAX);
        self.base.saturating_add(run).saturating_add(self.moved)
    }

    /// The instant at which this clock started.
    pub const fn base(&self) -> Millis {
        self.base
    }

    pub fn advance(&mut self, by: Duration) {
        self.moved = self.moved.saturating_add(Millis::try_from(by.as_millis()).unwrap_or(Millis::MAX));
    }
}

/// The machine's time. Webhook signatures contain it because receivers compare it with their own clock.
#[expect(clippy::disallowed_methods, reason = "the simulator plays a server, which has its own clock")]
pub fn machine_now() -> Millis {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}

/// An instant as Seam writes it: UTC with milliseconds, `2026-12-04T00:00:00.000Z`.
pub fn stamp(at: Millis) -> String {
    format!("{:.3}", timestamp(at))
}

/// The same with microseconds, which Seam sometimes writes.
pub fn fine_stamp(at: Millis) -> String {
    format!("{:.6}", timestamp(at))
}

/// The value of an HTTP `Date` header.
pub fn http_date(at: Millis) -> String {
    DateTimePrinter::new().timestamp_to_rfc9110_string(&timestamp(at)).unwrap_or_default()
}

/// Reads an instant: an RFC 3339 date-time with an offset or `Z`. A civil time without an offset is invalid.
pub fn parse_instant(text: &str) -> Option<Millis> {
    if text.contains('[') {
        return None;
    }
    text.parse::<Timestamp>().ok().map(Timestamp::as_millisecond)
}

pub fn timestamp(at: Millis) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or(if at < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_instants_as_seam_does() {
        assert_eq!(stamp(0), "1970-01-01T00:00:00.000Z", "milliseconds are always written");
        assert_eq!(fine_stamp(1_001), "1970-01-01T00:00:01.001000Z", "and microseconds on request");
        assert_eq!(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT", "the Date header has its own form");
    }

    #[test]
    fn reads_only_instants() {
        assert_eq!(parse_instant("1970-01-01T01:00:00+01:00"), Some(0), "an offset is applied");
        assert_eq!(parse_instant("1970-01-01T00:00:00"), None, "a wall-clock time is not an instant");
        assert_eq!(parse_instant("1970-01-01T01:00:00+01:00[Europe/Paris]"), None, "Seam knows no zone annotation");
    }

    #[test]
    fn advance_moves_the_clock_forward() {
        let mut clock = Clock::starting(Some(Timestamp::UNIX_EPOCH));
        clock.advance(Duration::from_secs(60));
        assert!(clock.now() >= MINUTE, "the added minute counts");
    }
}
