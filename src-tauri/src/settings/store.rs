//! The settings file: the shape of `wire` as JSON, in the settings folder.
//!
//! Owns: that a crash leaves the old file or the new one, never half a file; that an unreadable file is set aside and
//! reported; the bounds of every number. Refuses: secrets; the key is in the keychain.
//!
//! Compatibility: a missing key takes its default, an unknown one is dropped.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use seam::Endpoint;
use wire::{CommandError, SettingsView};

use crate::error::{CommandResult, from_paper};
use crate::language;

const FILE: &str = "settings.json";

/// The settings of this run and the folder they are stored in.
pub struct Settings {
    folder: PathBuf,
    current: Mutex<SettingsView>,
}

/// The result of loading.
#[derive(Debug, Default)]
struct Found {
    settings: SettingsView,
    /// The new path of a file that could not be read.
    set_aside: Option<PathBuf>,
}

impl Settings {
    /// Loads the settings and sets the language; a file that cannot be read is set aside and the defaults apply.
    pub fn load(folder: &Path) -> Self {
        let found = load(folder);
        if let Some(kept) = &found.set_aside {
            tracing::warn!(kept = %kept.display(), "the settings could not be read; using the defaults");
        }
        language::apply(&found.settings);
        Self { folder: folder.to_owned(), current: Mutex::new(found.settings) }
    }

    pub fn get(&self) -> SettingsView {
        self.current.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stores new settings and uses them from now on; if they cannot be stored, the old ones remain.
    pub fn replace(&self, settings: SettingsView) -> std::io::Result<()> {
        save(&self.folder, &settings)?;
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = settings;
        Ok(())
    }
}

/// The server in the settings, else Seam's. An address that a key must not be sent to is refused.
pub fn endpoint(settings: &SettingsView) -> CommandResult<Endpoint> {
    let Some(text) = &settings.endpoint else { return Ok(Endpoint::default()) };
    Endpoint::parse(text).map_err(|fault| CommandError::from_endpoint(fault.word(), &fault.to_string()))
}

fn load(folder: &Path) -> Found {
    let path = folder.join(FILE);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Found::default(),
        Err(_) => return Found { set_aside: set_aside(&path), ..Found::default() },
    };
    match serde_json::from_str(&text) {
        Ok(settings) => Found { settings: bounded(settings), set_aside: None },
        Err(_) => Found { set_aside: set_aside(&path), ..Found::default() },
    }
}

fn save(folder: &Path, settings: &SettingsView) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    runtime::write_file(&folder.join(FILE), &serde_json::to_vec_pretty(settings)?)
}

/// Rejects changed settings that could not be used later. Unchanged ones pass: they must not block another change.
pub fn check(new: &SettingsView, old: &SettingsView) -> CommandResult<()> {
    for message in new.messages.iter().filter(|message| !old.messages.contains(message)) {
        paper::check_template(&message.text).map_err(from_paper)?;
    }
    if new.endpoint != old.endpoint {
        endpoint(new)?;
    }
    Ok(())
}

/// Limits every number, from a page or a file, to a sensible range.
pub fn bounded(settings: SettingsView) -> SettingsView {
    SettingsView {
        outbox_seconds: match settings.outbox_seconds {
            0 => 0,
            seconds => seconds.clamp(3, 30),
        },
        reveal_seconds: settings.reveal_seconds.clamp(5, 300),
        clipboard_seconds: settings.clipboard_seconds.clamp(10, 300),
        sync_minutes: match settings.sync_minutes {
            0 => 0,
            minutes => minutes.clamp(5, 24 * 60),
        },
        zoom: settings.zoom.clamp(50, 200),
        endpoint: settings.endpoint.map(|text| text.trim().to_owned()),
        ..settings
    }
}

/// Moves a file to a free name.
fn set_aside(path: &Path) -> Option<PathBuf> {
    let name = |number: u32| path.with_extension(format!("damaged-{number}.json"));
    let free = (1..1_000).map(name).find(|candidate| !candidate.exists())?;
    std::fs::rename(path, &free).ok()?;
    Some(free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saved_settings_are_loaded_again() {
        let folder = tempfile::tempdir().unwrap();
        let settings = SettingsView { clipboard_seconds: 30, conceal: true, ..SettingsView::default() };
        save(folder.path(), &settings).unwrap();
        save(folder.path(), &settings).unwrap();
        let found = load(folder.path());
        assert_eq!(found.settings, settings, "every setting comes back");
        assert_eq!(found.set_aside, None, "a sound file stays where it is");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_reported() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["{\"check_in\": ", "[1]", "\u{0}\u{0}"] {
            std::fs::write(folder.path().join(FILE), text).unwrap();
            let found = load(folder.path());
            assert_eq!(found.settings, SettingsView::default(), "{text:?} gives the defaults");
            let kept = std::fs::read_to_string(found.set_aside.unwrap()).unwrap();
            assert_eq!(kept, text, "what the host may want to look at is still there");
        }
    }

    #[test]
    fn an_older_file_takes_defaults_for_missing_keys() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), r#"{"check_in":"15:00","of_a_newer_version":1}"#).unwrap();
        let found = load(folder.path()).settings;
        assert_eq!(
            (found.check_in.as_str(), found.check_out.as_str()),
            ("15:00", "10:00"),
            "one given, one by default"
        );
    }

    #[test]
    fn numbers_stay_within_bounds() {
        let wild = SettingsView {
            outbox_seconds: 1,
            reveal_seconds: 0,
            clipboard_seconds: 9_999,
            sync_minutes: 1,
            zoom: 1_000,
            endpoint: Some("  ".to_owned()),
            ..SettingsView::default()
        };
        let tame = bounded(wild);
        assert!(check(&tame, &SettingsView::default()).is_err(), "blanks are no endpoint: the key must not go to Seam");
        assert_eq!((tame.outbox_seconds, tame.reveal_seconds), (3, 5), "too short is made long enough");
        assert_eq!((tame.clipboard_seconds, tame.sync_minutes), (300, 5), "and the clipboard is cleared in the end");
        assert_eq!(tame.zoom, 200, "the window can still be read");
        let off = bounded(SettingsView { outbox_seconds: 0, sync_minutes: 0, ..SettingsView::default() });
        assert_eq!((off.outbox_seconds, off.sync_minutes), (0, 0), "off stays off");
    }
}
