//! `connect`: checks a key with Seam, then keeps it in the keychain.

use std::io::{IsTerminal, Read};

use domain::ApiKey;
use wire::{CommandError, ConnectView, DisconnectView};
use words::say;
use zeroize::Zeroizing;

use super::Outcome;
use crate::args::ConnectArgs;
use crate::exit::{Exit, Failure};
use crate::invocation::{Invocation, wait_for};
use crate::show;

/// Longer than any key.
const MOST_TYPED: u64 = 4_096;

pub fn run(invocation: &Invocation, args: &ConnectArgs) -> Outcome {
    if args.forget {
        return forget(invocation);
    }
    let endpoint = invocation.endpoint()?;
    let folder = invocation.folder()?;
    // If no key can be stored, the host need not type one.
    let can_keep = wait_for(async { Ok(runtime::keychain().try_out().await.map_err(runtime::Error::from)?) });
    if can_keep.is_err() && is_given() {
        invocation.screen.note(&say!("cli-key-given-suffices"));
    }
    can_keep?;
    let key = read_key(invocation)?;
    wait_for(async {
        let app = runtime::open(&folder, endpoint, key.clone())?;
        let view = ConnectView::new(&app.connect().await?);
        runtime::keychain().store(&key).await.map_err(runtime::Error::from)?;
        invocation.screen.answer(&view, show::connect::connected);
        if is_given() {
            invocation.screen.note(&say!("cli-key-given"));
        }
        Ok(Exit::Done)
    })
}

/// Whether the environment has a key, which takes precedence over the keychain's.
fn is_given() -> bool {
    runtime::given_key().is_ok_and(|given| given.is_some())
}

fn forget(invocation: &Invocation) -> Outcome {
    wait_for(async {
        let forgotten = runtime::keychain().forget().await.map_err(runtime::Error::from)?;
        invocation.screen.answer(&DisconnectView::new(forgotten), show::connect::forgotten);
        Ok(Exit::Done)
    })
}

/// From a hidden prompt on a terminal, else from stdin. Never from the command line, where other users could read it.
fn read_key(invocation: &Invocation) -> Result<ApiKey, Failure> {
    let unread = |error: std::io::Error| Failure::usage(say!("cli-key-unread", error = error.to_string()));
    let mut typed = Zeroizing::new(Vec::new());
    if std::io::stdin().is_terminal() {
        invocation.screen.note(&say!("cli-type-key"));
        *typed = rpassword::prompt_password("Key: ").map_err(unread)?.into_bytes();
    } else {
        std::io::stdin().lock().take(MOST_TYPED).read_to_end(&mut typed).map_err(unread)?;
    }
    ApiKey::read(&typed).map_err(|fault| CommandError::from_key(fault).into())
}
