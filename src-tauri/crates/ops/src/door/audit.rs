//! Door readiness, from the record alone.

use domain::readiness::{self, DoorFacts, Finding};
use domain::tables::ZoneTables;
use jiff::Timestamp;

use crate::door::Door;

/// Every check of a door, passed or not (docs/design.md, "Command line": `audit`).
pub fn audit(door: &Door, tables: &ZoneTables, now: Timestamp) -> Vec<Finding> {
    let reading = &door.row.reading;
    let (account_errors, account_warnings) = door.account_notices();
    let facts = DoorFacts {
        gone_since: door.row.gone_at,
        is_managed: reading.is_managed,
        offline_capable: reading.offline_capable,
        zone: &door.zone,
        tables,
        slots: &door.slots,
        time_frames: &reading.time_frames,
        places: &door.places,
        odd_limit: reading.odd_limit.as_deref(),
        door_errors: &reading.errors,
        door_warnings: &reading.warnings,
        account_errors,
        account_warnings,
        last_read_at: door.row.read_at,
    };
    readiness::check(&facts, now)
}
