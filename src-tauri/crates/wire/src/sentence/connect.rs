//! Whose key it is.

use domain::reading::WorkspaceReading;

use crate::clean::clean;

pub(crate) fn connected(workspace: &WorkspaceReading) -> String {
    let name = clean(&workspace.name);
    let kind = if workspace.is_sandbox { "a sandbox: its codes open no real door" } else { "a live workspace" };
    let suspended = if workspace.is_suspended {
        " Seam has suspended it because it was not used; open it once in Seam's console to wake it."
    } else {
        ""
    };
    format!("Connected to “{name}”, {kind}.{suspended} Sync next.")
}

pub(crate) fn forgotten(there_was_one: bool) -> &'static str {
    if there_was_one {
        "The key is no longer in the keychain. It is still valid at Seam: revoke it there if nobody else uses it."
    } else {
        "There was no key in the keychain. Nothing needed to be done."
    }
}
