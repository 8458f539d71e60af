//! Codes, doors, accounts and events as Seam writes them.

use serde_json::{Map, Value, json};

use crate::answer::{Fields, fields};
use crate::clock::{fine_stamp, stamp};
use crate::code::{Code, Pending, Problem, Status};
use crate::door::{Account, Door, Location, Make};
use crate::event::Event;
use crate::slot::Slot;
use crate::world::World;

pub const SITE: &str = "Ocean Beach Vacations";

/// A managed code.
pub fn managed(world: &World, code: &Code) -> Value {
    let mut out = common(world, code);
    let told = code.is_told();
    out.extend(fields! {
        "is_managed": true,
        "common_code_key": null,
        "display_status": display_status(code),
        "is_backup_access_code_available": false,
        "is_external_modification_allowed": false,
        "is_one_time_use": code.is_one_time,
        "is_offline_access_code": true,
        "is_waiting_for_code_assignment": !told,
        "is_scheduled_on_device": code.status == Status::Set,
        "pending_mutations": pending(code),
    });
    Value::Object(out)
}

/// An unmanaged code: made in dormakaba's portal, or at an unmanaged door.
pub fn unmanaged(world: &World, code: &Code) -> Value {
    let mut out = common(world, code);
    let is_set = code.status == Status::Set;
    out.extend(fields! { "status": if is_set { "set" } else { "unset" }, "is_managed": false, "cannot_be_managed": true, "cannot_delete_unmanaged_access_code": true });
    Value::Object(out)
}

fn common(world: &World, code: &Code) -> Fields {
    let door = world.doors.get(code.door);
    let account = door.and_then(|door| world.accounts.get(door.account));
    let cut_off = account.is_some_and(|account| account.disconnected.is_some());
    let mut errors = issues(&code.errors, "error_code");
    if cut_off {
        errors.extend(account.into_iter().flat_map(device_errors_of));
    }
    let window = code.shown_window();
    let fine = door.is_some_and(|door| door.oddity.fine_stamps);
    fields! {
        "access_code_id": code.id,
        "device_id": door.map(|door| door.id.as_str()),
        "workspace_id": world.workspace_id,
        "name": code.name,
        "type": "time_bound",
        "code": code.is_told().then_some(&code.pin),
        "status": if cut_off && code.is_managed() { "unknown" } else { status(code.status) },
        "created_at": if fine { fine_stamp(code.created_at) } else { stamp(code.created_at) },
        "starts_at": stamp(window.start),
        "ends_at": stamp(window.end),
        "errors": errors,
        "warnings": issues(&code.warnings, "warning_code"),
        "dormakaba_oracode_metadata": oracode_metadata(code),
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Unset => "unset",
        Status::Setting => "setting",
        Status::Set => "set",
    }
}

fn display_status(code: &Code) -> &'static str {
    if !code.errors.is_empty() {
        return "Failed";
    }
    match code.status {
        Status::Unset => "Upcoming",
        Status::Setting => "Issuing",
        Status::Set => "Active",
    }
}

fn pending(code: &Code) -> Vec<Value> {
    let created_at = stamp(code.created_at);
    match code.pending {
        Pending::None => Vec::new(),
        Pending::Creating => vec![json!({ "mutation_code": "creating", "created_at": created_at,
            "message": "Seam is setting the access code on the device." })],
        Pending::Deferred(at) => vec![json!({ "mutation_code": "deferring_creation", "created_at": created_at,
            "scheduled_at": stamp(at), "message": "Seam will set the access code closer to its start." })],
    }
}

fn oracode_metadata(code: &Code) -> Value {
    let Some(level) = code.level.as_ref().filter(|_| code.is_told()) else { return Value::Null };
    json!({ "stay_id": code.stay_id, "user_level_id": level.id, "user_level_name": level.name, "site_name": SITE,
        "is_cancellable": false, "is_extendable": false, "is_early_checkin_able": false, "is_overridable": true })
}

/// `errors` or `warnings` of a code; `key` is `error_code` or `warning_code`.
pub fn issues(problems: &[Problem], key: &str) -> Vec<Value> {
    let write = |problem: &Problem| {
        let mut issue = fields! { "message": problem.message, "created_at": stamp(problem.at) };
        issue.insert(key.to_owned(), json!(problem.code));
        if problem.code == "account_disconnected" {
            issue.extend(fields! { "is_connected_account_error": true, "is_device_error": false });
        } else if key == "error_code" {
            issue.extend(fields! { "is_access_code_error": true });
        }
        Value::Object(issue)
    };
    problems.iter().map(write).collect()
}

