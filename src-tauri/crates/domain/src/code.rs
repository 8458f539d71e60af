//! A code from the request on: the stay, the request to Seam, and the present state.

use jiff::Timestamp;

use crate::difference::Difference;
use crate::ids::{AccessCodeId, DeviceId, IntentId, SlotId};
use crate::lifecycle::{self, State};
use crate::marker::Marker;
use crate::promise::Promise;
use crate::reading::Notice;
use crate::schedule::may_try_another;
use crate::secret::Pin;
use crate::times::Times;

/// A code that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIntent {
    pub device_id: DeviceId,
    /// The door's name at the time, so that the record can be read without the door.
    pub door_name: String,
    /// The host's key for the stay, if there is one.
    pub stay_key: Option<String>,
    pub marker: Marker,
    pub label: String,
    pub promise: Promise,
}

/// An intent as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    pub id: IntentId,
    pub device_id: DeviceId,
    pub door_name: String,
    pub stay_key: Option<String>,
    pub marker: Marker,
    pub label: String,
    pub promise: Promise,
    pub made_at: Timestamp,
}

/// The state of an intent and its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub intent: IntentId,
    /// The door at which Seam lists the code, as far as is known: the door it was made for, unless it has moved.
    pub device_id: DeviceId,
    pub state: State,
    /// How many events the intent has.
    pub seq: i64,
    /// The process that made the intent or claimed the sending.
    pub owner: String,
    pub access_code_id: Option<AccessCodeId>,
    pub pin: Option<Pin>,
    /// As Seam gave them, else as promised.
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub given_slot_id: Option<String>,
    pub given_slot_name: Option<String>,
    pub differs: Vec<Difference>,
    pub errors: Vec<Notice>,
    pub warnings: Vec<Notice>,
    /// When Seam says that it will make a deferred code.
    pub scheduled_at: Option<Timestamp>,
    /// Further codes at Seam with the marker of this stay.
    pub second_codes: Vec<String>,
    /// Complete looks that found nothing, by Seam's clock.
    pub looks: u32,
    pub first_look_at: Option<Timestamp>,
    pub last_look_at: Option<Timestamp>,
    pub superseded: bool,
    pub reading_sum: Option<String>,
    pub changed_at: Timestamp,
}

/// An intent with its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeEntry {
    pub intent: Intent,
    pub code: Code,
}

impl Code {
    /// The slot that Seam says it chose.
    pub fn given_slot(&self) -> Option<SlotId> {
        self.given_slot_id.as_ref().map(SlotId::new)
    }

    /// Whether a look can still settle it, if its outcome is unknown.
    pub fn can_be_settled(&self) -> bool {
        lifecycle::can_be_settled(self.ends_at, self.last_look_at)
    }

    /// Whether enough looks have found nothing for an unknown outcome to be given up.
    pub fn was_looked_for(&self) -> bool {
        let span = self.first_look_at.zip(self.last_look_at);
        span.is_some_and(|(first, last)| may_try_another(self.looks, first, last))
    }

    /// Whether the host may choose another code although this one is not known, or is gone.
    pub fn another_may_be_chosen(&self, times: Times) -> bool {
        let is_lost = match self.state {
            State::Unknown => self.was_looked_for(),
            State::Gone => true,
            State::Intent
            | State::Sending
            | State::NotSent
            | State::Refused
            | State::Accepted
            | State::Setting
            | State::Set
            | State::Failed
            | State::Ended => false,
        };
        is_lost && !self.superseded && !times.is_past(self.ends_at)
    }
}
