//! How to use the simulator that has just started.

use words::say;

use super::blocks;
use super::paper::{Paper, Tone};
use crate::view::SimulatorView;

const MOST_NAMED: usize = 8;

pub fn started(view: &SimulatorView, paper: &Paper) -> String {
    let names: Vec<&str> = view.doors.iter().take(MOST_NAMED).map(|door| door.name.as_str()).collect();
    let more = view.doors.len().saturating_sub(names.len());
    let first = names.first().map_or_else(|| say!("column-door"), |name| (*name).to_owned());
    let settings = format!(
        "  export SEAM_ENDPOINT={}\n  export SEAM_API_KEY={}\n  export LATCHBOOK_DATA_DIR=$(mktemp -d)",
        view.url, view.api_key
    );
    let try_it = format!("  latchbook sync\n  latchbook audit\n  latchbook slots \"{first}\"");
    let names = names.join(", ");
    let made_up = match more {
        0 => say!("show-simulated-names", names = names),
        more => say!("show-simulated-more", names = names, more = more),
    };
    blocks([
        paper.headline(&say!("show-simulated", doors = view.doors.len(), url = view.url.as_str())),
        paper.wrapped(&made_up, ""),
        format!("{}\n{settings}\n{try_it}", say!("show-other-terminal")),
        paper.paint(Tone::Dim, &say!("show-ctrl-c")),
    ])
}
