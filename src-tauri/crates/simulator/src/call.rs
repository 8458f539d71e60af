//! One HTTP request: reads it, authenticates it and answers it.

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, header};
use serde_json::Value;

use crate::answer::{HttpAnswer, Refusal};
use crate::due::settle;
use crate::fault::{Aim, Part};
use crate::params::Params;
use crate::routes::{self, exists};
use crate::shared::Shared;
use crate::world::World;
use crate::{API_KEY, control};

/// A request with its whole body.
#[derive(Debug)]
pub struct Call {
    pub method: Method,
    pub path: String,
    /// `None`: the body is not a JSON object.
    pub params: Option<Params>,
    is_known: bool,
    body: Bytes,
}

impl Call {
    pub fn read(method: Method, path: String, query: &str, headers: &HeaderMap, body: Bytes) -> Self {
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let is_known = bearer.and_then(|value| value.strip_prefix("Bearer ")) == Some(API_KEY);
        let in_query = method == Method::GET || body.is_empty();
        let params = if in_query { Some(Params::from_query(query)) } else { Params::from_body(&body) };
        Self { method, path, params, is_known, body }
    }

    pub fn device_id(&self) -> Option<&str> {
        self.params.as_ref().and_then(|params| params.text("device_id").ok().flatten())
    }

    /// The properties that decide which faults apply.
    pub fn aim(&self) -> Aim<'_> {
        let later_page = self.params.as_ref().is_some_and(|params| params.has("page_cursor"));
        Aim { path: &self.path, device_id: self.device_id(), later_page }
    }

    /// Carries the request out and answers it.
    pub fn carry_out(&self, shared: &Shared) -> HttpAnswer {
        let answer = self.answer(&mut shared.world());
        shared.notify_change();
        answer
    }

    fn answer(&self, world: &mut World) -> HttpAnswer {
        let now = settle(world);
        let request_id = world.mint.fresh_id();
        if !exists(&self.path, &self.method) {
            return HttpAnswer::text(404, "text/plain", "404", request_id, now);
        }
        if !self.is_known {
            let refusal = Refusal::new(401, "unauthorized", "API Key not found");
            return HttpAnswer::refused(&refusal, request_id, now);
        }
        let Some(params) = &self.params else {
            return HttpAnswer::text(400, "text/plain", "Invalid JSON", request_id, now);
        };
        let fate = (self.path == "/access_codes/create").then(|| world.faults.take(Part::Fate, &self.aim()));
        let list = world.faults.take(Part::List, &self.aim());
        let request = routes::Request { path: &self.path, params, fate: fate.flatten(), list, now };
        match routes::answer(world, request) {
            Ok(fields) => HttpAnswer::good(fields, request_id, now),
            Err(refusal) => HttpAnswer::refused(&refusal, request_id, now),
        }
    }

    /// Answers the control route `/_sim/NAME`.
    pub fn control(&self, shared: &Shared, name: &str) -> HttpAnswer {
        if name == "release" {
            shared.release();
        }
        let mut world = shared.world();
        let (now, request_id) = (settle(&mut world), world.mint.fresh_id());
        let body = if self.body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(&self.body) };
        let reply = match body {
            Ok(body) => control::act(&mut world, name, &body),
            Err(error) => Err(Refusal::input(&error.to_string())),
        };
        drop(world);
        shared.notify_change();
        match reply {
            Ok(fields) => HttpAnswer::good(fields, request_id, now),
            Err(refusal) => HttpAnswer::refused(&refusal, request_id, now),
        }
    }
}
