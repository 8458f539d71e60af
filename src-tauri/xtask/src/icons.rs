//! The icons of the program, all from `icons/latchbook.svg`.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::{
    page::tool,
    run::{root, run},
};

/// Sizes that Tauri's own list lacks, for menus, docks and software centres.
const MORE: &[u32] = &[16, 24, 48, 256, 512];

/// Draws every size again. Phones get none: the program does not run there.
pub(crate) fn draw() -> Result<()> {
    let drawn = root().join("target/icons");
    let source = root().join("icons/latchbook.svg");
    run(tool("tauri").arg("icon").arg(&source).arg("--output").arg(&drawn))?;
    let sizes = MORE.iter().flat_map(|size| ["--png".to_owned(), size.to_string()]);
    run(tool("tauri").arg("icon").arg(&source).arg("--output").arg(&drawn).args(sizes))?;
    let mut count = 0;
    for entry in std::fs::read_dir(&drawn).context("what was drawn")? {
        count += u32::from(keep(&entry?.path())?);
    }
    println!("{count} icons");
    Ok(())
}

/// Copies a file into `icons/`; returns whether it was one.
fn keep(drawn: &Path) -> Result<bool> {
    let Some(name) = drawn.file_name().filter(|_| drawn.is_file()) else { return Ok(false) };
    std::fs::copy(drawn, root().join("icons").join(name)).with_context(|| format!("{}", drawn.display()))?;
    Ok(true)
}
