//! Tests the window as a host uses it: the real program on a virtual screen, driven from outside (`ui/e2e`).

use anyhow::{Result, bail};
use serde_json::Value;

use crate::{
    page,
    run::{cargo, root, run},
    setup,
    steps::Outcome,
};

/// Programs that the tests have built: the app with the page in it, and the command line.
const PROGRAMS: [&str; 2] = ["target/debug/latchbook-desktop", "target/debug/latchbook"];

/// Path of vitest's report of every test (`ui/e2e/vitest.config.ts`).
const REPORT: &str = "target/e2e.json";

/// Runs the tests in `ui/e2e`. They drive WebKitGTK, the web view of Linux only.
pub(crate) fn test() -> Result<Outcome> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Skipped("the window is driven on Linux only".to_owned()));
    }
    for program in PROGRAMS {
        if !root().join(program).is_file() {
            bail!("{program} is not there: the tests of Rust build it");
        }
    }
    let report = root().join(REPORT);
    let _ = std::fs::remove_file(&report);
    run(page::npm().args(["run", "--silent", "e2e"])).map_err(|error| match std::fs::read_to_string(&report) {
        Ok(report) => error.context(failures(&report)),
        Err(_) => error,
    })?;
    Ok(Outcome::Passed)
}

/// The failed tests of vitest's JSON report, each with the first line of its message.
fn failures(report: &str) -> String {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let tests = list(&report, "testResults").into_iter().flat_map(|file| list(&file, "assertionResults"));
    let failed = tests.filter(|test| test["status"] == "failed").map(|test| {
        let message = test["failureMessages"][0].as_str().and_then(|text| text.lines().next()).unwrap_or_default();
        format!("“{}”: {message}", test["title"].as_str().unwrap_or_default())
    });
    failed.collect::<Vec<_>>().join("; ")
}

/// Builds release versions to measure: the window, an empty one of the same versions, the command line.
pub(crate) fn build_released() -> Result<()> {
    setup::install_what_is_missing()?;
    page::build()?;
    let mut build = cargo("build --release --locked --bins --package latchbook-desktop --package empty-app");
    let features = "latchbook-desktop/custom-protocol,empty-app/custom-protocol";
    run(build.args(["--package", "cli", "--package", "bench", "--features", features]))
}

/// Measures the window next to an empty one.
pub(crate) fn bench() -> Result<Outcome> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Skipped("the window is driven on Linux only".to_owned()));
    }
    let mut measure = page::tool("vitest");
    measure.args(["run", "--config"]).arg(root().join("ui/e2e/vitest.bench.config.ts"));
    run(measure.env("LATCHBOOK_PROGRAMS", root().join("target/release")))?;
    Ok(Outcome::Passed)
}

#[cfg(test)]
mod tests {
    use super::failures;

    #[test]
    fn failed_tests_are_named_with_their_first_line() {
        let report = r#"{"testResults":[{"assertionResults":[
            {"title":"starts","status":"passed","failureMessages":[]},
            {"title":"zooms","status":"failed","failureMessages":["Error: not at 125 %\n    at zoom.ts"]}]}]}"#;
        assert_eq!(failures(report), "“zooms”: Error: not at 125 %", "passed tests are left out");
        assert_eq!(failures("not JSON"), "", "a broken report adds nothing");
    }
}
