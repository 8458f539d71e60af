//! The frame around every page.

use wire::StatusView;

use super::Host;
use crate::error::CommandResult;
use crate::record::{opening, status};

/// The status that the frame shows. Tries again to open a record that could not be opened.
pub async fn get_status(host: Host<'_>) -> CommandResult<StatusView> {
    opening::try_again(&host);
    status::status(&host).await
}
