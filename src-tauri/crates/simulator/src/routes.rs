//! Seam's routes, their methods and their answers.

use axum::http::Method;
use serde_json::{Value, json};

use crate::answer::{Fields, Refusal, fields};
use crate::clock::{Millis, parse_instant};
use crate::code::{Code, Status};
use crate::create;
use crate::door::{Door, Make};
use crate::event::Event;
use crate::fault::FaultKind;
use crate::page::Page;
use crate::params::Params;
use crate::world::World;
use crate::{render, webhook};

/// An authenticated request, with the faults that apply to it.
#[derive(Debug)]
pub struct Request<'a> {
    pub path: &'a str,
    pub params: &'a Params,
    pub fate: Option<FaultKind>,
    pub list: Option<FaultKind>,
    pub now: Millis,
}

type Reply = Result<Fields, Refusal>;

/// Whether this route exists with this method.
pub fn exists(path: &str, method: &Method) -> bool {
    let methods: &[Method] = match path {
        "/workspaces/get"
        | "/connected_accounts/list"
        | "/connected_accounts/get"
        | "/devices/list"
        | "/devices/get"
        | "/devices/unmanaged/list"
        | "/devices/unmanaged/get"
        | "/locks/list"
        | "/locks/get"
        | "/access_codes/list"
        | "/access_codes/get"
        | "/access_codes/unmanaged/list"
        | "/access_codes/unmanaged/get"
        | "/action_attempts/get"
        | "/events/list"
        | "/webhooks/list" => &[Method::GET, Method::POST],
        "/access_codes/create" | "/webhooks/create" => &[Method::POST],
        "/access_codes/update" => &[Method::POST, Method::PATCH, Method::PUT],
        "/access_codes/delete" | "/webhooks/delete" => &[Method::POST, Method::DELETE],
        _ => &[],
    };
    methods.contains(method)
}

/// Answers a request for a route that exists.
pub fn answer(world: &mut World, request: Request<'_>) -> Reply {
    match request.path {
        "/access_codes/create" => create::create(world, request.params, request.fate, request.now),
        "/access_codes/update" | "/access_codes/delete" => refuse_change(world, request.params),
        "/webhooks/create" => webhook::create(world, request.params),
        "/webhooks/delete" => webhook::delete(world, request.params),
        _ => read(world, &request),
    }
}

fn read(world: &World, request: &Request<'_>) -> Reply {
    let params = request.params;
    match request.path {
        "/workspaces/get" => Ok(workspace(world)),
        "/connected_accounts/list" => list_accounts(world, request),
        "/connected_accounts/get" => get_account(world, params),
        "/devices/list" => list_devices(world, request),
        "/devices/unmanaged/list" => list_unmanaged_devices(world, request),
        "/devices/get" => Ok(fields! { "device": render::device(world, get_device(world, params, true)?) }),
        "/devices/unmanaged/get" => {
            Ok(fields! { "device": render::unmanaged_device(world, get_device(world, params, false)?) })
        }
        "/locks/get" => {
            let device = render::device(world, get_device(world, params, true)?);
            Ok(fields! { "lock": device, "device": device })
        }
        "/locks/list" => {
            let devices: Vec<Value> = shown(world, params, true)?.map(|door| render::device(world, door)).collect();
            Ok(fields! { "locks": devices, "devices": devices })
        }
        "/access_codes/list" => list_codes(world, request),
        "/access_codes/unmanaged/list" => list_unmanaged(world, request),
        "/access_codes/get" => Ok(fields! { "access_code": render::managed(world, get_code(world, params, true)?) }),
        "/access_codes/unmanaged/get" => {
            Ok(fields! { "access_code": render::unmanaged(world, get_code(world, params, false)?) })
        }
        "/action_attempts/get" => get_attempt(world, params),
        "/events/list" => list_events(world, request),
        _ => Ok(webhook::list(world)),
    }
}

fn workspace(world: &World) -> Fields {
    fields! { "workspace": { "workspace_id": world.workspace_id, "name": "Simulated Doors", "company_name": "Latchbook",
    "connect_partner_name": "Latchbook", "is_sandbox": true, "is_suspended": false,
    "is_publishable_key_auth_enabled": false, "organization_id": null, "connect_webview_customization": {} } }
}

fn list_accounts(world: &World, request: &Request<'_>) -> Reply {
    let accounts = world.accounts.iter().enumerate();
    page_of(world, request, "connected_accounts", 11_000, accounts, |(index, account)| {
        render::account(world, index, account)
    })
}

fn get_account(world: &World, params: &Params) -> Reply {
    let id = params.required("connected_account_id")?;
    let missing = || Refusal::new(404, "connected_account_not_found", "Could not find a connected account");
    let (index, account) = world.accounts.iter().enumerate().find(|(_, one)| one.id == id).ok_or_else(missing)?;
    Ok(fields! { "connected_account": render::account(world, index, account) })
}

fn list_devices(world: &World, request: &Request<'_>) -> Reply {
    let doors = shown(world, request.params, true)?;
    page_of(world, request, "devices", 500, doors, |door| render::device(world, door))
}

