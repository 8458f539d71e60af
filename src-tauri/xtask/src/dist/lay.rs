//! Lays out the files that are packed with the window: the command line, its manual, its completions, the licences.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::{Options, ground};
use crate::run::{read, root, run};

/// Lays everything out in `target/package`.
///
/// Returns the configuration file that adds the command line to the bundle. It is not part of `tauri.conf.json`, because
/// then every build of the window would need the command line first.
pub(super) fn out(options: &Options) -> Result<PathBuf> {
    let ground = ground();
    if ground.exists() {
        fs::remove_dir_all(&ground).context("target/package")?;
    }
    fs::create_dir_all(ground.join("completions")).context("target/package")?;
    let overlay = command_line(options)?;
    if cfg!(target_os = "linux") {
        manual(options)?;
        completions(options)?;
        legal()?;
    }
    Ok(overlay)
}

/// The bundler expects a name that ends in the machine, and drops that part.
fn command_line(options: &Options) -> Result<PathBuf> {
    let ending = std::env::consts::EXE_SUFFIX;
    let built = options.release().join(format!("latchbook{ending}"));
    let laid = ground().join(format!("latchbook-{}{ending}", options.triple()?));
    fs::copy(&built, &laid).with_context(|| format!("{}", built.display()))?;
    let overlay = ground().join("tauri.conf.json");
    fs::write(&overlay, settings().to_string()).context("the bundler's settings")?;
    Ok(overlay)
}

/// Extra configuration for the bundler: it signs only if there is a key to sign with.
#[expect(clippy::disallowed_methods, reason = "a build gets its keys from its environment")]
fn settings() -> Value {
    let named = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let mut bundle = json!({ "externalBin": ["target/package/latchbook"] });
    bundle["createUpdaterArtifacts"] = json!(named("TAURI_SIGNING_PRIVATE_KEY").is_some());
    if let Some(command) = named("LATCHBOOK_SIGN_COMMAND") {
        bundle["windows"] = json!({ "signCommand": command });
    }
    json!({ "bundle": bundle })
}

fn manual(options: &Options) -> Result<()> {
    let folder = ground().join("man");
    read(latchbook(options).arg("man").arg("--dir").arg(&folder))?;
    for page in fs::read_dir(&folder).context("the manual")? {
        squeeze(&page?.path())?;
    }
    Ok(())
}

fn completions(options: &Options) -> Result<()> {
    for shell in ["bash", "zsh", "fish"] {
        let script = read(latchbook(options).args(["completions", shell]))?;
        fs::write(ground().join(format!("completions/latchbook.{shell}")), script).context("completions")?;
    }
    Ok(())
}

/// Files that Debian requires under /usr/share/doc.
fn legal() -> Result<()> {
    let texts = ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"].map(|name| fs::read_to_string(root().join(name)));
    let texts = texts.into_iter().collect::<Result<Vec<_>, _>>().context("the licences")?;
    fs::write(ground().join("copyright"), texts.join("\n\n")).context("the licences")?;
    let changelog = ground().join("changelog");
    fs::copy(root().join("CHANGELOG.md"), &changelog).context("the changelog")?;
    squeeze(&changelog)
}

/// Without name and time, so that the same text yields the same package.
fn squeeze(file: &std::path::Path) -> Result<()> {
    run(Command::new("gzip").args(["--best", "--no-name", "--force"]).arg(file))
}

fn latchbook(options: &Options) -> Command {
    Command::new(options.release().join("latchbook"))
}
