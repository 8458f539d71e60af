//! Webhooks: signed, wrong, old, repeated and oversized deliveries; and those from the simulator.

use std::io::BufReader;
use std::process::{ChildStdout, Stdio};

use jiff::SignedDuration;
use ops::Clock;
use serde_json::{Value, json};
use simulator::{Options, Redelivery, Tamper};

use crate::world::{Running, World, post, quick, read_until};

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

struct Listening {
    _process: Running,
    out: BufReader<ChildStdout>,
    address: String,
}

fn listen(world: &World, secret: &str, port: &str) -> Listening {
    let mut command = world.command(&["listen", "--json", "--port", port]);
    let mut child = command.env("SEAM_WEBHOOK_SECRET", secret).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let first: Value = serde_json::from_str(&read_until(&mut out, "url")).unwrap();
    let address = first["url"].as_str().unwrap().trim_start_matches("http://").trim_end_matches('/').to_owned();
    Listening { _process: Running(child), out, address }
}

impl Listening {
    fn deliver(&self, secret: &str, age: i64, body: &str) -> u16 {
        let at = runtime::SystemClock.now().as_second() - age;
        let signature = standardwebhooks::Webhook::new(secret).unwrap().sign("msg_1", at, body.as_bytes()).unwrap();
        let at = at.to_string();
        let headers = [("svix-id", "msg_1"), ("svix-timestamp", at.as_str()), ("svix-signature", signature.as_str())];
        post(&self.address, "/", &headers, body.as_bytes()).0
    }

    /// The next line, as JSON.
    fn line(&mut self) -> Value {
        serde_json::from_str(&read_until(&mut self.out, "outcome")).unwrap()
    }
}