fn list_unmanaged_devices(world: &World, request: &Request<'_>) -> Reply {
    let doors = shown(world, request.params, false)?;
    page_of(world, request, "devices", 500, doors, |door| render::unmanaged_device(world, door))
}

/// The managed or unmanaged doors that pass the filters of the request.
fn shown<'a>(world: &'a World, params: &Params, managed: bool) -> Result<impl Iterator<Item = &'a Door>, Refusal> {
    let owned = |list: Option<Vec<&str>>| list.map(|list| list.into_iter().map(str::to_owned).collect::<Vec<_>>());
    let types = owned(params.either("device_type", "device_types")?);
    let ids = owned(params.list("device_ids")?);
    let accounts = owned(params.either("connected_account_id", "connected_account_ids")?);
    let manufacturer = params.text("manufacturer")?.map(str::to_owned);
    let search = params.text("search")?.map(str::to_lowercase);
    let fits =
        |list: &Option<Vec<String>>, value: &str| list.as_ref().is_none_or(|list| list.iter().any(|one| one == value));
    Ok(world.doors.iter().filter(move |door| {
        let kind = if door.make == Make::Other { "august_lock" } else { "dormakaba_oracode_door" };
        let maker = match door.make {
            Make::Oracode => "dormakaba_oracode",
            Make::Iho => "dormakaba_oracode_iho",
            Make::Other => "august",
        };
        let account = world.accounts.get(door.account).map_or("", |account| account.id.as_str());
        !door.removed
            && door.managed == managed
            && fits(&types, kind)
            && fits(&ids, &door.id)
            && fits(&accounts, account)
            && manufacturer.as_deref().is_none_or(|wanted| wanted == maker)
            && search.as_ref().is_none_or(|text| door.name.to_lowercase().contains(text))
    }))
}

fn get_device<'a>(world: &'a World, params: &Params, managed: bool) -> Result<&'a Door, Refusal> {
    let by_name = |name: &str| world.doors.iter().position(|door| !door.removed && door.name == name);
    let (id, name) = (params.text("device_id")?, params.text("name")?);
    let index = match (id, name) {
        (Some(id), _) => world.door(id),
        (None, Some(name)) => by_name(name),
        (None, None) => return Err(Refusal::input("Either 'device_id' or 'name' is required")),
    };
    let door = index.and_then(|index| world.doors.get(index)).filter(|door| door.managed == managed);
    door.ok_or_else(|| Refusal::device_not_found(id.or(name).unwrap_or_default()))
}

fn list_codes(world: &World, request: &Request<'_>) -> Reply {
    let params = request.params;
    let (device_id, ids) = (params.text("device_id")?, params.list("access_code_ids")?);
    let door = device_id.map(|id| world.managed_door(id).ok_or_else(|| Refusal::device_not_found(id))).transpose()?;
    let indices = match (door.and_then(|door| world.doors.get(door)), ids) {
        (_, Some(ids)) => ids.into_iter().filter_map(|id| world.live_code(id)).collect(),
        (Some(door), None) => door.codes.clone(),
        (None, None) => return Err(Refusal::input("Either 'device_id' or 'access_code_ids' is required")),
    };
    let codes = visible(world, &indices, request)?.filter(|code| code.is_managed());
    let codes = codes.filter(|code| door.is_none_or(|door| code.door == door));
    page_of(world, request, "access_codes", 55_000, codes, |code| render::managed(world, code))
}

fn list_unmanaged(world: &World, request: &Request<'_>) -> Reply {
    let device_id = request.params.required("device_id")?;
    let door = world.door(device_id).and_then(|door| world.doors.get(door));
    let door = door.ok_or_else(|| Refusal::device_not_found(device_id))?;
    let codes = visible(world, &door.codes, request)?.filter(|code| !code.is_managed());
    page_of(world, request, "access_codes", 300_000, codes, |code| render::unmanaged(world, code))
}

/// The codes that a list shows: those that match its search and, if it is stale, only older ones.
fn visible<'a>(
    world: &'a World,
    indices: &'a [usize],
    request: &Request<'_>,
) -> Result<impl Iterator<Item = &'a Code>, Refusal> {
    let since = match &request.list {
        Some(FaultKind::StaleList { since }) => since.as_deref().and_then(parse_instant),
        _ => None,
    };
    let search = request.params.text("search")?.map(str::to_lowercase);
    let codes = indices.iter().filter_map(|index| world.codes.get(*index));
    Ok(codes.filter(move |code| {
        since.is_none_or(|since| code.created_at < since) && search.as_deref().is_none_or(|text| matches(code, text))
    }))
}

fn matches(code: &Code, text: &str) -> bool {
    let name = code.name.as_deref().unwrap_or_default().to_lowercase();
    name.contains(text) || code.id.contains(text) || (code.is_told() && code.pin.contains(text))
}

