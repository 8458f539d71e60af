//! Changes to doors and codes by others: the installer, dormakaba's portal, another program with the same key.
//!
//! Checks none of Oracode's rules: others do not ask the simulator.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::agenda::{LifeStep, What};
use crate::answer::{Fields, Refusal, fields};
use crate::clock::{Millis, parse_instant, stamp};
use crate::code::{Code, Level, Origin, Problem};
use crate::emit::{emit_account, emit_code, emit_door};
use crate::life;
use crate::matching::{Window, choose};
use crate::mint::pin;
use crate::slot::SlotSpec;
use crate::world::World;

type Reply = Result<Fields, Refusal>;

/// A change to a door (`POST /_sim/door`). Absent fields stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DoorChange {
    /// The door.
    pub device_id: String,
    /// Gone from Seam, or back.
    pub removed: Option<bool>,
    /// `false`: unmanaged from now on, with its codes. If it is managed again, its codes stay unmanaged.
    pub managed: Option<bool>,
    /// `can_program_offline_access_codes`: `yes`, `no`, or `unknown` to leave it out.
    pub offline: Option<String>,
    /// A new limit.
    pub limit: Option<u32>,
    /// Another name.
    pub name: Option<String>,
    /// A new zone, by its IANA name. Slots keep their strings.
    pub zone: Option<String>,
}

/// A door comes back under a new id (`POST /_sim/reconnect`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reconnection {
    /// The door, by its current id.
    pub device_id: String,
    /// Whether its codes return as unmanaged codes with new ids.
    pub new_code_ids: bool,
}

/// New slots for a door (`POST /_sim/slots`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SlotChange {
    /// The door.
    pub device_id: String,
    /// All its slots.
    pub slots: Vec<SlotSpec>,
}

/// A code to make elsewhere (`POST /_sim/codes/add`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewCode {
    /// The door.
    pub device_id: String,
    /// Its name.
    pub name: String,
    /// When it starts to work, as an instant.
    pub starts_at: String,
    /// When it stops working.
    pub ends_at: String,
    /// Whether it is made in dormakaba's portal, and so unmanaged.
    pub portal: bool,
}

/// A change to a code outside the app (`POST /_sim/codes/change`). Absent fields stay as they are.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodeChange {
    /// The code.
    pub access_code_id: String,
    /// Another name.
    pub name: Option<String>,
    /// Whether the simulator chooses another PIN.
    pub new_pin: bool,
    /// Another start, as an instant.
    pub starts_at: Option<String>,
    /// Another end.
    pub ends_at: Option<String>,
    /// Another slot, by its id.
    pub user_level_id: Option<String>,
}

impl std::fmt::Debug for CodeChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CodeChange").field("access_code_id", &self.access_code_id).finish_non_exhaustive()
    }
}

/// A code to remove (`POST /_sim/codes/remove`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Removal {
    /// The code.
    pub access_code_id: String,
    /// Whether no event is emitted.
    pub quiet: bool,
}

/// The door, even if it was removed.
fn find_door(world: &World, device_id: &str) -> Result<usize, Refusal> {
    world.door_index.get(device_id).copied().ok_or_else(|| Refusal::device_not_found(device_id))
}

fn find_code(world: &World, access_code_id: &str) -> Result<usize, Refusal> {
    world.live_code(access_code_id).ok_or_else(|| Refusal::code_not_found(access_code_id))
}

/// Replaces a door's slots. Seam emits no event.
pub fn set_slots(world: &mut World, change: &SlotChange) -> Reply {
    let index = find_door(world, &change.device_id)?;
    let specs = change.slots.iter().cloned().enumerate();
    let slots = specs.map(|(prefix, spec)| spec.into_slot(prefix, &world.mint)).collect();
    if let Some(door) = world.doors.get_mut(index) {
        door.slots = slots;
    }
    Ok(Fields::new())
}

/// Changes the given fields of a door.
pub fn change_door(world: &mut World, change: &DoorChange, now: Millis) -> Reply {
    let index = find_door(world, &change.device_id)?;
    let zone = change.zone.as_deref().map(|name| {
        let found = jiff::tz::TimeZoneDatabase::bundled().get(name);
        found.map(|zone| (name.to_owned(), zone)).map_err(|_| Refusal::field("zone", "Unknown zone"))
    });
    let zone = zone.transpose()?;
    let offline = match change.offline.as_deref() {
        None => None,
        Some("yes") => Some(Some(true)),
        Some("no") => Some(Some(false)),
        Some("unknown") => Some(None),
        Some(_) => return Err(Refusal::field("offline", "Expected yes, no or unknown")),
    };
    let Some(door) = world.doors.get_mut(index) else { return Ok(Fields::new()) };
    let (was_removed, was_managed) = (door.removed, door.managed);
    door.managed = change.managed.unwrap_or(was_managed);
    door.removed = change.removed.unwrap_or(was_removed);
    door.offline = offline.unwrap_or(door.offline);
    door.limit = change.limit.unwrap_or(door.limit);
    (door.zone_name, door.zone) = zone.unwrap_or_else(|| (door.zone_name.clone(), door.zone.clone()));
    let renamed = change.name.clone().filter(|name| *name != door.name);
    door.name = renamed.clone().unwrap_or_else(|| door.name.clone());
    if let Some(name) = renamed {
        emit_door(world, "device.name_changed", index, now, fields! { "device_name": name });
    }
    if (was_managed, change.managed) == (true, Some(false)) {
        release_codes(world, index);
        emit_door(world, "device.converted_to_unmanaged", index, now, Fields::new());
    }
    match (was_removed, change.removed) {
        (false, Some(true)) => emit_door(world, "device.removed", index, now, Fields::new()),
        (true, Some(false)) => emit_door(world, "device.added", index, now, Fields::new()),
        _ => {}
    }
    Ok(Fields::new())
}

