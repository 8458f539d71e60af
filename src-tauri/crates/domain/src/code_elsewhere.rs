//! A code at Seam that was made elsewhere.

use jiff::Timestamp;

use crate::ids::{AccessCodeId, DeviceId, SlotId};
use crate::marker::Marker;
use crate::reading::CodeReading;
use crate::secret::RawAnswer;

/// A code made outside this app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeElsewhere {
    pub id: AccessCodeId,
    pub device_id: DeviceId,
    pub is_managed: bool,
    /// Its name at Seam; may hold a guest's.
    pub name: Option<RawAnswer>,
    /// Set if another computer with Latchbook made it.
    pub marker: Option<Marker>,
    pub starts_at: Option<Timestamp>,
    pub ends_at: Option<Timestamp>,
    pub slot_id: Option<SlotId>,
    pub slot_name: Option<String>,
    pub status: Option<String>,
    pub created_at: Option<Timestamp>,
    pub first_read_at: Timestamp,
    pub missed_at: Option<Timestamp>,
    /// Since when Seam no longer lists it.
    pub gone_at: Option<Timestamp>,
}

impl CodeElsewhere {
    /// Whether a reading can be this code under another id: both have one name and end, and all else agrees.
    pub fn is_like(&self, code: &CodeReading) -> bool {
        let millis = |at: Option<Timestamp>| at.map(|at| at.as_millisecond());
        self.ends_at.is_some()
            && self.name.as_ref().is_some_and(|name| Some(name.expose()) == code.name.as_deref())
            && millis(self.starts_at) == millis(code.starts_at)
            && millis(self.ends_at) == millis(code.ends_at)
            && self.slot_id == code.slot_id
    }

    /// The same check against another recorded code.
    pub fn is_like_recorded(&self, other: &Self) -> bool {
        let told = |code: &Self| (code.name.clone(), code.starts_at, code.ends_at, code.slot_id.clone());
        self.ends_at.is_some() && self.name.is_some() && told(self) == told(other)
    }

    /// Whether Seam has left it out of its lists for good, as far as is known.
    pub fn is_unlisted(&self) -> bool {
        self.gone_at.is_some()
    }

    /// Whether a reading matches what is already recorded.
    pub fn says(&self, device: &DeviceId, code: &CodeReading) -> bool {
        let millis = |at: Option<Timestamp>| at.map(|at| at.as_millisecond());
        self.device_id == *device
            && self.is_managed == code.is_managed
            && self.name.as_ref().map(RawAnswer::expose) == code.name.as_deref()
            && millis(self.starts_at) == millis(code.starts_at)
            && millis(self.ends_at) == millis(code.ends_at)
            && self.slot_id == code.slot_id
            && self.slot_name == code.slot_name
            && self.status == code.status
            && millis(self.created_at) == millis(code.created_at)
            && self.missed_at.is_none()
            && self.gone_at.is_none()
    }
}
