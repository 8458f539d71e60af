//! The client: its two HTTP clients, its key, and Seam's clock.

use std::fmt;
use std::sync::Arc;

use domain::ApiKey;
use domain::reading::ReadError;
use jiff::Timestamp;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::{ClientBuilder, redirect, retry};
use serde_json::Value;

use crate::clock::ServerClock;
use crate::complaint::success;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::exchange::{Fault, Reply, exchange};
use crate::limits::Limits;
use crate::retry::reads;

/// Calls Seam with one workspace's key. Cheap to clone; clones share connections and clock.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    endpoint: Endpoint,
    key: ApiKey,
    limits: Limits,
    reading: reqwest::Client,
    creating: reqwest::Client,
    clock: ServerClock,
}

impl Client {
    /// Builds the client; sends nothing.
    ///
    /// # Errors
    /// [`Error::Setup`] when the machine's TLS roots or proxy settings cannot be used.
    pub fn new(endpoint: Endpoint, key: ApiKey, limits: Limits) -> Result<Self, Error> {
        // Another part of the program may have installed the provider already; it is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let reading = basis(&endpoint, &key, &limits)?.build().map_err(Error::Setup)?;
        // One connection, one request, one answer: a failure before the connection is established has sent nothing, and
        // nothing below can send a second request (decision 7).
        let creating = basis(&endpoint, &key, &limits)?
            .retry(retry::never())
            .pool_max_idle_per_host(0)
            .http1_only()
            .no_gzip()
            .build()
            .map_err(Error::Setup)?;
        Ok(Self(Arc::new(Inner { endpoint, key, limits, reading, creating, clock: ServerClock::default() })))
    }

    /// Seam's current time, from the newest answer's `Date` (whole seconds) and the time since. `None` before
    /// the first answer. The machine's clock is off by the difference.
    pub fn server_time(&self) -> Option<Timestamp> {
        self.0.clock.now()
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Sends one read, repeating it where that may help, and returns the JSON text of the answer.
    pub(crate) async fn read(&self, path: &str, body: &Value) -> Result<String, ReadError> {
        let limits = self.limits();
        reads(limits, || async {
            let answer =
                self.ask(&self.0.reading, path, body).await.map_err(|fault| fault.into_read_error(limits.body))?;
            success(answer)
        })
        .await
    }

    /// Sends one request, once, on its own connection.
    pub(crate) async fn send_once(&self, path: &str, body: &Value) -> Result<Reply, Fault> {
        self.ask(&self.0.creating, path, body).await
    }

    async fn ask(&self, http: &reqwest::Client, path: &str, body: &Value) -> Result<Reply, Fault> {
        let request = http.post(self.0.endpoint.at(path)).json(body);
        let answer = exchange(request, &self.0.key, self.limits().body).await;
        match &answer {
            Ok(answer) => {
                tracing::debug!(path, status = answer.status, request_id = answer.request_id.as_deref(), "answer");
                // A sign-in page has a clock too, but not Seam's.
                if let Some(date) = answer.date.filter(|_| answer.text.starts_with('{')) {
                    self.0.clock.hear(date);
                }
            }
            Err(fault) => tracing::debug!(path, ?fault, "no answer"),
        }
        answer
    }
}

/// Settings shared by both clients: the key in a header marked sensitive, no redirects, bounds, TLS 1.2 or newer.
fn basis(endpoint: &Endpoint, key: &ApiKey, limits: &Limits) -> Result<ClientBuilder, Error> {
    let mut bearer = HeaderValue::from_str(&format!("Bearer {}", key.expose())).map_err(|_| Error::Key)?;
    bearer.set_sensitive(true);
    let builder = reqwest::Client::builder()
        .user_agent(concat!("latchbook/", env!("CARGO_PKG_VERSION")))
        .default_headers(HeaderMap::from_iter([(AUTHORIZATION, bearer)]))
        .redirect(redirect::Policy::none())
        .referer(false)
        .connect_timeout(limits.connect)
        .timeout(limits.total);
    if endpoint.is_plain() {
        // To this machine only: no proxy, and no certificates needed.
        return Ok(builder.no_proxy().tls_certs_only([]));
    }
    let builder = builder.https_only(true);
    Ok(if limits.use_system_proxy { builder } else { builder.no_proxy() })
}

impl fmt::Debug for Client {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Client").field("endpoint", &self.0.endpoint).finish_non_exhaustive()
    }
}
