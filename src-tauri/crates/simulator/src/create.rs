//! `/access_codes/create`: Oracode's rules, checked in Seam's order.

use serde_json::json;

use crate::answer::{Fields, Refusal, fields};
use crate::clock::{DAY, HOUR, Millis};
use crate::code::{Code, Level, NO_SPACE, Origin, Pending, Status};
use crate::door::{Door, Make};
use crate::emit::emit_code;
use crate::fault::FaultKind;
use crate::matching::{Misfit, Window, choose};
use crate::options::PinTime;
use crate::params::Params;
use crate::world::World;
use crate::{life, render};

/// A well-formed request.
struct CreateRequest {
    stay: Window,
    rounding: Millis,
    name: Option<String>,
    is_one_time: bool,
}

/// Makes a code or refuses. `fate` is a fault that applies to the code.
pub fn create(world: &mut World, params: &Params, fate: Option<FaultKind>, now: Millis) -> Result<Fields, Refusal> {
    let device_id = params.required("device_id")?;
    let index = world.managed_door(device_id).ok_or_else(|| Refusal::device_not_found(device_id))?;
    let per_minute = world.options.creates_per_minute;
    let door = world.doors.get_mut(index).ok_or_else(|| Refusal::device_not_found(device_id))?;
    door.admit_create(now, per_minute).map_err(too_many)?;
    let request = read(params, door, now)?;
    let door = world.doors.get(index).ok_or_else(|| Refusal::device_not_found(device_id))?;
    let (level, window, fate) = match choose(&door.slots, &door.zone, request.stay, request.rounding) {
        Ok((slot, window)) => {
            (Some(Level { id: slot.id.clone(), name: slot.name.clone() }), window, fate_of(world, door, fate))
        }
        Err(misfit) => (None, request.stay, Some(late_refusal(world, misfit)?)),
    };
    let code = make(world, index, request, level, shifted(window, fate.as_ref()), now);
    Ok(add(world, code, fate, now))
}

fn too_many(seconds: u64) -> Refusal {
    let refusal = Refusal::new(429, "rate_limit_exceeded", "Too many access codes created on this device");
    Refusal { retry_after: Some(seconds), ..refusal }
}

fn read(params: &Params, door: &Door, now: Millis) -> Result<CreateRequest, Refusal> {
    let offline = params.flag("is_offline_access_code")?.unwrap_or(false);
    let (name, is_one_time) = (params.text("name")?, params.flag("is_one_time_use")?.unwrap_or(false));
    let rounding = rounding(params)?;
    if door.make == Make::Other || door.offline == Some(false) {
        let message = "This device cannot program offline access codes";
        return Err(Refusal::new(400, "device_does_not_support_offline_access_codes", message));
    }
    if !offline {
        let message = "This device only supports offline access codes: is_offline_access_code must be true";
        return Err(Refusal::field("is_offline_access_code", message));
    }
    if params.has("code") {
        return Err(Refusal::field("code", "A code cannot be specified for this device"));
    }
    let missing = |name| Refusal::field(name, "Required for offline access codes");
    let start = params.instant("starts_at")?.ok_or_else(|| missing("starts_at"))?;
    let end = params.instant("ends_at")?.ok_or_else(|| missing("ends_at"))?;
    if end <= start {
        return Err(Refusal::field("ends_at", "ends_at must be after starts_at"));
    }
    if end <= now {
        return Err(Refusal::field("ends_at", "ends_at must be in the future"));
    }
    Ok(CreateRequest { stay: Window { start, end }, rounding, name: name.map(str::to_owned), is_one_time })
}

fn rounding(params: &Params) -> Result<Millis, Refusal> {
    match params.text("max_time_rounding")? {
        None | Some("1hour" | "1h") => Ok(HOUR),
        Some("1day" | "1d") => Ok(DAY),
        Some(_) => Err(Refusal::field("max_time_rounding", "Expected one of 1hour, 1day, 1h, 1d")),
    }
}

/// No slot: refused at once, or made and failed later. Seam has done both.
fn late_refusal(world: &World, misfit: Misfit) -> Result<FaultKind, Refusal> {
    let message = match misfit {
        Misfit::NoSlot => "No time slots found for the requested times",
        Misfit::TooLong => "Access codes can be valid for at most 31 days",
    };
    let error_code = world.options.no_slot_error.clone();
    let error_code = error_code.ok_or_else(|| Refusal::new(400, "dormakaba_oracode_invalid_time_range", message))?;
    Ok(FaultKind::Fail { error_code, message: None })
}

/// The fate of a code that has a slot: whatever prevents it, else the requested fault.
fn fate_of(world: &World, door: &Door, asked: Option<FaultKind>) -> Option<FaultKind> {
    let fail = |code: &str| Some(FaultKind::Fail { error_code: code.to_owned(), message: None });
    let account = world.accounts.get(door.account);
    if account.is_some_and(|account| account.disconnected.is_some()) {
        fail("account_disconnected")
    } else if world.options.unapproved {
        Some(FaultKind::Stuck)
    } else if world.places_taken(door) >= door.limit {
        fail(NO_SPACE)
    } else {
        asked
    }
}

fn shifted(window: Window, fate: Option<&FaultKind>) -> Window {
    let Some(FaultKind::Shift { minutes }) = fate else { return window };
    let by = minutes.saturating_mul(60_000);
    Window { start: window.start.saturating_add(by), end: window.end.saturating_add(by) }
}

fn make(
    world: &mut World,
    door: usize,
    request: CreateRequest,
    level: Option<Level>,
    window: Window,
    now: Millis,
) -> Code {
    Code {
        origin: Origin::Created,
        name: request.name,
        asked: request.stay,
        level,
        stay_id: 5_000 + world.codes.len() as u64,
        told_early: world.options.pin == PinTime::AtCreate,
        status: Status::Unset,
        pending: Pending::Creating,
        attempt_id: world.mint.fresh_id(),
        is_one_time: request.is_one_time,
        ..Code::ready(world.mint.fresh_id(), door, now, window)
    }
}

/// Adds the code to the world and renders the answer.
fn add(world: &mut World, code: Code, fate: Option<FaultKind>, now: Millis) -> Fields {
    let (door, attempt_id) = (code.door, code.attempt_id.clone());
    let device_id = world.doors.get(door).map(|door| door.id.clone()).unwrap_or_default();
    world.count_create(&device_id, code.name.as_deref().unwrap_or_default());
    let index = world.add_code(code);
    life::plan(world, index, fate, now);
    emit_code(world, "access_code.created", index, now, Fields::new());
    let attempt = json!({ "action_attempt_id": attempt_id, "action_type": "CREATE_ACCESS_CODE",
        "status": "pending", "result": null, "error": null });
    let shown = world.codes.get(index).map(|code| render::managed(world, code));
    fields! { "access_code": shown, "action_attempt": attempt }
}
