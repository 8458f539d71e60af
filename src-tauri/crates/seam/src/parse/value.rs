//! Single fields, read tolerantly: each helper tries the spellings in order of trust and returns the first that fits.

use jiff::Timestamp;
use serde_json::{Map, Value};

/// Whole numbers beyond this are no longer exact as JSON numbers.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The fields of an object; none for any other value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'v>(Option<&'v Map<String, Value>>);

impl<'v> Fields<'v> {
    pub(crate) fn new(value: &'v Value) -> Self {
        Self(value.as_object())
    }

    pub(crate) fn is_object(self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn object(self, name: &str) -> Self {
        Self(self.0.and_then(|fields| fields.get(name)).and_then(Value::as_object))
    }

    /// A list, or nothing when the field is missing or not a list.
    pub(crate) fn list(self, name: &str) -> Option<&'v [Value]> {
        self.0.and_then(|fields| fields.get(name)).and_then(Value::as_array).map(Vec::as_slice)
    }

    /// Text as it is, numbers as text; empty text counts as missing.
    pub(crate) fn text(self, names: &[&str]) -> Option<String> {
        self.first(names, |value| written(value).filter(|text| !text.is_empty()))
    }

    pub(crate) fn flag(self, names: &[&str]) -> Option<bool> {
        self.first(names, flag)
    }

    pub(crate) fn whole(self, names: &[&str]) -> Option<i64> {
        self.first(names, whole)
    }

    pub(crate) fn instant(self, names: &[&str]) -> Option<Timestamp> {
        self.first(names, |value| instant(value.as_str()?.trim()))
    }

    /// The value itself.
    pub(crate) fn json(self, names: &[&str]) -> Option<&'v Value> {
        let fields = self.0?;
        names.iter().find_map(|name| fields.get(*name))
    }

    fn first<T>(self, names: &[&str], read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let fields = self.0?;
        names.iter().find_map(|name| fields.get(*name).and_then(&read))
    }
}

/// A text or a number as text; `3.0` is `3`, because Seam declares its whole numbers as floats.
pub(super) fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(whole(value).map_or_else(|| number.to_string(), |whole| whole.to_string())),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
        Value::Number(_) => whole(value).filter(|whole| (0..=1).contains(whole)).map(|whole| whole == 1),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// An instant; the last moment of year 9999, which some systems use for "never", is the last that can be represented.
fn instant(text: &str) -> Option<Timestamp> {
    let parsed = text.parse().ok();
    parsed.or_else(|| (text.starts_with("9999-12-3") && text.contains('T')).then_some(Timestamp::MAX))
}

fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(whole_float)),
        Value::String(text) => {
            let text = text.trim();
            text.parse().ok().or_else(|| text.parse().ok().and_then(whole_float))
        }
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn whole_float(number: f64) -> Option<i64> {
    // The range makes the cast exact.
    (number.fract() == 0.0 && number.abs() < EXACT).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_in_every_form() {
        let cases = [
            (json!(7), Some(7)),
            (json!(7.0), Some(7)),
            (json!("7"), Some(7)),
            (json!(" 7.0 "), Some(7)),
            (json!(-1), Some(-1)),
            (json!(7.5), None),
            (json!(1e300), None),
            (json!(u64::MAX), None),
            (json!("NaN"), None),
            (json!("inf"), None),
            (json!(null), None),
            (json!([7]), None),
        ];
        for (value, expected) in cases {
            assert_eq!(whole(&value), expected, "{value} as a whole number");
        }
    }

    #[test]
    fn the_first_sensible_spelling_is_taken() {
        let value = json!({"plain": null, "ext_plain": 5.0, "other": ""});
        let fields = Fields::new(&value);
        assert_eq!(fields.whole(&["plain", "ext_plain"]), Some(5), "null is skipped");
        assert_eq!(fields.text(&["other", "ext_plain"]).as_deref(), Some("5"), "empty text is skipped");
        assert_eq!(fields.text(&["missing"]), None, "nothing is guessed");
    }

    #[test]
    fn instants_have_every_precision() {
        let texts = [
            "2025-06-14T16:54:17Z",
            "2025-06-14T16:54:17.000Z",
            "2025-06-14T16:54:17.000000Z",
            "2025-06-14T09:54:17-07:00",
        ];
        for text in texts {
            let value = json!({ "at": text });
            let read = Fields::new(&value).instant(&["at"]);
            assert_eq!(read, Timestamp::from_second(1_749_920_057).ok(), "{text} is that second");
        }
        let vague = json!({"at": "2025-06-14T16:54:17"});
        assert_eq!(Fields::new(&vague).instant(&["at"]), None, "a civil time is not an instant");
    }

    #[test]
    fn flags_are_yes_no_or_nothing() {
        let value = json!({"a": true, "b": "false", "c": 1, "d": 2, "e": "perhaps"});
        let fields = Fields::new(&value);
        let read = ["a", "b", "c", "d", "e"].map(|name| fields.flag(&[name]));
        assert_eq!(read, [Some(true), Some(false), Some(true), None, None], "anything else is unknown");
    }
}
