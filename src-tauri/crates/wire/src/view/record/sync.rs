//! The news from a sync (docs/design.md, "Command line": `sync`).

use ops::sync::Synced;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::clean;

use crate::error::CommandError;
use crate::sentence;
use crate::view::UnreadView;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SyncView {
    pub doors: usize,
    pub new_doors: usize,
    pub gone_doors: Vec<String>,
    /// Doors that Seam only watches: those for which that is news, or all while it manages none.
    pub unmanaged_doors: Vec<String>,
    /// Doors that Seam only watched, and manages now.
    pub managed_again: Vec<String>,
    pub codes: usize,
    pub slots_changed: Vec<String>,
    pub lost_slots: Vec<LostSlotView>,
    /// Outcomes that were not known and were found.
    pub found: usize,
    pub second_codes: usize,
    /// Doors that could not be read completely: they keep what they had.
    pub unread: Vec<UnreadView>,
    /// Rows of the record that were damaged and were written anew as Seam says them.
    pub mended: u64,
    /// Seam's clock less this computer's.
    pub skew_ms: Option<i64>,
    /// In sentences: what the host should know, the most urgent first.
    pub messages: Vec<String>,
}

/// A code to come whose slot changed or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LostSlotView {
    pub intent_id: i64,
    pub label: String,
    pub slot_name: String,
}

impl SyncView {
    pub fn new(synced: &Synced) -> Self {
        let unread = synced.unread.iter().map(|(door, error)| UnreadView::new(door, CommandError::from_read(error)));
        let lost = |lost: &ops::LostSlot| LostSlotView {
            intent_id: lost.intent.0,
            label: clean(&lost.label),
            slot_name: clean(&lost.slot_name),
        };
        let names = |doors: &[String]| doors.iter().map(|door| clean(door)).collect();
        Self {
            doors: synced.doors,
            new_doors: synced.new_doors,
            gone_doors: names(&synced.gone_doors),
            unmanaged_doors: names(&synced.unmanaged_doors),
            managed_again: names(&synced.managed_again),
            codes: synced.codes,
            slots_changed: names(&synced.slots_changed),
            lost_slots: synced.lost_slots.iter().map(lost).collect(),
            found: synced.found,
            second_codes: synced.second_codes,
            unread: unread.collect(),
            mended: synced.mended,
            skew_ms: synced.skew_ms,
            messages: sentence::sync::synced(synced),
        }
    }
}
