//! A run of named steps: a header and a time for each, and at the end a list of failures.
//!
//! Continues after a failure, so that one run reports all of them.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// The result of a step.
pub(crate) enum Outcome {
    Passed,
    /// Why it was skipped.
    Skipped(String),
    Failed(String),
}

/// The steps so far.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<(String, Duration, Outcome)>,
}

impl Steps {
    /// Runs one step.
    pub(crate) fn step(&mut self, name: &str, job: impl FnOnce() -> Result<()>) {
        self.maybe(name, || job().map(|()| Outcome::Passed));
    }

    /// Runs one step that may turn out to be impossible here.
    pub(crate) fn maybe(&mut self, name: &str, job: impl FnOnce() -> Result<Outcome>) {
        println!("\n━━ {name}");
        let started = Instant::now();
        let outcome = job().unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
        let took = started.elapsed();
        println!("━━ {}", line(name, took, &outcome));
        self.done.push((name.to_owned(), took, outcome));
    }

    /// Prints the table of steps.
    pub(crate) fn finish(self) -> Result<()> {
        println!("\n━━ summary");
        for (name, took, outcome) in &self.done {
            println!("   {}", line(name, *took, outcome));
        }
        let failed = self.done.iter().filter(|(_, _, outcome)| matches!(outcome, Outcome::Failed(_))).count();
        match failed {
            0 => Ok(()),
            1 => bail!("one step failed; it is named above"),
            _ => bail!("{failed} steps failed; they are named above"),
        }
    }
}

fn line(name: &str, took: Duration, outcome: &Outcome) -> String {
    let seconds = took.as_secs_f64();
    match outcome {
        Outcome::Passed => format!("ok      {name} ({seconds:.1} s)"),
        Outcome::Skipped(why) => format!("skipped {name}: {why}"),
        Outcome::Failed(why) => format!("FAILED  {name} ({seconds:.1} s): {why}"),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn goes_on_after_a_failure_and_fails_at_the_end() {
        let mut ran = Vec::new();
        let mut steps = Steps::default();
        steps.step("first", || Err(anyhow!("broken")));
        steps.step("second", || {
            ran.push("second");
            Ok(())
        });
        assert!(steps.finish().is_err(), "a failed step fails the run");
        assert_eq!(ran, ["second"], "a later step still runs");
    }

    #[test]
    fn a_skipped_step_fails_nothing() {
        let mut steps = Steps::default();
        steps.maybe("absent", || Ok(Outcome::Skipped("not installed".to_owned())));
        assert!(steps.finish().is_ok(), "a step that cannot run here is reported, not failed");
    }
}
