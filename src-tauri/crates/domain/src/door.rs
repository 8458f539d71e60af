//! A door as it is kept, and the host's statements about the lock behind it.

use jiff::Timestamp;

use crate::ids::DeviceId;
use crate::reading::DoorReading;

/// A door as it was last read, with what this record adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDoor {
    pub reading: DoorReading,
    pub slot_snapshot: i64,
    /// The host's own figure.
    pub host_limit: Option<u32>,
    pub first_read_at: Timestamp,
    /// The last complete reading.
    pub read_at: Option<Timestamp>,
    pub gone_at: Option<Timestamp>,
}

/// The host's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockAnswer {
    /// The id under which the lock was known, or was not.
    pub gone: DeviceId,
    /// The id under which Seam lists it now.
    pub door: DeviceId,
    pub is_same: bool,
}
