//! Seam's clock where it was heard, else this computer's: what decides whether a window is over.

use jiff::Timestamp;

use crate::ports::{Clock, SeamApi};

/// The best known time.
pub fn best_time(seam: &impl SeamApi, clock: &impl Clock) -> Timestamp {
    seam.server_time().unwrap_or_else(|| clock.now())
}

/// Seam's clock less this computer's, in milliseconds.
pub fn skew_ms(seam: &impl SeamApi, clock: &impl Clock) -> Option<i64> {
    Some(seam.server_time()?.as_millisecond() - clock.now().as_millisecond())
}
