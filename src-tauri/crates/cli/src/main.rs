//! `latchbook`: the same program in a terminal.

fn main() {}
