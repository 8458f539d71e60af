//! The README's pictures, taken of the running program by the tests (`ui/e2e/views.test.ts`).

use anyhow::{Context as _, Result};

use crate::{
    page,
    run::{root, run},
};

/// As the tests name them; the README shows these.
const SHOWN: &[&str] = &["demo-light/today", "demo-light/issue", "demo-dark/ledger"];

/// Takes the pictures again and copies the README's into `docs/pictures`. Needs the programs that `cargo xtask test`
/// builds.
pub(crate) fn take() -> Result<()> {
    run(page::npm().args(["run", "--silent", "e2e", "views"]))?;
    let folder = root().join("docs/pictures");
    std::fs::create_dir_all(&folder).context("docs/pictures")?;
    for name in SHOWN {
        let taken = root().join("target/shots").join(format!("{name}.png"));
        let kept = folder.join(format!("{}.png", name.replace('/', "-")));
        std::fs::copy(&taken, kept).with_context(|| format!("{}", taken.display()))?;
    }
    println!("{} pictures in docs/pictures", SHOWN.len());
    Ok(())
}
