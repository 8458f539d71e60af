//! Property and hostile-input tests of the pure rules, against references written separately (`reference`).
//!
//! `PROPTEST_CASES=1000000 cargo test -p domain --test it` runs more of them.

mod against_reference;
mod generate;
mod places;
mod probes;
mod reference;
mod second_opinion;
mod zones;

use proptest::test_runner::Config;

/// At least this many cases; more if the environment asks for more.
fn cases(least: u32) -> Config {
    let asked = Config::default();
    Config { cases: asked.cases.max(least), failure_persistence: None, max_shrink_iters: 20_000, ..asked }
}
