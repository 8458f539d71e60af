//! Whether the doors, the key and this computer are ready.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{CheckView, Who};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadinessView {
    /// Key, keychain, clock, record, zone tables.
    pub app: Vec<CheckView>,
    pub doors: Vec<ReadinessDoorView>,
    /// One message for each who can mend something.
    pub wishes: Vec<WishView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadinessDoorView {
    pub door_id: String,
    pub name: String,
    pub ready: bool,
    /// What fails first, then what warns, then what passes.
    pub checks: Vec<CheckView>,
    /// Newest first.
    pub tests: Vec<DoorTestView>,
    /// Whole minutes until a change that the installer made just now can be counted on.
    pub wait_minutes: u32,
}

/// A message that gathers everything somebody could mend, ready to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WishView {
    pub who: Who,
    pub doors: u32,
    pub subject: String,
    pub text: String,
}

/// A test code, and whether it opened the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DoorTestView {
    pub intent_id: Option<i64>,
    /// `null`: not tried yet.
    pub worked: Option<bool>,
    pub note: String,
    /// On the door's clock.
    pub at: String,
}
