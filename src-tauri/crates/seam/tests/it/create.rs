//! The outcome table, row by row: the answer, its meaning, and that exactly one request was sent for it.

use std::time::Duration;

use domain::cause::UnknownWhy;
use domain::reading::CreateOutcome;

use crate::server::{Answer, Behaviour};
use crate::setup::{hasty, limits, scripted, wanted};

const MADE: &str = r#"{"access_code":{"access_code_id":"c1","device_id":"d1","status":"unset","code":null},"ok":true}"#;
const ERROR: &str = r#"{"error":{"type":"odd","message":"Words.","request_id":"r1"},"ok":false}"#;
const ERROR_WITHOUT_ID: &str = r#"{"error":{"type":"odd","message":"Words."},"ok":false}"#;

/// Sends one create to a server with this behaviour and checks that it was one request on one connection.
async fn outcome_of(behaviour: Behaviour) -> CreateOutcome {
    outcome_within(limits(), behaviour).await
}

async fn outcome_within(limits: seam::Limits, behaviour: Behaviour) -> CreateOutcome {
    let (server, client) = scripted(limits, [behaviour]).await;
    let outcome = client.create(&wanted()).await;
    assert_eq!(server.count(), 1, "one POST per create, whatever came back: {outcome:?}");
    assert_eq!(server.connections(), 1, "on one connection: {outcome:?}");
    outcome
}

async fn answered(answer: Answer) -> CreateOutcome {
    outcome_of(Behaviour::answer(&answer)).await
}

fn unknown(why: UnknownWhy) -> CreateOutcome {
    CreateOutcome::Unknown { why }
}

