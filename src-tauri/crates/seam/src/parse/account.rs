//! Connected accounts and the workspace.

use domain::ids::{AccountId, WorkspaceId};
use domain::reading::{AccountReading, WorkspaceReading};
use serde_json::Value;

use super::notice;
use super::value::Fields;

/// The account, or `None` when the object has no id.
pub(super) fn read(object: &Value) -> Option<AccountReading> {
    let account = Fields::new(object);
    let id = account.text(&["connected_account_id"])?;
    let (errors, warnings) = notice::read(account);
    let name = account.text(&["display_name", "account_type_display_name", "account_type"]);
    Some(AccountReading { name: name.unwrap_or_else(|| id.clone()), id: AccountId::new(id), errors, warnings })
}

/// The workspace, or `None` when the object has no id.
pub(super) fn read_workspace(object: &Value) -> Option<WorkspaceReading> {
    let workspace = Fields::new(object);
    let id = workspace.text(&["workspace_id"])?;
    Some(WorkspaceReading {
        name: workspace.text(&["name", "connect_partner_name", "company_name"]).unwrap_or_else(|| id.clone()),
        id: WorkspaceId::new(id),
        is_sandbox: workspace.flag(&["is_sandbox"]).unwrap_or(false),
        is_suspended: workspace.flag(&["is_suspended"]).unwrap_or(false),
    })
}
