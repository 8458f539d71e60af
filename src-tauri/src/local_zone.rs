//! This computer's zone: which day it is for the host, and what a clock on the wall shows. It decides nothing about a lock.

use jiff::tz::TimeZone;

/// The zone that the system is set to.
#[expect(clippy::disallowed_methods, reason = "the one place that asks for the machine's zone, for showing only")]
pub fn local_zone() -> TimeZone {
    TimeZone::system()
}
