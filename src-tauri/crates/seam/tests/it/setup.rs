//! Shared set-up of the tests: a client for a fault server, and a code to request.

use std::time::Duration;

use domain::ApiKey;
use domain::ids::DeviceId;
use domain::reading::CreateCode;
use seam::{Client, Endpoint, Limits};

use crate::server::{Behaviour, FaultServer};

pub const KEY: &str = "seam_testKEY1_neverToBeSeenAnywhere";

/// Generous limits, so that a busy machine fails no test.
pub fn limits() -> Limits {
    Limits { first_wait: Duration::from_millis(1), ..Limits::default() }
}

/// Short limits, for tests of the time limit itself.
pub fn hasty() -> Limits {
    Limits { connect: Duration::from_millis(300), total: Duration::from_millis(300), read_retries: 0, ..limits() }
}

pub fn client(url: &str, limits: Limits) -> Client {
    Client::new(Endpoint::parse(url).unwrap(), ApiKey::parse(KEY).unwrap(), limits).unwrap()
}

/// A server that plays the script, and a client for it.
pub async fn scripted(limits: Limits, script: impl IntoIterator<Item = Behaviour>) -> (FaultServer, Client) {
    let server = FaultServer::start(script).await.unwrap();
    let client = client(&server.url(), limits);
    (server, client)
}

pub fn door() -> DeviceId {
    DeviceId::new("d1")
}

pub fn wanted() -> CreateCode {
    CreateCode {
        device_id: door(),
        name: "#7KQ2M9XA4T-1 Room 101".to_owned(),
        starts_at: "2026-12-03T16:00:00-08:00".to_owned(),
        ends_at: "2026-12-06T10:00:00-08:00".to_owned(),
        round_by_day: false,
    }
}
