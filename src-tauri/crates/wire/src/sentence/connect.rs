//! Whose key it is.

use domain::reading::WorkspaceReading;
use words::{clean, say, sentences};

pub(crate) fn connected(workspace: &WorkspaceReading) -> String {
    let name = clean(&workspace.name);
    let connected =
        if workspace.is_sandbox { say!("connected-sandbox", name = name) } else { say!("connected-live", name = name) };
    let suspended = workspace.is_suspended.then(|| say!("connected-suspended"));
    sentences([Some(connected), suspended])
}

pub(crate) fn forgotten(there_was_one: bool) -> String {
    if there_was_one { say!("key-forgotten") } else { say!("key-absent") }
}
