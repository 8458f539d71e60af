//! What the host must accept before a code is spent: what may happen, and what to do instead.

use domain::tables::ZoneTables;
use jiff::Timestamp;
use ops::CodeEntry;
use ops::issue::Risk;

use super::wording::count;
use super::zone;
use crate::clean::clean;
use crate::clock::DoorClock;

pub(crate) fn risk(risk: &Risk, clock: &DoorClock, tables: &ZoneTables) -> String {
    match risk {
        Risk::OfflineUnknown => {
            "Seam does not say whether this door can make offline codes. Ask Seam, or accept and try \
                                 this code at the door."
                .to_owned()
        }
        Risk::Scarce { left } => format!(
            "Only {} left on this lock, and a code can never be taken back. Accept if this stay is worth one.",
            count(*left, "place is", "places are")
        ),
        Risk::SameSlotOverlaps { label, starts_at, ends_at } => {
            same_slot(label.as_deref(), *starts_at, *ends_at, clock)
        }
        Risk::OtherOverlaps { label, starts_at, ends_at } => format!(
            "There is already a code for this door at that time: “{}”, {}. Check that it is not the same stay; accept to \
             make another.",
            clean(label),
            clock.window(*starts_at, *ends_at)
        ),
        Risk::TablesDisagree(disagreements) => {
            let told: Vec<String> = disagreements.iter().map(zone::disagreement).collect();
            format!(
                "{} Tables in use: {}. Check the lock's own clock; accept to go on.",
                told.join(" "),
                tables.version()
            )
        }
        Risk::StayChanged(entry) => format!(
            "This stay already has a code for other times: {}. It cannot change and stays valid. Accept to make a second \
             one, and tell the guest which to use.",
            window(entry, clock)
        ),
        Risk::FailedBefore(entry) => format!(
            "An earlier code for this stay ({}) was made but not brought about; it may still take a place on the lock, or \
             even work. Accept to make another.",
            entry.intent.marker
        ),
        Risk::GoneBefore(entry) => format!(
            "An earlier code for this stay ({}) vanished from Seam and may still work at the door. Try it there first; \
             accept to make another.",
            entry.intent.marker
        ),
    }
}

fn same_slot(
    label: Option<&str>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
    clock: &DoorClock,
) -> String {
    let whose = label.map_or("made elsewhere".to_owned(), |label| format!("“{}”", clean(label)));
    let end = |at: Option<Timestamp>, open: &str| at.map_or(open.to_owned(), |at| clock.bare(at));
    let whose_clock = clock.whose();
    format!(
        "A code of the same slot overlaps: {whose}, {} to {} {whose_clock}. A second code of a slot may void the first, and \
         lock that guest out. Choose another slot or other times; accept only if the first is no longer needed.",
        end(starts_at, "an unknown start"),
        end(ends_at, "an unknown end")
    )
}

fn window(entry: &CodeEntry, clock: &DoorClock) -> String {
    let code = &entry.code;
    format!("{}, {}", entry.intent.marker, clock.window(code.starts_at, code.ends_at))
}
