//! The parameters of a request, from a query or a JSON body, read the way Seam's validation does.
//!
//! A query carries text only, so numbers and booleans are read from text as well.

use serde_json::{Map, Value};

use crate::answer::Refusal;
use crate::clock::{Millis, parse_instant};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Params(Map<String, Value>);

impl Params {
    /// Reads a query. Arrays are repeated keys, with or without `[]`; an empty one is an empty array.
    pub fn from_query(query: &str) -> Self {
        let mut map = Map::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name), decode(value));
            let name = name.trim_end_matches("[]");
            if is_list(name) {
                let list = map.entry(name).or_insert_with(|| Value::Array(Vec::new()));
                if let (Value::Array(list), false) = (list, value.is_empty()) {
                    list.push(Value::String(value));
                }
            } else if !value.is_empty() {
                map.insert(name.to_owned(), Value::String(value));
            }
        }
        Self(map)
    }

    /// Reads a JSON body. An empty one counts as `{}`; anything but an object is refused.
    pub fn from_body(body: &[u8]) -> Option<Self> {
        if body.is_empty() {
            return Some(Self::default());
        }
        let value: Value = serde_json::from_slice(body).ok()?;
        value.as_object().cloned().map(Self)
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !value.is_null())
    }

    pub fn text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        match self.0.get(name).filter(|value| !value.is_null()) {
            None => Ok(None),
            Some(value) => value.as_str().map(Some).ok_or_else(|| wrong_type(name, "string", value)),
        }
    }

    pub fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name)?.ok_or_else(|| Refusal::field(name, "Required"))
    }

    pub fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        let Some(value) = self.0.get(name).filter(|value| !value.is_null()) else { return Ok(None) };
        let read = value.as_bool().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
        read.map(Some).ok_or_else(|| wrong_type(name, "boolean", value))
    }

    /// A number of things: whole and above zero.
    pub fn count(&self, name: &str) -> Result<Option<usize>, Refusal> {
        let Some(value) = self.0.get(name).filter(|value| !value.is_null()) else { return Ok(None) };
        let number = value.as_f64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
        let number = number.ok_or_else(|| wrong_type(name, "number", value))?;
        if !(1.0..=1e9).contains(&number) {
            return Err(Refusal::field(name, "Number must be greater than 0"));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above")]
        Ok(Some(number as usize))
    }

    pub fn list(&self, name: &str) -> Result<Option<Vec<&str>>, Refusal> {
        let Some(value) = self.0.get(name).filter(|value| !value.is_null()) else { return Ok(None) };
        let items = value.as_array().ok_or_else(|| wrong_type(name, "array", value))?;
        let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
        texts.map(Some).ok_or_else(|| wrong_type(name, "array of strings", value))
    }

    /// The values of a filter's singular and plural field together; `None` if neither is given.
    pub fn either(&self, one: &str, many: &str) -> Result<Option<Vec<&str>>, Refusal> {
        let (one, many) = (self.text(one)?, self.list(many)?);
        Ok((one.is_some() || many.is_some()).then(|| one.into_iter().chain(many.unwrap_or_default()).collect()))
    }

    pub fn instant(&self, name: &str) -> Result<Option<Millis>, Refusal> {
        let read = |text| parse_instant(text).ok_or_else(|| Refusal::field(name, "Invalid datetime"));
        self.text(name)?.map(read).transpose()
    }

    /// Everything but the cursor, in a fixed order: later pages must repeat it.
    pub fn without_cursor(&self) -> String {
        let mut rest = self.0.clone();
        rest.remove("page_cursor");
        let mut parts: Vec<_> = rest.into_iter().filter(|(_, value)| !value.is_null()).map(plain).collect();
        parts.sort();
        parts.join("&")
    }
}

/// The limit 2 in a body and "2" in a query are the same.
fn plain((name, value): (String, Value)) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    format!("{name}={text}")
}

fn is_list(name: &str) -> bool {
    name.ends_with("_ids") || name.ends_with("_types") || matches!(name, "between" | "include_if" | "exclude_if")
}

fn wrong_type(name: &str, wanted: &str, value: &Value) -> Refusal {
    let got = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    Refusal::field(name, &format!("Expected {wanted}, received {got}"))
}

/// Percent-decoding; `+` is a blank.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let pair: Vec<u8> = rest.by_ref().take(2).collect();
                let hex = std::str::from_utf8(&pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
                hex.unwrap_or(b'?')
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn query_and_body_read_the_same() {
        let query = Params::from_query("device_ids=a&device_ids=b&limit=2&search=Pool%20House+1&flag=true&none=");
        assert_eq!(query.list("device_ids").unwrap(), Some(vec!["a", "b"]), "repeated keys are an array");
        assert_eq!(query.count("limit").unwrap(), Some(2), "numbers are read from text");
        assert_eq!(query.text("search").unwrap(), Some("Pool House 1"), "escapes are resolved");
        assert_eq!(query.flag("flag").unwrap(), Some(true), "booleans too");
        assert!(!query.has("none"), "an empty scalar is null");
        let body = Params::from_body(br#"{"search":"x","limit":2}"#).unwrap();
        let asked = Params::from_query("limit=2&search=x&page_cursor=c");
        assert_eq!(body.without_cursor(), asked.without_cursor(), "a later page may come the other way");
    }

    #[test]
    fn refusal_names_the_field_of_a_wrong_type() {
        let body = Params::from_body(br#"{"device_id":5,"limit":0,"ids":"x"}"#).unwrap();
        let refusal = body.text("device_id").unwrap_err();
        assert_eq!((refusal.status, refusal.kind.as_str()), (400, "invalid_input"), "as Seam's validation does");
        assert!(refusal.message.contains("device_id"), "the field is named: {}", refusal.message);
        assert!(body.count("limit").is_err() && body.list("ids").is_err(), "neither is valid");
        assert!(Params::from_body(b"[]").is_none() && Params::from_body(b"{").is_none(), "a body is an object");
    }
}
