//! Today.

use wire::window::TodayView;

use super::Host;
use crate::error::Answer;

/// Who comes and goes, what needs the host, how full the doors are.
pub async fn get_today(host: Host<'_>) -> Answer<TodayView> {
    host.opened()?.today().await
}
