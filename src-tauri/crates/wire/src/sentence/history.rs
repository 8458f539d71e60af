//! The history, event by event. Never contains a PIN or a raw answer.

use domain::lifecycle::SetupProgress;
use jiff::Timestamp;
use ops::{EventBody, Reading};
use words::{clean, list, say, sentences};

use super::{cause, difference, notice, risk};
use crate::clock::DoorClock;

pub(crate) fn detail(body: &EventBody, clock: &DoorClock) -> String {
    match body {
        EventBody::Intent { risks, .. } if risks.is_empty() => say!("event-intent"),
        EventBody::Intent { risks, .. } => {
            let risks: Vec<String> = risks.iter().map(risk::name).collect();
            say!("event-intent-accepted", risks = list(&risks))
        }
        EventBody::Sending { .. } => say!("event-sending"),
        EventBody::NotSent { why } => cause::not_sent(why),
        EventBody::Refused { status, error, message, .. } => {
            let said = say!("event-refused", message = clean(message));
            sentences([Some(notice::refusal(*status, error)), Some(said)])
        }
        EventBody::Unknown { why } => cause::unknown(why),
        EventBody::Accepted { access_code_id, .. } => say!("event-accepted", code = clean(access_code_id)),
        EventBody::Found { access_code_id, by_host: false } => say!("event-found", code = clean(access_code_id)),
        EventBody::Found { access_code_id, by_host: true } => say!("event-confirmed", code = clean(access_code_id)),
        EventBody::Looked { .. } => say!("event-looked"),
        EventBody::Superseded { by_attempt } => say!("event-superseded", attempt = *by_attempt),
        EventBody::SecondCode { access_code_id } => say!("event-second-code", code = clean(access_code_id)),
        EventBody::Moved { device_id, access_code_id } => {
            say!("event-moved", door = clean(device_id), code = clean(access_code_id))
        }
        EventBody::Read(reading) => read(reading, clock),
        EventBody::Gone { access_code_id } => say!("event-gone", code = clean(access_code_id)),
        EventBody::Ended { .. } => say!("event-ended"),
        EventBody::SlotsChanged { device_id, .. } => say!("event-slots-changed", door = clean(device_id)),
        EventBody::DoorGone { device_id } => say!("event-door-gone", door = clean(device_id)),
        EventBody::DoorBack { device_id } => say!("event-door-back", door = clean(device_id)),
        EventBody::HostLimit { device_id, limit: Some(limit) } => {
            say!("event-host-limit", door = clean(device_id), limit = *limit)
        }
        EventBody::HostLimit { device_id, limit: None } => say!("event-host-limit-back", door = clean(device_id)),
        EventBody::PutAway { device_id, access_code_id } => {
            say!("event-put-away", door = clean(device_id), code = clean(access_code_id))
        }
        EventBody::Restored { events_in_backup, set_aside } => restored(*events_in_backup, set_aside.as_deref()),
        EventBody::Mended { rows } => say!("event-mended", rows = *rows),
    }
}

fn restored(events: i64, set_aside: Option<&str>) -> String {
    let before = set_aside.map(|name| say!("event-restored-before", name = clean(name)));
    sentences([Some(say!("event-restored", events = events)), before])
}

fn read(reading: &Reading, clock: &DoorClock) -> String {
    let mut parts = vec![progress(reading)];
    if reading.has_pin {
        parts.push(say!("event-read-pin"));
    }
    if let Some(at) = reading.scheduled_at.and_then(|millis| Timestamp::from_millisecond(millis).ok()) {
        parts.push(say!("event-read-scheduled", at = clock.said(at)));
    }
    let differs = reading.differs.iter().map(|differs| say!("event-read-differs", what = difference::name(differs)));
    let errors = reading.errors.iter().map(|notice| say!("event-read-error", code = clean(&notice.code)));
    let warnings = reading.warnings.iter().map(|notice| say!("event-read-warning", code = clean(&notice.code)));
    parts.extend(errors.chain(warnings).chain(differs).take(8));
    parts.join(" ")
}

fn progress(reading: &Reading) -> String {
    match reading.progress.known() {
        Some(SetupProgress::Waiting) => say!("event-read-waiting"),
        Some(SetupProgress::Setting) => say!("event-read-setting"),
        Some(SetupProgress::Ready) => say!("event-read-ready"),
        Some(SetupProgress::Failed) => say!("event-read-failed"),
        None => say!("event-read-odd"),
    }
}
