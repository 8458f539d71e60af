//! Control of the simulated world by a test: the same functions in the process and over HTTP (`/_sim/…`).

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::answer::{Fields, Refusal, fields};
use crate::clock::{Millis, stamp};
use crate::code::{Code, CodeRecord};
use crate::due::settle;
use crate::fault::{Fault, FaultKind};
use crate::options::Settings;
use crate::outside;
use crate::webhook::{Redelivery, redeliver};
use crate::world::World;

type Reply = Result<Fields, Refusal>;

/// Codes made by create requests, by door and name (`GET /_sim/creates`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Creates {
    /// Codes made.
    pub total: u64,
    /// POSTs received, successful or not.
    pub requests: u64,
    /// Per door and name.
    pub creates: Vec<Made>,
}

/// How many codes were made with one name at one door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The door.
    pub device_id: String,
    /// The name that was sent; empty when there was none.
    pub name: String,
    /// Codes made.
    pub count: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockMove {
    advance_ms: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountChange {
    disconnected: bool,
}

/// Answers a control route. `name` is the path after `/_sim/`, `body` the JSON that was sent.
pub fn act(world: &mut World, name: &str, body: &Value) -> Reply {
    let now = settle(world);
    match name {
        "clock" => {
            let ClockMove { advance_ms } = read(body)?;
            Ok(fields! { "now": stamp(advance(world, Duration::from_millis(advance_ms))) })
        }
        "settings" => Ok(apply_settings(world, &read(body)?)),
        "faults" if body.is_null() => Ok(fields! { "faults": world.faults.waiting() }),
        "faults" => Ok(add_fault(world, read_fault(body)?, now)),
        "faults/clear" => {
            world.faults.clear();
            Ok(Fields::new())
        }
        // The server releases held answers before it calls this.
        "release" => Ok(release(world)),
        "creates" => as_fields(&creates(world)),
        "codes" => Ok(fields! { "codes": codes(world) }),
        "codes/add" => outside::add_code(world, &read(body)?, now),
        "codes/change" => outside::change_code(world, &read(body)?, now),
        "codes/remove" => outside::remove_code(world, &read(body)?, now),
        "slots" => outside::set_slots(world, &read(body)?),
        "door" => outside::change_door(world, &read(body)?, now),
        "reconnect" => outside::reconnect(world, &read(body)?),
        "account" => {
            let AccountChange { disconnected } = read(body)?;
            Ok(outside::connect_account(world, !disconnected, now))
        }
        "webhooks/redeliver" => redeliver(world, &read::<Redelivery>(body)?, now),
        _ => Err(Refusal::new(404, "no_such_control", "There is no such control route")),
    }
}

fn read<T: DeserializeOwned>(body: &Value) -> Result<T, Refusal> {
    let body = if body.is_null() { json!({}) } else { body.clone() };
    serde_json::from_value(body).map_err(|error| Refusal::input(&error.to_string()))
}

/// Serde ignores unknown fields next to a flattened enum, so a misspelt field would silently have no effect.
fn read_fault(body: &Value) -> Result<Fault, Refusal> {
    let fault: Fault = read(body)?;
    let known = serde_json::to_value(&fault).unwrap_or_default();
    let unknown = body.as_object().and_then(|body| body.keys().find(|key| known.get(key.as_str()).is_none()));
    unknown.map_or(Ok(fault), |key| Err(Refusal::field(key, "Unknown field of a fault")))
}

fn as_fields<T: Serialize>(value: &T) -> Reply {
    let value = serde_json::to_value(value).ok();
    Ok(value.and_then(|value| value.as_object().cloned()).unwrap_or_default())
}

/// Moves the clock forward and runs what is due.
pub fn advance(world: &mut World, by: Duration) -> Millis {
    world.clock.advance(by);
    settle(world)
}

pub fn apply_settings(world: &mut World, change: &Settings) -> Fields {
    world.options.apply(change);
    if let Some(id) = &change.workspace_id {
        world.workspace_id = if id.is_empty() { world.mint.lasting_id("workspace") } else { id.clone() };
    }
    Fields::new()
}

/// Adds a fault.
pub fn add_fault(world: &mut World, mut fault: Fault, now: Millis) -> Fields {
    if let FaultKind::StaleList { since } = &mut fault.kind {
        since.get_or_insert_with(|| stamp(now));
    }
    world.faults.add(fault);
    Fields::new()
}

/// Makes late requests arrive and removes the faults of lists.
pub fn release(world: &mut World) -> Fields {
    world.faults.release_lists();
    let now = world.clock.now();
    world.agenda.hurry_arrivals(now);
    settle(world);
    Fields::new()
}

pub fn creates(world: &World) -> Creates {
    let made = |((device_id, name), count): (&(String, String), &u64)| Made {
        device_id: device_id.clone(),
        name: name.clone(),
        count: *count,
    };
    let creates: Vec<Made> = world.tally.made.iter().map(made).collect();
    Creates { total: creates.iter().map(|made| made.count).sum(), requests: world.tally.requests, creates }
}

pub fn codes(world: &World) -> Vec<CodeRecord> {
    world.codes.iter().map(|code| record(world, code)).collect()
}

fn record(world: &World, code: &Code) -> CodeRecord {
    CodeRecord {
        access_code_id: code.id.clone(),
        device_id: world.doors.get(code.door).map(|door| door.id.clone()).unwrap_or_default(),
        name: code.name.clone(),
        pin: code.pin.clone(),
        status: code.status,
        origin: code.origin,
        created_at: stamp(code.created_at),
        starts_at: stamp(code.window.start),
        ends_at: stamp(code.window.end),
        user_level_id: code.level.as_ref().map(|level| level.id.clone()),
        errors: code.errors.iter().map(|error| error.code.clone()).collect(),
        gone: code.gone,
    }
}
