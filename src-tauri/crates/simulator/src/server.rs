//! The HTTP server: starts, stops, and applies the requested faults.
//!
//! Each request runs in its own task, so that it finishes even if its client hangs up, as on a real server.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{Response, StatusCode};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::answer::{Fields, HttpAnswer};
use crate::call::Call;
use crate::connection::{CutSwitch, CuttableListener};
use crate::due::settle;
use crate::error::Error;
use crate::fault::Part;
use crate::options::Options;
use crate::shared::Shared;
use crate::{courier, faulty_answer, seed};

const LARGEST_BODY: usize = 4 << 20;

async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(switch): ConnectInfo<CutSwitch>,
    request: Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else { return status(StatusCode::PAYLOAD_TOO_LARGE) };
    let (path, query) = (parts.uri.path().to_owned(), parts.uri.query().unwrap_or_default());
    let call = Call::read(parts.method, path, query, &parts.headers, body);
    let answer = tokio::spawn(async move { serve(&shared, &switch, &call).await }).await;
    answer.map_or_else(|_| status(StatusCode::INTERNAL_SERVER_ERROR), HttpAnswer::into_response)
}

fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

async fn serve(shared: &Shared, switch: &CutSwitch, call: &Call) -> HttpAnswer {
    if let Some(name) = call.path.strip_prefix("/_sim/") {
        return call.control(shared, name);
    }
    if call.path == "/health" {
        let mut world = shared.world();
        let (now, request_id) = (settle(&mut world), world.mint.fresh_id());
        return HttpAnswer::good(Fields::new(), request_id, now);
    }
    let latency = shared.world().options.latency_ms;
    if latency > 0 {
        tokio::time::sleep(Duration::from_millis(latency)).await;
    }
    let fault = {
        let mut world = shared.world();
        world.tally.requests += u64::from(call.path == "/access_codes/create");
        world.faults.take(Part::Answer, &call.aim())
    };
    match fault {
        None => call.carry_out(shared),
        Some(fault) => faulty_answer::answer(shared, switch, call, fault).await,
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
        let shared = Arc::new(Shared::new(seed::new_world(options, format!("http://{address}"))));
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Router::new().fallback(handle).with_state(shared.clone());
        let service = router.into_make_service_with_connect_info::<CutSwitch>();
        let server = axum::serve(CuttableListener(listener), service).with_graceful_shutdown(async move {
            // Stops when the sender sends and also when it is dropped.
            let _ = stopped.await;
        });
        let server = tokio::spawn(async move {
            // The listener never fails, and no caller is left to receive an error.
            let _ = server.await;
        });
        let courier = tokio::spawn(courier::deliver_all(shared.clone()));
        Ok(Self { shared, address, stop: Some(stop), server, courier })
    }

    /// Stops listening and waits up to a second for open connections.
    pub async fn stop(mut self) {
        self.stop.take();
        self.shared.release();
        // A timeout is fine: connections that are still open are abandoned.
        let _ = tokio::time::timeout(Duration::from_secs(1), &mut self.server).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.take();
        self.shared.release_held();
        self.courier.abort();
    }
}
