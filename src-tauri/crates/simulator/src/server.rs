//! The HTTP server: starts and stops, authenticates, and lets each request meet its faults.
//!
//! A request is carried out in a task of its own, so that it is finished even when its client hangs up, as a real
//! server does.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, Response, StatusCode, header};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

use crate::answer::{Answer, Fields};
use crate::error::Error;
use crate::fault::{Aim, Part};
use crate::line::{Gate, Line};
use crate::options::Options;
use crate::params::Params;
use crate::routes::{self, exists};
use crate::world::World;
use crate::{API_KEY, control, mishap, webhook};

const LARGEST_BODY: usize = 4 << 20;

/// What requests, control methods and webhook deliveries share.
pub struct Shared {
    world: Mutex<World>,
    released: Notify,
    stirred: Notify,
}

impl Shared {
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends when the test lets held answers go. Counts from its making, not from its first poll.
    pub fn released(&self) -> impl Future<Output = ()> + '_ {
        self.released.notified()
    }

    /// Ends when something may have happened.
    pub async fn stirred(&self) {
        self.stirred.notified().await;
    }

    pub fn stir(&self) {
        self.stirred.notify_one();
    }

    pub fn release(&self) {
        control::release(&mut self.world());
        self.released.notify_waiters();
        self.stir();
    }

    /// Does what the request asks for and makes its answer.
    pub fn carry_out(&self, call: &Call) -> Answer {
        let mut world = self.world();
        let answer = call.answer(&mut world);
        drop(world);
        self.stir();
        answer
    }
}

/// A request, read whole.
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
    fn read(method: Method, path: String, query: &str, headers: &HeaderMap, body: Bytes) -> Self {
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let is_known = bearer.and_then(|value| value.strip_prefix("Bearer ")) == Some(API_KEY);
        let in_query = method == Method::GET || body.is_empty();
        let params = if in_query { Some(Params::from_query(query)) } else { Params::from_body(&body) };
        Self { method, path, params, is_known, body }
    }

    pub fn device_id(&self) -> Option<&str> {
        self.params.as_ref().and_then(|params| params.text("device_id").ok().flatten())
    }

    /// What faults are compared with.
    pub fn aim(&self) -> Aim<'_> {
        let later_page = self.params.as_ref().is_some_and(|params| params.has("page_cursor"));
        Aim { path: &self.path, device_id: self.device_id(), later_page }
    }

    fn answer(&self, world: &mut World) -> Answer {
        let now = world.settle();
        let request_id = world.mint.fresh_id();
        if !exists(&self.path, &self.method) {
            return Answer::text(404, "text/plain", "404", request_id, now);
        }
        if !self.is_known {
            let refusal = crate::answer::Refusal::new(401, "unauthorized", "API Key not found");
            return Answer::refused(&refusal, request_id, now);
        }
        let Some(params) = &self.params else {
            return Answer::text(400, "text/plain", "Invalid JSON", request_id, now);
        };
        let fate = (self.path == "/access_codes/create").then(|| world.faults.meet(Part::Fate, &self.aim()));
        let list = world.faults.meet(Part::List, &self.aim());
        let request = routes::Request { path: &self.path, params, fate: fate.flatten(), list, now };
        match routes::answer(world, request) {
            Ok(fields) => Answer::good(fields, request_id, now),
            Err(refusal) => Answer::refused(&refusal, request_id, now),
        }
    }

    fn control(&self, shared: &Shared, name: &str) -> Answer {
        if name == "release" {
            shared.release();
        }
        let mut world = shared.world();
        let (now, request_id) = (world.settle(), world.mint.fresh_id());
        let body = if self.body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(&self.body) };
        let reply = match body {
            Ok(body) => control::act(&mut world, name, &body),
            Err(error) => Err(crate::answer::Refusal::input(&error.to_string())),
        };
        drop(world);
        shared.stir();
        match reply {
            Ok(fields) => Answer::good(fields, request_id, now),
            Err(refusal) => Answer::refused(&refusal, request_id, now),
        }
    }
}

async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else { return status(StatusCode::PAYLOAD_TOO_LARGE) };
    let (path, query) = (parts.uri.path().to_owned(), parts.uri.query().unwrap_or_default());
    let call = Call::read(parts.method, path, query, &parts.headers, body);
    let answer = tokio::spawn(async move { serve(&shared, &line, &call).await }).await;
    answer.map_or_else(|_| status(StatusCode::INTERNAL_SERVER_ERROR), Answer::into_response)
}

fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

async fn serve(shared: &Shared, line: &Line, call: &Call) -> Answer {
    if let Some(name) = call.path.strip_prefix("/_sim/") {
        return call.control(shared, name);
    }
    if call.path == "/health" {
        let mut world = shared.world();
        let (now, request_id) = (world.settle(), world.mint.fresh_id());
        return Answer::good(Fields::new(), request_id, now);
    }
    let latency = shared.world().options.latency_ms;
    if latency > 0 {
        tokio::time::sleep(Duration::from_millis(latency)).await;
    }
    let fault = {
        let mut world = shared.world();
        world.tally.requests += u64::from(call.path == "/access_codes/create");
        world.faults.meet(Part::Answer, &call.aim())
    };
    match fault {
        None => shared.carry_out(call),
        Some(fault) => mishap::suffer(shared, line, call, fault).await,
    }
}

/// The running server.
pub struct Running {
    pub shared: Arc<Shared>,
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<()>,
    courier: JoinHandle<()>,
}

impl Running {
    pub async fn start(options: Options) -> Result<Self, Error> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await.map_err(Error::Bind)?;
        let address = listener.local_addr().map_err(Error::Bind)?;
        let world = World::new(options, format!("http://{address}"));
        let shared = Arc::new(Shared { world: Mutex::new(world), released: Notify::new(), stirred: Notify::new() });
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Router::new().fallback(handle).with_state(shared.clone());
        let service = router.into_make_service_with_connect_info::<Line>();
        let server = axum::serve(Gate(listener), service).with_graceful_shutdown(async move {
            // A sender that was dropped means the same as one that was used.
            let _ = stopped.await;
        });
        let server = tokio::spawn(async move {
            // The listener here never fails, and nobody is left to be told.
            let _ = server.await;
        });
        let courier = tokio::spawn(webhook::deliver_all(shared.clone()));
        Ok(Self { shared, address, stop: Some(stop), server, courier })
    }

    /// Stops listening and waits for the open connections, but not for long.
    pub async fn stop(mut self) {
        self.stop.take();
        self.shared.release();
        // Whoever still hangs on after a second is left behind.
        let _ = tokio::time::timeout(Duration::from_secs(1), &mut self.server).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.take();
        self.shared.released.notify_waiters();
        self.courier.abort();
    }
}
