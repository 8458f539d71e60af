//! Adds events to the world and queues them for the webhooks. Events are never changed and are in order of time.

use serde_json::Value;

use crate::answer::{Fields, fields};
use crate::clock::Millis;
use crate::event::Event;
use crate::render;
use crate::world::World;

/// Adds an event about a code.
pub fn emit_code(world: &mut World, kind: &'static str, code: usize, at: Millis, extra: Fields) {
    if let Some(door) = world.codes.get(code).map(|code| code.door) {
        emit(world, Subject { kind, code: Some(code), door: Some(door), account: None }, at, extra);
    }
}

/// Adds an event about a door.
pub fn emit_door(world: &mut World, kind: &'static str, door: usize, at: Millis, extra: Fields) {
    emit(world, Subject { kind, code: None, door: Some(door), account: None }, at, extra);
}

/// Adds an event about an account.
pub fn emit_account(world: &mut World, kind: &'static str, account: usize, at: Millis) {
    let extra = fields! { "connected_account_errors": render::account_errors(world, account),
    "connected_account_warnings": render::account_warnings(world, account) };
    emit(world, Subject { kind, code: None, door: None, account: Some(account) }, at, extra);
}

/// Extra fields in events about failures and delays: the errors and warnings of the code, its account and its door.
pub fn troubles(world: &World, code: usize) -> Fields {
    let Some(code) = world.codes.get(code) else { return Fields::new() };
    let account = world.doors.get(code.door).map_or(0, |door| door.account);
    fields! {
        "access_code_errors": render::issues(&code.errors, "error_code"),
        "access_code_warnings": render::issues(&code.warnings, "warning_code"),
        "connected_account_errors": render::account_errors(world, account),
        "connected_account_warnings": render::account_warnings(world, account),
        "device_errors": Vec::<Value>::new(),
        "device_warnings": Vec::<Value>::new(),
    }
}

struct Subject {
    kind: &'static str,
    code: Option<usize>,
    door: Option<usize>,
    account: Option<usize>,
}

fn emit(world: &mut World, about: Subject, at: Millis, extra: Fields) {
    let Subject { kind, code, door, account } = about;
    let account = account.or_else(|| Some(world.doors.get(door?)?.account)).unwrap_or(0);
    let id = world.mint.fresh_id();
    world.events.push(Event { id, kind, at, code, door, account, extra });
    world.webhooks.queue(kind, world.events.len() - 1, at, None);
}
