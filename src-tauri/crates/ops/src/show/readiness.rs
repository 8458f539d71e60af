//! The readiness of every door with the tests made at it, for the Readiness page.

use domain::note::DoorTest;
use domain::readiness::{Check, Finding, Level};
use domain::workspace::Workspace;
use store::Problem;

use crate::context::Snapshot;
use crate::door::audit::audit;
use crate::door::{self, Door};
use crate::error::Error;

/// Every door that is not gone, and the prerequisites of the whole program.
#[derive(Debug)]
pub struct Readiness {
    pub doors: Vec<DoorReadiness>,
    /// With the time of the last complete sync and the difference to Seam's clock.
    pub workspace: Option<Workspace>,
    /// The fault of the record's hash chain; if there is one, nothing is issued.
    pub problem: Option<Problem>,
}

#[derive(Debug)]
pub struct DoorReadiness {
    pub door: Door,
    /// Failures first, then warnings, then passes.
    pub findings: Vec<Finding>,
    /// Newest first.
    pub tests: Vec<DoorTest>,
}

pub fn readiness(at: &Snapshot<'_>) -> Result<Readiness, Error> {
    let doors = door::all(&at.read, at.tables, at.times)?.into_iter().filter(|door| door.row.gone_at.is_none());
    let doors = doors.map(|door| {
        let mut findings = audit(&door, at.tables, at.times.now);
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        Ok(DoorReadiness { findings, tests: at.read.door_tests(door.id())?, door })
    });
    Ok(Readiness {
        doors: doors.collect::<Result<_, Error>>()?,
        workspace: at.read.workspace()?,
        problem: at.read.verify_chain()?.into_iter().next(),
    })
}

impl Readiness {
    /// Doors on whose clock sets of zone tables disagree within the coming year.
    pub fn doors_with_disagreeing_tables(&self) -> usize {
        let disagrees = |finding: &Finding| finding.check == Check::ZoneData && finding.level != Level::Pass;
        self.doors.iter().filter(|door| door.findings.iter().any(disagrees)).count()
    }
}
