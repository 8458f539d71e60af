//! A Seam answer as it may be shown: with its PIN removed wherever it occurs.

use domain::{Pin, RawAnswer};
use serde_json::Value;

const MASK: &str = "••••";

/// The fields of an answer that carry a PIN, whatever its digits.
const PIN_KEYS: [&str; 4] = ["code", "pin", "pin_code", "access_code"];

/// The answer, formatted for reading. Masks the known PINs wherever they occur, every field that carries one, and, if
/// the answer is not JSON, every digit.
pub fn redacted(answer: &RawAnswer, pins: &[&Pin]) -> String {
    match serde_json::from_str::<Value>(answer.expose()) {
        Ok(mut value) => {
            mask(&mut value, pins);
            serde_json::to_string_pretty(&value).unwrap_or_default()
        }
        Err(_) => answer.expose().chars().map(|letter| if letter.is_numeric() { '•' } else { letter }).collect(),
    }
}

fn mask(value: &mut Value, pins: &[&Pin]) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let is_pin = PIN_KEYS.contains(&key.as_str()) && (value.is_string() || value.is_number());
                if is_pin { *value = MASK.into() } else { mask(value, pins) }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| mask(value, pins)),
        Value::String(text) => {
            for pin in pins {
                *text = text.replace(pin.expose(), MASK);
            }
        }
        Value::Number(number) => {
            let number = number.to_string();
            if pins.iter().any(|pin| number == pin.expose()) {
                *value = MASK.into();
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pin_is_nowhere_in_a_shown_answer() {
        let pin = Pin::new("583201").unwrap();
        let answers = [
            r#"{"access_code":{"access_code_id":"c1","code":"583201","status":"set"}}"#,
            r#"{"code":583201}"#,
            r#"{"message":"your PIN is 583201.","deep":[{"list":["583201","x583201y"]}],"n":583201}"#,
            r#"["583201"]"#,
            r#""583201""#,
            "not JSON: 583201",
            r#"{"cut":"off","code":"583201"#,
        ];
        for answer in answers {
            let shown = redacted(&RawAnswer::new(answer), &[&pin]);
            assert!(!shown.contains("583201"), "{answer} is shown as {shown}");
        }
    }

    #[test]
    fn an_unrecorded_pin_is_masked_by_its_field() {
        let shown = redacted(&RawAnswer::new(r#"{"access_code":{"code":"0042","name":"Loft"}}"#), &[]);
        assert!(!shown.contains("0042") && shown.contains("Loft"), "only the PIN is masked: {shown}");
    }

    #[test]
    fn everything_but_the_pin_is_shown() {
        let pin = Pin::new("583201").unwrap();
        let answer = r#"{"errors":[{"error_code":"x"}],"ok":true,"starts_at":"2026-12-03T16:00:00.000Z","code":null}"#;
        let shown = redacted(&RawAnswer::new(answer), &[&pin]);
        for part in ["error_code", "\"x\"", "2026-12-03T16:00:00.000Z", "null", "true"] {
            assert!(shown.contains(part), "{part} is kept: {shown}");
        }
    }
}
