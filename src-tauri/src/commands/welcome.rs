//! Getting started: simulated doors, or a key.

use domain::ApiKey;
use wire::{ConnectView, DisconnectView, KeyState, StatusView};
use zeroize::Zeroizing;

use super::Host;
use crate::error::{CommandResult, bad_key};
use crate::record::{connect, key, opening, status};

/// Shows simulated doors.
pub async fn start_demo(host: Host<'_>) -> CommandResult<StatusView> {
    opening::open_demo(&host).await?;
    status::status(&host).await
}

/// Returns to the host's own doors, or to the welcome page.
pub async fn leave_demo(host: Host<'_>) -> CommandResult<StatusView> {
    opening::leave_demo(&host).await?;
    status::status(&host).await
}

/// Moves the demo's clock forward.
pub async fn set_demo_clock(host: Host<'_>, hours: u32) -> CommandResult<StatusView> {
    opening::set_demo_clock(&host, hours).await?;
    status::status(&host).await
}

/// Accepts the key, which is never returned.
pub async fn connect(host: Host<'_>, key: String, keep: bool) -> CommandResult<ConnectView> {
    let key = Zeroizing::new(key);
    let key = ApiKey::parse(&key).map_err(bad_key)?;
    connect::connect(&host, key, keep).await
}

/// Forgets the key.
pub async fn disconnect(host: Host<'_>) -> CommandResult<DisconnectView> {
    connect::disconnect(&host).await
}

/// Where the key is kept, or whether a keychain could keep one.
pub async fn get_keychain(host: Host<'_>) -> CommandResult<KeyState> {
    Ok(key::state(&host).await)
}
