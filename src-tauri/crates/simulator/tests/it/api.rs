//! A started simulator with a client, and the requests that most tests need.

use std::time::Duration;

use serde_json::{Value, json};
use simulator::{API_KEY, Options, Simulator};

pub const CREATE: &str = "/access_codes/create";
pub const LIST: &str = "/access_codes/list";

/// Ten days before the stays of these tests, in the morning of Los Angeles.
pub const NOW: &str = "2026-11-23T17:00:00Z";

pub struct Api {
    pub simulator: Simulator,
    pub http: reqwest::Client,
}

/// An answer, read whole.
pub struct Got {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub json: Value,
}

pub fn http() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    builder.timeout(Duration::from_secs(20)).build().unwrap()
}

impl Api {
    pub async fn start(options: Options) -> Self {
        let options = Options { now: Some(NOW.parse().unwrap()), ..options };
        Self { simulator: Simulator::start(options).await.unwrap(), http: http() }
    }

    pub async fn plain() -> Self {
        Self::start(Options::plain(3)).await
    }

    /// The device id of the door with this number; number 0 is in Los Angeles.
    pub fn door(&self, number: usize) -> String {
        self.simulator.door_ids()[number].clone()
    }

    pub fn door_named(&self, name: &str) -> String {
        self.simulator.doors().into_iter().find(|door| door.name == name).unwrap().device_id
    }

    pub async fn try_post(&self, path: &str, body: &Value) -> reqwest::Result<Got> {
        let request = self.http.post(format!("{}{path}", self.simulator.url())).bearer_auth(API_KEY);
        read(request.json(body).send().await?).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Got {
        self.try_post(path, &body).await.unwrap()
    }

    pub async fn get(&self, path_and_query: &str) -> Got {
        let request = self.http.get(format!("{}{path_and_query}", self.simulator.url())).bearer_auth(API_KEY);
        read(request.send().await.unwrap()).await.unwrap()
    }

    /// The answer to a request that must succeed.
    pub async fn good(&self, path: &str, body: Value) -> Value {
        let got = self.post(path, body).await;
        assert_eq!(got.status, 200, "{path} is expected to succeed: {}", got.json);
        got.json
    }

    /// Makes a code that must be accepted, and returns it.
    pub async fn make(&self, door: &str, name: &str) -> Value {
        self.good(CREATE, stay(door, name)).await["access_code"].clone()
    }

    /// The code as Seam shows it now.
    pub async fn code(&self, code: &Value) -> Got {
        self.post("/access_codes/get", json!({ "access_code_id": code["access_code_id"] })).await
    }

    pub async fn names(&self, door: &str) -> Vec<String> {
        let list = self.good(LIST, json!({ "device_id": door })).await;
        let codes = list["access_codes"].as_array().unwrap();
        codes.iter().map(|code| code["name"].as_str().unwrap().to_owned()).collect()
    }

    pub async fn events(&self, filter: Value) -> Vec<Value> {
        let mut body = json!({ "since": "2020-01-01T00:00:00Z" });
        body.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
        self.good("/events/list", body).await["events"].as_array().unwrap().clone()
    }

    pub fn advance(&self, seconds: u64) {
        self.simulator.advance(Duration::from_secs(seconds));
    }
}

/// Yields to other tasks until the condition holds; fails after ten seconds.
pub async fn until(is_so: impl Fn() -> bool) {
    let wait = async {
        while !is_so() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), wait).await.expect("it happens within ten seconds");
}

async fn read(response: reqwest::Response) -> reqwest::Result<Got> {
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let is_json = headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    let text = response.text().await?;
    let json = if is_json { serde_json::from_str(&text).unwrap() } else { Value::String(text) };
    Ok(Got { status, headers, json })
}

/// Three nights at a door in Los Angeles, exactly on its first slot.
pub fn stay(door: &str, name: &str) -> Value {
    json!({ "device_id": door, "name": name, "is_offline_access_code": true,
        "starts_at": "2026-12-03T16:00:00-08:00", "ends_at": "2026-12-06T10:00:00-08:00" })
}

/// The same with some fields replaced; null removes a field.
pub fn stay_with(door: &str, changes: Value) -> Value {
    let mut body = stay(door, "Stay");
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}
