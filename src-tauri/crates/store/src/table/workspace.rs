//! The workspace that this record belongs to, pinned at the first connection. One row.

use domain::ids::WorkspaceId;
use domain::reading::WorkspaceReading;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::error::Error;
use crate::sums;
use crate::text::{Millis, maybe_millis};
use crate::transaction::{Read, Write};

/// The pinned workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceRow {
    pub id: WorkspaceId,
    pub name: String,
    pub is_sandbox: bool,
    pub is_suspended: bool,
    /// The last sync that read every door completely.
    pub read_at: Option<Timestamp>,
    /// Seam's clock less this computer's, in milliseconds.
    pub skew_ms: Option<i64>,
}

impl Read<'_> {
    /// The pinned workspace, if any.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn workspace(&self) -> Result<Option<WorkspaceRow>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM workspace")?;
        let row = statement.query_row([], |row| {
            sums::check(row, 0)?;
            Ok(WorkspaceRow {
                id: WorkspaceId::new(row.get::<_, String>("workspace_id")?),
                name: row.get("name")?,
                is_sandbox: row.get("is_sandbox")?,
                is_suspended: row.get("is_suspended")?,
                read_at: maybe_millis(row, "read_at")?,
                skew_ms: row.get("skew_ms")?,
            })
        });
        Ok(row.optional()?)
    }
}

impl Write<'_> {
    /// Pins the workspace, or keeps its name and flags up to date. Writes nothing if nothing changed.
    ///
    /// # Errors
    /// The record cannot be written. That the id is the pinned one is for the caller to check.
    pub fn put_workspace(&self, workspace: &WorkspaceReading, now: Timestamp) -> Result<(), Error> {
        let sql = "INSERT INTO workspace (only, workspace_id, name, is_sandbox, is_suspended, pinned_at)
            VALUES (1, ?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (only) DO UPDATE SET name = ?2, is_sandbox = ?3, is_suspended = ?4
            WHERE (name, is_sandbox, is_suspended) IS NOT (?2, ?3, ?4)";
        let values =
            params![workspace.id.as_str(), workspace.name, workspace.is_sandbox, workspace.is_suspended, Millis(now)];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Notes that every door was read completely: the one row that a sync without news writes.
    ///
    /// # Errors
    /// The record cannot be written.
    pub fn stamp_full_reading(&self, now: Timestamp, skew_ms: Option<i64>) -> Result<(), Error> {
        let sql = "UPDATE workspace SET read_at = ?1, skew_ms = coalesce(?2, skew_ms)";
        self.connection.prepare_cached(sql)?.execute(params![Millis(now), skew_ms])?;
        Ok(())
    }
}
