//! Why nothing was sent, and the one answer that must be written down.

use wire::{ObjectionView, UnrecordedView};

use super::paper::{Paper, Tone};
use super::{blocks, facts, section};

/// What stands in the way beside the message; empty where the message says it all.
pub fn objection(view: &ObjectionView, paper: &Paper) -> String {
    let risks: Vec<String> = view.risks.iter().map(|risk| risk.message.clone()).collect();
    let first = view.existing.as_deref().map(|first| paper.wrapped(&first.message, ""));
    blocks([section("To accept first", &risks, paper), first.unwrap_or_default()])
}

pub fn unrecorded(view: &UnrecordedView, paper: &Paper) -> String {
    let pin = view.pin.as_ref().map(|pin| pin.expose().to_owned()).unwrap_or_default();
    let rows = [
        ("PIN", paper.headline(&pin)),
        ("At Seam", view.access_code_id.clone().unwrap_or_default()),
        ("Door", view.code.door.clone()),
        ("Marker", view.code.marker.clone()),
        ("Window", format!("{} to {}", view.code.starts_at, view.code.ends_at)),
    ];
    blocks([paper.paint(Tone::Bad, "Write this down."), facts(&rows, paper), paper.wrapped(&view.message, "")])
}
