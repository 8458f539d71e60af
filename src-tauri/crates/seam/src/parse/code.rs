//! A code, ours or not, managed or unmanaged.

use domain::ids::{AccessCodeId, DeviceId, SlotId};
use domain::reading::{CodeFlags, CodeReading, Pending};
use domain::{Pin, RawAnswer};
use serde_json::Value;

use super::notice;
use super::value::{Fields, written};

/// The code, or `None` when the object has no id. `text` is the object as received.
pub(super) fn read(object: &Value, text: &str, is_managed: bool) -> Option<CodeReading> {
    let code = Fields::new(object);
    let oracode = code.object("dormakaba_oracode_metadata");
    let (errors, warnings) = notice::read(code);
    Some(CodeReading {
        id: AccessCodeId::new(code.text(&["access_code_id"])?),
        device_id: code.text(&["device_id"]).map(DeviceId::new),
        name: code.text(&["name"]),
        // A PIN that Seam masks is not a PIN.
        pin: code.text(&["code"]).and_then(|pin| Pin::new(&pin)).filter(|pin| !pin.is_placeholder()),
        starts_at: code.instant(&["starts_at"]),
        ends_at: code.instant(&["ends_at"]),
        status: code.text(&["status"]),
        pending: code.list("pending_mutations").map(pending),
        errors,
        warnings,
        slot_id: oracode.text(&["user_level_id", "ext_user_level_id"]).map(SlotId::new),
        slot_name: oracode.text(&["user_level_name", "ext_user_level_name", "ext_user_level"]),
        flags: flags(oracode),
        is_offline: code.flag(&["is_offline_access_code"]),
        is_managed: code.flag(&["is_managed"]).unwrap_or(is_managed),
        created_at: code.instant(&["created_at"]),
        raw: RawAnswer::new(text),
    })
}

fn pending(mutations: &[Value]) -> Vec<Pending> {
    // An unreadable entry still means that something is pending.
    let one = |value: &Value| {
        let fields = Fields::new(value);
        let code = fields.text(&["mutation_code"]).or_else(|| written(value)).unwrap_or_default();
        Pending { code, scheduled_at: fields.instant(&["scheduled_at"]) }
    };
    mutations.iter().map(one).collect()
}

fn flags(oracode: Fields<'_>) -> CodeFlags {
    CodeFlags {
        cancellable: oracode.flag(&["is_cancellable", "ext_is_cancellable"]),
        extendable: oracode.flag(&["is_extendable", "ext_is_extendable"]),
        early_checkin_able: oracode.flag(&["is_early_checkin_able", "ext_is_early_checkin_able"]),
        overridable: oracode.flag(&["is_overridable", "ext_is_overridable"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn code(value: &Value) -> CodeReading {
        read(value, &value.to_string(), true).unwrap()
    }

    #[test]
    fn both_spellings_name_the_slot() {
        let plain = json!({"access_code_id": "c1", "dormakaba_oracode_metadata": {"user_level_id": "u1", "user_level_name": "Guest"}});
        let older = json!({"access_code_id": "c1", "dormakaba_oracode_metadata": {"ext_stay_id": 5, "ext_user_level_id": "u1", "ext_user_level": "Guest"}});
        let named = json!({"access_code_id": "c1", "dormakaba_oracode_metadata": {"ext_user_level_id": "u1", "ext_user_level_name": "Guest"}});
        for value in [plain, older, named] {
            let code = code(&value);
            assert_eq!(code.slot_id, Some(SlotId::new("u1")), "the slot that Seam chose: {value}");
            assert_eq!(code.slot_name.as_deref(), Some("Guest"), "and its name: {value}");
        }
        let numbered = json!({"access_code_id": "c1", "dormakaba_oracode_metadata": {"user_level_id": 7.0}});
        assert_eq!(code(&numbered).slot_id, Some(SlotId::new("7")), "a Homeowner's Portal level is a number");
    }

    #[test]
    fn silence_about_mutations_is_not_the_same_as_none() {
        assert_eq!(code(&json!({"access_code_id": "c1"})).pending, None, "then only the status counts");
        assert_eq!(code(&json!({"access_code_id": "c1", "pending_mutations": null})).pending, None, "null is silence");
        assert_eq!(
            code(&json!({"access_code_id": "c1", "pending_mutations": []})).pending,
            Some(vec![]),
            "nothing pending"
        );
        let later = json!({"access_code_id": "c1", "pending_mutations": [
            {"mutation_code": "deferring_creation", "scheduled_at": "2026-12-03T15:00:00.5Z"}, 17, {}]});
        let pending = code(&later).pending.unwrap();
        assert_eq!(pending.len(), 3, "an odd mutation is still one");
        assert_eq!(pending[0].scheduled_at, "2026-12-03T15:00:00.500Z".parse().ok(), "when Seam will act");
    }

    #[test]
    fn a_masked_pin_is_ignored() {
        for mask in ["******", "••••••", "000000", "XXXXXX"] {
            assert_eq!(code(&json!({"access_code_id": "c1", "code": mask})).pin, None, "{mask} shows no PIN");
        }
        assert!(code(&json!({"access_code_id": "c1", "code": "000001"})).pin.is_some(), "leading zeros are digits");
    }

    #[test]
    fn an_end_in_the_year_9999_is_an_end() {
        let code = code(&json!({"access_code_id": "c1", "ends_at": "9999-12-31T23:59:59Z"}));
        assert!(code.ends_at.is_some(), "else a code that never ends would look as promised");
    }

    #[test]
    fn a_code_may_be_nearly_empty() {
        let bare = code(&json!({"access_code_id": "c1", "code": null, "starts_at": "soon", "errors": null,
            "dormakaba_oracode_metadata": null}));
        assert_eq!((bare.pin, bare.starts_at, bare.is_managed), (None, None, true), "what is missing is unknown");
        assert!(read(&json!({"code": "1234"}), "", true).is_none(), "a PIN without an id belongs to no code");
    }
}
