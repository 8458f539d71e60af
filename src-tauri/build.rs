//! Reads `tauri.conf.json`, the capabilities and the permissions, and writes down which source this is built from.

use std::error::Error;
use std::path::Path;
use std::process::Command;

const PERMISSIONS: &str = "src-tauri/permissions";
const CAPABILITIES: &str = "src-tauri/capabilities";
const PAGE: &str = "ui/dist";

fn main() -> Result<(), Box<dyn Error>> {
    for watched in [PERMISSIONS, CAPABILITIES, PAGE] {
        println!("cargo:rerun-if-changed={watched}");
    }
    has_page()?;
    let app = tauri_build::AppManifest::new().permissions_path_pattern("src-tauri/permissions/**/*.toml");
    let attributes =
        tauri_build::Attributes::new().app_manifest(app).capabilities_path_pattern("src-tauri/capabilities/**/*.json");
    tauri_build::try_build(attributes)?;
    move_schemas()?;
    println!("cargo:rustc-env=LATCHBOOK_COMMIT={}", commit());
    Ok(())
}

/// The page is built into the program; without it the macro that does so fails with a sentence about paths.
fn has_page() -> Result<(), Box<dyn Error>> {
    if Path::new(PAGE).join("index.html").is_file() {
        return Ok(());
    }
    #[expect(clippy::disallowed_methods, reason = "what cargo tells a build script")]
    let is_debug = std::env::var("PROFILE").is_ok_and(|profile| profile == "debug");
    if !is_debug {
        return Err("the page is not built: run `npm ci` and `npm run build` in ui/, then build again".into());
    }
    println!("cargo:warning=ui/dist is missing: the window will say how to build the page");
    std::fs::create_dir_all(PAGE)?;
    std::fs::write(Path::new(PAGE).join("index.html"), include_str!("no-page.html"))?;
    Ok(())
}

/// Tauri writes its JSON schemas beside Cargo.toml, where editors of others' projects look for them. Nothing reads them to build.
fn move_schemas() -> std::io::Result<()> {
    let (from, to) = (Path::new("gen"), Path::new("src-tauri/gen"));
    if from.is_dir() {
        if to.is_dir() {
            std::fs::remove_dir_all(to)?;
        }
        std::fs::rename(from, to)?;
    }
    Ok(())
}

/// The short name of the commit, or nothing where there is no repository, such as in a source archive.
fn commit() -> String {
    println!("cargo:rerun-if-changed=.git/logs/HEAD");
    let output = Command::new("git").args(["rev-parse", "--short=10", "HEAD"]).output().ok();
    let told = output.filter(|output| output.status.success()).and_then(|output| String::from_utf8(output.stdout).ok());
    told.map(|name| name.trim().to_owned()).unwrap_or_default()
}