#[tokio::test]
async fn the_request_has_the_expected_fields_and_no_more() {
    let (server, client) = scripted(limits(), [Behaviour::answer(&Answer::json(200, MADE))]).await;
    client.create(&wanted()).await;
    client.create(&domain::reading::CreateCode { round_by_day: true, ..wanted() }).await;
    let requests = server.requests();
    let [hourly, daily] = requests.as_slice() else { panic!("one request each, not {}", requests.len()) };
    let hourly_body: serde_json::Value = serde_json::from_slice(&hourly.body).unwrap();
    let expected = serde_json::json!({
        "device_id": "d1",
        "name": "#7KQ2M9XA4T-1 Room 101",
        "starts_at": "2026-12-03T16:00:00-08:00",
        "ends_at": "2026-12-06T10:00:00-08:00",
        "is_offline_access_code": true,
    });
    assert_eq!(hourly_body, expected, "never a `code`, and no rounding unless asked for");
    assert!(daily.text().contains(r#""max_time_rounding":"1d""#), "rounding by the day when asked for");
    assert_eq!(hourly.path(), "/access_codes/create", "the one endpoint that makes codes");
    assert_eq!(server.connections(), 2, "each create gets its own connection");
}

#[tokio::test]
async fn an_id_means_made() {
    let answer = Answer::json(200, MADE).header("seam-request-id", "r7");
    let CreateOutcome::Accepted { id, reading, raw, request_id } = answered(answer).await else {
        panic!("the answer has an id")
    };
    assert_eq!((id.as_str(), request_id.as_deref()), ("c1", Some("r7")), "both are needed to ask about it later");
    assert_eq!(reading.unwrap().status.as_deref(), Some("unset"), "the code as Seam sees it");
    assert_eq!(raw.expose(), MADE, "the answer is kept as received");
}

#[tokio::test]
async fn an_id_among_nonsense_still_means_made() {
    let bodies = [
        r#"{"access_code":{"access_code_id":17,"name":{},"errors":"x","starts_at":1e999}}"#,
        r#"{"access_code":null,"access_code_id":"17"}"#,
        "\u{feff}{\"access_code\":{\"access_code_id\":\"17\"}}",
    ];
    for body in bodies {
        let CreateOutcome::Accepted { id, .. } = answered(Answer::json(201, body)).await else {
            panic!("a code exists: {body}")
        };
        assert_eq!(id.as_str(), "17", "and this is its id: {body}");
    }
    let latin = [br#"{"access_code":{"access_code_id":"17","name":"Caf"#.as_slice(), b"\xe9\"}}"].concat();
    let outcome = answered(Answer::json(200, latin)).await;
    assert!(matches!(outcome, CreateOutcome::Accepted { .. }), "a wrong charset spoils a name, not an id");
}

#[tokio::test]
async fn success_without_an_id_is_unknown() {
    for body in ["{}", r#"{"access_code":{}}"#, r#"{"access_code":{"access_code_id":""}}"#, ERROR] {
        assert_eq!(answered(Answer::json(200, body)).await, unknown(UnknownWhy::NoId), "no id in {body}");
    }
}

#[tokio::test]
async fn success_that_is_not_json_is_unknown() {
    let portal = Answer::html(200, "<html>Welcome to the hotel</html>");
    assert_eq!(answered(portal).await, unknown(UnknownWhy::NotSeam { status: 200 }), "a sign-in page is not an answer");
    for body in ["", "OK", "\"c1\""] {
        let outcome = answered(Answer::json(200, body)).await;
        assert_eq!(outcome, unknown(UnknownWhy::NotSeam { status: 200 }), "{body:?} is not Seam's answer");
    }
    assert_eq!(answered(Answer::new(204)).await, unknown(UnknownWhy::NotSeam { status: 204 }), "nor is an empty body");
}

#[tokio::test]
async fn a_refusal_in_seams_words_is_a_refusal() {
    for status in [400, 401, 403, 404, 422] {
        let refused = |id: &str| CreateOutcome::Refused {
            status,
            kind: "odd".to_owned(),
            message: "Words.".to_owned(),
            request_id: Some(id.to_owned()),
        };
        assert_eq!(answered(Answer::json(status, ERROR)).await, refused("r1"), "{status} with the id in the body");
        let in_head = Answer::json(status, ERROR_WITHOUT_ID).header("Seam-Request-Id", "r2");
        assert_eq!(answered(in_head).await, refused("r2"), "{status} with the id in the head");
    }
}

#[tokio::test]
async fn a_refusal_that_is_not_seams_is_unknown() {
    for status in [400, 401, 403, 404, 422] {
        let bodies =
            [ERROR_WITHOUT_ID, "<html>Forbidden</html>", "", "{}", r#"{"error":"denied","request_id":"r1"}"#, MADE];
        for body in bodies {
            let outcome = answered(Answer::json(status, body)).await;
            assert_eq!(outcome, unknown(UnknownWhy::NotSeam { status }), "{status} {body:?} proves nothing");
        }
    }
}

#[tokio::test]
async fn a_rate_limit_in_seams_words_is_a_refusal() {
    let answer = Answer::json(429, ERROR_WITHOUT_ID).header("retry-after", "17");
    let limited = CreateOutcome::RateLimited {
        retry_after: Some(Duration::from_secs(17)),
        message: "Words.".to_owned(),
        request_id: None,
    };
    assert_eq!(answered(answer).await, limited, "not done; the time to wait is returned, not waited");
    for body in ["", "Too Many Requests", "<html>"] {
        let outcome = answered(Answer::new(429).body(body).header("retry-after", "1")).await;
        assert_eq!(
            outcome,
            unknown(UnknownWhy::NotSeam { status: 429 }),
            "{body:?} may be a proxy's limit, after Seam's work"
        );
    }
}

#[tokio::test]
async fn an_inconclusive_status_is_unknown() {
    for status in [402, 405, 408, 409, 410, 413, 418, 425, 500, 501, 502, 503, 504, 520] {
        for body in [ERROR, "", "<html>"] {
            let outcome = answered(Answer::json(status, body)).await;
            assert_eq!(outcome, unknown(UnknownWhy::Status { status }), "{status} may follow a made code: {body:?}");
        }
    }
    let sign_in = answered(Answer::html(511, "<html>")).await;
    assert_eq!(sign_in, unknown(UnknownWhy::NotSeam { status: 511 }), "a network asking for a sign-in is not Seam");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let to_itself = Answer::json(status, MADE).header("location", "/access_codes/create");
        assert_eq!(
            answered(to_itself).await,
            unknown(UnknownWhy::Redirect { status }),
            "{status} would repeat the POST"
        );
    }
}

#[tokio::test]
async fn half_an_answer_is_unknown() {
    let answer = Answer::json(200, MADE);
    for behaviour in [Behaviour::half_then_reset(&answer), Behaviour::half_then_close(&answer)] {
        let shown = format!("{behaviour:?}");
        assert_eq!(outcome_of(behaviour).await, unknown(UnknownWhy::Broken), "the id may be half an id: {shown}");
    }
    let cut = Behaviour::write_and_close(answer.chunked_and_cut());
    assert_eq!(outcome_of(cut).await, unknown(UnknownWhy::Broken), "without the last chunk it is not complete");
    let refusal = Behaviour::half_then_close(&Answer::json(400, ERROR));
    assert_eq!(outcome_of(refusal).await, unknown(UnknownWhy::Broken), "half a refusal is not a refusal");
}

#[tokio::test]
async fn a_wrong_length_is_unknown() {
    let long = Behaviour::write_and_close(Answer::json(200, MADE).claiming(MADE.len() + 100).bytes());
    assert_eq!(outcome_of(long).await, unknown(UnknownWhy::Broken), "bytes are missing");
    let short = Behaviour::write_and_close(Answer::json(200, MADE).claiming(30).bytes());
    assert_eq!(outcome_of(short).await, unknown(UnknownWhy::Broken), "the JSON breaks off");
}

#[tokio::test]
async fn an_answer_of_any_size_is_bounded() {
    let small = seam::Limits { body: 1_000, ..limits() };
    let endless = Behaviour::endless(&Answer::json(200, ""));
    assert_eq!(outcome_within(small, endless).await, unknown(UnknownWhy::TooLarge), "it would fill the memory");
    let claimed = Behaviour::answer(&Answer::json(200, MADE).claiming(1 << 40));
    assert_eq!(outcome_within(small, claimed).await, unknown(UnknownWhy::TooLarge), "it does not wait for a terabyte");
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_unknown() {
    let answer = Answer::json(200, MADE);
    let slow = [
        Behaviour::never_answer(),
        Behaviour::drip(&answer, Duration::from_millis(20)),
        Behaviour::late(&answer, Duration::from_secs(20)),
    ];
    for behaviour in slow {
        let shown = format!("{behaviour:?}");
        assert_eq!(
            outcome_within(hasty(), behaviour).await,
            unknown(UnknownWhy::TimedOut),
            "one limit for the whole exchange: {shown}"
        );
    }
}

#[tokio::test]
async fn a_slow_answer_within_the_time_limit_counts() {
    let late = Behaviour::late(&Answer::json(200, MADE), Duration::from_millis(200));
    let outcome = outcome_of(late).await;
    assert!(matches!(outcome, CreateOutcome::Accepted { .. }), "slow does not mean lost: {outcome:?}");
}

#[tokio::test]
async fn every_create_is_sent_once_however_often_the_answer_is_lost() {
    let (server, client) = scripted(limits(), [Behaviour::reset_after_reading()]).await;
    for sent in 1..=300 {
        assert_eq!(client.create(&wanted()).await, unknown(UnknownWhy::Broken), "reset after commit, time {sent}");
        assert_eq!(server.count(), sent, "a create whose answer was lost is never repeated");
    }
    assert_eq!(server.connections(), 300, "each on its own connection");
}
