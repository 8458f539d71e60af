//! Connecting with a key, and forgetting it.

use std::sync::Arc;

use domain::ApiKey;
use seam::{Client, Endpoint, Limits};
use wire::{CommandError, ConnectView, DisconnectView, KeyState, Mode};

use super::session::{Link, Session};
use super::{key, opening};
use crate::background::watch;
use crate::error::{CommandResult, from_operation, from_runtime};
use crate::shell::Shell;

/// Checks a key with Seam and uses it from now on; with `keep` it is stored in the keychain if possible.
///
/// # Errors
/// Seam rejects the key, or it belongs to another workspace than the record.
pub async fn connect(shell: &Arc<Shell>, key: ApiKey, keep: bool) -> CommandResult<ConnectView> {
    // Before a record is created: a rejected key must not leave an empty one behind.
    check(shell.endpoint()?, key.clone()).await?;
    if shell.mode().0 == Mode::Demo {
        opening::close(shell).await?;
    }
    let session = Session::opened(&opening::open_live(shell)?);
    let app = session.join(shell.endpoint()?, key.clone())?;
    let mut view = ConnectView::new(&app.connect().await.map_err(from_operation)?);
    let (state, trouble) = match keep {
        true => shell.keys.keep(&key).await,
        false => (KeyState::Session, None),
    };
    if let Some(trouble) = trouble {
        view.message = format!("{} {trouble}", view.message);
    }
    session.set_link(Link::with(app, state, key::ends(&key)));
    shell.keys.set_session_key((state == KeyState::Session).then_some(key));
    watch::restart(shell, session.session());
    shell.everything_changed();
    Ok(view)
}

async fn check(endpoint: Endpoint, key: ApiKey) -> CommandResult<()> {
    let client = Client::new(endpoint, key, Limits::default()).map_err(|error| from_runtime(error.into()))?;
    client.workspace().await.map(drop).map_err(|error| CommandError::from_read(&error))
}

/// Forgets the key, in memory and in the keychain. The record stays.
///
/// # Errors
/// The keychain has the key and does not release it.
pub async fn disconnect(shell: &Arc<Shell>) -> CommandResult<DisconnectView> {
    let state = shell.key_state();
    let is_live = shell.mode().0 == Mode::Live;
    if is_live {
        // First, because the key stays while a request is in flight.
        opening::close(shell).await?;
    }
    let forgotten = match shell.keys.forget().await {
        // A key that was never in a keychain is gone once this process drops it.
        Err(_) if state == KeyState::Session => Ok(true),
        forgotten => forgotten.map_err(|error| from_runtime(error.into())),
    };
    match &forgotten {
        Ok(_) => {
            shell.keys.set_session_key(None);
            if is_live {
                opening::open_live(shell)?;
            }
        }
        // The key remains, and so does the work that uses it.
        Err(_) if is_live => drop(opening::open_existing(shell)),
        Err(_) => {}
    }
    shell.everything_changed();
    Ok(DisconnectView::new(forgotten? || state == KeyState::Session))
}
