//! Measures what Latchbook costs, as ratios to baselines measured in the same run. `cargo xtask bench` runs it.
//!
//! Each baseline is the least that the job could cost on this machine at this moment: the same requests without us, the same
//! bytes into a bare table, the same rows read and hashed. Absolute figures are printed only for information.

#![allow(clippy::print_stdout, reason = "the table is what this program is for")]

mod commands;
mod figure;
mod filled;
mod issuing;
mod ledger;
mod preview;
mod sync;

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use store::Store;

use crate::figure::Figure;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let only = arguments.next();
    if only.as_deref() == Some("fill") {
        return fill(&mut arguments);
    }
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

/// `bench fill FOLDER CODES`: makes a record to measure the window with, covering six years up to now.
fn fill(arguments: &mut impl Iterator<Item = String>) -> Result<()> {
    let folder = arguments.next().context("a folder")?;
    let codes: i64 = arguments.next().context("a number of codes")?.parse()?;
    let mut store = Store::open(Path::new(&folder), testkit::now())?;
    filled::fill(&mut store, codes, (codes / filled::STAYS).max(1))
}
