//! The key: given once, kept in the keychain or for this run only, never given back.

use std::sync::Arc;

use domain::ApiKey;
use runtime::App;
use seam::{Client, Endpoint, Limits};
use wire::window::{KeyState, Mode, SettingsView};
use wire::{CommandError, ConnectView, DisconnectView};

use crate::background::watch;
use crate::error::{Answer, no_key, of_operation, of_runtime};
use crate::record::session::{Link, Session};
use crate::shell::Shell;

/// The key of the environment, else the one held for this run, else the keychain's, for a record that was just opened; then
/// what goes on in the background begins. Without one the record can still be read.
pub async fn find(shell: &Arc<Shell>, session: &Arc<Session>) {
    let link = match look_for_key(shell).await {
        Ok(Some((key, state))) => link(shell, session, key, state),
        Ok(None) => Link::without(KeyState::Absent, Some(no_key())),
        Err(error) => Link::without(of_fault(&error), Some(of_runtime(error))),
    };
    session.set_link(link);
    if session.app().is_ok() {
        watch::begin(shell, session);
    }
}

/// Checks a key with Seam and uses it from here on; `keep`: in the keychain, where one takes it.
///
/// # Errors
/// It is no key, Seam does not accept it, or it belongs to another workspace than the record.
pub async fn connect(shell: &Arc<Shell>, key: ApiKey, keep: bool) -> Answer<ConnectView> {
    // Before there is a record: a key that is refused must not leave an empty one behind.
    check(shell.endpoint()?, key.clone()).await?;
    if shell.mode().0 == Mode::Demo {
        shell.close().await?;
    }
    let session = Session::opened(&shell.open_live()?);
    let app = session.join(shell.endpoint()?, key.clone())?;
    let mut view = ConnectView::of(&app.connect().await.map_err(of_operation)?);
    let (state, trouble) = match keep {
        true => keep_key(shell, &key).await,
        false => (KeyState::Session, None),
    };
    if let Some(trouble) = trouble {
        view.message = format!("{} {trouble}", view.message);
    }
    session.set_link(Link::with(app, state, ends(&key)));
    shell.set_session_key((state == KeyState::Session).then_some(key));
    watch::begin(shell, session.session());
    shell.everything_changed();
    Ok(view)
}

async fn check(endpoint: Endpoint, key: ApiKey) -> Answer<()> {
    let client = Client::new(endpoint, key, Limits::default()).map_err(|error| of_runtime(error.into()))?;
    client.workspace().await.map(drop).map_err(|error| CommandError::of_read(&error))
}

/// Forgets the key, here and in the keychain. The record stays.
///
/// # Errors
/// The keychain has one and does not let go of it.
pub async fn disconnect(shell: &Arc<Shell>) -> Answer<DisconnectView> {
    let state = shell.opened().map_or(KeyState::Absent, |session| session.link().key);
    let is_live = shell.mode().0 == Mode::Live;
    if is_live {
        // First: while a request is under way the key stays.
        shell.close().await?;
    }
    let forgotten = match shell.keychain.forget().await {
        // A key that was never in a keychain is gone with this process.
        Err(_) if state == KeyState::Session => Ok(true),
        forgotten => forgotten.map_err(|error| of_runtime(error.into())),
    };
    match &forgotten {
        Ok(_) => {
            shell.set_session_key(None);
            if is_live {
                shell.open_live()?;
            }
        }
        // It is still there: so is what goes on with it.
        Err(_) if is_live => drop(shell.begin()),
        Err(_) => {}
    }
    shell.everything_changed();
    Ok(DisconnectView::of(forgotten? || state == KeyState::Session))
}

/// Where a key is or could be. May ask the host to unlock the keychain.
pub async fn state(shell: &Shell) -> KeyState {
    let known = shell.key_state();
    if matches!(known, KeyState::Kept | KeyState::Session | KeyState::Environment) {
        return known;
    }
    match shell.keychain.load().await {
        Ok(Some(_)) => KeyState::Kept,
        Ok(None) => shell.keychain.try_out().await.map_or_else(|error| of_fault(&error.into()), |()| KeyState::Absent),
        Err(error) => of_fault(&error.into()),
    }
}

/// The server that is set, else Seam's.
///
/// # Errors
/// What is set is no address, or one that a key must not be sent to.
pub fn endpoint(settings: &SettingsView) -> Answer<Endpoint> {
    let Some(text) = &settings.endpoint else { return Ok(Endpoint::default()) };
    Endpoint::parse(text).map_err(|fault| CommandError::of_endpoint(fault.word(), &fault.to_string()))
}

fn link(shell: &Shell, session: &Session, key: ApiKey, state: KeyState) -> Link {
    let ends = ends(&key);
    let joined: Answer<Arc<App>> = shell.endpoint().and_then(|endpoint| session.join(endpoint, key));
    match joined {
        Ok(app) => Link::with(app, state, ends),
        Err(trouble) => Link::without(state, Some(trouble)),
    }
}

/// In the keychain, else for this run only, with the reason.
async fn keep_key(shell: &Shell, key: &ApiKey) -> (KeyState, Option<String>) {
    match shell.keychain.store(key).await {
        Ok(()) => (KeyState::Kept, None),
        Err(error) => (KeyState::Session, Some(error.to_string())),
    }
}

async fn look_for_key(shell: &Shell) -> Result<Option<(ApiKey, KeyState)>, runtime::Error> {
    if let Some(key) = runtime::given_key()? {
        return Ok(Some((key, KeyState::Environment)));
    }
    if let Some(key) = shell.session_key() {
        return Ok(Some((key, KeyState::Session)));
    }
    Ok(shell.keychain.load().await?.map(|key| (key, KeyState::Kept)))
}

fn of_fault(error: &runtime::Error) -> KeyState {
    use vault::Error as Fault;
    let runtime::Error::Keychain(fault) = error else { return KeyState::Absent };
    match fault {
        Fault::Locked | Fault::Denied | Fault::TimedOut { .. } => KeyState::Locked,
        Fault::NoService(_)
        | Fault::NoKeychain
        | Fault::Ambiguous
        | Fault::TooLong { .. }
        | Fault::Garbled
        | Fault::NotKept
        | Fault::Crashed
        | Fault::Other(_) => KeyState::Unavailable,
    }
}

/// Enough to tell two keys apart.
fn ends(key: &ApiKey) -> Option<String> {
    let key = key.expose();
    key.char_indices().rev().nth(3).and_then(|(at, _)| key.get(at..)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_characters_of_a_key_are_shown_and_no_more() {
        let key = ApiKey::parse("seam_test2bMS_94SrxGzvbVzP").unwrap();
        assert_eq!(ends(&key).as_deref(), Some("bVzP"), "the last four");
    }
}
