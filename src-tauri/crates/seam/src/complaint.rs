//! Seam's error body, and the meaning of a failed answer to a read.

use domain::reading::ReadError;

use crate::exchange::Reply;
use crate::parse::{self, Fields};

/// Seam's message is shown to the host; anything longer is not a sentence.
const LONGEST: usize = 2_000;

/// An error as Seam writes it: `{"error":{"type","message","request_id"?},"ok":false}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    pub(crate) kind: String,
    pub(crate) message: String,
    /// From the body, else from the `seam-request-id` header.
    pub(crate) request_id: Option<String>,
}

/// The complaint in an answer, or `None` when the body is not Seam's error.
pub(crate) fn complaint(answer: &Reply) -> Option<Complaint> {
    let value = parse::object(&answer.text).ok()?;
    let body = Fields::new(&value);
    if body.flag(&["ok"]) == Some(true) {
        return None;
    }
    let error = body.object("error");
    let message = error.text(&["message"]).unwrap_or_default();
    Some(Complaint {
        kind: shortened(&error.text(&["type"])?),
        message: shortened(&message),
        request_id: error.text(&["request_id"]).or_else(|| answer.request_id.clone()),
    })
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// The text of a successful answer to a read, or the error it means.
pub(crate) fn success(answer: Reply) -> Result<String, ReadError> {
    let status = answer.status;
    match status {
        200..=299 => return Ok(answer.text),
        429 => return Err(ReadError::RateLimited { retry_after: answer.retry_after }),
        // 511 means that a network asks for a sign-in.
        300..=399 | 511 => return Err(ReadError::NotSeam),
        408 | 425 | 500.. => return Err(ReadError::Unavailable { status }),
        _ => {}
    }
    match (status, complaint(&answer)) {
        // Seam's own clients treat every 401 alike; an HTML page comes from another server.
        (401, complaint) if complaint.is_some() || !is_html(&answer.text) => Err(ReadError::Unauthorized),
        (403, Some(complaint)) => Err(ReadError::Forbidden { message: complaint.message }),
        (404, Some(complaint)) => Err(ReadError::NotFound { kind: complaint.kind }),
        (_, Some(Complaint { kind, message, request_id })) => {
            Err(ReadError::Refused { status, kind, message, request_id })
        }
        (_, None) => Err(ReadError::NotSeam),
    }
}

fn is_html(text: &str) -> bool {
    text.trim_start().starts_with('<')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, text: &str) -> Reply {
        Reply { status, text: text.to_owned(), ..Reply::default() }
    }

    const SEAM: &str = r#"{"error":{"type":"odd","message":"Words."},"ok":false}"#;

    #[test]
    fn each_status_has_its_meaning_for_a_read() {
        let refused =
            |status| ReadError::Refused { status, kind: "odd".into(), message: "Words.".into(), request_id: None };
        let cases = [
            (answer(401, SEAM), ReadError::Unauthorized),
            (answer(401, ""), ReadError::Unauthorized),
            (answer(401, "<html>"), ReadError::NotSeam),
            (answer(403, SEAM), ReadError::Forbidden { message: "Words.".into() }),
            (answer(403, "<html>"), ReadError::NotSeam),
            (answer(404, SEAM), ReadError::NotFound { kind: "odd".into() }),
            (answer(404, "404"), ReadError::NotSeam),
            (answer(400, SEAM), refused(400)),
            (answer(409, SEAM), refused(409)),
            (answer(400, "Invalid JSON"), ReadError::NotSeam),
            (answer(408, ""), ReadError::Unavailable { status: 408 }),
            (answer(425, ""), ReadError::Unavailable { status: 425 }),
            (answer(503, ""), ReadError::Unavailable { status: 503 }),
            (answer(511, "<html>"), ReadError::NotSeam),
            (answer(307, ""), ReadError::NotSeam),
            (answer(429, "slow down"), ReadError::RateLimited { retry_after: None }),
        ];
        for (answer, expected) in cases {
            let shown = format!("{} {:?}", answer.status, answer.text);
            assert_eq!(success(answer).unwrap_err(), expected, "{shown}");
        }
    }

    #[test]
    fn only_seams_own_error_is_a_complaint() {
        let others = [
            "",
            "{}",
            "[]",
            r#"{"error":"denied"}"#,
            r#"{"error":{"message":"x"}}"#,
            r#"{"error":{"type":"x"},"ok":true}"#,
        ];
        for text in others {
            assert_eq!(complaint(&answer(400, text)), None, "{text:?} could come from any server");
        }
        let long = format!(r#"{{"error":{{"type":"x","message":"{}"}}}}"#, "m".repeat(100_000));
        assert_eq!(complaint(&answer(400, &long)).unwrap().message.len(), LONGEST, "a sentence, not a book");
    }
}
