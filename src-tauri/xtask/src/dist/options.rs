//! Options: which packages, for which machine.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::run::{read, root};

/// The packages that each system makes by default. An AppImage needs a download, so it must be requested by name.
const USUAL: &[&str] = if cfg!(windows) {
    &["nsis"]
} else if cfg!(target_os = "macos") {
    &["dmg"]
} else {
    &["deb", "rpm"]
};

/// Options of `cargo xtask dist [--bundles deb,rpm] [--target TRIPLE]`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) bundles: Vec<String>,
    /// A machine other than this one.
    pub(crate) target: Option<String>,
}

impl Options {
    /// Reads the arguments after `dist`.
    pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self { bundles: USUAL.iter().map(ToString::to_string).collect(), target: None };
        while let Some(name) = arguments.next() {
            let value = arguments.next().with_context(|| format!("{name} of what?"))?;
            match name.as_str() {
                "--bundles" => options.bundles = value.split(',').map(str::to_owned).collect(),
                "--target" => options.target = Some(value),
                _ => bail!("`cargo xtask dist` takes --bundles and --target, no `{name}`"),
            }
        }
        Ok(options)
    }

    /// The target argument for cargo and for the bundler.
    pub(crate) fn target_arguments(&self) -> Vec<&str> {
        self.target.as_deref().map_or_else(Vec::new, |target| vec!["--target", target])
    }

    /// The folder of the build's output.
    pub(crate) fn release(&self) -> PathBuf {
        let target = root().join("target");
        self.target.iter().fold(target, |path, triple| path.join(triple)).join("release")
    }

    /// The target machine, as compilers name it.
    pub(crate) fn triple(&self) -> Result<String> {
        if let Some(target) = &self.target {
            return Ok(target.clone());
        }
        let told = read(std::process::Command::new("rustc").arg("-vV"))?;
        let host = told.lines().find_map(|line| line.strip_prefix("host: "));
        host.map(str::to_owned).context("`rustc -vV` names no host")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &[&str]) -> Result<Options> {
        Options::read(words.iter().map(ToString::to_string))
    }

    #[test]
    fn the_requested_formats_are_packed() {
        let options = read_words(&["--bundles", "deb,appimage", "--target", "aarch64-apple-darwin"]).unwrap();
        assert_eq!(options.bundles, ["deb", "appimage"], "two packages");
        assert_eq!(options.target_arguments(), ["--target", "aarch64-apple-darwin"], "for another machine");
        assert!(options.release().ends_with("target/aarch64-apple-darwin/release"), "cargo's folder for it");
    }

    #[test]
    fn defaults_are_packed_otherwise_and_nonsense_is_refused() {
        assert_eq!(read_words(&[]).unwrap().bundles, USUAL, "this system's defaults");
        assert!(read_words(&["--bundles"]).is_err(), "its value is missing");
        assert!(read_words(&["--sign", "yes"]).is_err(), "no such option");
    }
}
