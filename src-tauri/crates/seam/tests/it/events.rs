//! Events: Seam does not page them, so full answers are followed up.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::server::{Answer, Behaviour};
use crate::setup::{limits, scripted};

fn at(second: usize) -> Timestamp {
    Timestamp::from_second(1_796_000_000 + i64::try_from(second).unwrap()).unwrap()
}

fn answer(seconds: impl IntoIterator<Item = usize>) -> Behaviour {
    let event = |second: usize| json!({"event_id": format!("e{second}"), "event_type": "access_code.created", "created_at": at(second).to_string()});
    let events: Vec<Value> = seconds.into_iter().map(event).collect();
    Behaviour::answer(&Answer::json(200, json!({"events": events, "ok": true}).to_string()))
}

#[tokio::test]
async fn a_short_answer_is_all_there_is() {
    let (server, client) = scripted(limits(), [answer(0..3)]).await;
    assert_eq!(client.events(at(0)).await.unwrap().len(), 3, "each event");
    assert_eq!(server.count(), 1, "with one request");
    let body: Value = serde_json::from_slice(&server.requests()[0].body).unwrap();
    assert_eq!(body["since"], at(0).to_string(), "since the time given");
}

#[tokio::test]
async fn full_answers_are_followed_up_oldest_first() {
    let (server, client) = scripted(limits(), [answer(0..500), answer(499..999), answer(998..1_100)]).await;
    assert_eq!(client.events(at(0)).await.unwrap().len(), 1_100, "each event once");
    let last: Value = serde_json::from_slice(&server.requests()[2].body).unwrap();
    let expected = at(998).checked_sub(jiff::SignedDuration::from_millis(1)).unwrap();
    assert_eq!(last["since"], expected.to_string(), "from the last one seen");
}

#[tokio::test]
async fn full_answers_are_followed_up_newest_first() {
    let (server, client) = scripted(limits(), [answer((600..1_100).rev()), answer((0..601).rev())]).await;
    let events = client.events(at(0)).await.unwrap();
    assert_eq!(events.len(), 1_100, "each event once");
    let second: Value = serde_json::from_slice(&server.requests()[1].body).unwrap();
    assert_eq!(second["between"][0], at(0).to_string(), "older events are requested: {second}");
    assert!(second.get("since").is_none(), "Seam takes `since` or `between`, not both");
}

#[tokio::test]
async fn a_server_that_ignores_the_time_is_left() {
    let (server, client) = scripted(limits(), [answer(0..700)]).await;
    assert_eq!(client.events(at(0)).await.unwrap().len(), 700, "each event once");
    assert_eq!(server.count(), 2, "the same answer twice means there are no more");
}
