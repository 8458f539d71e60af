//! The workspace that this record belongs to, pinned at the first connection. One row.

use domain::ids::WorkspaceId;
use domain::reading::WorkspaceReading;
use domain::workspace::Workspace;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::error::Error;
use crate::sums;
use crate::text::{Millis, maybe_millis};
use crate::transaction::{Read, Write};

impl Read<'_> {
    /// The pinned workspace, if any.
    pub fn workspace(&self) -> Result<Option<Workspace>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM workspace")?;
        let row = statement.query_row([], |row| {
            sums::check(row, 0)?;
            Ok(Workspace {
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

    /// Whether the pinned workspace is this one, even if the rest of its row is damaged: a changed id matches no other
    /// workspace.
    pub fn is_pinned(&self, id: &WorkspaceId) -> Result<bool, Error> {
        let sql = "SELECT EXISTS (SELECT 1 FROM workspace WHERE workspace_id = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get(0))?)
    }
}

impl Write<'_> {
    /// Pins the workspace, or keeps its name and flags up to date. Writes nothing if nothing changed. Keeps only the id
    /// of a damaged row and returns `true`.
    ///
    /// # Errors
    /// The record cannot be written. The caller must check that the id is the pinned one.
    pub fn put_workspace(&self, workspace: &WorkspaceReading, now: Timestamp) -> Result<bool, Error> {
        let is_damaged = self.workspace().is_err_and(|error| error.is_damage());
        let sql = "INSERT INTO workspace (only, workspace_id, name, is_sandbox, is_suspended, pinned_at)
            VALUES (1, ?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (only) DO UPDATE SET name = ?2, is_sandbox = ?3, is_suspended = ?4,
                pinned_at = iif(?6, ?5, pinned_at), read_at = iif(?6, NULL, read_at), skew_ms = iif(?6, NULL, skew_ms)
            WHERE ?6 OR (name, is_sandbox, is_suspended) IS NOT (?2, ?3, ?4)";
        let (id, now) = (workspace.id.as_str(), Millis(now));
        let values = params![id, workspace.name, workspace.is_sandbox, workspace.is_suspended, now, is_damaged];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(is_damaged)
    }

    /// Records that every door was read completely: the one row that a sync without news writes. `skew_ms`: Seam's
    /// clock less this computer's, if Seam reported it.
    pub fn stamp_full_reading(&self, now: Timestamp, skew_ms: Option<i64>) -> Result<(), Error> {
        // A door that was read separately while the clock was ahead would seem to be read then.
        let ahead = "UPDATE door SET read_at = NULL WHERE read_at > ?1 AND gone_at IS NULL";
        self.connection.prepare_cached(ahead)?.execute([Millis(now)])?;
        let sql = "UPDATE workspace SET read_at = ?1, skew_ms = coalesce(?2, skew_ms)";
        self.connection.prepare_cached(sql)?.execute(params![Millis(now), skew_ms])?;
        Ok(())
    }

    /// Notes how far the clocks are apart, when not every door could be read.
    pub fn note_skew(&self, skew_ms: i64) -> Result<(), Error> {
        self.connection.prepare_cached("UPDATE workspace SET skew_ms = ?1")?.execute([skew_ms])?;
        Ok(())
    }
}
