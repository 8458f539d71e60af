//! Newer versions of the program: where they come from and which one was found.
//!
//! Off unless the program was built with the public key for releases (docs/releasing.md): a distribution updates its own
//! packages.
//! Refuses: an older version, and a package that the key did not sign for the announced version.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;
use tauri::{Context, Runtime, Url};
use tauri_plugin_updater::Update;
use wire::{ReleaseView, UpdateView};

/// Where releases are announced, and the key that signs them.
#[derive(Clone, Debug)]
pub struct Source {
    /// The public key, as `tauri signer generate` writes it.
    pub key: String,
    /// The address of `latest.json`.
    pub endpoint: Url,
}

/// The result of the last check.
pub struct Updates {
    is_on: bool,
    found: Mutex<Option<Update>>,
}

/// Maximum characters of release notes shown.
const NOTES: usize = 4_000;

impl Source {
    /// The source this program was built with. Most builds have none.
    pub fn built_in() -> Option<Self> {
        let (key, endpoint) = (option_env!("LATCHBOOK_UPDATER_KEY")?, option_env!("LATCHBOOK_UPDATER_ENDPOINT")?);
        if key.is_empty() {
            return None;
        }
        match endpoint.parse() {
            Ok(endpoint) => Some(Self { key: key.to_owned(), endpoint }),
            Err(error) => {
                tracing::warn!(%error, "the updater was built with an invalid address");
                None
            }
        }
    }
}

/// Prepares an app to update itself from a source.
pub fn configure<R: Runtime>(context: &mut Context<R>, source: &Source) {
    let config = json!({
        "pubkey": source.key,
        "endpoints": [source.endpoint],
        // Otherwise an old package, with its own valid signature, could be announced as a new one.
        "requireSignedVersion": true,
        "windows": { "installMode": "passive" },
    });
    context.config_mut().plugins.0.insert("updater".to_owned(), config);
}

impl Updates {
    pub fn new(is_on: bool) -> Self {
        Self { is_on, found: Mutex::default() }
    }

    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// The newer release that was found.
    pub fn found(&self) -> Option<Update> {
        self.lock().clone()
    }

    pub fn set_found(&self, found: Option<Update>) {
        *self.lock() = found;
    }

    /// The view for the page.
    pub fn view(&self) -> UpdateView {
        UpdateView { is_on: self.is_on, found: self.lock().as_ref().map(release) }
    }

    /// The version that is ready to install.
    pub fn version(&self) -> Option<String> {
        self.lock().as_ref().map(|update| words::clean(&update.version))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Update>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn release(update: &Update) -> ReleaseView {
    let notes = update.body.as_deref().unwrap_or_default();
    ReleaseView {
        version: words::clean(&update.version),
        date: update.date.map(|at| at.date().to_string()),
        notes: items(&notes.chars().take(NOTES).collect::<String>()),
    }
}

/// The items of a Markdown list without their dashes; an indented line continues the one before.
fn items(notes: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in notes.lines() {
        let words: Vec<String> = line.split_whitespace().map(words::clean).filter(|word| !word.is_empty()).collect();
        match items.last_mut() {
            _ if words.is_empty() => {}
            Some(item) if line.starts_with(' ') => *item = format!("{item} {}", words.join(" ")),
            _ => items.push(words.join(" ").trim_start_matches("- ").to_owned()),
        }
    }
    items
}
