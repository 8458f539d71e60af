//! The commands that run a series of steps, and those that start one program.

use std::process::Command;

use anyhow::Result;

use crate::{
    deny, law, lockfile, page, rings,
    run::{cargo, root, run},
    setup,
    steps::Steps,
    text, window,
};

/// One set of features for lints, tests and documentation, so that each crate is built once for all three. The
/// window embeds the page, so that the tests build the same program that the end-to-end tests drive.
const ALL: &str = "--workspace --locked --features cli/failpoints,latchbook-desktop/custom-protocol";

pub(crate) fn bench() -> Result<()> {
    // Otherwise an old build would be measured.
    window::build_released()?;
    let mut steps = Steps::default();
    steps.step("the core's figures", || run(&mut Command::new(root().join("target/release/bench"))));
    steps.maybe("the window's figures", window::bench);
    steps.finish()
}

#[expect(clippy::disallowed_methods, reason = "a developer's tool reads what the developer sets")]
pub(crate) fn soak() -> Result<()> {
    let kills = std::env::var_os("LATCHBOOK_KILLS").unwrap_or_else(|| "5000".into());
    let mut steps = Steps::default();
    for (name, test) in [
        ("kills", "cli --features failpoints --test it kill"),
        ("model worlds", "domain --test protocol"),
        ("flipped bits", "store --test it large"),
    ] {
        steps.step(name, || {
            let mut long = cargo(&format!("test --release --locked --package {test}"));
            run(long.args(["--", "--ignored", "--nocapture"]).env("LATCHBOOK_KILLS", &kills))
        });
    }
    steps.finish()
}

pub(crate) fn check() -> Result<()> {
    let mut steps = Steps::default();
    steps.step("what the tests need", setup::install_what_is_missing);
    rules(&mut steps);
    steps.step("what is generated", page::generated_is_committed);
    steps.finish()
}

pub(crate) fn test() -> Result<()> {
    let mut steps = Steps::default();
    steps.step("what the tests need", setup::install_what_is_missing);
    rules(&mut steps);
    steps.step("page: tests", page::test);
    steps.step("tests", || run(&mut cargo(&format!("test --no-fail-fast --exclude empty-app {ALL}"))));
    steps.maybe("window, end to end", window::test);
    steps.step("documentation", document);
    steps.maybe("cargo-deny", deny::run_if_there);
    steps.finish()
}

/// Checks without running tests, cheap ones first. The page comes before the Rust lints because the shell embeds it.
fn rules(steps: &mut Steps) {
    steps.step("formatting", || run(&mut cargo("fmt --all --check")));
    steps.step("dependency rules", || law::hold().and_then(|()| rings::hold()));
    steps.step("banned crates", lockfile::hold);
    steps.step("committed text", text::hold);
    steps.step("page: types and lints", page::check);
    steps.step("page: build and budget", page::build);
    steps.step("lints", || run(cargo(&format!("clippy --all-targets {ALL}")).args(["--", "-D", "warnings"])));
}

fn document() -> Result<()> {
    let mut doc: Command = cargo(&format!("doc --no-deps {ALL}"));
    run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}
