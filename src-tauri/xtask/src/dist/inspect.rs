//! Inspects the finished packages: their content, their size, and whether one starts.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail, ensure};

use super::ground;
use crate::{
    page,
    run::{read, run},
};

/// Maximum size of a .deb.
const DEB_BYTES: u64 = 10_000_000;

/// Files that every package for Linux must hold.
const HELD: &[&str] = &[
    "/usr/bin/latchbook",
    "/usr/bin/latchbook-desktop",
    "/usr/share/applications/Latchbook.desktop",
    "/usr/share/bash-completion/completions/latchbook",
    "/usr/share/fish/vendor_completions.d/latchbook.fish",
    "/usr/share/icons/hicolor/128x128/apps/latchbook-desktop.png",
    "/usr/share/icons/hicolor/16x16/apps/latchbook-desktop.png",
    "/usr/share/icons/hicolor/256x256@2/apps/latchbook-desktop.png",
    "/usr/share/icons/hicolor/scalable/apps/latchbook-desktop.svg",
    "/usr/share/man/man1/latchbook-issue.1.gz",
    "/usr/share/man/man1/latchbook.1.gz",
    "/usr/share/metainfo/org.latchbook.desktop.metainfo.xml",
];

/// Inspects one package and prints the findings.
///
/// # Errors
/// Names what is missing or wrong.
pub(super) fn inspect(file: &Path) -> Result<()> {
    let bytes = file.metadata().with_context(|| format!("{}", file.display()))?.len();
    ensure!(bytes > 500_000, "{} holds {bytes} bytes, so no program", file.display());
    println!("\n{} ({:.1} MB)", file.display(), bytes as f64 / 1e6);
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("deb") => deb(file, bytes),
        Some("rpm") => holds_everything(&read(Command::new("rpm").args(["-qpl", "--nosignature"]).arg(file))?),
        _ => Ok(()),
    }
}

fn deb(file: &Path, bytes: u64) -> Result<()> {
    ensure!(bytes <= DEB_BYTES, "a .deb of {bytes} bytes, where {DEB_BYTES} are the most");
    let root = install(file)?;
    holds_everything(&listed(&root)?)?;
    run(Command::new("desktop-file-validate").arg(root.join("usr/share/applications/Latchbook.desktop")))?;
    let metainfo = root.join("usr/share/metainfo/org.latchbook.desktop.metainfo.xml");
    run(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(metainfo))?;
    run(Command::new(root.join("usr/bin/latchbook")).arg("--version"))?;
    run(page::npm().args(["run", "--silent", "e2e", "installed"]).env("LATCHBOOK_PROGRAMS", root.join("usr/bin")))
}

/// Has dpkg install it into a separate root, and checks with the real one that all its dependencies are available.
fn install(file: &Path) -> Result<PathBuf> {
    let root = ground().join("root");
    let database = root.join("var/lib/dpkg");
    for folder in ["info", "updates", "triggers"] {
        fs::create_dir_all(database.join(folder)).context("a root to install into")?;
    }
    fs::write(database.join("status"), "").context("a root to install into")?;
    let mut dpkg = Command::new("dpkg");
    dpkg.arg("--root").arg(&root).args(["--force-not-root", "--force-depends", "--log=/dev/null", "--install"]);
    run(dpkg.arg(file))?;
    run(Command::new("apt-get").args(["install", "--simulate", "--quiet", "--quiet"]).arg(file))?;
    Ok(root)
}

/// Every file below a folder, relative to it.
fn listed(root: &Path) -> Result<String> {
    let found = read(Command::new("find").arg(root).args(["-not", "-type", "d", "-printf", "/%P\n"]))?;
    Ok(found)
}

fn holds_everything(listing: &str) -> Result<()> {
    let there: BTreeSet<&str> = listing.lines().collect();
    let missing: Vec<&str> = HELD.iter().copied().filter(|path| !there.contains(path)).collect();
    if !missing.is_empty() {
        bail!("the package lacks {}; it holds\n{listing}", missing.join(", "));
    }
    println!("{} files, all that there should be among them", there.len());
    Ok(())
}
