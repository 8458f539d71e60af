//! The workspace that a record belongs to.

use jiff::Timestamp;

use crate::ids::WorkspaceId;

/// The pinned workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    pub id: WorkspaceId,
    pub name: String,
    pub is_sandbox: bool,
    pub is_suspended: bool,
    /// The last sync that read every door completely.
    pub read_at: Option<Timestamp>,
    /// Seam's clock less this computer's, in milliseconds.
    pub skew_ms: Option<i64>,
}
