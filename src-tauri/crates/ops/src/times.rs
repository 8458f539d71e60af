//! Two clocks: this computer's, for the record, and the best known one, for decisions.

use jiff::{SignedDuration, Timestamp};
use store::{Read, unless_damaged};

/// This computer's time, for the record, and the best known time, for decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub now: Timestamp,
    pub server_now: Timestamp,
}

impl Times {
    /// This computer's time, mended by what the record knows. A damaged row about the workspace must not take every page
    /// away: then this computer's clock has to do.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn of(read: &Read<'_>, now: Timestamp) -> Result<Self, store::Error> {
        let workspace = unless_damaged(read.workspace())?.flatten();
        Ok(Self::mended(now, workspace.and_then(|workspace| workspace.skew_ms)))
    }

    /// This computer's time, mended by the difference to Seam's clock that was last found.
    pub fn mended(now: Timestamp, skew_ms: Option<i64>) -> Self {
        let skew = SignedDuration::from_millis(skew_ms.unwrap_or_default());
        Self { now, server_now: now.checked_add(skew).unwrap_or(now) }
    }
}
