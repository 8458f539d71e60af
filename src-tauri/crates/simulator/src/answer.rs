//! Answers to a client: Seam's bodies and error bodies, before they are sent.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Response, header};
use serde_json::{Map, Value, json};

use crate::clock::{Millis, http_date};

/// The fields of a successful answer, without `ok`.
pub type Fields = Map<String, Value>;

/// Builds the fields of a successful answer.
macro_rules! fields {
    ($($json:tt)*) => {
        $crate::answer::object(serde_json::json!({ $($json)* }))
    };
}
pub(crate) use fields;

/// The fields of a JSON object.
pub fn object(value: Value) -> Fields {
    if let Value::Object(fields) = value { fields } else { Fields::new() }
}

/// Why a request is refused: Seam's `error` object with its status.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    pub status: u16,
    pub kind: String,
    pub message: String,
    /// A further field of the error: `data` or `validation_errors`.
    pub detail: Option<Box<(&'static str, Value)>>,
    /// Seconds in a `Retry-After` header.
    pub retry_after: Option<u64>,
}

impl Refusal {
    pub fn new(status: u16, kind: &str, message: impl Into<String>) -> Self {
        let (kind, message) = (kind.to_owned(), message.into());
        Self { status, kind, message, detail: None, retry_after: None }
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.detail = Some(Box::new((name, value)));
        self
    }

    /// 400 `invalid_input` about one field.
    pub fn field(name: &str, message: &str) -> Self {
        let validation = json!({ "_errors": [], name: { "_errors": [message] } });
        Self::new(400, "invalid_input", format!("{message} ({name})")).with("validation_errors", validation)
    }

    /// 400 `invalid_input` about the request as a whole.
    pub fn input(message: &str) -> Self {
        let validation = json!({ "_errors": [message] });
        Self::new(400, "invalid_input", message).with("validation_errors", validation)
    }

    pub fn device_not_found(device_id: &str) -> Self {
        Self::new(404, "device_not_found", "Could not find a device with device_id")
            .with("data", json!({ "device_id": device_id }))
    }

    pub fn code_not_found(access_code_id: &str) -> Self {
        let message = "Could not find an access_code with device_id or access_code_id";
        Self::new(404, "access_code_not_found", message).with("data", json!({ "access_code_id": access_code_id }))
    }
}

/// An answer before it is sent.
#[derive(Debug)]
pub struct HttpAnswer {
    pub status: u16,
    pub content_type: String,
    pub body: Vec<u8>,
    pub retry_after: Option<u64>,
    pub location: Option<String>,
    pub request_id: String,
    pub at: Millis,
}

impl HttpAnswer {
    pub fn json(status: u16, body: &Value, request_id: String, at: Millis) -> Self {
        let body = serde_json::to_vec(body).unwrap_or_default();
        Self { body, ..Self::text(status, "application/json; charset=utf-8", "", request_id, at) }
    }

    pub fn text(status: u16, content_type: &str, body: &str, request_id: String, at: Millis) -> Self {
        let (content_type, body) = (content_type.to_owned(), body.as_bytes().to_vec());
        Self { status, content_type, body, retry_after: None, location: None, request_id, at }
    }

    /// A successful answer: the fields and `ok: true`.
    pub fn good(mut fields: Fields, request_id: String, at: Millis) -> Self {
        fields.insert("ok".to_owned(), Value::Bool(true));
        Self::json(200, &Value::Object(fields), request_id, at)
    }

    pub fn refused(refusal: &Refusal, request_id: String, at: Millis) -> Self {
        let mut error = fields! { "type": refusal.kind, "message": refusal.message, "request_id": request_id };
        if let Some((name, value)) = refusal.detail.as_deref() {
            error.insert((*name).to_owned(), value.clone());
        }
        let answer = Self::json(refusal.status, &json!({ "error": error, "ok": false }), request_id, at);
        Self { retry_after: refusal.retry_after, ..answer }
    }

    pub fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status.try_into().unwrap_or_default();
        let headers = [
            (header::CONTENT_TYPE, Some(self.content_type)),
            (header::DATE, Some(http_date(self.at))),
            (HeaderName::from_static("seam-request-id"), Some(self.request_id)),
            (header::RETRY_AFTER, self.retry_after.map(|seconds| seconds.to_string())),
            (header::LOCATION, self.location),
        ];
        for (name, value) in headers {
            let value = value.filter(|v| !v.is_empty()).and_then(|v| HeaderValue::from_str(&v).ok());
            response.headers_mut().extend(value.map(|value| (name, value)));
        }
        response
    }
}
