//! The frame around every page.

use wire::window::StatusView;

use super::Host;
use crate::error::Answer;
use crate::record::{opening, status};

/// What the frame shows. A record that could not be opened is tried again.
pub async fn get_status(host: Host<'_>) -> Answer<StatusView> {
    opening::try_again(&host);
    status::status(&host).await
}
