//! Why nothing was sent, and the one answer that must be written down.

use wire::{CheckView, ObjectionView, RiskView, UnrecordedView};

use super::paper::{Paper, Tone};
use super::{blocks, facts, section};

/// What stands in the way, in full; the message itself is told with the error.
pub fn objection(view: &ObjectionView, paper: &Paper) -> String {
    let risk = |risk: &RiskView| format!("{}: {}", risk.code.replace('_', " "), risk.message);
    let check = |check: &CheckView| format!("{} {}", check.message, check.mend.as_deref().unwrap_or_default());
    blocks([
        section("To accept first", &view.risks.iter().map(risk).collect::<Vec<_>>(), paper),
        section("What is missing", &view.checks.iter().map(check).collect::<Vec<_>>(), paper),
        view.existing.as_deref().map(|first| paper.wrapped(&first.message, "")).unwrap_or_default(),
    ])
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