/// A device, of whatever make.
pub fn device(world: &World, door: &Door) -> Value {
    let account = world.accounts.get(door.account);
    let is_lock = door.make == Make::Other;
    let mut out = fields! {
        "device_id": door.id,
        "device_type": if is_lock { "august_lock" } else { "dormakaba_oracode_door" },
        "display_name": door.name,
        "is_managed": true,
        "workspace_id": world.workspace_id,
        "connected_account_id": account.map(|account| account.id.as_str()),
        "created_at": if door.oddity.fine_stamps { fine_stamp(door.created_at) } else { stamp(door.created_at) },
        "capabilities_supported": ["lock", "access_code"],
        "custom_metadata": {},
        "can_remotely_lock": is_lock,
        "can_remotely_unlock": is_lock,
        "can_program_online_access_codes": is_lock,
        "space_ids": [],
        "properties": properties(door),
        "errors": account.map(device_errors_of).unwrap_or_default(),
        "warnings": limit_warning(world, door),
    };
    out.extend(location(door));
    if !door.oddity.sparse {
        out.extend(provider(door));
        out.insert("nickname".to_owned(), json!(door.name));
    }
    out.extend(door.offline.map(|offline| ("can_program_offline_access_codes".to_owned(), json!(offline))));
    Value::Object(out)
}

/// An unmanaged device: without names, location and provider.
pub fn unmanaged_device(world: &World, door: &Door) -> Value {
    let Value::Object(mut out) = device(world, door) else { return Value::Null };
    for name in [
        "display_name",
        "nickname",
        "custom_metadata",
        "space_ids",
        "location",
        "device_manufacturer",
        "device_provider",
    ] {
        out.remove(name);
    }
    out.insert("is_managed".to_owned(), json!(false));
    if let Some(Value::Object(properties)) = out.get_mut("properties") {
        let kept = ["name", "online", "manufacturer", "battery", "offline_access_codes_enabled", "model"];
        properties.retain(|name, _| kept.contains(&name.as_str()));
    }
    Value::Object(out)
}

fn provider(door: &Door) -> Fields {
    let (key, name) = maker(door.make);
    fields! {
        "device_manufacturer": { "manufacturer": key, "display_name": name },
        "device_provider": { "device_provider_name": key, "display_name": name, "provider_category": "stable" },
    }
}

const fn maker(make: Make) -> (&'static str, &'static str) {
    match make {
        Make::Oracode => ("dormakaba_oracode", "dormakaba Oracode"),
        Make::Iho => ("dormakaba_oracode_iho", "dormakaba Oracode Homeowner's Portal"),
        Make::Other => ("august", "August"),
    }
}

fn location(door: &Door) -> Fields {
    let zone = &door.zone_name;
    match door.oddity.location {
        Location::Full => fields! { "location": { "location_name": SITE, "time_zone": zone, "timezone": zone } },
        Location::OldZoneOnly => fields! { "location": { "location_name": SITE, "timezone": zone } },
        Location::Null => fields! { "location": null },
        Location::Absent => Fields::new(),
    }
}

fn properties(door: &Door) -> Fields {
    let mut out = fields! {
        "name": door.name,
        "appearance": { "name": door.name },
        "online": door.online,
        "manufacturer": maker(door.make).0,
        "battery": { "level": 1.0, "status": "full" },
        "supported_code_lengths": [6],
    };
    match door.make {
        Make::Other => out.extend(fields! { "locked": true, "supported_code_lengths": [4, 5, 6],
        "model": { "display_name": "Smart Lock", "manufacturer_display_name": "August" } }),
        Make::Oracode => out.extend(fields! { "dormakaba_oracode_metadata": metadata(door) }),
        Make::Iho => out.extend(fields! { "dormakaba_oracode_iho_metadata": iho_metadata(door) }),
    }
    if door.make != Make::Other {
        out.extend(fields! {
            "model": { "display_name": "Oracode 660i", "manufacturer_display_name": "Oracode" },
            "offline_access_codes_enabled": door.offline != Some(false),
            "supports_offline_access_codes": door.offline != Some(false),
            "code_constraints": [{ "constraint_type": "cannot_specify_pin_code" }],
        });
        let limit = door.oddity.limit_told.then(|| ("max_active_codes_supported".to_owned(), json!(door.limit)));
        out.extend(limit);
    }
    out
}

