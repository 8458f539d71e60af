//! `cargo xtask dist`: the packages of this system, and a look at what came out.
//!
//! The page and both programs are built once, in one run of cargo; Tauri's bundler then only packs. Signing and the
//! updater's files come in through its own variables (docs/releasing.md).

mod inspect;
mod lay;
mod options;

use std::path::PathBuf;

use anyhow::{Context as _, Result};
pub(crate) use options::Options;

use crate::{
    page,
    run::{cargo, root, run},
    setup,
};

/// Builds, packs, and inspects what was packed.
///
/// # Errors
/// When a step fails, or a package is missing, too large or does not hold what it should.
pub(crate) fn pack(options: &Options) -> Result<()> {
    setup::install_what_is_missing()?;
    page::build()?;
    build(options)?;
    let overlay = lay::out(options)?;
    let mut bundler = page::tool("tauri");
    bundler.arg("bundle").args(["--bundles", &options.bundles.join(",")]).arg("--config").arg(overlay);
    run(bundler.args(options.target_arguments()))?;
    for bundle in &options.bundles {
        inspect::inspect(bundle, &find(options, bundle)?)?;
    }
    Ok(())
}

fn build(options: &Options) -> Result<()> {
    let mut build = cargo("build --release --locked --package latchbook-desktop --package cli --bins");
    run(build.args(["--features", "latchbook-desktop/custom-protocol"]).args(options.target_arguments()))
}

/// The file that a bundle became. The bundler makes nothing of a bundle that is not for this system, and says nothing.
fn find(options: &Options, bundle: &str) -> Result<PathBuf> {
    let folder = options.release().join("bundle").join(bundle);
    let ending = match bundle {
        "nsis" => "exe",
        "appimage" => "AppImage",
        other => other,
    };
    let entries = std::fs::read_dir(&folder).with_context(|| format!("{} was not made", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|found| found == ending));
    // Of several versions, the one just made.
    files.sort_by_key(|file| file.metadata().and_then(|data| data.modified()).ok());
    files.pop().with_context(|| format!("no .{ending} in {}", folder.display()))
}

/// Where what goes into the packages is laid out; `tauri.conf.json` takes it from there.
fn ground() -> PathBuf {
    root().join("target/package")
}
