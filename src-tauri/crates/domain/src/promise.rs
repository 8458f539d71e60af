//! The promise to the host before the code was spent: kept with the intent, compared with Seam's answer.

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::ids::SlotId;
use crate::matching::Candidate;
use crate::stay::{Allowance, Preference, Stay};
use crate::tables::Zone;

/// The window and slot of one code, as chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub stay: Stay,
    pub allowance: Allowance,
    pub preference: Preference,
    pub slot_id: SlotId,
    pub slot_name: String,
    pub zone: String,
    /// Release and source of the zone tables in use.
    pub tables: String,
    pub entry: DateTime,
    pub exit: DateTime,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    /// Exactly as sent: civil time with the zone's offset.
    pub sent_from: String,
    pub sent_to: String,
    /// Whether `max_time_rounding: "1d"` is sent.
    pub rounds_by_day: bool,
}

impl Promise {
    /// Turns a candidate into a promise. `max_time_rounding` is sent only if an end is beyond the hour.
    pub fn new(candidate: &Candidate<'_>, wish: &crate::matching::Wish, zone: &Zone, tables: String) -> Self {
        Self {
            stay: wish.stay,
            allowance: wish.allowance,
            preference: wish.preference,
            slot_id: candidate.slot.facts.id.clone(),
            slot_name: candidate.slot.facts.name.clone(),
            zone: zone.name().to_owned(),
            tables,
            entry: candidate.entry.civil,
            exit: candidate.exit.civil,
            starts_at: candidate.entry.instant,
            ends_at: candidate.exit.instant,
            sent_from: candidate.entry.as_sent(),
            sent_to: candidate.exit.as_sent(),
            rounds_by_day: !candidate.within_hour,
        }
    }

    /// Whether two windows share time.
    pub fn overlaps(&self, starts_at: Timestamp, ends_at: Timestamp) -> bool {
        self.starts_at < ends_at && starts_at < self.ends_at
    }
}
