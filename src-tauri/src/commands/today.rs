//! Today.

use wire::window::TodayView;

use super::Host;
use crate::error::Answer;

/// Arrivals and departures, open tasks for the host, and how full the doors are.
pub async fn get_today(host: Host<'_>) -> Answer<TodayView> {
    host.opened()?.today().await
}
