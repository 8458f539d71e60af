//! The issue page while the host fills it in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::CommandError;
use crate::view::{CheckView, CodeView, ObjectionView, PlacesView, PreviewView, RiskView};

/// What the page holds. Texts as typed: Rust alone decides what they mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DraftRequest {
    pub door_id: String,
    /// A date, or empty.
    pub from_date: String,
    /// `15:45`, `1545`, `3:45 pm`, or empty.
    pub from_time: String,
    pub to_date: String,
    pub to_time: String,
    /// `1h` or `1d`
    pub rounding: String,
    /// `nearest` or `cover`
    pub prefer: String,
    /// The slot that the host chose instead of the first.
    pub slot_id: Option<String>,
    /// `null`: the default.
    pub label: Option<String>,
    pub stay_key: Option<String>,
}

/// How much the host must do before the code is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Friction {
    /// A click, and the outbox.
    None,
    /// A named box for each risk.
    Boxes,
    /// The boxes, and how many codes this is, typed.
    Count,
}

/// What would happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DraftView {
    /// Today on the door's clock: where a calendar begins.
    pub today: String,
    /// The stay as it was made out; `null` where a part is missing or cannot be read.
    pub from: Option<String>,
    pub to: Option<String>,
    pub nights: Option<u32>,
    /// What cannot be read or is no stay, and which field it is: `from_date`, `from_time`, `to_date`, `to_time`, `door`.
    pub fault: Option<CommandError>,
    pub fault_field: Option<String>,
    /// `null` until there is a stay.
    pub preview: Option<PreviewView>,
    /// The slot in `preview.candidates` that will be used.
    pub chosen: Option<String>,
    /// The label as it will be sent, behind the marker.
    pub label: String,
    pub marker: Option<String>,
    /// This stay has its code, or an attempt that stands in the way: shown in place of the form.
    pub existing: Option<Box<CodeView>>,
    /// Why nothing could be sent.
    pub objection: Option<ObjectionView>,
    /// What must be accepted, each in its own box. Their codes go back in [`super::IssueRequest::accepted`].
    pub risks: Vec<RiskView>,
    pub friction: Friction,
    pub capacity: Option<CapacityView>,
    /// What was looked at for this door and window, passed or not.
    pub checks: Vec<CheckView>,
    pub chips: Vec<SlotChipView>,
}

/// A slot's times, to take over with one press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SlotChipView {
    pub slot_id: String,
    pub name: String,
    pub check_in: String,
    pub check_out: String,
    pub is_24_hour: bool,
}

/// How full a door is and how long that lasts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CapacityView {
    pub door_id: String,
    pub door: String,
    pub places: PlacesView,
    /// When the next place frees, on the door's clock.
    pub next_free: Option<String>,
    /// The date at which the door is full at the pace of the last 90 days; `null` where it never is, or nobody can tell.
    pub lasts_to: Option<String>,
    pub message: String,
}