fn get_code<'a>(world: &'a World, params: &Params, managed: bool) -> Result<&'a Code, Refusal> {
    let (id, device_id, pin) = (params.text("access_code_id")?, params.text("device_id")?, params.text("code")?);
    let by_pin = |device_id: &str, pin: &str| {
        let door = world.doors.get(world.door(device_id)?)?;
        let is_it = |index: &&usize| world.codes.get(**index).is_some_and(|code| code.is_told() && code.pin == pin);
        door.codes.iter().find(is_it).copied()
    };
    let index = match (id, device_id, pin) {
        (Some(id), ..) => world.live_code(id),
        (None, Some(device_id), Some(pin)) => by_pin(device_id, pin),
        (None, _, _) => return Err(Refusal::input("Either 'access_code_id' or 'device_id' and 'code' is required")),
    };
    let code = index.and_then(|index| world.codes.get(index)).filter(|code| code.is_managed() == managed);
    code.ok_or_else(|| Refusal::code_not_found(id.unwrap_or_default()))
}

/// Oracode codes can never be changed or revoked.
fn refuse_change(world: &World, params: &Params) -> Reply {
    let id = params.required("access_code_id")?;
    world.live_code(id).ok_or_else(|| Refusal::code_not_found(id))?;
    let message = "Offline access codes cannot be updated or deleted";
    Err(Refusal::new(400, "offline_access_code_not_revocable", message))
}

fn get_attempt(world: &World, params: &Params) -> Reply {
    let id = params.required("action_attempt_id")?;
    let missing = || Refusal::new(404, "action_attempt_not_found", "Could not find an action attempt");
    let code = world.codes.iter().rev().find(|code| code.attempt_id == id).ok_or_else(missing)?;
    let failed = code.errors.first().map(|error| json!({ "type": error.code, "message": error.message }));
    let done = code.status == Status::Set;
    let result = done.then(|| json!({ "access_code": render::managed(world, code) }));
    let status = if failed.is_some() {
        "error"
    } else if done {
        "success"
    } else {
        "pending"
    };
    Ok(fields! { "action_attempt": { "action_attempt_id": id, "action_type": "CREATE_ACCESS_CODE",
    "status": status, "result": result, "error": failed } })
}

fn list_events(world: &World, request: &Request<'_>) -> Reply {
    let params = request.params;
    let [from, until] = span(params)?;
    let kinds = params.either("event_type", "event_types")?;
    let doors = params.either("device_id", "device_ids")?;
    let codes = params.either("access_code_id", "access_code_ids")?;
    let accounts = params.text("connected_account_id")?.map(|id| vec![id]);
    let fits = |list: &Option<Vec<&str>>, value: Option<&str>| {
        list.as_ref().is_none_or(|list| value.is_some_and(|value| list.contains(&value)))
    };
    let stale = matches!(request.list, Some(FaultKind::StaleList { .. }));
    let start = world.events.partition_point(|event| event.at < from);
    let chosen = world.events.iter().skip(start).filter(|event| {
        let door = event.door.and_then(|door| world.doors.get(door)).map(|door| door.id.as_str());
        let code = event.code.and_then(|code| world.codes.get(code)).map(|code| code.id.as_str());
        let account = world.accounts.get(event.account).map(|account| account.id.as_str());
        event.at < until
            && !(stale && is_too_new(event, request))
            && fits(&kinds, Some(event.kind))
            && fits(&doors, door)
            && fits(&codes, code)
            && fits(&accounts, account)
    });
    let limit = params.count("limit")?.unwrap_or(500);
    let events: Vec<Value> = chosen.take(limit).map(|event| render::event(world, event)).collect();
    Ok(fields! { "events": events })
}

fn is_too_new(event: &Event, request: &Request<'_>) -> bool {
    let since = match &request.list {
        Some(FaultKind::StaleList { since }) => since.as_deref().and_then(parse_instant),
        _ => None,
    };
    since.is_some_and(|since| event.at >= since)
}

/// The span of time: `since` or `between`, but not both.
fn span(params: &Params) -> Result<[Millis; 2], Refusal> {
    match (params.instant("since")?, params.list("between")?.as_deref()) {
        (Some(_), Some(_)) => Err(Refusal::input("Only one of 'since' and 'between' may be given")),
        (Some(since), None) => Ok([since, Millis::MAX]),
        (None, Some([from, until])) => {
            let read = |text| parse_instant(text).ok_or_else(|| Refusal::field("between", "Invalid datetime"));
            Ok([read(from)?, read(until)?])
        }
        (None, Some(_)) => Err(Refusal::field("between", "Array must contain exactly 2 elements")),
        (None, None) => Err(Refusal::input("Either 'since' or 'between' is required")),
    }
}

/// One page of a list under its key, with `pagination`.
fn page_of<T>(
    world: &World,
    request: &Request<'_>,
    key: &str,
    default_limit: usize,
    items: impl Iterator<Item = T>,
    write: impl Fn(T) -> Value,
) -> Reply {
    let loops = matches!(request.list, Some(FaultKind::LoopCursor));
    let page = Page::read(request.params, default_limit, loops)?;
    let (items, pagination) = page.take(&format!("{}{}", world.url, request.path), items);
    let items: Vec<Value> = items.into_iter().map(write).collect();
    let mut out = fields! { "pagination": pagination };
    out.insert(key.to_owned(), Value::Array(items));
    Ok(out)
}
