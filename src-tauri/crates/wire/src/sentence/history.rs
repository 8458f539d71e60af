//! What happened, event by event. No PIN and no raw answer is ever told here.

use domain::lifecycle::Progress;
use jiff::Timestamp;
use ops::{Happening, Reading};

use super::wording::list;
use super::{code, notice};
use crate::clean::clean;
use crate::clock::DoorClock;

/// The word for it, as the record writes it.
pub(crate) fn word(happening: &Happening) -> &'static str {
    match happening {
        Happening::Intent { .. } => "intent",
        Happening::Sending { .. } => "sending",
        Happening::NotSent { .. } => "not_sent",
        Happening::Refused { .. } => "refused",
        Happening::Unknown { .. } => "unknown",
        Happening::Accepted { .. } => "accepted",
        Happening::Found { .. } => "found",
        Happening::Looked { .. } => "looked",
        Happening::Superseded { .. } => "superseded",
        Happening::SecondCode { .. } => "second_code",
        Happening::Read(_) => "read",
        Happening::Gone { .. } => "gone",
        Happening::Ended { .. } => "ended",
        Happening::SlotsChanged { .. } => "slots_changed",
        Happening::DoorGone { .. } => "door_gone",
        Happening::DoorBack { .. } => "door_back",
        Happening::HostLimit { .. } => "host_limit",
        Happening::Restored { .. } => "restored",
    }
}

pub(crate) fn detail(happening: &Happening, clock: &DoorClock) -> String {
    match happening {
        Happening::Intent { risks, .. } if risks.is_empty() => "Recorded, before anything was sent.".to_owned(),
        Happening::Intent { risks, .. } => {
            format!("Recorded, before anything was sent. You accepted: {}.", list(risks))
        }
        Happening::Sending { .. } => "One request to make a code went out.".to_owned(),
        Happening::NotSent { why } => code::not_sent(why),
        Happening::Refused { status, error, message, .. } => {
            format!("{} Seam said: {}", notice::refusal(*status, error), clean(message))
        }
        Happening::Unknown { why } => code::unknown(why),
        Happening::Accepted { access_code_id, .. } => format!("Seam made the code {}.", clean(access_code_id)),
        Happening::Found { access_code_id } => {
            format!("Found at Seam by its marker: the code {}.", clean(access_code_id))
        }
        Happening::Looked { .. } => "A complete look at the door found no code with this marker.".to_owned(),
        Happening::Superseded { by_attempt } => {
            format!("You chose another attempt (number {by_attempt}) although this one is not known.")
        }
        Happening::SecondCode { access_code_id } => {
            format!("A second code for this stay is at Seam: {}. Both work.", clean(access_code_id))
        }
        Happening::Read(reading) => read(reading, clock),
        Happening::Gone { access_code_id } => {
            format!("Seam no longer has the code {}, though its time is not over.", clean(access_code_id))
        }
        Happening::Ended { .. } => "Its time is over, and Seam no longer has it.".to_owned(),
        Happening::SlotsChanged { device_id, .. } => {
            format!("The slots of door {} changed. Preview stays there again.", clean(device_id))
        }
        Happening::DoorGone { device_id } => {
            format!("Door {} is no longer at Seam. Its record stays.", clean(device_id))
        }
        Happening::DoorBack { device_id } => format!("Door {} is at Seam again.", clean(device_id)),
        Happening::HostLimit { device_id, limit } => host_limit(device_id, *limit),
        Happening::Restored { events_in_backup, set_aside } => restored(*events_in_backup, set_aside.as_deref()),
    }
}

fn host_limit(door: &str, limit: Option<u32>) -> String {
    match limit {
        Some(limit) => format!("You set the limit of door {} to {limit}.", clean(door)),
        None => format!("You took back your limit of door {}.", clean(door)),
    }
}

fn restored(events: i64, set_aside: Option<&str>) -> String {
    let before = set_aside.map_or(String::new(), |name| format!(" The one before is kept as {}.", clean(name)));
    format!("The record was brought back from a backup with {events} events.{before}")
}

fn read(reading: &Reading, clock: &DoorClock) -> String {
    let mut parts = vec![progress(reading).to_owned()];
    parts.push(if reading.has_pin { "the digits are there" } else { "no digits yet" }.to_owned());
    if let Some(at) = reading.scheduled_at.and_then(|millis| Timestamp::from_millisecond(millis).ok()) {
        parts.push(format!("Seam will act on {}", clock.said(at)));
    }
    let differs = reading.differs.iter().map(|difference| format!("differs: {}", clean(&difference.what)));
    let errors = reading.errors.iter().map(|notice| format!("error {}", clean(&notice.code)));
    let warnings = reading.warnings.iter().map(|notice| format!("warning {}", clean(&notice.code)));
    parts.extend(errors.chain(warnings).chain(differs).take(8));
    format!("Read at Seam: {}.", parts.join("; "))
}

fn progress(reading: &Reading) -> &'static str {
    match Progress::parse(&reading.progress) {
        Some(Progress::Waiting) => "made, waiting",
        Some(Progress::Setting) => "being set",
        Some(Progress::Ready) => "confirmed",
        Some(Progress::Failed) => "made, not brought about",
        None => "in a state that this version does not know",
    }
}
