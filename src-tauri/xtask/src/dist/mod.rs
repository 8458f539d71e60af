//! `cargo xtask dist`: builds and inspects the packages of this system.
//!
//! The page and both programs are built once, in one run of cargo; Tauri's bundler then only packs. Signing and the
//! updater's files come in through its own variables (docs/releasing.md).

mod collect;
mod inspect;
mod lay;
mod options;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};
pub(crate) use options::Options;

use crate::{
    page,
    run::{cargo, root, run},
    setup,
};

/// Builds, packs, and inspects the result.
pub(crate) fn pack(options: &Options) -> Result<()> {
    setup::install_what_is_missing()?;
    page::build()?;
    build(options)?;
    slim(options)?;
    let overlay = lay::out(options)?;
    let mut bundler = page::tool("tauri");
    bundler.arg("bundle").args(["--bundles", &options.bundles.join(",")]).arg("--config").arg(overlay);
    run(bundler.args(options.target_arguments()))?;
    for package in collect::packages(options)? {
        if package.extension().is_some_and(|ending| ending == "deb") {
            pack_tighter(&package)?;
        }
        inspect::inspect(&package)?;
    }
    Ok(())
}

fn build(options: &Options) -> Result<()> {
    let mut build = cargo("build --release --locked --package latchbook-desktop --package cli --bins");
    run(build.args(["--features", "latchbook-desktop/custom-protocol"]).args(options.target_arguments()))
}

/// Strips the symbols from the programs, except one: the bundler writes the package's kind into it, which the
/// updater asks for.
fn slim(options: &Options) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    for program in ["latchbook-desktop", "latchbook"] {
        let mut strip = Command::new("strip");
        strip.args(["--strip-all", "--keep-symbol=__TAURI_BUNDLE_TYPE"]);
        run(strip.arg(options.release().join(program)))?;
    }
    Ok(())
}

/// The bundler packs a .deb with gzip, whose window is 32 kB. Both programs hold the same core: xz, with 64 MB,
/// packs it only once.
fn pack_tighter(deb: &Path) -> Result<()> {
    let opened = ground().join("deb");
    if opened.exists() {
        fs::remove_dir_all(&opened).context("what an earlier run unpacked")?;
    }
    run(Command::new("dpkg-deb").arg("--raw-extract").args([deb, &opened]))?;
    let mut packing = Command::new("dpkg-deb");
    packing.args(["--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build"]);
    run(packing.args([opened.as_path(), deb]))?;
    let signature = deb.with_added_extension("sig");
    if signature.exists() {
        // The old signature was for the bundler's package. The key comes from the environment, as the bundler's does.
        // The updater accepts only a package signed for the version that was announced to it.
        let version = env!("CARGO_PKG_VERSION");
        run(page::tool("tauri").args(["signer", "sign", "--app-version", version]).arg(deb))?;
    }
    Ok(())
}

/// Folder in which the package's files are laid out; `tauri.conf.json` takes them from there.
fn ground() -> PathBuf {
    root().join("target/package")
}
