//! A stay that the host records without a code.

use jiff::Timestamp;

use crate::ids::{DeviceId, IntentId};
use crate::marker::MarkerBase;
use crate::secret::RawAnswer;
use crate::stay::{Allowance, Preference, Stay};

/// A stay to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStay {
    pub device_id: DeviceId,
    pub base: MarkerBase,
    pub stay_key: Option<String>,
    /// May hold a guest's name.
    pub label: RawAnswer,
    pub stay: Stay,
    pub allowance: Allowance,
    pub preference: Preference,
    pub zone: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
}

/// A stay as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedStay {
    pub id: i64,
    pub new: NewStay,
    pub removed: bool,
    /// Its newest code or attempt: the one that was issued for it, else one of the same stay.
    pub intent: Option<IntentId>,
    pub made_at: Timestamp,
}
