//! A door from a Seam device.

use domain::ids::{AccountId, DeviceId};
use domain::reading::{Capability, DoorReading, ZoneNames};
use serde_json::Value;

use super::value::{Fields, written};
use super::{notice, slot};

const ORACODE: &str = "dormakaba_oracode";
const HOMEOWNER: &str = "dormakaba_oracode_iho";
const METADATA: &str = "dormakaba_oracode_metadata";
const HOMEOWNER_METADATA: &str = "dormakaba_oracode_iho_metadata";

/// Enough characters of an impossible limit to recognise it.
const LONGEST_ODD_LIMIT: usize = 40;

/// Whether the device is an Oracode lock, of either provider: by any of its names or by its metadata.
pub(super) fn is_oracode(device: &Value) -> bool {
    let device = Fields::new(device);
    let properties = device.object("properties");
    names(device).any(|name| name.starts_with(ORACODE))
        || properties.object(METADATA).is_object()
        || properties.object(HOMEOWNER_METADATA).is_object()
}

/// Provider, manufacturer and type, the most telling first.
fn names(device: Fields<'_>) -> impl Iterator<Item = String> {
    [
        device.object("device_provider").text(&["device_provider_name"]),
        device.object("device_manufacturer").text(&["manufacturer"]),
        device.object("properties").text(&["manufacturer"]),
        device.text(&["device_type"]),
    ]
    .into_iter()
    .flatten()
}

/// The door, or `None` when the device has no id.
pub(super) fn read(device: &Value, is_managed: bool) -> Option<DoorReading> {
    let device = Fields::new(device);
    let device_id = device.text(&["device_id"])?;
    let properties = device.object("properties");
    let metadata = properties.object(METADATA);
    let homeowner = properties.object(HOMEOWNER_METADATA);
    let (errors, warnings) = notice::read(device);
    let named = device.text(&["display_name", "nickname"]).or_else(|| properties.text(&["name"]));
    let door_name = || metadata.text(&["door_name"]).or_else(|| homeowner.text(&["door_name"]));
    let (limit, odd_limit) = limit(properties);
    Some(DoorReading {
        name: named.or_else(door_name).unwrap_or_else(|| device_id.clone()),
        device_id: DeviceId::new(device_id),
        account_id: device.text(&["connected_account_id"]).map(AccountId::new),
        provider: provider(device),
        model: properties.object("model").text(&["display_name"]),
        site: metadata.text(&["site_name"]).or_else(|| homeowner.text(&["site_name"])),
        oracode_id: metadata.text(&["door_id"]).or_else(|| homeowner.text(&["door_id"])),
        offline_capable: offline_capable(device),
        zones: zones(device, metadata, homeowner),
        slots: slot::read(properties),
        time_frames: slot::time_frames(properties),
        limit,
        odd_limit,
        is_managed: device.flag(&["is_managed"]).unwrap_or(is_managed),
        errors,
        warnings,
    })
}

/// The limit if it is plausible, else its text, to be reported: no lock holds 0 codes, half a code, or four billion.
fn limit(properties: Fields<'_>) -> (Option<u32>, Option<String>) {
    const NAME: &[&str] = &["max_active_codes_supported"];
    let whole = properties.whole(NAME).and_then(|limit| u32::try_from(limit).ok());
    let limit = whole.filter(|limit| *limit > 0);
    let odd = || properties.json(NAME).filter(|odd| !odd.is_null());
    let told = |odd: &Value| written(odd).unwrap_or_else(|| odd.to_string()).chars().take(LONGEST_ODD_LIMIT).collect();
    (limit, if limit.is_none() { odd().map(told) } else { None })
}

/// The provider comes from its own field, else from the metadata, else from the closest name.
fn provider(device: Fields<'_>) -> String {
    let properties = device.object("properties");
    let said = device.object("device_provider").text(&["device_provider_name"]);
    if let Some(said) = said.filter(|name| name.starts_with(ORACODE)) {
        return said;
    }
    if properties.object(HOMEOWNER_METADATA).is_object() || names(device).any(|name| name.starts_with(HOMEOWNER)) {
        return HOMEOWNER.to_owned();
    }
    if properties.object(METADATA).is_object() || names(device).any(|name| name.starts_with(ORACODE)) {
        return ORACODE.to_owned();
    }
    names(device).next().unwrap_or_default()
}

fn offline_capable(device: Fields<'_>) -> Capability {
    let deprecated = &["offline_access_codes_enabled", "supports_offline_access_codes"];
    let said = device
        .flag(&["can_program_offline_access_codes"])
        .or_else(|| device.object("properties").flag(deprecated))
        .or_else(|| device.flag(deprecated));
    match said {
        Some(true) => Capability::Yes,
        Some(false) => Capability::No,
        None => Capability::Unknown,
    }
}

