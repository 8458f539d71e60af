//! A door in full, and codes that were made outside this app.

use domain::code_elsewhere::CodeElsewhere;
use domain::ids::DeviceId;
use domain::note::{DoorTest, Note};
use domain::readiness::Finding;
use domain::tables::Zone;
use store::NotedOn;

use crate::context::Snapshot;
use crate::door::audit::audit;
use crate::door::{self, Door};
use crate::error::Error;
use crate::show::capacity::{self, Capacity};

/// A door with everything that is known about it.
#[derive(Debug)]
pub struct DoorPage {
    pub door: Door,
    pub findings: Vec<Finding>,
    pub capacity: Capacity,
    pub outside: Vec<ListedElsewhere>,
    /// Newest first, as the tests.
    pub notes: Vec<Note>,
    pub tests: Vec<DoorTest>,
}

/// A code that was made outside this app, with its door.
#[derive(Clone, Debug)]
pub struct ListedElsewhere {
    pub row: CodeElsewhere,
    pub door: String,
    pub zone: Option<Zone>,
}

/// # Errors
/// [`Error::NoSuchDoor`], or the record cannot be read.
pub fn door_page(at: &Snapshot<'_>, id: &DeviceId) -> Result<DoorPage, Error> {
    let door = door::by_id(&at.read, id, at.tables, at.times)?;
    Ok(DoorPage {
        findings: audit(&door, at.tables, at.times.now),
        capacity: capacity::for_door(at, &door)?,
        outside: for_door(at, &door)?,
        notes: at.read.notes(NotedOn::Door(id))?,
        tests: at.read.door_tests(id)?,
        door,
    })
}

/// Codes that were made outside this app, of every door or one.
///
/// # Errors
/// [`Error::NoSuchDoor`], or the record cannot be read.
pub fn outside(at: &Snapshot<'_>, door: Option<&DeviceId>) -> Result<Vec<ListedElsewhere>, Error> {
    let doors = match door {
        Some(id) => vec![door::by_id(&at.read, id, at.tables, at.times)?],
        None => door::all(&at.read, at.tables, at.times)?,
    };
    let mut all = Vec::new();
    // Codes of a lock that is now known under another id belong to that door.
    for door in doors.iter().filter(|one| one.successor.is_none() || door.is_some()) {
        all.extend(for_door(at, door)?);
    }
    Ok(all)
}

fn for_door(at: &Snapshot<'_>, door: &Door) -> Result<Vec<ListedElsewhere>, Error> {
    let rows = at.read.codes_elsewhere(door.id(), at.times.earliest())?.into_iter();
    Ok(rows.map(|row| ListedElsewhere::new(row, door)).collect())
}

impl ListedElsewhere {
    pub(crate) fn new(row: CodeElsewhere, door: &Door) -> Self {
        Self { row, door: door.name().to_owned(), zone: door.zone.zone.clone() }
    }
}
