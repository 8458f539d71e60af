//! JSON that a strict reader rejects: one absurd number or broken escape must not cost the object around it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// How deep nonsense is searched for. Seam's own objects are five levels deep.
const DEPTH: u32 = 12;

/// The value of a JSON text, with `null` in place of each part that cannot be represented (`1e999`, a lone surrogate,
/// nesting beyond all reason). `None` when the text is not JSON at all.
pub(super) fn value(text: &str) -> Option<Value> {
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    serde_json::from_str::<&RawValue>(text).ok().map(|raw| part(raw, DEPTH))
}

fn part(raw: &RawValue, depth: u32) -> Value {
    if let Ok(value) = serde_json::from_str(raw.get()) {
        return value;
    }
    let Some(depth) = depth.checked_sub(1) else { return Value::Null };
    if let Ok(fields) = serde_json::from_str::<BTreeMap<String, &RawValue>>(raw.get()) {
        return Value::Object(fields.into_iter().map(|(name, raw)| (name, part(raw, depth))).collect::<Map<_, _>>());
    }
    serde_json::from_str::<Vec<&RawValue>>(raw.get())
        .map_or(Value::Null, |parts| Value::Array(parts.into_iter().map(|raw| part(raw, depth)).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_absurd_part_is_lost() {
        let read = value(r#"{"id":"d1","slots":[{"prefix":1e999,"name":"A"},"\ud800"]}"#).unwrap();
        assert_eq!(read["id"], "d1", "the id is next to the nonsense, not part of it");
        assert_eq!(read["slots"][0]["name"], "A", "so is the slot's name");
        assert!(read["slots"][0]["prefix"].is_null(), "no number is that large");
        assert!(read["slots"][1].is_null(), "a lone surrogate is not text");
    }

    #[test]
    fn bottomless_nesting_is_survived() {
        let deep = format!(r#"{{"id":"d1","x":{}1{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(value(&deep).unwrap()["id"], "d1", "the nesting does not affect the id");
    }

    #[test]
    fn text_that_is_not_json_is_refused() {
        assert!(value("<html>").is_none() && value(r#"{"id":"#).is_none(), "half an object is not JSON");
    }
}
