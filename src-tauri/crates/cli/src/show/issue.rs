//! Why nothing was sent, and the answer that must be written down.

use wire::{ObjectionView, UnrecordedView};
use words::say;

use super::paper::{Paper, Tone};
use super::{blocks, facts, section};

/// What prevents issuing, besides the message; empty if the message is enough.
pub fn objection(view: &ObjectionView, paper: &Paper) -> String {
    let risks: Vec<String> = view.risks.iter().map(|risk| risk.message.clone()).collect();
    let first = view.existing.as_deref().map(|first| paper.wrapped(&first.message, ""));
    blocks([section(&say!("show-to-accept"), &risks, paper), first.unwrap_or_default()])
}

pub fn unrecorded(view: &UnrecordedView, paper: &Paper) -> String {
    let pin = view.pin.as_ref().map(|pin| pin.expose().to_owned()).unwrap_or_default();
    let rows = [
        (say!("column-pin"), paper.headline(&pin)),
        (say!("fact-at-seam"), view.access_code_id.clone().unwrap_or_default()),
        (say!("fact-door"), view.code.door.clone()),
        (say!("fact-marker"), view.code.marker.clone()),
        (
            say!("fact-window"),
            say!("show-from-to", from = view.code.starts_at.as_str(), to = view.code.ends_at.as_str()),
        ),
    ];
    blocks([paper.paint(Tone::Bad, &say!("show-write-down")), facts(&rows, paper), paper.wrapped(&view.message, "")])
}
