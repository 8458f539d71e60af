//! Resources of one run: its screen, its folder, its endpoint; each opened only when a command needs it.

use std::path::PathBuf;

use ops::door::Door;
use runtime::{App, Offline};
use seam::Endpoint;
use tokio::runtime::Builder;
use wire::{CommandError, Show};
use words::say;

use crate::args::Globals;
use crate::exit::{Failure, sentence};
use crate::screen::{Screen, variable};

/// One run.
pub struct Invocation {
    pub screen: Screen,
    data_dir: Option<PathBuf>,
    endpoint: Option<String>,
}

impl Invocation {
    pub fn new(globals: Globals) -> Self {
        let Globals { data_dir, json, endpoint, language: _ } = globals;
        Self { screen: Screen::new(json), data_dir, endpoint: endpoint.or_else(|| variable("SEAM_ENDPOINT")) }
    }

    /// The folder of the record.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        Ok(runtime::data_folder(self.data_dir.as_deref())?)
    }

    /// Seam's address.
    pub fn endpoint(&self) -> Result<Endpoint, Failure> {
        let Some(text) = self.endpoint.as_deref() else { return Ok(Endpoint::default()) };
        Endpoint::parse(text).map_err(|fault| CommandError::from_endpoint(fault.word(), &fault.to_string()).into())
    }

    /// The record for reading: no network, no keychain.
    pub fn offline(&self) -> Result<Offline, Failure> {
        let offline = runtime::open_offline(&self.folder()?)?;
        // A record that fails even this is damaged, and the command will report it.
        if let Ok(times) = offline.times() {
            self.screen.heed(times);
        }
        Ok(offline)
    }

    /// The app, with the key from the environment or the keychain.
    pub async fn app(&self) -> Result<App, Failure> {
        let endpoint = self.endpoint()?;
        let folder = self.folder()?;
        let (key, _) = runtime::find_key().await?;
        Ok(runtime::open(&folder, endpoint, key)?)
    }
}

/// The door named in the arguments.
pub fn door(offline: &Offline, asked: &str) -> Result<Door, Failure> {
    Ok(ops::door::find(&offline.read(), asked, offline.tables(), offline.times()?)?)
}

/// The message if there are no doors: either never synced, or Seam has none.
pub fn no_doors(offline: &Offline) -> Result<String, Failure> {
    let was_read = ops::door::was_read(&offline.read())?;
    Ok(if was_read { say!("cli-no-doors-at-seam") } else { say!("cli-no-doors") })
}

/// How codes are shown: as of now, with PINs only if requested.
pub fn show(app: &App, pins: bool) -> Show<'_> {
    Show { pins, times: app.times(), tables: &app.tables, here: None }
}

/// Runs a future that waits for the network.
pub fn wait_for<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    run_on(Builder::new_current_thread(), work)
}

/// Runs a future that serves others while it waits.
pub fn serve<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    run_on(Builder::new_multi_thread(), work)
}

fn run_on<T>(mut builder: Builder, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = builder.enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(wire::ErrorCode::Internal, sentence(&error.to_string())))?;
    let done = runtime.block_on(work);
    // An unanswered prompt must not keep the program from ending.
    runtime.shutdown_background();
    done
}
