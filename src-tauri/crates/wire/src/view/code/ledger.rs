//! The ledger as a list.

use domain::Pin;
use domain::ids::{DeviceId, IntentId};
use domain::lifecycle::seen_at;
use ops::codes::CodesQuery;
use ops::{CodeEntry, CodePage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock::DoorClock;
use crate::view::{CodeState, Show, civil_window, slot_name};
use words::clean;

/// Which codes to list. Everything given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
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

/// A page of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodeLinesView {
    pub codes: Vec<CodeLineView>,
    /// On every page.
    pub total: u64,
    /// The cursor of the next page.
    pub next: Option<i64>,
}

/// What a list shows of a code: a third of what a [`CodeView`](crate::CodeView) is, as a page of them is read at each key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodeLineView {
    pub intent_id: i64,
    pub marker: String,
    /// The door's name when the code was asked for.
    pub door: String,
    pub label: String,
    pub state: CodeState,
    /// A bullet for each character; `null` while there is no PIN.
    pub pin_masked: Option<String>,
    pub entry: String,
    pub exit: String,
    pub slot_name: String,
    /// Civil, in the host's time.
    pub made_at: String,
}

/// What the ledger is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    Xlsx,
    Csv,
    Pdf,
}

impl ExportFormat {
    /// The file's extension.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Pdf => "pdf",
        }
    }
}

impl CodesRequest {
    /// The request for the operations.
    pub fn asked(&self) -> CodesQuery {
        CodesQuery {
            door: self.door_id.as_deref().map(DeviceId::new),
            states: self.states.iter().flat_map(|state| state.in_record()).copied().collect(),
            at: self.at.clone(),
            search: self.search.clone(),
            after: self.after.map(IntentId),
            skip: self.skip,
            limit: self.limit,
        }
    }
}

impl CodeLinesView {
    pub fn new(page: &CodePage, show: &Show<'_>) -> Self {
        let codes = page.entries.iter().map(|entry| CodeLineView::new(entry, show)).collect();
        Self { codes, total: page.total, next: page.next.map(|id| id.0) }
    }
}

impl CodeLineView {
    fn new(listed: &CodeEntry, show: &Show<'_>) -> Self {
        let (intent, code) = (&listed.intent, &listed.code);
        let clock = DoorClock::named(&intent.promise.zone, show.tables);
        let (entry, exit) = civil_window(listed, &clock);
        Self {
            intent_id: intent.id.0,
            marker: intent.marker.to_string(),
            door: clean(&intent.door_name),
            label: clean(&intent.label),
            state: seen_at(code.state, code.ends_at, show.times).into(),
            pin_masked: code.pin.as_ref().map(Pin::masked),
            entry,
            exit,
            slot_name: slot_name(listed),
            made_at: show.done(intent.made_at),
        }
    }
}
