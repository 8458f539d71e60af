//! The record's folder. The app window and the command line use the same one.

use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};

use crate::error::Error;

/// The app's identifier on the system: for its folder and its keychain entry.
pub const IDENTIFIER: &str = "org.latchbook.desktop";

/// Environment variable with another folder, for both the window and the command line.
pub const FOLDER_VARIABLE: &str = "LATCHBOOK_DATA_DIR";

/// The folder of the record: the one chosen, else the one in `LATCHBOOK_DATA_DIR`, else the platform's local data directory
/// (`~/.local/share`, `~/Library/Application Support`, `%LOCALAPPDATA%`). The first writer creates it.
///
/// # Errors
/// [`Error::NoFolder`] if the system has no home folder, [`Error::RelativeFolder`] if a variable names a relative one, which would
/// differ for each place the program is started in.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and by the command line only")]
pub fn data_folder(chosen: Option<&Path>) -> Result<PathBuf, Error> {
    let named = || std::env::var_os(FOLDER_VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    if let Some(chosen) = chosen {
        // Relative to the current folder, as typed; what cannot be made absolute will not open either.
        return Ok(std::path::absolute(chosen).unwrap_or_else(|_| chosen.to_owned()));
    }
    match named() {
        Some(folder) => absolute(FOLDER_VARIABLE, folder),
        None => platform_folder(),
    }
}

fn platform_folder() -> Result<PathBuf, Error> {
    let strategy = choose_native_strategy().map_err(|_| Error::NoFolder)?;
    // On Windows `data_dir` roams from computer to computer; a record that is open must not.
    let parent = if cfg!(windows) { strategy.cache_dir() } else { strategy.data_dir() };
    // A relative XDG_DATA_HOME is skipped, as its specification requires; a relative home cannot be.
    if !parent.is_absolute() {
        return Err(Error::RelativeFolder { variable: "HOME", said: strategy.home_dir().to_owned() });
    }
    Ok(parent.join(IDENTIFIER))
}

fn absolute(variable: &'static str, said: PathBuf) -> Result<PathBuf, Error> {
    if said.is_absolute() { Ok(said) } else { Err(Error::RelativeFolder { variable, said }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_folder_takes_precedence() {
        let chosen = Path::new("/tmp/elsewhere");
        assert_eq!(data_folder(Some(chosen)).unwrap(), chosen, "the command line overrides everything");
    }

    #[test]
    fn a_relative_folder_is_allowed_only_when_typed() {
        let typed = data_folder(Some(Path::new("records"))).unwrap();
        assert_eq!(typed, std::env::current_dir().unwrap().join("records"), "as a shell means it");
        let named = absolute(FOLDER_VARIABLE, PathBuf::from("records"));
        assert!(matches!(named, Err(Error::RelativeFolder { .. })), "it outlives the current folder: {named:?}");
    }

    #[test]
    fn the_platform_folder_carries_the_identifier() {
        let folder = platform_folder().unwrap();
        assert!(folder.ends_with(IDENTIFIER), "{} is the window's folder too", folder.display());
    }
}
