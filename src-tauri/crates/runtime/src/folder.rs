//! Where the record lives. The same folder for the window and the command line.

use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};

use crate::error::Error;

/// The name of the app for the system: its folder, its keychain entry.
pub const IDENTIFIER: &str = "org.latchbook.desktop";

/// Names another folder, for both the window and the command line.
pub const FOLDER_VARIABLE: &str = "LATCHBOOK_DATA_DIR";

/// The folder of the record: the one chosen, else the one in `LATCHBOOK_DATA_DIR`, else the platform's local data directory
/// (`~/.local/share`, `~/Library/Application Support`, `%LOCALAPPDATA%`). Made by whoever writes first.
///
/// # Errors
/// [`Error::NoFolder`] where the system has no home folder.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and by the command line only")]
pub fn data_folder(chosen: Option<&Path>) -> Result<PathBuf, Error> {
    let named = || std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    match chosen.map(Path::to_owned).or_else(named) {
        Some(folder) => Ok(folder),
        None => platform_folder(),
    }
}

fn platform_folder() -> Result<PathBuf, Error> {
    let strategy = choose_native_strategy().map_err(|_| Error::NoFolder)?;
    // On Windows `data_dir` roams from computer to computer; a record that is open must not.
    let parent = if cfg!(windows) { strategy.cache_dir() } else { strategy.data_dir() };
    Ok(parent.join(IDENTIFIER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_folder_goes_first() {
        let chosen = Path::new("/tmp/elsewhere");
        assert_eq!(data_folder(Some(chosen)).unwrap(), chosen, "what the host says on the command line stands");
    }

    #[test]
    fn the_platform_folder_carries_the_identifier() {
        let folder = platform_folder().unwrap();
        assert!(folder.ends_with(IDENTIFIER), "{} is where the window looks too", folder.display());
    }
}
