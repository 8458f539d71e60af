//! `cargo xtask …`: the one door to everything a developer does.

fn main() {}
