//! The ledger and a door, in full.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::CapacityView;
use super::readiness::DoorTestView;
use crate::view::{CheckView, CodeState, CodeView, DifferenceView, DoorView, SlotsView, UnreadView};

/// Which codes to list. Everything given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CodesRequest {
    pub door_id: Option<String>,
    /// Empty: every state.
    pub states: Vec<CodeState>,
    /// A civil time at which the code must work; on the door's clock, or on every code's own without a door.
    pub at: Option<String>,
    pub search: Option<String>,
    /// The `next` of the page before.
    pub after: Option<i64>,
    /// So many further rows are passed over.
    pub skip: u32,
    /// At most 500.
    pub limit: u32,
}

/// A code in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CodeDetailView {
    /// With its history.
    pub code: CodeView,
    /// The answer as received, without its PIN; `null` where there was none.
    pub answer: Option<String>,
    /// The last event's place in the chain.
    pub chain: Option<String>,
    /// Newest first.
    pub notes: Vec<NoteEntryView>,
    /// Further attempts for the same stay.
    pub attempts: Vec<i64>,
}

/// Something the host wrote. The newest counts, the older stay to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NoteEntryView {
    pub at: String,
    pub text: String,
}

/// A code that was made outside this app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OutsideCodeView {
    pub access_code_id: String,
    pub door_id: String,
    pub door: String,
    pub name: Option<String>,
    pub slot_name: Option<String>,
    /// Civil; `null`: Seam does not say.
    pub entry: Option<String>,
    pub exit: Option<String>,
    pub managed: bool,
}

/// A door in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DoorPageView {
    pub door: DoorView,
    pub ready: bool,
    pub checks: Vec<CheckView>,
    pub slots: SlotsView,
    pub capacity: CapacityView,
    /// The host's own figure, whether or not it is the one that holds.
    pub host_limit: Option<u32>,
    pub outside: Vec<OutsideCodeView>,
    pub notes: Vec<NoteEntryView>,
    pub tests: Vec<DoorTestView>,
    /// Whole minutes since the last complete reading.
    pub read_minutes_ago: Option<i64>,
}

/// What the record and Seam say differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CompareView {
    /// Only doors with differences.
    pub doors: Vec<CompareDoorView>,
    /// How many doors and codes were compared.
    pub compared_doors: u32,
    pub compared_codes: u32,
    pub unread: Vec<UnreadView>,
    pub message: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CompareDoorView {
    pub door_id: String,
    pub door: String,
    /// In the record and not at Seam.
    pub missing: Vec<CodeView>,
    /// At Seam and not in the record.
    pub foreign: Vec<OutsideCodeView>,
    /// In both and not alike; `differs` says how.
    pub different: Vec<CompareCodeView>,
}

/// A code that Seam shows otherwise than the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CompareCodeView {
    pub code: CodeView,
    pub differs: Vec<DifferenceView>,
}
