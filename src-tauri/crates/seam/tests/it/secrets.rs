//! What must not be seen: the key and PINs, in errors, `Debug`, logs and addresses; and keys that are none.

use std::io::Write;
use std::sync::{Arc, Mutex};

use domain::reading::CreateOutcome;
use domain::{ApiKey, KeyFault};
use testkit::{Answer, Behaviour, FaultServer};

use crate::setup::{KEY, client, door, limits, scripted, wanted};

const PIN: &str = "583201";

#[tokio::test]
async fn the_key_goes_in_one_header_and_nowhere_else() {
    let (server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(200, "{}"))]).await;
    client.create(&wanted()).await;
    client.codes(&door()).await.unwrap_err();
    for request in server.requests() {
        let bearer = format!("Bearer {KEY}");
        assert_eq!(request.header("authorization"), Some(bearer.as_str()), "that is how Seam knows us");
        let elsewhere = request.head.matches(KEY).count() + request.text().matches(KEY).count();
        assert_eq!(elsewhere, 1, "addresses and bodies are logged by proxies");
    }
}

#[tokio::test]
async fn an_answer_cannot_make_us_show_the_key() {
    let echo = format!(r#"{{"error":{{"type":"{KEY}","message":"no such key: {KEY}","request_id":"r1"}},"ok":false}}"#);
    let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(400, echo))]).await;
    let outcome = client.create(&wanted()).await;
    assert!(matches!(outcome, CreateOutcome::Refused { .. }), "a refusal all the same");
    let fault = client.workspace().await.unwrap_err();
    let shown = format!("{outcome:?} {fault:?} {fault} {client:?}");
    assert!(!shown.contains(KEY), "messages are shown and logged: {shown}");
}

#[tokio::test]
async fn the_key_does_not_follow_a_redirect() {
    let other = FaultServer::start([Behaviour::answer(&Answer::json(200, "{}"))]).await.unwrap();
    let away = Answer::new(307).header("location", &other.url());
    let (_server, client) = scripted(limits(), [Behaviour::answer(&away)]).await;
    for _ in 0..50 {
        client.create(&wanted()).await;
        client.workspace().await.unwrap_err();
    }
    assert_eq!(other.connections(), 0, "nobody else is ever asked");
}

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn logs_hold_neither_key_nor_pin() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing_subscriber::util::SubscriberInitExt::set_default(subscriber);
    let made = format!(r#"{{"access_code":{{"access_code_id":"c1","code":"{PIN}"}}}}"#);
    let listed = format!(r#"{{"access_codes":[{{"code":"{PIN}"}},{{"access_code_id":"c1","code":"{PIN}"}}]}}"#);
    let answers = [Answer::json(200, made), Answer::new(503), Answer::json(200, listed)];
    let (_server, client) = scripted(limits(), answers.iter().map(Behaviour::answer)).await;
    let outcome = client.create(&wanted()).await;
    let codes = client.codes(&door()).await.unwrap();
    drop(guard);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("/access_codes/create") && text.contains("a read is repeated"), "it did log: {text}");
    assert!(!text.contains(KEY) && !text.contains(PIN), "even at its most talkative: {text}");
    let shown = format!("{outcome:?} {codes:?}");
    assert!(!shown.contains(PIN), "nor does a PIN show in Debug: {shown}");
}

#[test]
fn keys_of_another_kind_are_refused_with_a_sentence() {
    let cases = [
        ("seam_at1_abcdefghij", KeyFault::PersonalAccessToken),
        ("seam_cst1_abcdefghij", KeyFault::ClientSessionToken),
        ("seam_pk1_abcdefghij", KeyFault::PublishableKey),
        ("eyJhbGciOiJIUzI1NiJ9.e30.x", KeyFault::ConsoleSession),
        ("seam_line\r\nbreak_here", KeyFault::NotAKey),
    ];
    for (text, fault) in cases {
        assert_eq!(ApiKey::parse(text).map(|_| ()), Err(fault), "it would reach no request: {text:?}");
    }
}

#[tokio::test]
async fn the_work_can_be_done_on_any_thread() {
    fn is_send<T: Send>(what: T) -> T {
        what
    }
    let client = client("http://127.0.0.1:9", limits());
    let wanted = wanted();
    let door = door();
    drop(is_send(client.create(&wanted)));
    drop(is_send(client.doors()));
    drop(is_send(client.door(&door)));
    drop(is_send(client.codes(&door)));
    drop(is_send(client.accounts()));
    drop(is_send(client.workspace()));
    drop(is_send(client.events(jiff::Timestamp::UNIX_EPOCH)));
}
