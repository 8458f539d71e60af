//! How to use the simulator that has just started.

use super::blocks;
use super::paper::{Paper, Tone};
use crate::commands::SimulatorView;

const MOST_NAMED: usize = 8;

pub fn started(view: &SimulatorView, paper: &Paper) -> String {
    let names: Vec<&str> = view.doors.iter().take(MOST_NAMED).map(|door| door.name.as_str()).collect();
    let more = view.doors.len().saturating_sub(names.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let first = names.first().copied().unwrap_or("DOOR");
    let settings = format!(
        "  export SEAM_ENDPOINT={}\n  export SEAM_API_KEY={}\n  export LATCHBOOK_DATA_DIR=$(mktemp -d)",
        view.url, view.api_key
    );
    let try_it = format!("  latchbook sync\n  latchbook audit\n  latchbook slots \"{first}\"");
    blocks([
        paper.headline(&format!("{} made-up doors at {}", view.doors.len(), view.url)),
        paper.wrapped(&format!("{}{more}. They run only on this computer and reach no lock.", names.join(", ")), ""),
        format!("In another terminal:\n{settings}\n{try_it}"),
        paper.paint(Tone::Dim, "Ctrl-C ends it."),
    ])
}