fn event(world: &World, code: &str) -> String {
    let door = &world.simulator.door_ids()[0];
    json!({
        "event_id": "event-1", "event_type": "access_code.set_on_device", "device_id": door, "access_code_id": code,
        "workspace_id": world.simulator.workspace_id(), "created_at": "2026-11-23T12:00:00.000Z",
        "occurred_at": "2026-11-23T12:00:00.000Z",
    })
    .to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signed_event_is_processed_once() {
    let world = World::synced(Options { setting_ms: 60_000, set_ms: 0, ..quick(1) }).await;
    let (issued, _) = world.issue("Door 101", &["--wait", "0"]);
    assert_eq!(issued["state"], "accepted", "not set yet");
    let mut listening = listen(&world, SECRET, "0");
    world.simulator.advance(std::time::Duration::from_secs(60));
    let body = event(&world, issued["access_code_id"].as_str().unwrap());
    assert_eq!(listening.deliver(SECRET, 0, &body), 200, "signed and fresh");
    let line = listening.line();
    assert_eq!((&line["outcome"], &line["state"]), (&"taken".into(), &"set".into()), "the code was read again: {line}");
    assert_eq!(listening.deliver(SECRET, 0, &body), 200, "a repetition is not the sender's fault");
    assert_eq!(listening.line()["outcome"], "ignored", "and does nothing");
    let (code, _) = world.json(&["code", "1", "--show-pins"]);
    assert_eq!(code["state"], "set", "it is in the record");
    assert!(!line.to_string().contains(code["pin"].as_str().unwrap()), "no PIN in a line: {line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn deliveries_that_are_not_seams_are_refused() {
    let world = World::synced(quick(1)).await;
    let mut listening = listen(&world, SECRET, "0");
    let body = event(&world, "nobody's");
    assert_eq!(listening.deliver("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 0, &body), 401, "another secret");
    assert_eq!(listening.line()["outcome"], "refused", "and it is reported");
    assert_eq!(post(&listening.address, "/", &[], body.as_bytes()).0, 401, "no signature at all");
    assert_eq!(listening.deliver(SECRET, 600, &body), 400, "ten minutes old");
    assert_eq!(listening.deliver(SECRET, -600, &body), 400, "from the future");
    assert_eq!(listening.deliver(SECRET, 0, "not json"), 400, "signed nonsense");
    assert_eq!(listening.deliver(SECRET, 0, &"x".repeat(300 * 1024)), 413, "too large");
    assert_eq!(listening.deliver(SECRET, 0, &body), 200, "not about our codes: ignored, not refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_clock_is_named_when_an_event_is_too_old() {
    let behind = SignedDuration::from_mins(-10);
    let now = runtime::SystemClock.now().checked_add(behind).unwrap();
    let world = World::synced(Options { now: Some(now), ..quick(1) }).await;
    let mut listening = listen(&world, SECRET, "0");
    let body = event(&world, "nobody's");
    assert_eq!(listening.deliver(SECRET, 600, &body), 400, "signed by Seam's clock, just now");
    let why = listening.line()["why"].as_str().unwrap().to_owned();
    assert!(why.starts_with("it is older than 5 minutes. This computer's clock is 10 min ahead"), "{why}");
    assert_eq!(listening.deliver("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 0, &body), 401, "another secret");
    assert_eq!(listening.line()["why"], "its signature is not Seam's", "the clock is not the cause");
}

#[tokio::test(flavor = "multi_thread")]
async fn events_of_the_simulator_are_processed() {
    let world = World::synced(Options { setting_ms: 60_000, set_ms: 0, ..quick(1) }).await;
    // The simulator names the secret, so its webhook comes first, on a port that is free a moment later.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let address = world.simulator.url().trim_start_matches("http://").to_owned();
    let authorization = format!("Bearer {}", simulator::API_KEY);
    let headers = [("authorization", authorization.as_str()), ("content-type", "application/json")];
    let body = json!({ "url": format!("http://127.0.0.1:{port}/") }).to_string();
    let (status, hook) = post(&address, "/webhooks/create", &headers, body.as_bytes());
    assert_eq!(status, 200, "{hook}");
    let hook: Value = serde_json::from_str(&hook).unwrap();
    let mut listening = listen(&world, hook["webhook"]["secret"].as_str().unwrap(), &port);
    assert_eq!(world.issue("Door 101", &["--wait", "0"]).1, 0, "a code on its way");
    world.simulator.advance(std::time::Duration::from_secs(60));
    let mut taken = listening.line();
    while taken["state"] != "set" {
        taken = listening.line();
    }
    assert_eq!(taken["outcome"], "taken", "{taken}");
    for tamper in [Tamper::WrongSignature, Tamper::Old, Tamper::Oversized] {
        world.simulator.redeliver(&Redelivery { event_id: None, tamper: Some(tamper) }).unwrap();
        if tamper != Tamper::Oversized {
            let mut line = listening.line();
            while line["outcome"] != "refused" {
                line = listening.line();
            }
        }
    }
    assert_eq!(world.json(&["code", "1"]).0["state"], "set", "none of them changed it");
}

#[tokio::test(flavor = "multi_thread")]
async fn listening_needs_the_secret() {
    let world = World::synced(quick(1)).await;
    for secret in ["", "short"] {
        let output = world.command(&["listen", "--port", "0"]).env("SEAM_WEBHOOK_SECRET", secret).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{secret:?} is not a secret");
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn sigterm_ends_it_as_the_keyboard_does() {
    let world = World::synced(quick(1)).await;
    for args in [["listen", "--json", "--port", "0"], ["simulate", "--json", "--port", "0"]] {
        for signal in ["-TERM", "-INT"] {
            let mut command = world.command(&args);
            let mut child = command.env("SEAM_WEBHOOK_SECRET", SECRET).stdout(Stdio::piped()).spawn().unwrap();
            let mut out = BufReader::new(child.stdout.take().unwrap());
            read_until(&mut out, "url");
            std::process::Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
            assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?} ends well at {signal}");
        }
    }
}
