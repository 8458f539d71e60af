//! Readiness of every door (docs/design.md, "Command line": `audit`).

use domain::readiness::{Finding, is_ready};
use domain::tables::ZoneTables;
use jiff::Timestamp;
use ops::door::Door;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::clean;

use crate::sentence;
use crate::view::words::{Level, Who};

/// Every door, each with every check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditView {
    pub doors: Vec<DoorAuditView>,
    /// Release and source of the zone tables in use.
    pub tables: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoorAuditView {
    pub door_id: String,
    pub name: String,
    /// What tells it from another door of its name that Seam lists: its site, else its id.
    pub apart: Option<String>,
    /// Nothing fails.
    pub ready: bool,
    pub checks: Vec<CheckView>,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckView {
    /// The word for what is checked.
    pub check: String,
    pub level: Level,
    /// What was found.
    pub message: String,
    /// What to do; `null` where nothing needs doing.
    pub mend: Option<String>,
    pub who: Option<Who>,
}

impl AuditView {
    pub fn new(doors: &[Door], tables: &ZoneTables, now: Timestamp) -> Self {
        let doors = doors.iter().map(|door| DoorAuditView::new(door, tables, now)).collect();
        Self { doors, tables: tables.version() }
    }
}

impl DoorAuditView {
    pub fn new(door: &Door, tables: &ZoneTables, now: Timestamp) -> Self {
        let findings = ops::audit::audit(door, tables, now);
        Self {
            door_id: door.id().to_string(),
            name: clean(door.name()),
            apart: door.apart.as_deref().map(clean),
            ready: is_ready(&findings),
            checks: findings.iter().map(CheckView::new).collect(),
        }
    }
}

impl CheckView {
    pub fn new(finding: &Finding) -> Self {
        let told = sentence::finding::finding(finding);
        Self {
            check: finding.check.as_str().to_owned(),
            level: finding.level.into(),
            message: told.message,
            mend: told.mend,
            who: finding.who.map(Who::from),
        }
    }
}
