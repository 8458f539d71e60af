//! The history, event by event. Never contains a PIN or a raw answer.

use domain::lifecycle::Progress;
use jiff::Timestamp;
use ops::{Happening, Reading};
use words::{clean, list, say, sentences};

use super::{cause, difference, notice, risk};
use crate::clock::DoorClock;

pub(crate) fn detail(happening: &Happening, clock: &DoorClock) -> String {
    match happening {
        Happening::Intent { risks, .. } if risks.is_empty() => say!("event-intent"),
        Happening::Intent { risks, .. } => {
            let risks: Vec<String> = risks.iter().map(risk::name).collect();
            say!("event-intent-accepted", risks = list(&risks))
        }
        Happening::Sending { .. } => say!("event-sending"),
        Happening::NotSent { why } => cause::not_sent(why),
        Happening::Refused { status, error, message, .. } => {
            let said = say!("event-refused", message = clean(message));
            sentences([Some(notice::refusal(*status, error)), Some(said)])
        }
        Happening::Unknown { why } => cause::unknown(why),
        Happening::Accepted { access_code_id, .. } => say!("event-accepted", code = clean(access_code_id)),
        Happening::Found { access_code_id, by_host: false } => say!("event-found", code = clean(access_code_id)),
        Happening::Found { access_code_id, by_host: true } => say!("event-confirmed", code = clean(access_code_id)),
        Happening::Looked { .. } => say!("event-looked"),
        Happening::Superseded { by_attempt } => say!("event-superseded", attempt = *by_attempt),
        Happening::SecondCode { access_code_id } => say!("event-second-code", code = clean(access_code_id)),
        Happening::Moved { device_id, access_code_id } => {
            say!("event-moved", door = clean(device_id), code = clean(access_code_id))
        }
        Happening::Read(reading) => read(reading, clock),
        Happening::Gone { access_code_id } => say!("event-gone", code = clean(access_code_id)),
        Happening::Ended { .. } => say!("event-ended"),
        Happening::SlotsChanged { device_id, .. } => say!("event-slots-changed", door = clean(device_id)),
        Happening::DoorGone { device_id } => say!("event-door-gone", door = clean(device_id)),
        Happening::DoorBack { device_id } => say!("event-door-back", door = clean(device_id)),
        Happening::HostLimit { device_id, limit: Some(limit) } => {
            say!("event-host-limit", door = clean(device_id), limit = *limit)
        }
        Happening::HostLimit { device_id, limit: None } => say!("event-host-limit-back", door = clean(device_id)),
        Happening::PutAway { device_id, access_code_id } => {
            say!("event-put-away", door = clean(device_id), code = clean(access_code_id))
        }
        Happening::Restored { events_in_backup, set_aside } => restored(*events_in_backup, set_aside.as_deref()),
        Happening::Mended { rows } => say!("event-mended", rows = *rows),
    }
}

fn restored(events: i64, set_aside: Option<&str>) -> String {
    let before = set_aside.map(|name| say!("event-restored-before", name = clean(name)));
    sentences([Some(say!("event-restored", events = events)), before])
}

fn read(reading: &Reading, clock: &DoorClock) -> String {
    let mut parts = vec![progress(reading)];
    parts.push(if reading.has_pin { say!("event-read-pin") } else { say!("event-read-no-pin") });
    if let Some(at) = reading.scheduled_at.and_then(|millis| Timestamp::from_millisecond(millis).ok()) {
        parts.push(say!("event-read-scheduled", at = clock.said(at)));
    }
    let differs = reading.differs.iter().map(|differs| say!("event-read-differs", what = difference::name(differs)));
    let errors = reading.errors.iter().map(|notice| say!("event-read-error", code = clean(&notice.code)));
    let warnings = reading.warnings.iter().map(|notice| say!("event-read-warning", code = clean(&notice.code)));
    parts.extend(errors.chain(warnings).chain(differs).take(8));
    say!("event-read", parts = parts.join("; "))
}

fn progress(reading: &Reading) -> String {
    match reading.progress.known() {
        Some(Progress::Waiting) => say!("event-read-waiting"),
        Some(Progress::Setting) => say!("event-read-setting"),
        Some(Progress::Ready) => say!("event-read-ready"),
        Some(Progress::Failed) => say!("event-read-failed"),
        None => say!("event-read-odd"),
    }
}
