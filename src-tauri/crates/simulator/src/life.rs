//! The steps of a code after its create: `unset`, `setting`, `set`, or a failure.

use crate::agenda::{LifeStep, What};
use crate::answer::{Fields, fields};
use crate::clock::{DAY, HOUR, MINUTE, Millis};
use crate::code::{Code, NO_SPACE, Pending, Problem, Status};
use crate::emit::{emit_code, troubles};
use crate::fault::FaultKind;
use crate::world::World;

/// After this time Seam warns that a code is late.
const LATE: Millis = 20 * MINUTE;

/// Puts the steps of a new code on the agenda. `fate` is a fault that applies to it.
pub fn plan(world: &mut World, index: usize, fate: Option<FaultKind>, now: Millis) {
    let Some(code) = world.codes.get_mut(index) else { return };
    let end = code.window.end;
    let ahead = code.asked.start - HOUR;
    let begin = if world.options.defer && ahead > now { ahead } else { now };
    if begin > now {
        code.pending = Pending::Deferred(begin);
        world.agenda.add(begin, What::Code(index, LifeStep::Begin));
    }
    let setting = begin + millis(world.options.setting_ms);
    let set = setting + millis(world.options.set_ms);
    let mut at = |time, step| world.agenda.add(time, What::Code(index, step));
    match fate {
        Some(FaultKind::Stuck) => at(begin + LATE, LifeStep::Delay),
        Some(FaultKind::Fail { error_code, message }) => {
            let message = message.unwrap_or_else(|| message_of(&error_code).to_owned());
            at(setting, LifeStep::Setting);
            at(set, LifeStep::Fail { code: error_code, message });
        }
        _ => {
            at(setting, LifeStep::Setting);
            at(set, LifeStep::Set);
            if let Some(FaultKind::Vanish { after_ms }) = fate {
                at(now + millis(after_ms), LifeStep::Vanish);
            }
        }
    }
    at(end, LifeStep::End);
}

/// Runs one step, at its own time.
pub fn run_step(world: &mut World, index: usize, step: LifeStep, at: Millis) {
    let Some(code) = world.codes.get_mut(index).filter(|code| !code.gone) else { return };
    match step {
        LifeStep::Begin => code.pending = Pending::Creating,
        LifeStep::Setting => code.status = Status::Setting,
        LifeStep::Set => set(world, index, at),
        LifeStep::Delay => {
            let message = "There was an unusually long delay in setting the access code on the device.";
            code.warnings.push(Problem::new("delay_in_setting_on_device", message, at));
            emit_with_troubles(world, "access_code.delay_in_setting_on_device", index, at);
        }
        LifeStep::Fail { code: error, message } => {
            code.errors.push(Problem::new(&error, &message, at));
            (code.status, code.pending) = (Status::Unset, Pending::None);
            emit_with_troubles(world, "access_code.failed_to_set_on_device", index, at);
        }
        LifeStep::Vanish => remove(world, index, at),
        LifeStep::End if code.window.end > at => {
            let end = code.window.end;
            world.agenda.add(end, What::Code(index, LifeStep::End));
        }
        LifeStep::End => end(world, index, at),
    }
}

fn set(world: &mut World, index: usize, at: Millis) {
    world.set_status(index, Status::Set, Pending::None);
    let pin = world.codes.get(index).map(|code| code.pin.clone());
    emit_code(world, "access_code.set_on_device", index, at, fields! { "code": pin });
}

/// The code has ended: Seam deletes it.
fn end(world: &mut World, index: usize, at: Millis) {
    if world.codes.get(index).is_some_and(Code::is_managed) {
        emit_code(world, "access_code.removed_from_device", index, at, Fields::new());
    }
    remove(world, index, at);
}

/// Removes the code, for whatever reason.
pub fn remove(world: &mut World, index: usize, at: Millis) {
    let Some(code) = world.codes.get(index) else { return };
    if code.is_managed() {
        let pin = code.is_told().then(|| code.pin.clone());
        emit_code(world, "access_code.deleted", index, at, fields! { "code": pin });
    } else {
        emit_code(world, "access_code.unmanaged.removed", index, at, Fields::new());
    }
    world.drop_code(index);
}

fn emit_with_troubles(world: &mut World, kind: &'static str, index: usize, at: Millis) {
    let extra = troubles(world, index);
    emit_code(world, kind, index, at, extra);
}

/// A duration from a request, capped at a century so that sums stay in range.
pub fn millis(length: u64) -> Millis {
    Millis::try_from(length).unwrap_or(Millis::MAX).min(36_500 * DAY)
}

/// Seam's message for an error, if Seam has published it.
pub fn message_of(error_code: &str) -> &'static str {
    match error_code {
        "dormakaba_oracode_no_valid_user_level" => "No valid user level for the requested times",
        "dormakaba_oracode_invalid_time_range" => {
            "No Dormakaba Oracode user levels configured for the requested time range"
        }
        "provider_issue" => "An issue with the provider is preventing Seam from issuing the access code.",
        "account_disconnected" => "The connected account has been disconnected.",
        NO_SPACE => "There is no space for another access code on the device.",
        _ => "Failed to set the access code on the device.",
    }
}
