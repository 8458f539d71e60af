//! No text makes a parser panic, and malformed fields next to an id never lose the id.

use proptest::prelude::*;
use seam::parse;
use serde_json::{Map, Value, json};

const NAMES: &[&str] = &[
    "device_id",
    "access_code_id",
    "event_id",
    "workspace_id",
    "connected_account_id",
    "display_name",
    "name",
    "code",
    "status",
    "errors",
    "warnings",
    "error_code",
    "warning_code",
    "message",
    "is_device_error",
    "pending_mutations",
    "mutation_code",
    "scheduled_at",
    "starts_at",
    "ends_at",
    "created_at",
    "properties",
    "dormakaba_oracode_metadata",
    "dormakaba_oracode_iho_metadata",
    "predefined_time_slots",
    "user_levels",
    "user_level",
    "user_level_type",
    "prefix",
    "check_in_time",
    "check_out_time",
    "is_master",
    "offline_time_frame_options",
    "time_pairs",
    "start_time",
    "end_time",
    "time_zone",
    "location",
    "max_active_codes_supported",
    "user_level_id",
    "device_type",
    "can_program_offline_access_codes",
];

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[0-9]{1,40}(\\.[0-9]{1,9})?([eE][0-9]{1,4})?".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{0,12})?(Z|[+-][0-9]{2}:[0-9]{2})?"
            .prop_map(Value::from),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            object(inner).prop_map(Value::from)
        ]
    })
}

fn object(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    prop::collection::vec((prop::sample::select(NAMES), inner), 0..8)
        .prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn parse_all(text: &str) {
    let _ = parse::door(text, true);
    let _ = parse::oracode_door(text, true);
    let _ = parse::code(text, true);
    let _ = parse::event(text);
    let _ = parse::account(text);
    let _ = parse::workspace(text);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        parse_all(&text);
    }

    #[test]
    fn any_json_is_survived(value in value()) {
        parse_all(&value.to_string());
    }

    #[test]
    fn any_cut_of_any_json_is_survived(value in value(), at in any::<prop::sample::Index>()) {
        let text = value.to_string();
        let cut = text.char_indices().map(|(index, _)| index).nth(at.index(text.chars().count().max(1))).unwrap_or(0);
        parse_all(&text[..cut]);
    }

    #[test]
    fn an_id_survives_nonsense_next_to_it(mut fields in object(value()), properties in object(value()), deep in 0_usize..400) {
        fields.insert("device_id".to_owned(), json!("d1"));
        fields.insert("display_name".to_owned(), json!("Door"));
        fields.insert("access_code_id".to_owned(), json!("c1"));
        fields.insert("properties".to_owned(), Value::Object(properties));
        let nest = format!("{}1e999{}", "[".repeat(deep), "]".repeat(deep));
        let text = Value::Object(fields).to_string().replacen('{', &format!("{{\"absurd\":{nest},"), 1);
        let door = parse::door(&text, true).unwrap();
        prop_assert_eq!((door.device_id.as_str(), door.name.as_str()), ("d1", "Door"), "never a lost door");
        let code = parse::code(&text, true).unwrap();
        prop_assert_eq!(code.id.as_str(), "c1", "never a lost code");
    }
}
