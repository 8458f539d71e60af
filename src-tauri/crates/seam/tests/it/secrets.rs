//! Secrets stay hidden: the key and PINs, in errors, `Debug` and addresses; and invalid keys are refused.

use domain::reading::CreateOutcome;
use domain::{ApiKey, KeyFault};

use crate::server::{Answer, Behaviour, FaultServer};
use crate::setup::{KEY, client, door, limits, scripted, wanted};

#[tokio::test]
async fn the_key_goes_in_one_header_and_nowhere_else() {
    let (server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(200, "{}"))]).await;
    client.create(&wanted()).await;
    client.codes(&door()).await.unwrap_err();
    for request in server.requests() {
        let bearer = format!("Bearer {KEY}");
        assert_eq!(request.header("authorization"), Some(bearer.as_str()), "Seam identifies us by it");
        let elsewhere = request.head.matches(KEY).count() + request.text().matches(KEY).count();
        assert_eq!(elsewhere, 1, "addresses and bodies are logged by proxies");
    }
}

#[tokio::test]
async fn an_answer_cannot_make_us_show_the_key() {
    let echo = format!(r#"{{"error":{{"type":"{KEY}","message":"no such key: {KEY}","request_id":"r1"}},"ok":false}}"#);
    let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(400, echo))]).await;
    let outcome = client.create(&wanted()).await;
    assert!(matches!(outcome, CreateOutcome::Refused { .. }), "it is still a refusal");
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
    assert_eq!(other.connections(), 0, "no other server is asked");
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
        assert_eq!(ApiKey::parse(text).map(|_| ()), Err(fault), "it must not reach a request: {text:?}");
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
