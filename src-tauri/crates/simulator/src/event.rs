//! Events: what `/events/list` tells and webhooks deliver. Only ever added to, in the order of their time.

use serde_json::{Value, json};

use crate::answer::{Fields, fields};
use crate::clock::{Millis, stamp};
use crate::render;
use crate::world::World;

#[derive(Debug)]
pub struct Event {
    pub id: String,
    pub kind: &'static str,
    pub at: Millis,
    /// Index of the code it is about.
    pub code: Option<usize>,
    /// Index of the door it is about.
    pub door: Option<usize>,
    /// Index of the account.
    pub account: usize,
    /// Fields that this kind of event has besides.
    pub extra: Fields,
}

/// Adds an event about a code.
pub fn tell_code(world: &mut World, kind: &'static str, code: usize, at: Millis, extra: Fields) {
    if let Some(door) = world.codes.get(code).map(|code| code.door) {
        tell(world, Subject { kind, code: Some(code), door: Some(door), account: None }, at, extra);
    }
}

/// Adds an event about a door.
pub fn tell_door(world: &mut World, kind: &'static str, door: usize, at: Millis, extra: Fields) {
    tell(world, Subject { kind, code: None, door: Some(door), account: None }, at, extra);
}

/// Adds an event about an account.
pub fn tell_account(world: &mut World, kind: &'static str, account: usize, at: Millis) {
    let extra = fields! { "connected_account_errors": render::account_errors(world, account),
    "connected_account_warnings": render::account_warnings(world, account) };
    tell(world, Subject { kind, code: None, door: None, account: Some(account) }, at, extra);
}

/// The arrays that failures and delays carry: what is wrong at each level.
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

fn tell(world: &mut World, about: Subject, at: Millis, extra: Fields) {
    let Subject { kind, code, door, account } = about;
    let account = account.or_else(|| Some(world.doors.get(door?)?.account)).unwrap_or(0);
    let id = world.mint.fresh_id();
    world.events.push(Event { id, kind, at, code, door, account, extra });
    crate::webhook::enqueue(world, world.events.len() - 1, at);
}

/// An event as Seam writes it.
pub fn render_event(world: &World, event: &Event) -> Value {
    let mut out = fields! {
        "event_id": event.id,
        "event_type": event.kind,
        "event_description": describe(event.kind),
        "workspace_id": world.workspace_id,
        "created_at": stamp(event.at),
        "occurred_at": stamp(event.at),
    };
    let account = world.accounts.get(event.account).map(|account| account.id.as_str());
    let door = event.door.and_then(|door| world.doors.get(door)).map(|door| door.id.as_str());
    let code = event.code.and_then(|code| world.codes.get(code)).map(|code| code.id.as_str());
    for (name, id) in [("connected_account_id", account), ("device_id", door), ("access_code_id", code)] {
        out.extend(id.map(|id| (name.to_owned(), json!(id))));
    }
    out.extend(event.extra.clone());
    Value::Object(out)
}

fn describe(kind: &str) -> String {
    let (what, happened) = kind.split_once('.').unwrap_or(("", kind));
    format!("{}: {}.", what.replace('_', " "), happened.replace(['_', '.'], " "))
}
