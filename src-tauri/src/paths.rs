//! The folders of the record, the demo's record, the settings and the logs.
//!
//! Owns: one answer for the whole app, the same for the record as the command line's. With `LATCHBOOK_DATA_DIR` everything,
//! including the browser engine's files, stays in that folder.

use std::path::{Path, PathBuf};

use runtime::{FOLDER_VARIABLE, IDENTIFIER};

/// The folders of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The host's record.
    pub data: PathBuf,
    /// The record of the simulated doors.
    pub demo: PathBuf,
    /// The settings.
    pub config: PathBuf,
    pub logs: PathBuf,
    /// Everything is in one folder that the host named.
    pub is_portable: bool,
}

impl Paths {
    /// Finds the folders from the environment and the platform.
    ///
    /// # Errors
    /// [`runtime::Error::NoFolder`] if the system has no home folder.
    #[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
    pub fn find() -> Result<Self, runtime::Error> {
        let data = runtime::data_folder(None)?;
        if std::env::var_os(FOLDER_VARIABLE).is_some_and(|name| !name.is_empty()) {
            return Ok(Self::within(&data));
        }
        let config = config_parent().map_or_else(|| data.clone(), |parent| parent.join(IDENTIFIER));
        let logs = logs_parent().map_or_else(|| data.join("logs"), |parent| parent.join(IDENTIFIER));
        Ok(Self { demo: data.join("demo"), data, config, logs, is_portable: false })
    }

    /// Creates the folders, readable by their owner only.
    pub fn make(&self) -> std::io::Result<()> {
        for folder in [&self.data, &self.config, &self.logs] {
            std::fs::create_dir_all(folder)?;
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
            }
        }
        Ok(())
    }

    /// Everything in one folder.
    pub fn within(folder: &Path) -> Self {
        Self {
            data: folder.to_owned(),
            demo: folder.join("demo"),
            config: folder.join("config"),
            logs: folder.join("logs"),
            is_portable: true,
        }
    }
}

/// On macOS the settings are stored with the data.
#[cfg(target_os = "macos")]
fn config_parent() -> Option<PathBuf> {
    None
}

#[cfg(windows)]
fn config_parent() -> Option<PathBuf> {
    variable("APPDATA")
}

#[cfg(not(any(windows, target_os = "macos")))]
fn config_parent() -> Option<PathBuf> {
    variable("XDG_CONFIG_HOME").or_else(|| Some(variable("HOME")?.join(".config")))
}

#[cfg(target_os = "macos")]
fn logs_parent() -> Option<PathBuf> {
    Some(variable("HOME")?.join("Library").join("Logs"))
}

#[cfg(not(target_os = "macos"))]
fn logs_parent() -> Option<PathBuf> {
    None
}

#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn only_the_owner_can_read_the_folders() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::within(&folder.path().join("latchbook"));
        std::fs::create_dir_all(&paths.data).unwrap();
        paths.make().unwrap();
        for path in [&paths.data, &paths.config, &paths.logs] {
            let mode = std::fs::metadata(path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{} is open to others", path.display());
        }
    }

    #[test]
    fn one_folder_holds_everything() {
        let paths = Paths::within(Path::new("/stick"));
        for path in [&paths.data, &paths.demo, &paths.config, &paths.logs] {
            assert!(path.starts_with("/stick"), "{} would be left behind", path.display());
        }
        assert_ne!(paths.data, paths.demo, "the demo has a record of its own");
    }
}
