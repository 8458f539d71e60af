//! The demo's own folder, removed when the demo ends.

use std::path::{Path, PathBuf};

use words::say;

use crate::exit::Failure;

/// A newly created folder.
pub struct Folder(PathBuf);

impl Folder {
    pub fn make() -> Result<Self, Failure> {
        let name = |number: u32| format!("latchbook-demo-{}-{number}", std::process::id());
        let candidates = (0..100).map(|number| std::env::temp_dir().join(name(number)));
        // Creating it fails if anything has that name already.
        let made = candidates.into_iter().find(|path| std::fs::create_dir(path).is_ok());
        let full = || Failure::usage(say!("cli-no-demo-folder", path = std::env::temp_dir().display().to_string()));
        made.map(Self).ok_or_else(full)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // If removal fails, the folder is in the system's temporary folder, which the system may clear.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
