//! A door in full, and codes that were made outside this app.

use domain::ids::DeviceId;
use domain::note::{DoorTest, Note};
use domain::outside::OutsideCode;
use domain::readiness::Finding;
use domain::tables::Zone;
use store::NotedOn;

use crate::context::At;
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
    pub outside: Vec<Outside>,
    /// Newest first, as the tests.
    pub notes: Vec<Note>,
    pub tests: Vec<DoorTest>,
}

/// A code that was made outside this app, with its door.
#[derive(Clone, Debug)]
pub struct Outside {
    pub row: OutsideCode,
    pub door: String,
    pub zone: Option<Zone>,
}

/// # Errors
/// [`Error::NoSuchDoor`], or the record cannot be read.
pub fn door_page(at: &At<'_>, id: &DeviceId) -> Result<DoorPage, Error> {
    let door = door::by_id(&at.read, id, at.tables, at.times)?;
    Ok(DoorPage {
        findings: audit(&door, at.tables, at.times.now),
        capacity: capacity::of_door(at, &door)?,
        outside: of_door(at, &door)?,
        notes: at.read.notes(NotedOn::Door(id))?,
        tests: at.read.door_tests(id)?,
        door,
    })
}

/// Codes that were made outside this app, of every door or one.
///
/// # Errors
/// [`Error::NoSuchDoor`], or the record cannot be read.
pub fn outside(at: &At<'_>, door: Option<&DeviceId>) -> Result<Vec<Outside>, Error> {
    let doors = match door {
        Some(id) => vec![door::by_id(&at.read, id, at.tables, at.times)?],
        None => door::all(&at.read, at.tables, at.times)?,
    };
    let mut all = Vec::new();
    // Codes of a lock that is now known under another id belong to that door.
    for door in doors.iter().filter(|one| one.successor.is_none() || door.is_some()) {
        all.extend(of_door(at, door)?);
    }
    Ok(all)
}

fn of_door(at: &At<'_>, door: &Door) -> Result<Vec<Outside>, Error> {
    let rows = at.read.outside_codes(door.id(), at.times.earliest())?.into_iter();
    Ok(rows.map(|row| Outside::of(row, door)).collect())
}

impl Outside {
    pub(crate) fn of(row: OutsideCode, door: &Door) -> Self {
        Self { row, door: door.name().to_owned(), zone: door.zone.zone.clone() }
    }
}
