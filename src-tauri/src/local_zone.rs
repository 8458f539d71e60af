//! This computer's time zone, for showing the host's day and wall clock. It decides nothing about a lock.

use jiff::tz::TimeZone;

/// The zone that the system is set to.
#[expect(clippy::disallowed_methods, reason = "the only use of the machine's zone, for display")]
pub fn local_zone() -> TimeZone {
    TimeZone::system()
}
