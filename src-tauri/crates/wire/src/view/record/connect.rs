//! Whose key it is (docs/design.md, "Command line": `connect`).

use domain::reading::WorkspaceReading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::clean;

use crate::sentence;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConnectView {
    pub workspace_id: String,
    pub workspace: String,
    pub is_sandbox: bool,
    pub is_suspended: bool,
    pub message: String,
}

/// The key was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisconnectView {
    pub forgotten: bool,
    pub message: String,
}

impl ConnectView {
    pub fn new(workspace: &WorkspaceReading) -> Self {
        Self {
            workspace_id: workspace.id.to_string(),
            workspace: clean(&workspace.name),
            is_sandbox: workspace.is_sandbox,
            is_suspended: workspace.is_suspended,
            message: sentence::connect::connected(workspace),
        }
    }
}

impl DisconnectView {
    /// `forgotten`: there was a key to remove.
    pub fn new(forgotten: bool) -> Self {
        Self { forgotten, message: sentence::connect::forgotten(forgotten) }
    }
}
