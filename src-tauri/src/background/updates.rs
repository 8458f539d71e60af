//! Newer versions of the program: looked for once a day, told, and installed when the host says so.
//!
//! Off unless the program was built with the public half of the key that signs releases (docs/releasing.md): what came from a
//! distribution is updated by it.
//! Refuses: an older version, a package that the key did not sign for the version announced, and installing anything while a code
//! is on its way.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;
use tauri::{Context, Runtime, Url};
use tauri_plugin_updater::Update;
use wire::window::{ReleaseView, UpdateView};

/// Where releases are told, and whose signature they bear.
#[derive(Clone, Debug)]
pub struct Source {
    /// As `tauri signer generate` writes it.
    pub key: String,
    /// Of `latest.json`.
    pub endpoint: Url,
}

/// What is known of newer versions.
pub struct Updates {
    is_on: bool,
    found: Mutex<Option<Update>>,
}

/// Of a release's notes, so many letters are shown.
const NOTES: usize = 4_000;

impl Source {
    /// What this program was built with. Most builds have none.
    pub fn built_in() -> Option<Self> {
        let (key, endpoint) = (option_env!("LATCHBOOK_UPDATER_KEY")?, option_env!("LATCHBOOK_UPDATER_ENDPOINT")?);
        if key.is_empty() {
            return None;
        }
        match endpoint.parse() {
            Ok(endpoint) => Some(Self { key: key.to_owned(), endpoint }),
            Err(error) => {
                tracing::warn!(%error, "the updater was built with an address that is none");
                None
            }
        }
    }
}

/// Prepares an app for updates from there.
pub fn configure<R: Runtime>(context: &mut Context<R>, source: &Source) {
    let config = json!({
        "pubkey": source.key,
        "endpoints": [source.endpoint],
        // Else an old package, with its own good signature, could be announced as a new one.
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

    /// The release that was found, if it is newer.
    pub fn found(&self) -> Option<Update> {
        self.lock().clone()
    }

    pub fn set_found(&self, found: Option<Update>) {
        *self.lock() = found;
    }

    /// What the page shows.
    pub fn view(&self) -> UpdateView {
        UpdateView { is_on: self.is_on, found: self.lock().as_ref().map(release) }
    }

    /// The version that waits to be installed.
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

/// The items of a list in Markdown, without their dashes; an indented line goes on with the one before.
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