fn zones(device: Fields<'_>, metadata: Fields<'_>, homeowner: Fields<'_>) -> ZoneNames {
    let zone = &["iana_timezone"];
    let location = device.object("location");
    ZoneNames {
        metadata: metadata.text(zone).or_else(|| homeowner.text(zone)),
        location: location.text(&["time_zone"]),
        location_old: location.text(&["timezone"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_oracode_lock_is_known_by_any_of_its_marks() {
        let marks = [
            json!({"device_type": "dormakaba_oracode_door"}),
            json!({"device_type": "door", "properties": {"manufacturer": "dormakaba_oracode"}}),
            json!({"device_provider": {"device_provider_name": "dormakaba_oracode_iho"}}),
            json!({"device_manufacturer": {"manufacturer": "dormakaba_oracode"}}),
            json!({"properties": {"dormakaba_oracode_metadata": {}}}),
            json!({"properties": {"dormakaba_oracode_iho_metadata": {}}}),
        ];
        for mark in marks {
            assert!(is_oracode(&mark), "{mark} is Oracode");
        }
        let other = json!({"device_type": "schlage_lock", "properties": {"manufacturer": "schlage", "dormakaba_oracode_metadata": null}});
        assert!(!is_oracode(&other), "null is not metadata");
    }

    #[test]
    fn a_homeowner_door_is_distinguished_from_a_portal_door() {
        let homeowner = json!({"device_id": "d1", "device_type": "dormakaba_oracode_door", "properties": {
            "dormakaba_oracode_iho_metadata": {"door_name": "Cabin", "iana_timezone": "America/Boise"}}});
        let door = read(&homeowner, true).unwrap();
        assert_eq!(door.provider, "dormakaba_oracode_iho", "taken from its metadata, not its type");
        assert_eq!(door.name, "Cabin", "the name is found in any of its fields");
        assert_eq!(door.zones.metadata.as_deref(), Some("America/Boise"), "its zone is in its own metadata");
    }

    #[test]
    fn a_door_full_of_nonsense_keeps_its_name() {
        let name = format!("Door \u{202e}\u{0007}{}", "x".repeat(10_000));
        let door = json!({
            "device_id": 17, "display_name": name, "location": null, "errors": "none", "warnings": {"a": 1},
            "connected_account_id": null, "space_ids": 3,
            "properties": {"model": [], "max_active_codes_supported": 1e300, "dormakaba_oracode_metadata": {
                "iana_timezone": 5, "site_name": {}, "predefined_time_slots": {"0": "x"}}},
        });
        let door = read(&door, true).unwrap();
        assert_eq!(door.device_id.as_str(), "17", "an id may be a number");
        assert_eq!(door.name, name, "a name is kept as is, however hostile; display code cleans it");
        assert_eq!((door.limit, door.slots.len(), door.errors.len()), (None, 0, 0), "nonsense is not data");
        assert_eq!(door.offline_capable, Capability::Unknown, "a missing flag does not mean no");
        assert!(read(&json!({"display_name": "no id"}), true).is_none(), "a door without an id cannot be kept");
    }

    #[test]
    fn an_impossible_limit_is_unknown_and_reported() {
        let limits = |value: Value| {
            let properties = json!({ "max_active_codes_supported": value });
            let door = read(&json!({ "device_id": "d", "properties": properties }), true).unwrap();
            (door.limit, door.odd_limit)
        };
        for odd in [json!(0), json!(-3), json!(7.5), json!("many"), json!(4_294_967_296_u64), json!([5])] {
            let (limit, told) = limits(odd.clone());
            assert_eq!(limit, None, "{odd} is not a number of codes");
            assert!(told.is_some_and(|told| !told.is_empty()), "{odd} is reported");
        }
        for (fit, count) in [(json!(12), 12), (json!(12.0), 12), (json!("12"), 12)] {
            assert_eq!(limits(fit.clone()), (Some(count), None), "{fit} is a limit");
        }
        assert_eq!(limits(Value::Null), (None, None), "silence is not odd");
    }

    #[test]
    fn the_newest_present_flag_decides_the_capability() {
        let capable = |value: Value| offline_capable(Fields::new(&value));
        let old = json!({"offline_access_codes_enabled": true, "supports_offline_access_codes": false});
        let overruled = json!({"can_program_offline_access_codes": false, "properties": old});
        assert_eq!(capable(overruled), Capability::No, "the new flag overrides the old ones");
        assert_eq!(
            capable(json!({"can_program_offline_access_codes": null, "properties": old})),
            Capability::Yes,
            "else the old one decides"
        );
        assert_eq!(capable(json!({})), Capability::Unknown, "else it is unknown");
    }
}
