//! How an event changes the row of its code. Pure, so that the same rules write the row and rebuild it.

use domain::code::{Code, Intent};
use domain::difference::Difference;
use domain::event::{EventBody, Reading};
use domain::ids::{AccessCodeId, DeviceId};
use domain::lifecycle::{SetupProgress, State, after};
use jiff::Timestamp;

use crate::error::Error;

/// The row of an intent that has just been recorded.
pub fn begin(intent: &Intent, owner: &str, at: Timestamp) -> Code {
    Code {
        intent: intent.id,
        device_id: intent.device_id.clone(),
        state: State::Intent,
        seq: 1,
        owner: owner.to_owned(),
        access_code_id: None,
        pin: None,
        starts_at: intent.promise.starts_at,
        ends_at: intent.promise.ends_at,
        given_slot_id: None,
        given_slot_name: None,
        differs: Vec::new(),
        errors: Vec::new(),
        warnings: Vec::new(),
        scheduled_at: None,
        second_codes: Vec::new(),
        looks: 0,
        first_look_at: None,
        last_look_at: None,
        superseded: false,
        reading_sum: None,
        changed_at: at,
    }
}

/// The row after one more event.
///
/// # Errors
/// [`Error::Impossible`] if the lifecycle does not allow the step.
pub fn apply(mut row: Code, body: &EventBody, pin: Option<&domain::Pin>, at: Timestamp) -> Result<Code, Error> {
    let Some(step) = body.step() else { return Ok(row) };
    let state = after(Some(row.state), step).ok_or(Error::Impossible(step, Some(row.state), row.intent))?;
    row.state = state;
    row.seq += 1;
    row.changed_at = at;
    match body {
        EventBody::Sending { owner, .. } => row.owner.clone_from(owner),
        EventBody::Accepted { access_code_id, .. } | EventBody::Found { access_code_id, .. } => {
            row.access_code_id = Some(AccessCodeId::new(access_code_id));
        }
        EventBody::Looked { server_at } => looked(&mut row, *server_at),
        EventBody::Superseded { .. } => row.superseded = true,
        EventBody::SecondCode { access_code_id } => row.second_codes.push(access_code_id.clone()),
        EventBody::Moved { device_id, access_code_id } => {
            row.device_id = DeviceId::new(device_id);
            row.access_code_id = Some(AccessCodeId::new(access_code_id));
        }
        EventBody::Read(reading) => read(&mut row, reading, pin, at),
        EventBody::Intent { .. }
        | EventBody::NotSent { .. }
        | EventBody::Refused { .. }
        | EventBody::Unknown { .. }
        | EventBody::Gone { .. }
        | EventBody::Ended { .. }
        | EventBody::SlotsChanged { .. }
        | EventBody::DoorGone { .. }
        | EventBody::DoorBack { .. }
        | EventBody::HostLimit { .. }
        | EventBody::PutAway { .. }
        | EventBody::Restored { .. }
        | EventBody::Mended { .. } => {}
    }
    Ok(row)
}

fn looked(row: &mut Code, server_at: i64) {
    let at = Timestamp::from_millisecond(server_at).unwrap_or(row.changed_at);
    row.looks += 1;
    row.first_look_at = row.first_look_at.or(Some(at));
    row.last_look_at = Some(at);
}

fn read(row: &mut Code, reading: &Reading, pin: Option<&domain::Pin>, at: Timestamp) {
    let instant = |millis: Option<i64>| millis.and_then(|millis| Timestamp::from_millisecond(millis).ok());
    let pin_changed = matches!((&row.pin, pin), (Some(before), Some(now)) if before != now);
    row.pin = pin.cloned().or(row.pin.take());
    row.starts_at = instant(reading.starts_at).unwrap_or(row.starts_at);
    row.ends_at = instant(reading.ends_at).filter(|end| *end > row.starts_at).unwrap_or(row.ends_at);
    row.given_slot_id = reading.slot_id.clone().or(row.given_slot_id.take());
    row.given_slot_name = reading.slot_name.clone().or(row.given_slot_name.take());
    row.scheduled_at = instant(reading.scheduled_at);
    row.errors.clone_from(&reading.errors);
    row.warnings.clone_from(&reading.warnings);
    row.reading_sum = Some(reading.sum.clone());
    for difference in &reading.differs {
        remember(&mut row.differs, difference.clone());
    }
    if pin_changed {
        remember(&mut row.differs, Difference::PinChanged);
    }
    if reading.progress == SetupProgress::Ready {
        row.differs.retain(|known| *known != Difference::Unseen);
    } else if is_unseen(row, reading, at) {
        remember(&mut row.differs, Difference::Unseen);
    }
}

/// Seam no longer shows a confirmed code as set, and gives no error.
fn is_unseen(row: &Code, reading: &Reading, at: Timestamp) -> bool {
    let is_confirmed = row.state == State::Set && at < row.ends_at;
    is_confirmed && reading.errors.is_empty() && reading.status.as_deref().is_some_and(|status| status != "set")
}

/// A difference is shown for ever; only the newest of each kind.
fn remember(differs: &mut Vec<Difference>, difference: Difference) {
    match differs.iter_mut().find(|known| known.word() == difference.word()) {
        Some(known) => *known = difference,
        None => differs.push(difference),
    }
}
