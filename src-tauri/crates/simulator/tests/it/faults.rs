//! Each fault as its client sees it.

use std::io::ErrorKind;

use serde_json::{Value, json};
use simulator::{API_KEY, ErrorBody, Fault, FaultKind, Options};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::api::{Api, CREATE, LIST, stay, until};

/// Sends a create without an HTTP library and returns the connection.
async fn raw_send(api: &Api, body: &Value) -> TcpStream {
    let address = api.simulator.url().replace("http://", "");
    let mut stream = TcpStream::connect(&address).await.unwrap();
    let body = body.to_string();
    let head = format!(
        "POST {CREATE} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {API_KEY}\r\n\
         content-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    stream
}

/// The bytes that such a client receives, and how its connection ends.
async fn raw_create(api: &Api, body: &Value) -> (String, std::io::Result<()>) {
    let mut stream = raw_send(api, body).await;
    let mut received = Vec::new();
    let end = stream.read_to_end(&mut received).await.map(drop);
    (String::from_utf8_lossy(&received).into_owned(), end)
}

#[tokio::test]
async fn drop_resets_the_connection_with_or_without_commit() {
    let api = Api::plain().await;
    let door = api.door(0);
    for commit in [false, true] {
        api.simulator.fault(Fault::new(FaultKind::Drop { commit }));
        let (received, end) = raw_create(&api, &stay(&door, &format!("Commit {commit}"))).await;
        assert_eq!(received, "", "not a byte of an answer (commit {commit})");
        assert_eq!(end.unwrap_err().kind(), ErrorKind::ConnectionReset, "but a reset on the wire (commit {commit})");
    }
    assert_eq!(api.names(&door).await, ["Commit true"], "one was made, the other was not");
    let creates = api.simulator.creates();
    assert_eq!((creates.total, creates.requests), (1, 2), "and both are counted correctly");
    assert_eq!(api.post(CREATE, stay(&door, "Next")).await.status, 200, "the next one is answered");
}

#[tokio::test]
async fn drop_on_a_reused_connection_is_an_error() {
    let api = Api::plain().await;
    let door = api.door(0);
    api.make(&door, "Warm").await;
    api.simulator.fault(Fault::new(FaultKind::Drop { commit: true }));
    assert!(api.try_post(CREATE, &stay(&door, "Lost")).await.is_err(), "no answer comes");
    assert_eq!(api.names(&door).await, ["Warm", "Lost"], "the code was made once");
}

#[tokio::test]
async fn half_answer_is_shorter_than_its_content_length() {
    let api = Api::plain().await;
    let door = api.door(0);
    for (bytes, reset) in [(None, false), (Some(10), true), (Some(0), false)] {
        api.simulator.fault(Fault::new(FaultKind::Half { bytes, reset }));
        let (received, end) = raw_create(&api, &stay(&door, "Half")).await;
        let (head, body) = received.split_once("\r\n\r\n").unwrap();
        let length: usize =
            head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
        assert_eq!(body.len(), bytes.unwrap_or(length / 2), "this much of the body arrives");
        assert!(body.len() < length && head.starts_with("HTTP/1.1 200"), "and the head promises more: {head}");
        assert_eq!(end.is_err(), reset, "it ends with a reset or a close, as asked for");
    }
    api.simulator.fault(Fault::new(FaultKind::Half { bytes: None, reset: false }));
    assert!(api.try_post(CREATE, &stay(&door, "Half")).await.is_err(), "an HTTP client calls it an error");
    assert_eq!(api.simulator.creates().total, 4, "the codes were made");
}

#[tokio::test]
async fn foreign_and_oversized_bodies() {
    let api = Api::plain().await;
    let door = api.door(0);
    let portal: Fault = serde_json::from_value(json!({ "fault": "body" })).unwrap();
    api.simulator.fault(portal);
    let got = api.post(CREATE, stay(&door, "Portal")).await;
    assert_eq!((got.status, got.json.is_string()), (200, true), "a 200 that is not JSON");
    assert_eq!(got.headers["content-type"], "text/html; charset=utf-8", "but an HTML page");
    api.simulator.fault(Fault::new(FaultKind::Oversized { bytes: 3 << 20, commit: true }));
    let got = api.post(CREATE, stay(&door, "Large")).await;
    assert_eq!(got.headers["content-length"], (3 << 20).to_string(), "three megabytes");
    assert_eq!(got.json["ok"], json!(true), "of JSON");
    assert_eq!(api.names(&door).await, ["Large"], "only the one with a commit was made");
}

#[tokio::test]
async fn any_status_can_come_with_or_without_a_seam_body() {
    let api = Api::plain().await;
    let door = api.door(0);
    for status in [400, 401, 403, 404, 408, 409, 422, 425, 429, 500, 502, 503, 504] {
        for body in [ErrorBody::Seam, ErrorBody::Text, ErrorBody::Empty] {
            let (error_type, message) = (None, None);
            let kind = FaultKind::Status { status, body, error_type, message, retry_after: Some(7), commit: false };
            api.simulator.fault(Fault::new(kind));
            let got = api.post(CREATE, stay(&door, "x")).await;
            assert_eq!((got.status, &got.headers["retry-after"]), (status, &"7".parse().unwrap()), "{status} {body:?}");
            let is_seams = got.json["error"]["type"].is_string();
            assert_eq!(is_seams, body == ErrorBody::Seam, "{status} {body:?}: {}", got.json);
            assert_eq!(got.headers.contains_key("seam-request-id"), is_seams, "{status}: a proxy knows no request id");
        }
    }
    assert_eq!(api.simulator.creates().total, 0, "none of them made a code");
}

#[tokio::test]
async fn redirect_points_to_itself() {
    let api = Api::plain().await;
    api.simulator.fault(Fault::new(FaultKind::Redirect { status: 307, location: None }).times(2));
    let got = api.post(CREATE, stay(&api.door(0), "x")).await;
    assert_eq!((got.status, &got.headers["location"]), (307, &CREATE.parse().unwrap()), "307 to the same address");
    let follower = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = format!("{}{CREATE}", api.simulator.url());
    let followed = follower.post(url).bearer_auth(API_KEY).json(&stay(&api.door(0), "x")).send().await.unwrap();
    assert_eq!(followed.status(), 200, "a client that follows sends it again");
    assert_eq!(api.simulator.creates().requests, 3, "which shows in the count of requests");
}

#[tokio::test]
async fn late_request_arrives_after_the_reset() {
    let api = Api::plain().await;
    let door = api.door(0);
    api.simulator.fault(Fault::new(FaultKind::Late { after_ms: Some(120_000) }));
    api.simulator.fault(Fault::new(FaultKind::Late { after_ms: None }));
    for name in ["In two minutes", "When released"] {
        assert!(api.try_post(CREATE, &stay(&door, name)).await.is_err(), "{name}: no answer");
    }
    assert_eq!(api.names(&door).await, Vec::<String>::new(), "neither has arrived");
    api.advance(120);
    assert_eq!(api.names(&door).await, ["In two minutes"], "the first has");
    api.good("/_sim/release", json!({})).await;
    assert_eq!(api.names(&door).await, ["In two minutes", "When released"], "and now the second");
    assert_eq!(api.simulator.creates().total, 2, "each once");
}

#[tokio::test]
async fn held_answer_is_sent_on_release() {
    let api = Api::plain().await;
    let door = api.door(0);
    api.simulator.fault(Fault::new(FaultKind::Hang { commit: true }));
    let (body, release) = (stay(&door, "Held"), async {
        // Once the code exists the request has arrived; then its answer is released.
        until(|| api.simulator.creates().total == 1).await;
        api.simulator.release();
    });
    let (answer, ()) = tokio::join!(api.try_post(CREATE, &body), release);
    assert_eq!(answer.unwrap().json["access_code"]["name"], "Held", "the answer was only held");
}

#[tokio::test]
async fn request_completes_after_its_client_hangs_up() {
    let api = Api::start(Options { latency_ms: 30, ..Options::plain(1) }).await;
    let door = api.door(0);
    drop(raw_send(&api, &stay(&door, "Gone")).await);
    until(|| api.simulator.creates().total == 1).await;
    assert_eq!(api.names(&door).await, ["Gone"], "the server finishes the work");
}

#[tokio::test]
async fn stale_list_omits_new_codes_until_release() {
    let api = Api::plain().await;
    let door = api.door(0);
    api.make(&door, "Old").await;
    api.good("/_sim/clock", json!({ "advance_ms": 10 })).await;
    api.good("/_sim/faults", json!({ "fault": "stale_list" })).await;
    let new = api.make(&door, "New").await;
    assert_eq!(api.names(&door).await, ["Old"], "the list is stale");
    assert_eq!(api.events(json!({ "access_code_id": new["access_code_id"] })).await.len(), 0, "so are the events");
    assert_eq!(api.code(&new).await.status, 200, "though the code is there");
    api.simulator.release();
    assert_eq!(api.names(&door).await, ["Old", "New"], "until it is released");
}

#[tokio::test]
async fn lists_can_loop_and_fail_on_a_later_page() {
    let api = Api::start(Options { codes: 8, ..Options::plain(1) }).await;
    let body = json!({ "device_id": api.door(0), "limit": 2 });
    api.simulator.fault(Fault::new(FaultKind::LoopCursor));
    let first = api.good(LIST, body.clone()).await;
    let with = |cursor: &Value| {
        let mut body = body.clone();
        body["page_cursor"] = cursor.clone();
        body
    };
    let second = api.good(LIST, with(&first["pagination"]["next_page_cursor"])).await;
    assert_eq!(first["pagination"], second["pagination"], "the cursor leads to itself");
    api.simulator.clear_faults();
    let failing = json!({ "fault": "status", "status": 503, "route": LIST, "later_pages": true });
    api.good("/_sim/faults", failing).await;
    let first = api.good(LIST, body.clone()).await;
    let cursor = &first["pagination"]["next_page_cursor"];
    assert_eq!(api.post(LIST, with(cursor)).await.status, 503, "the first page is good, the second is not");
    assert_eq!(api.post(LIST, with(cursor)).await.status, 200, "once");
}

#[tokio::test]
async fn delay_follows_the_work_and_waiting_faults_are_listed() {
    let api = Api::plain().await;
    let door = api.door(0);
    let fault = json!({ "fault": "delay", "ms": 30, "times": 2, "device_id": door });
    api.good("/_sim/faults", fault).await;
    let start = std::time::Instant::now();
    api.make(&door, "Slow").await;
    assert!(start.elapsed().as_millis() >= 30, "the answer is held back");
    let waiting = api.get("/_sim/faults").await.json["faults"].clone();
    assert_eq!((waiting[0]["fault"].as_str(), &waiting[0]["times"]), (Some("delay"), &json!(1)), "one is left");
    api.good("/_sim/faults/clear", json!({})).await;
    assert_eq!(api.get("/_sim/faults").await.json["faults"], json!([]), "and is removed");
}
