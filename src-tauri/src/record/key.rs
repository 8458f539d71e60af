//! The key of the open record: found when the record opens, and named to the page by its state and last characters only.

use std::sync::Arc;

use domain::ApiKey;
use runtime::App;
use tokio::task::JoinHandle;
use wire::{Changed, KeyState};

use super::key_store::state_after;
use super::session::{Link, Session};
use crate::background::watch;
use crate::error::{CommandResult, from_runtime, no_key};
use crate::shell::Shell;

/// Looks for the key of a record that has just opened, then starts its background work. Without a key the record can
/// still be read.
pub fn find_in_background(shell: &Arc<Shell>, session: &Arc<Session>) -> JoinHandle<()> {
    let (shell, session) = (Arc::clone(shell), Arc::clone(session));
    let tasks = session.tasks.clone();
    tasks.spawn(async move {
        find(&shell, &session).await;
        shell.page.changed(&[Changed::Status]);
    })
}

async fn find(shell: &Arc<Shell>, session: &Arc<Session>) {
    let link = match shell.keys.find().await {
        Ok(Some((key, state))) => link(shell, session, key, state),
        Ok(None) => Link::without(KeyState::Absent, Some(no_key())),
        Err(error) => Link::without(state_after(&error), Some(from_runtime(error))),
    };
    session.set_link(link);
    if session.app().is_ok() {
        watch::restart(shell, session);
    }
}

fn link(shell: &Shell, session: &Session, key: ApiKey, state: KeyState) -> Link {
    let ends = ends(&key);
    let joined: CommandResult<Arc<App>> = shell.endpoint().and_then(|endpoint| session.join(endpoint, key));
    match joined {
        Ok(app) => Link::with(app, state, ends),
        Err(trouble) => Link::without(state, Some(trouble)),
    }
}

/// Where the key is or could be stored. May ask the host to unlock the keychain.
pub async fn state(shell: &Shell) -> KeyState {
    let known = shell.key_state();
    if matches!(known, KeyState::Kept | KeyState::Session | KeyState::Environment) {
        return known;
    }
    shell.keys.keychain_state().await
}

/// The last characters of a key, enough to tell two keys apart.
pub fn ends(key: &ApiKey) -> Option<String> {
    let key = key.expose();
    key.char_indices().rev().nth(3).and_then(|(at, _)| key.get(at..)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_four_characters_of_a_key_are_shown() {
        let key = ApiKey::parse("seam_test2bMS_94SrxGzvbVzP").unwrap();
        assert_eq!(ends(&key).as_deref(), Some("bVzP"), "the last four");
    }
}
