//! Makes one code: one request, and what its outcome proves.
//!
//! Owns: the outcome table. *Not sent* only if no byte can have left; *refused* only in Seam's own words; everything
//! that could hide a made code is *unknown*. Refuses: sending twice.

use domain::RawAnswer;
use domain::cause::UnknownWhy;
use domain::ids::AccessCodeId;
use domain::reading::{CreateCode, CreateOutcome};
use serde_json::{Value, json};

use crate::client::Client;
use crate::complaint::complaint;
use crate::exchange::{Fault, Reply};
use crate::page::fields;
use crate::parse::{self, Fields};

impl Client {
    /// Sends the request to make this code, once. Never fails: whatever happens is an outcome.
    pub async fn create(&self, wanted: &CreateCode) -> CreateOutcome {
        match self.send_once("/access_codes/create", &body(wanted)).await {
            Ok(answer) => judge(answer),
            Err(Fault::NoConnection { why, .. }) => CreateOutcome::NotSent { why },
            Err(Fault::TimedOut) => unknown(UnknownWhy::TimedOut),
            Err(Fault::Broken) => unknown(UnknownWhy::Broken),
            Err(Fault::TooLarge) => unknown(UnknownWhy::TooLarge),
        }
    }
}

/// Times and name only: an Oracode PIN is computed, so Seam refuses a `code` (docs/design.md, "Matching", 8).
fn body(wanted: &CreateCode) -> Value {
    let mut body = json!({
        "device_id": wanted.device_id.as_str(),
        "name": wanted.name,
        "starts_at": wanted.starts_at,
        "ends_at": wanted.ends_at,
        "is_offline_access_code": true,
    });
    if wanted.round_by_day {
        body["max_time_rounding"] = "1d".into();
    }
    body
}

fn judge(answer: Reply) -> CreateOutcome {
    let status = answer.status;
    match status {
        200..=299 => made(answer),
        300..=399 => unknown(UnknownWhy::Redirect { status }),
        400 | 401 | 403 | 404 | 422 => match complaint(&answer) {
            Some(said) if said.request_id.is_some() => {
                CreateOutcome::Refused { status, kind: said.kind, message: said.message, request_id: said.request_id }
            }
            _ => unknown(UnknownWhy::NotSeam { status }),
        },
        429 => match complaint(&answer) {
            Some(said) => CreateOutcome::RateLimited {
                retry_after: answer.retry_after,
                message: said.message,
                request_id: said.request_id,
            },
            None => unknown(UnknownWhy::NotSeam { status }),
        },
        // 511 means that a network asks for a sign-in.
        511 => unknown(UnknownWhy::NotSeam { status }),
        _ => unknown(UnknownWhy::Status { status }),
    }
}

/// Success by its status: a code exists if, and only if, an id says so.
fn made(answer: Reply) -> CreateOutcome {
    let Ok(fields) = fields(&answer.text) else {
        let is_cut = answer.text.trim_start().starts_with('{');
        return unknown(if is_cut { UnknownWhy::Broken } else { UnknownWhy::NotSeam { status: answer.status } });
    };
    let reading = fields.get("access_code").and_then(|raw| parse::code(raw.get(), true).ok());
    let Some(id) = reading.as_ref().map(|code| code.id.clone()).or_else(|| bare_id(&answer.text)) else {
        return unknown(UnknownWhy::NoId);
    };
    CreateOutcome::Accepted {
        id,
        reading: reading.map(Box::new),
        raw: RawAnswer::new(answer.text),
        request_id: answer.request_id,
    }
}

/// An id next to the object rather than in it is still an id; the code is then read by it.
fn bare_id(text: &str) -> Option<AccessCodeId> {
    let value = parse::object(text).ok()?;
    Fields::new(&value).text(&["access_code_id"]).map(AccessCodeId::new)
}

fn unknown(why: UnknownWhy) -> CreateOutcome {
    CreateOutcome::Unknown { why }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Bodies that contain many of the expected parts, in all mixtures.
    fn text() -> impl Strategy<Value = String> {
        let field = prop_oneof![
            Just(r#""access_code":{"access_code_id":"c1"}"#),
            Just(r#""access_code":{"access_code_id":null}"#),
            Just(r#""access_code":[1e999]"#),
            Just(r#""access_code_id":"c1""#),
            Just(r#""error":{"type":"x","request_id":"r1"}"#),
            Just(r#""error":{"type":"x"}"#),
            Just(r#""error":"x""#),
            Just(r#""ok":true"#),
            Just(r#""ok":false"#),
            Just("nonsense"),
        ];
        let object = prop::collection::vec(field, 0..4).prop_map(|fields| format!("{{{}}}", fields.join(",")));
        prop_oneof![4 => object, 1 => any::<String>()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]

        #[test]
        fn no_answer_is_taken_for_more_than_it_proves(status in 100_u16..1_000, text in text(), id in any::<bool>()) {
            let request_id = id.then(|| "r2".to_owned());
            let has = |part: &str| text.contains(part);
            let (code, error) = (has(r#"_id":"c1""#), has(r#""error":{"type""#));
            let named = id || has("r1");
            match judge(Reply { status, text: text.clone(), request_id, ..Reply::default() }) {
                CreateOutcome::Accepted { .. } => prop_assert!((200..300).contains(&status) && code, "an id must be there"),
                CreateOutcome::Refused { .. } => {
                    prop_assert!([400, 401, 403, 404, 422].contains(&status) && error && named, "Seam must have said so");
                }
                CreateOutcome::RateLimited { .. } => prop_assert!(status == 429 && error, "Seam must have said so"),
                CreateOutcome::NotSent { .. } => prop_assert!(false, "an answer shows that it was sent"),
                CreateOutcome::Unknown { .. } => {}
            }
        }
    }
}
