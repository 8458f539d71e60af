//! What Latchbook costs, as ratios against floors measured in the same run. `cargo xtask bench` runs it.
//!
//! Each floor is the least that the job could cost on this machine at this moment: the same requests without us, the same
//! bytes into a bare table, the same rows read and hashed. Absolute figures are printed and promise nothing.

#![allow(clippy::print_stdout, reason = "the table is what this program is for")]

mod commands;
mod figure;
mod filled;
mod issuing;
mod ledger;
mod preview;
mod sync;

use anyhow::{Result, bail};

use crate::figure::Figure;

fn main() -> Result<()> {
    let only = std::env::args().nth(1);
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let mut figures: Vec<Figure> = Vec::new();
    if wanted("preview") {
        figures.extend(preview::measure()?);
    }
    if wanted("issuing") {
        figures.extend(issuing::measure()?);
    }
    if wanted("sync") {
        figures.extend(sync::measure()?);
    }
    if wanted("ledger") {
        figures.extend(ledger::measure()?);
    }
    figure::print(&figures);
    if figures.iter().all(Figure::holds) { Ok(()) } else { bail!("a figure is beyond its bound") }
}
