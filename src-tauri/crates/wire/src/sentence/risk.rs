//! Risks that the host must accept before a code is spent: what may happen, and the alternatives.

use domain::Word;
use domain::risk::RiskKind;
use jiff::Timestamp;
use ops::CodeEntry;
use ops::issue::Risk;
use words::{clean, say};

use super::zone;
use crate::clock::DoorClock;

pub(crate) fn risk(risk: &Risk, clock: &DoorClock) -> String {
    match risk {
        Risk::OfflineUnknown => say!("risk-offline-unknown"),
        Risk::Scarce { left } => say!("risk-scarce", left = *left),
        Risk::SameSlotOverlaps { label, starts_at, ends_at } => {
            same_slot(label.as_deref(), *starts_at, *ends_at, clock)
        }
        Risk::OtherOverlaps { label, starts_at, ends_at } => {
            say!("risk-overlap", label = clean(label), window = clock.window(*starts_at, *ends_at))
        }
        // Both ends disagree by the same tables: told once.
        Risk::TablesDisagree(disagreements) => disagreements.first().map_or_else(String::new, |one| {
            say!("risk-tables-disagree", apart = zone::apart(one), opinions = zone::opinions(one))
        }),
        Risk::StayChanged(entry) => {
            let window = clock.window(entry.code.starts_at, entry.code.ends_at);
            say!("risk-stay-changed", code = marker(entry), window = window)
        }
        Risk::FailedBefore(entry) => say!("risk-failed-before", code = marker(entry)),
        Risk::GoneBefore(entry) => say!("risk-gone-before", code = marker(entry)),
        Risk::PerhapsFull { door, used, limit } => {
            say!("risk-perhaps-full", door = clean(door), used = *used, limit = *limit)
        }
        Risk::PerhapsSameLock(entry) => say!(
            "risk-perhaps-same-lock",
            door = clean(&entry.intent.door_name),
            code = marker(entry),
            window = clock.window(entry.code.starts_at, entry.code.ends_at)
        ),
    }
}

fn same_slot(
    label: Option<&str>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
    clock: &DoorClock,
) -> String {
    let whose = match label {
        Some(label) => say!("risk-same-slot-label", label = clean(label)),
        None => say!("risk-same-slot-elsewhere"),
    };
    let window = match (starts_at, ends_at) {
        (Some(from), Some(to)) => clock.window(from, to),
        (Some(from), None) => say!("risk-from", from = clock.said(from)),
        (None, Some(to)) => say!("risk-to", to = clock.said(to)),
        (None, None) => say!("risk-unknown"),
    };
    say!("risk-same-slot", whose = whose, window = window)
}

/// The accepted risks.
pub(crate) fn name(kind: &Word<RiskKind>) -> String {
    match kind {
        Word::Known(RiskKind::OfflineUnknown) => say!("risk-name-offline-unknown"),
        Word::Known(RiskKind::Scarce) => say!("risk-name-scarce"),
        Word::Known(RiskKind::SameSlotOverlaps) => say!("risk-name-same-slot"),
        Word::Known(RiskKind::OtherOverlaps) => say!("risk-name-overlap"),
        Word::Known(RiskKind::TablesDisagree) => say!("risk-name-tables"),
        Word::Known(RiskKind::StayChanged) => say!("risk-name-stay-changed"),
        Word::Known(RiskKind::FailedBefore) => say!("risk-name-failed"),
        Word::Known(RiskKind::GoneBefore) => say!("risk-name-gone"),
        Word::Known(RiskKind::PerhapsSameLock) => say!("risk-name-perhaps-same-lock"),
        Word::Known(RiskKind::PerhapsFull) => say!("risk-name-perhaps-full"),
        Word::Known(RiskKind::Shift) => say!("risk-name-shift"),
        Word::Known(RiskKind::Soon) => say!("risk-name-soon"),
        Word::Known(RiskKind::LastFifth) => say!("risk-name-last-fifth"),
        Word::Other(text) => clean(text),
    }
}

fn marker(entry: &CodeEntry) -> String {
    entry.intent.marker.to_string()
}