/// Assigns a door, and its codes if asked, a new id without an event. Seam no longer knows the old ids.
pub fn reconnect(world: &mut World, change: &Reconnection) -> Reply {
    let index = find_door(world, &change.device_id)?;
    let device_id = world.mint.fresh_id();
    world.door_index.remove(&change.device_id);
    world.door_index.insert(device_id.clone(), index);
    let codes = world.doors.get(index).map(|door| door.codes.clone()).unwrap_or_default();
    if let Some(door) = world.doors.get_mut(index) {
        door.id.clone_from(&device_id);
    }
    for code in codes.into_iter().filter(|_| change.new_code_ids) {
        world.rename_code(code);
    }
    Ok(fields! { "device_id": device_id })
}

/// Makes the codes of an unmanaged door unmanaged.
fn release_codes(world: &mut World, door: usize) {
    for code in world.codes.iter_mut().filter(|code| code.door == door) {
        code.released = true;
    }
}

/// Disconnects or reconnects the account of the Oracode doors.
pub fn connect_account(world: &mut World, connected: bool, now: Millis) -> Fields {
    const ORACODE: usize = 0;
    let message = life::message_of("account_disconnected");
    let problem = (!connected).then(|| Problem::new("account_disconnected", message, now));
    let was = world.accounts.get_mut(ORACODE).map(|account| std::mem::replace(&mut account.disconnected, problem));
    match (was.flatten().is_some(), connected) {
        (false, false) => emit_account(world, "connected_account.disconnected", ORACODE, now),
        (true, true) => emit_account(world, "connected_account.connected", ORACODE, now),
        (true, false) | (false, true) => {}
    }
    Fields::new()
}

/// Makes a code elsewhere. Checks no rules: the simulator cannot know another program's.
pub fn add_code(world: &mut World, new: &NewCode, now: Millis) -> Reply {
    let door = find_door(world, &new.device_id)?;
    let at = |name, text: &str| parse_instant(text).ok_or_else(|| Refusal::field(name, "Invalid datetime"));
    let window = Window { start: at("starts_at", &new.starts_at)?, end: at("ends_at", &new.ends_at)? };
    let slot = world.doors.get(door).and_then(|door| choose(&door.slots, &door.zone, window, 60_000).ok());
    let level = slot.map(|(slot, _)| Level { id: slot.id.clone(), name: slot.name.clone() });
    let id = world.mint.fresh_id();
    let code = Code {
        origin: if new.portal { Origin::Portal } else { Origin::Elsewhere },
        name: Some(new.name.clone()),
        level,
        stay_id: 1_000 + world.codes.len() as u64,
        ..Code::ready(id.clone(), door, now, window)
    };
    let index = world.add_code(code);
    world.agenda.add(window.end, What::Code(index, LifeStep::End));
    let kind = if new.portal { "access_code.unmanaged.created" } else { "access_code.created" };
    emit_code(world, kind, index, now, Fields::new());
    Ok(fields! { "access_code_id": id })
}

/// Changes a code as another program would, with Seam's events.
pub fn change_code(world: &mut World, change: &CodeChange, now: Millis) -> Reply {
    let index = find_code(world, &change.access_code_id)?;
    let at = |text: &Option<String>| {
        let read = |text: &String| parse_instant(text).ok_or_else(|| Refusal::field("starts_at", "Invalid datetime"));
        text.as_ref().map(read).transpose()
    };
    let (start, end) = (at(&change.starts_at)?, at(&change.ends_at)?);
    let Some(code) = world.codes.get_mut(index) else { return Ok(Fields::new()) };
    let before = code.clone();
    code.name = change.name.clone().or_else(|| before.name.clone());
    code.window = Window { start: start.unwrap_or(before.window.start), end: end.unwrap_or(before.window.end) };
    code.asked = code.window;
    if change.new_pin {
        code.pin = pin(&code.id, 1 + u32::from(code.pin == pin(&code.id, 1)));
    }
    if let Some(id) = &change.user_level_id {
        let slots = world.doors.get(code.door).map(|door| door.slots.as_slice()).unwrap_or_default();
        let name = slots.iter().find(|slot| slot.id == *id).map(|slot| slot.name.clone()).unwrap_or_default();
        code.level = Some(Level { id: id.clone(), name });
    }
    let after = code.clone();
    world.agenda.add(after.window.end, What::Code(index, LifeStep::End));
    emit_change(world, index, &before, &after, now);
    Ok(Fields::new())
}

fn emit_change(world: &mut World, index: usize, before: &Code, after: &Code, now: Millis) {
    let mut emit = |kind: &'static str, from: Value, to: Value| {
        if from != to {
            let extra = fields! { "from": from, "to": to, "description": "Changed outside of Seam." };
            emit_code(world, kind, index, now, extra);
        }
    };
    let span = |code: &Code| json!({ "starts_at": stamp(code.window.start), "ends_at": stamp(code.window.end) });
    emit("access_code.name_changed", json!({ "name": before.name }), json!({ "name": after.name }));
    emit("access_code.code_changed", json!({ "code": before.pin }), json!({ "code": after.pin }));
    emit("access_code.time_frame_changed", span(before), span(after));
    emit_code(world, "access_code.modified_external_to_seam", index, now, Fields::new());
}

/// Removes a code, with the events of a removal or quietly.
pub fn remove_code(world: &mut World, removal: &Removal, now: Millis) -> Reply {
    let index = find_code(world, &removal.access_code_id)?;
    if removal.quiet {
        world.drop_code(index);
    } else {
        emit_code(world, "access_code.deleted_external_to_seam", index, now, Fields::new());
        life::remove(world, index, now);
    }
    Ok(Fields::new())
}
