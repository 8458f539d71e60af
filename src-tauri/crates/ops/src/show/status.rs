//! The record's part of the frame around every page: one cheap query.

use domain::lifecycle::State;
use domain::readiness::is_ready;
use domain::workspace::Workspace;
use store::unless_damaged;

use crate::context::Snapshot;
use crate::door;
use crate::door::audit::audit;
use crate::error::Error;
use crate::host::stays;
use crate::show::attention::needs;

#[derive(Clone, Debug, Default)]
pub struct Status {
    pub workspace: Option<Workspace>,
    /// Doors that are not gone.
    pub doors: u32,
    /// Doors with a damaged row: left out of every list until a sync has repaired them.
    pub damaged_doors: u32,
    /// Open tasks for the host.
    pub needs_you: u32,
    /// Doors that are not gone and not ready.
    pub not_ready: u32,
    /// Codes that are watched until they are set.
    pub watched: u32,
}

pub fn status(at: &Snapshot<'_>) -> Result<Status, Error> {
    let doors = door::all(&at.read, at.tables, at.times)?;
    let needs = needs(at, &doors, &stays::planned(at)?)?;
    let there: Vec<_> = doors.iter().filter(|door| door.row.gone_at.is_none()).collect();
    let not_ready = there.iter().filter(|door| !is_ready(&audit(door, at.tables, at.times.now))).count();
    let under_way = [State::Intent, State::Sending, State::Accepted, State::Setting];
    Ok(Status {
        // Everything else can be shown without its name and the time of its last reading.
        workspace: unless_damaged(at.read.workspace())?.flatten(),
        doors: count(there.len()),
        damaged_doors: door::count_damaged(&at.read, &doors)?,
        needs_you: count(needs.len()),
        not_ready: count(not_ready),
        watched: u32::try_from(at.read.count_open(&under_way, at.times)?).unwrap_or(u32::MAX),
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
