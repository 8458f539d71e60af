//! Property and hostile-input tests of the pure rules, against references written separately (`reference`).
//!
//! `PROPTEST_CASES=1000000 cargo test -p domain --test it` runs more of them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests, and the helpers of tests")]

mod against_reference;
mod dst_weeks;
mod generate;
mod hostile;
mod machine_zone;
mod places;
mod probes;
mod properties;
mod reach;
mod reference;
mod second_opinion;
mod time_of_day;
mod zones;

use proptest::test_runner::Config;

/// At least this many cases; more if the environment asks for more.
fn cases(least: u32) -> Config {
    let asked = Config::default();
    Config { cases: asked.cases.max(least), failure_persistence: None, max_shrink_iters: 20_000, ..asked }
}
