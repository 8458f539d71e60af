//! Today.

use wire::TodayView;

use super::Host;
use crate::error::CommandResult;

/// Arrivals and departures, open tasks for the host, and how full the doors are.
pub async fn get_today(host: Host<'_>) -> CommandResult<TodayView> {
    host.opened()?.today().await
}