fn metadata(door: &Door) -> Fields {
    let id = door.number + 1_000;
    let slots: Vec<Value> = door.slots.iter().map(|slot| time_slot(slot, door.oddity.ext_prefix)).collect();
    let mut out = fields! {
        "door_id": door.number,
        "door_name": door.name,
        "device_id": if door.oddity.text_ids { json!(id.to_string()) } else { json!(id) },
        "door_is_wireless": false,
        "site_id": null,
        "site_name": SITE,
        "predefined_time_slots": slots,
    };
    out.extend(door.oddity.zone_told.then(|| ("iana_timezone".to_owned(), json!(door.zone_name))));
    out
}

fn time_slot(slot: &Slot, ext_prefix: bool) -> Value {
    let prefix =
        if ext_prefix { "ext_dormakaba_oracode_user_level_prefix" } else { "dormakaba_oracode_user_level_prefix" };
    let mut out = fields! {
        "name": slot.name,
        "prefix": slot.prefix,
        "is_master": slot.is_master,
        "is_24_hour": slot.is_24_hour,
        "is_one_shot": slot.is_one_shot,
        "is_biweekly_mode": slot.is_biweekly,
        "check_in_time": slot.check_in_text,
        "check_out_time": slot.check_out_text,
        "dormakaba_oracode_user_level_id": slot.id,
    };
    out.insert(prefix.to_owned(), json!(slot.prefix));
    Value::Object(out)
}

fn iho_metadata(door: &Door) -> Map<String, Value> {
    let level = |slot: &Slot| {
        json!({ "user_level": slot.prefix, "user_level_name": slot.name, "user_level_type": "guest",
            "user_level_check_in_time": slot.check_in_text, "user_level_check_out_time": slot.check_out_text })
    };
    let levels: Vec<Value> = door.slots.iter().map(level).collect();
    fields! { "door_id": door.number, "door_name": door.name, "iana_timezone": door.zone_name, "user_levels": levels }
}

/// The warning on a full door.
pub fn limit_warning(world: &World, door: &Door) -> Vec<Value> {
    let taken = world.places_taken(door);
    if door.make == Make::Other || taken < door.limit {
        return Vec::new();
    }
    vec![json!({ "warning_code": "max_access_codes_reached", "created_at": stamp(door.created_at),
        "message": "The device has reached its maximum number of active access codes.",
        "active_access_code_count": taken, "max_active_access_code_count": door.limit })]
}

fn device_errors_of(account: &Account) -> Vec<Value> {
    let problem = account.disconnected.as_ref();
    problem.map(|problem| issues(std::slice::from_ref(problem), "error_code")).unwrap_or_default()
}

/// A connected account.
pub fn account(world: &World, index: usize, account: &Account) -> Value {
    json!({ "connected_account_id": account.id, "account_type": account.provider,
        "account_type_display_name": if account.provider == "august" { "August" } else { "dormakaba Oracode" },
        "display_name": account.display_name, "user_identifier": { "username": account.display_name },
        "accepted_capabilities": ["lock"], "automatically_manage_new_devices": true, "custom_metadata": {},
        "created_at": stamp(account.created_at),
        "errors": account_errors(world, index), "warnings": account_warnings(world, index) })
}

pub fn account_errors(world: &World, index: usize) -> Vec<Value> {
    let problem = world.accounts.get(index).and_then(|account| account.disconnected.as_ref());
    let write = |problem: &Problem| {
        json!({ "error_code": problem.code, "message": problem.message, "created_at": stamp(problem.at),
            "is_connected_account_error": true, "is_bridge_error": false })
    };
    problem.map(write).into_iter().collect()
}

pub fn account_warnings(world: &World, index: usize) -> Vec<Value> {
    let is_oracode = world.accounts.get(index).is_some_and(|account| account.provider != "august");
    let warning = || {
        json!({ "warning_code": "dormakaba_sites_unapproved", "created_at": stamp(world.clock.base()),
            "message": "Sites have not been approved. Contact support@getseam.com to finish setting up." })
    };
    (world.options.unapproved && is_oracode).then(warning).into_iter().collect()
}

/// An event as Seam writes it.
pub fn event(world: &World, event: &Event) -> Value {
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
