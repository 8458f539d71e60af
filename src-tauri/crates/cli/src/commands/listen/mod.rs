//! `listen`: receives Seam's webhooks on this computer only. An event has the same effect as when it is read by polling.

mod delivery;
mod signature;

use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use domain::secret::pasted;
use serde::Serialize;
use tokio::net::TcpListener;

use super::Outcome;
use crate::args::ListenArgs;
use crate::exit::{Exit, Failure};
use crate::invocation::{Invocation, serve};
use crate::screen::{Screen, variable};
use delivery::Receiver;
use signature::Signature;

/// Environment variable with the webhook's secret.
const SECRET: &str = "SEAM_WEBHOOK_SECRET";

/// Limit of a body; events are a few kilobytes.
const LARGEST: usize = 256 * 1024;

/// The first line with `--json`.
#[derive(Serialize)]
struct ListeningView {
    url: String,
}

pub fn run(invocation: &Invocation, args: &ListenArgs) -> Outcome {
    let signature = signature()?;
    serve(async {
        let stop = runtime::told_to_stop();
        let app = invocation.app().await?;
        // A key of another workspace finds none of our codes, so all of them would be marked as gone.
        app.connect().await?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port)).await.map_err(|error| cannot(&error))?;
        let address = listener.local_addr().map_err(|error| cannot(&error))?;
        tell(&invocation.screen, format!("http://{address}/"));
        let receiver = Arc::new(Receiver { app, signature, screen: invocation.screen.clone() });
        let router = Router::new().route("/", post(receive)).layer(DefaultBodyLimit::max(LARGEST)).with_state(receiver);
        axum::serve(listener, router).with_graceful_shutdown(stop).await.map_err(|error| cannot(&error))?;
        Ok(Exit::Done)
    })
}

async fn receive(State(receiver): State<Arc<Receiver>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    receiver.receive(&headers, &body).await
}

fn signature() -> Result<Signature, Failure> {
    let secret = pasted(variable(SECRET).unwrap_or_default().as_bytes());
    if secret.is_empty() {
        return Err(Failure::usage(words::say!("cli-no-webhook-secret", variable = SECRET)));
    }
    let unusable = || Failure::usage(words::say!("cli-bad-webhook-secret", variable = SECRET));
    Signature::new(&secret).ok_or_else(unusable)
}

fn tell(screen: &Screen, url: String) {
    if screen.json {
        screen.json_line(&ListeningView { url });
    } else {
        screen.print(&words::say!("cli-listening", url = url));
    }
}

fn cannot(error: &std::io::Error) -> Failure {
    Failure::usage(words::say!("cli-cannot-listen", error = error.to_string()))
}
