//! The frame around every page.

use wire::window::StatusView;

use super::Host;
use crate::error::Answer;
use crate::status;

/// What the frame shows.
#[tauri::command(rename_all = "snake_case")]
pub async fn get_status(host: Host<'_>) -> Answer<StatusView> {
    status::status(&host).await
}
