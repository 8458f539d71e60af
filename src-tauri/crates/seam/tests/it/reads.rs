//! Single reads: repeated when that may help, exact about what is missing, wary of foreign answers.

use std::time::{Duration, Instant};

use domain::ids::{AccessCodeId, DeviceId};
use domain::reading::ReadError;
use seam::Limits;

use crate::server::{Answer, Behaviour};
use crate::setup::{door, limits, scripted};

const WORKSPACE: &str = r#"{"workspace":{"workspace_id":"w1","name":"Beach","is_sandbox":true},"ok":true}"#;

fn ok() -> Behaviour {
    Behaviour::answer(&Answer::json(200, WORKSPACE))
}

#[tokio::test]
async fn a_passing_fault_is_retried() {
    let passing = [
        Behaviour::answer(&Answer::new(503)),
        Behaviour::answer(&Answer::json(500, r#"{"error":{"type":"odd"}}"#)),
        Behaviour::answer(&Answer::new(408)),
        Behaviour::answer(&Answer::new(425)),
        Behaviour::answer(&Answer::new(429)),
        Behaviour::reset_after_reading(),
        Behaviour::half_then_reset(&Answer::json(200, WORKSPACE)),
    ];
    for fault in passing {
        let shown = format!("{fault:?}");
        let (server, client) = scripted(limits(), [fault, ok()]).await;
        let workspace = client.workspace().await;
        assert_eq!(
            workspace.map(|workspace| workspace.name),
            Ok("Beach".to_owned()),
            "the second attempt succeeds: {shown}"
        );
        assert_eq!(server.count(), 2, "asked once more: {shown}");
    }
}

#[tokio::test]
async fn retries_come_to_an_end() {
    let (server, client) = scripted(limits(), [Behaviour::answer(&Answer::new(502))]).await;
    assert_eq!(client.workspace().await, Err(ReadError::Unavailable { status: 502 }), "the last fault is reported");
    assert_eq!(server.count(), 3, "one attempt and two repetitions");
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    let busy = Behaviour::answer(&Answer::new(429).header("retry-after", "1"));
    let (server, client) = scripted(limits(), [busy, ok()]).await;
    let start = Instant::now();
    client.workspace().await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(1), "Seam asked for a second: {:?}", start.elapsed());
    assert_eq!(server.count(), 2, "and was asked again");
}

#[tokio::test]
async fn a_long_wait_is_left_to_the_caller() {
    let busy = Behaviour::answer(&Answer::new(429).header("retry-after", "3600"));
    let (server, client) = scripted(limits(), [busy]).await;
    let fault = client.workspace().await.unwrap_err();
    assert_eq!(fault, ReadError::RateLimited { retry_after: Some(Duration::from_secs(3600)) }, "the caller may wait");
    assert_eq!(server.count(), 1, "and no request was sent before then");
}

#[tokio::test]
async fn permanent_errors_are_requested_once() {
    let error = r#"{"error":{"type":"unauthorized","message":"API Key not found"},"ok":false}"#;
    let lasting = [
        (Answer::json(401, error), ReadError::Unauthorized),
        (Answer::json(403, error), ReadError::Forbidden { message: "API Key not found".to_owned() }),
        (Answer::html(200, "<html>Welcome to the hotel</html>"), ReadError::NotSeam),
        (Answer::new(307).header("location", "/workspaces/get"), ReadError::NotSeam),
        (Answer::new(302).header("location", "https://elsewhere.example/"), ReadError::NotSeam),
        (Answer::json(200, r#"{"ok":true}"#), ReadError::Malformed("there is no `workspace` in it".to_owned())),
        (
            Answer::json(200, r#"{"workspace":{"name":"x"}}"#),
            ReadError::Malformed("a workspace without an id".to_owned()),
        ),
    ];
    for (answer, expected) in lasting {
        let shown = format!("{answer:?}");
        let (server, client) = scripted(limits(), [Behaviour::answer(&answer)]).await;
        assert_eq!(client.workspace().await, Err(expected), "{shown}");
        assert_eq!(server.count(), 1, "once is enough: {shown}");
    }
}

#[tokio::test]
async fn a_missing_code_reads_as_none() {
    for kind in ["access_code_not_found", "not_found"] {
        let gone = Answer::json(404, format!(r#"{{"error":{{"type":"{kind}","message":"x"}},"ok":false}}"#));
        let (_server, client) = scripted(limits(), [Behaviour::answer(&gone)]).await;
        assert_eq!(client.code(&AccessCodeId::new("c1")).await, Ok(None), "{kind} is an answer, not a failure");
    }
    let other = Answer::json(404, r#"{"error":{"type":"route_not_found","message":"x"},"ok":false}"#);
    let (_server, client) = scripted(limits(), [Behaviour::answer(&other)]).await;
    let fault = ReadError::NotFound { kind: "route_not_found".to_owned() };
    assert_eq!(client.code(&AccessCodeId::new("c1")).await, Err(fault), "something else is missing");
    let (_server, client) = scripted(limits(), [Behaviour::answer(&Answer::html(404, "<html>"))]).await;
    assert_eq!(client.code(&AccessCodeId::new("c1")).await, Err(ReadError::NotSeam), "a proxy does not know codes");
}

#[tokio::test]
async fn a_door_is_read_by_its_id() {
    let found = Answer::json(200, r#"{"device":{"device_id":"d1","device_type":"dormakaba_oracode_door"},"ok":true}"#);
    let gone = Answer::json(404, r#"{"error":{"type":"device_not_found","message":"x"},"ok":false}"#);
    let (server, client) = scripted(limits(), [&found, &gone, &gone, &found].map(Behaviour::answer)).await;
    let read = client.door(&door()).await.unwrap().unwrap();
    assert_eq!((read.device_id, read.name.as_str()), (door(), "d1"), "without a name the id is shown");
    assert_eq!(client.door(&door()).await, Ok(None), "gone from Seam");
    let other = client.door(&DeviceId::new("d2")).await.unwrap_err();
    assert!(matches!(other, ReadError::Malformed(_)), "an answer about another door is not an answer: {other}");
    assert_eq!(server.requests()[0].text(), r#"{"device_id":"d1"}"#, "asked by id");
}

#[tokio::test]
async fn unmanaged_endpoints_are_asked_before_anything_is_called_gone() {
    let gone = |kind: &str| Answer::json(404, format!(r#"{{"error":{{"type":"{kind}","message":"x"}},"ok":false}}"#));
    let (device_gone, code_gone) = (gone("device_not_found"), gone("access_code_not_found"));
    let device = Answer::json(200, r#"{"device":{"device_id":"d1","device_type":"dormakaba_oracode_door"},"ok":true}"#);
    let code = Answer::json(200, r#"{"access_code":{"access_code_id":"c1","code":"012345"},"ok":true}"#);
    let script = [&device_gone, &device, &code_gone, &code].map(Behaviour::answer);
    let (server, client) = scripted(limits(), script).await;
    assert!(!client.door(&door()).await.unwrap().unwrap().is_managed, "there, though Seam does not manage it");
    assert!(!client.code(&AccessCodeId::new("c1")).await.unwrap().unwrap().is_managed, "and the code too");
    let paths: Vec<_> = server.requests().iter().map(|request| request.path().to_owned()).collect();
    let asked = ["/devices/get", "/devices/unmanaged/get", "/access_codes/get", "/access_codes/unmanaged/get"];
    assert_eq!(paths, asked, "first where managed things are");

    let forbidden = Answer::json(403, r#"{"error":{"type":"forbidden","message":"x"},"ok":false}"#);
    for not_served in [gone("route_not_found"), forbidden] {
        let (_server, client) = scripted(limits(), [&device_gone, &not_served].map(Behaviour::answer)).await;
        assert_eq!(client.door(&door()).await, Ok(None), "a server without such a route knows no such door");
    }
    let away = Behaviour::answer(&Answer::new(503));
    let (_server, client) = scripted(limits(), [Behaviour::answer(&device_gone), away]).await;
    assert!(client.door(&door()).await.is_err(), "half an answer does not mean that the door is gone");
}

#[tokio::test]
async fn an_answer_with_another_id_is_refused() {
    let answer = Answer::json(200, r#"{"access_code":{"access_code_id":"c2","code":"1234"}}"#);
    let (_server, client) = scripted(limits(), [Behaviour::answer(&answer)]).await;
    let fault = client.code(&AccessCodeId::new("c1")).await.unwrap_err();
    assert!(matches!(fault, ReadError::Malformed(_)), "another guest's PIN must not be shown: {fault}");
}

#[tokio::test]
async fn an_answer_is_read_up_to_its_cap() {
    let small = Limits { body: 1_000, ..limits() };
    let (server, client) = scripted(small, [Behaviour::endless(&Answer::json(200, ""))]).await;
    assert_eq!(client.workspace().await, Err(ReadError::TooLarge { limit: 1_000 }), "it would fill the memory");
    assert_eq!(server.count(), 1, "the next answer would be as large");
}

#[tokio::test]
async fn seams_clock_is_taken_from_its_answers() {
    let dated = |answer: Answer| Behaviour::answer(&answer.header("date", "Thu, 03 Dec 2026 16:00:00 GMT"));
    let portal = dated(Answer::html(200, "<html>"));
    let (_server, client) = scripted(limits(), [portal, dated(Answer::json(200, WORKSPACE))]).await;
    assert!(client.workspace().await.is_err() && client.server_time().is_none(), "a sign-in page is not Seam's clock");
    client.workspace().await.unwrap();
    let late = client.server_time().unwrap().duration_since("2026-12-03T16:00:00Z".parse().unwrap());
    assert!(!late.is_negative() && late.as_secs() < 60, "it runs on from the answer's date: {late:?}");
}
