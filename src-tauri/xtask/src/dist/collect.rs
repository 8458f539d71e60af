//! Collects the bundler's output in one folder, `target/dist`, under names that state the machine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};

use super::Options;
use crate::run::root;

/// Copies the packages and their signatures; returns the packages.
///
/// # Errors
/// A requested bundle is missing: the bundler silently skips a bundle that this system cannot make.
pub(super) fn packages(options: &Options) -> Result<Vec<PathBuf>> {
    let dist = root().join("target/dist");
    fs::create_dir_all(&dist).context("target/dist")?;
    let mut packages = Vec::new();
    for bundle in &options.bundles {
        let made = made(options, bundle)?;
        for file in &made {
            let copy = dist.join(name(file, &options.triple()?));
            fs::copy(file, &copy).with_context(|| format!("{}", file.display()))?;
            packages.extend(is_package(&copy).then_some(copy));
        }
    }
    Ok(packages)
}

/// The files of one bundle. For `app`, a folder, only the updater's files count.
fn made(options: &Options, bundle: &str) -> Result<Vec<PathBuf>> {
    let folder = options.release().join("bundle").join(if bundle == "app" { "macos" } else { bundle });
    let entries = fs::read_dir(&folder).with_context(|| format!("{} was not made", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let file = entry?.path();
        let is_current = file.to_string_lossy().contains(env!("CARGO_PKG_VERSION")) || bundle == "app";
        files.extend((file.is_file() && is_current).then_some(file));
    }
    ensure!(bundle == "app" || files.iter().any(|file| is_package(file)), "no {bundle} in {}", folder.display());
    Ok(files)
}

fn is_package(file: &Path) -> bool {
    let endings = ["AppImage", "deb", "dmg", "exe", "rpm"];
    file.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known))
}

/// The updater's file for macOS has the same name for both kinds of machine.
fn name(file: &Path, triple: &str) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.replace(".app.tar.gz", &format!("-{triple}.app.tar.gz"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_state_the_machine() {
        let mac = "aarch64-apple-darwin";
        let named = name(Path::new("bundle/macos/Latchbook.app.tar.gz.sig"), mac);
        assert_eq!(named, "Latchbook-aarch64-apple-darwin.app.tar.gz.sig", "the machine is added");
        let named = name(Path::new("Latchbook_0.1.0_amd64.deb"), mac);
        assert_eq!(named, "Latchbook_0.1.0_amd64.deb", "the name states it already");
    }

    #[test]
    fn a_signature_is_not_a_package() {
        assert!(is_package(Path::new("Latchbook_0.1.0_amd64.deb")), "a package");
        assert!(!is_package(Path::new("Latchbook_0.1.0_amd64.AppImage.sig")), "a signature");
    }
}
