//! This computer's clock compared with Seam's, if they differ.

use domain::times::Times;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sentence;

/// By how much the clocks are apart, and what that means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClocksView {
    /// Seam's clock less this computer's.
    pub skew_ms: i64,
    pub message: String,
}

impl ClocksView {
    /// `None` while they agree to the minute.
    pub fn new(times: Times) -> Option<Self> {
        let skew = times.skew()?;
        let message = if times.is_heard() {
            sentence::sync::skewed(skew)
        } else {
            sentence::readiness::clocks_apart(skew).join()
        };
        Some(Self { skew_ms: i64::try_from(skew.as_millis()).unwrap_or_default(), message })
    }
}
