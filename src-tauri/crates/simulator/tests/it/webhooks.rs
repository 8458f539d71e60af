//! Webhooks as their receiver sees them: signed as Svix signs them, retried if refused, and tampered with on request.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use simulator::{Redelivery, Tamper};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::api::Api;

/// A delivery as received.
struct Delivery {
    headers: HeaderMap,
    body: Bytes,
}

/// A receiver on loopback that answers with a given status.
struct Receiver {
    url: String,
    status: Arc<AtomicU16>,
    deliveries: UnboundedReceiver<Delivery>,
}

type Shared = (UnboundedSender<Delivery>, Arc<AtomicU16>);

async fn take(State((sender, status)): State<Shared>, headers: HeaderMap, body: Bytes) -> StatusCode {
    sender.send(Delivery { headers, body }).unwrap();
    StatusCode::from_u16(status.load(Ordering::SeqCst)).unwrap()
}

impl Receiver {
    async fn start() -> Self {
        let (sender, deliveries) = unbounded_channel();
        let status = Arc::new(AtomicU16::new(200));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let layer = axum::extract::DefaultBodyLimit::max(8 << 20);
        let router = Router::new().fallback(take).layer(layer).with_state((sender, status.clone()));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, status, deliveries }
    }

    async fn next(&mut self) -> Delivery {
        let wait = std::time::Duration::from_secs(10);
        tokio::time::timeout(wait, self.deliveries.recv()).await.expect("a delivery within ten seconds").unwrap()
    }
}

impl Delivery {
    fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    fn event(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Checks the signature as a receiver does.
    fn verify(&self, secret: &str) -> Result<(), standardwebhooks::WebhookError> {
        let webhook = standardwebhooks::Webhook::new(secret).unwrap();
        let names = HashMap::from([
            ("svix-id", "webhook-id"),
            ("svix-timestamp", "webhook-timestamp"),
            ("svix-signature", "webhook-signature"),
        ]);
        let headers = names.into_iter().map(|(theirs, ours)| (ours.parse().unwrap(), self.headers[theirs].clone()));
        webhook.verify(&self.body, &headers.collect())
    }
}

async fn subscribe(api: &Api, url: &str, kinds: Value) -> String {
    let answer = api.good("/webhooks/create", json!({ "url": url, "event_types": kinds })).await;
    answer["webhook"]["secret"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn events_arrive_signed() {
    let (api, mut receiver) = (Api::plain().await, Receiver::start().await);
    let secret = subscribe(&api, &receiver.url, json!(["access_code.set_on_device"])).await;
    assert!(secret.starts_with("whsec_"), "a secret in Svix's form");
    let made = api.make(&api.door(0), "Stay").await;
    api.advance(3);
    let delivery = receiver.next().await;
    delivery.verify(&secret).expect("the signature holds");
    let event = delivery.event();
    assert_eq!(event["event_type"], "access_code.set_on_device", "only the requested kind");
    assert_eq!(event["access_code_id"], made["access_code_id"], "the body is the event itself");
    let listed = api.events(json!({ "event_type": "access_code.set_on_device" })).await;
    assert_eq!(event, listed[0], "the same as in the list");
}

#[tokio::test]
async fn refused_delivery_is_retried_with_the_same_id() {
    let (api, mut receiver) = (Api::plain().await, Receiver::start().await);
    subscribe(&api, &receiver.url, json!(["access_code.created"])).await;
    receiver.status.store(500, Ordering::SeqCst);
    api.make(&api.door(0), "Stay").await;
    let first = receiver.next().await;
    receiver.status.store(200, Ordering::SeqCst);
    // The retry is scheduled once the refusal has been read, so the clock moves in steps until it is due.
    let moved = async {
        loop {
            api.advance(5);
            tokio::task::yield_now().await;
        }
    };
    let second = tokio::select! {
        delivery = receiver.next() => delivery,
        () = moved => unreachable!("the clock loop never ends"),
    };
    assert_eq!(first.header("svix-id"), second.header("svix-id"), "a receiver can tell that it is a repeat");
}

#[tokio::test]
async fn delivery_can_be_tampered_with() {
    let (api, mut receiver) = (Api::plain().await, Receiver::start().await);
    let secret = subscribe(&api, &receiver.url, json!(["*"])).await;
    api.make(&api.door(0), "Stay").await;
    let good = receiver.next().await;
    let id = good.event()["event_id"].as_str().unwrap().to_owned();
    let again = |tamper| Redelivery { event_id: Some(id.clone()), tamper };
    api.simulator.redeliver(&again(None)).unwrap();
    let repeat = receiver.next().await;
    assert_eq!((repeat.header("svix-id"), &repeat.body), (good.header("svix-id"), &good.body), "a repeat");
    api.simulator.redeliver(&again(Some(Tamper::WrongSignature))).unwrap();
    assert!(receiver.next().await.verify(&secret).is_err(), "signed with another secret");
    api.simulator.redeliver(&again(Some(Tamper::Old))).unwrap();
    let old = receiver.next().await.verify(&secret).unwrap_err();
    assert!(matches!(old, standardwebhooks::WebhookError::TimestampTooOldError), "signed too long ago: {old}");
    api.good("/_sim/webhooks/redeliver", json!({ "event_id": id, "tamper": "oversized" })).await;
    let large = receiver.next().await;
    assert!(large.body.len() > 2 << 20 && large.verify(&secret).is_ok(), "too large, but well signed");
}

#[tokio::test]
async fn delivers_to_loopback_only() {
    let api = Api::plain().await;
    for url in ["https://example.com/hook", "http://example.com/", "http://127.0.0.1.example.com/", "ftp://127.0.0.1/"]
    {
        assert_eq!(api.post("/webhooks/create", json!({ "url": url })).await.status, 400, "{url} is somewhere else");
    }
}
