//! The line between *not sent* and *unknown*: the first byte of the request.

use domain::cause::{NotSentWhy, UnknownWhy};
use domain::reading::{CreateOutcome, ReadError};

use crate::server::{Behaviour, FaultServer, Step};
use crate::setup::{client, hasty, limits, scripted, wanted};

async fn not_sent(url: &str) -> NotSentWhy {
    let outcome = client(url, hasty()).create(&wanted()).await;
    let CreateOutcome::NotSent { why } = outcome else { panic!("nothing can have left for {url}: {outcome:?}") };
    why
}

#[tokio::test]
async fn refused_connections_send_nothing() {
    let address = FaultServer::nobody().await.unwrap();
    let why = not_sent(&format!("http://{address}")).await;
    assert_eq!(why, NotSentWhy::ConnectionRefused, "the host should read what happened");
}

#[tokio::test]
async fn unknown_names_send_nothing() {
    // Reserved never to exist (RFC 6761). The machine's resolver may say so or not answer.
    let why = not_sent("https://latchbook.invalid").await;
    assert!(matches!(why, NotSentWhy::NameNotFound | NotSentWhy::ConnectTimedOut), "{why:?}");
}

#[tokio::test]
async fn a_port_without_tls_gets_nothing() {
    let plain =
        Behaviour(vec![Step::AwaitFirstByte, Step::Write(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()), Step::Close]);
    for behaviour in [plain, Behaviour::reset_before_reading()] {
        let server = FaultServer::start([behaviour]).await.unwrap();
        let why = not_sent(&format!("https://{}", server.address())).await;
        assert!(matches!(why, NotSentWhy::NotSecure | NotSentWhy::NoConnection), "no handshake: {why:?}");
        assert_eq!((server.count(), server.connections()), (0, 1), "the handshake failed, so no request followed");
    }
}

#[tokio::test]
async fn a_handshake_without_end_sends_nothing() {
    let server = FaultServer::start([Behaviour::never_speak()]).await.unwrap();
    let short = seam::Limits { total: std::time::Duration::from_secs(30), ..hasty() };
    let outcome = client(&format!("https://{}", server.address()), short).create(&wanted()).await;
    let too_long = CreateOutcome::NotSent { why: NotSentWhy::ConnectTimedOut };
    assert_eq!(outcome, too_long, "the connection's own time limit ended it");
    assert_eq!((server.count(), server.connections()), (0, 1), "and nothing was sent");
}

#[tokio::test]
async fn a_connection_lost_after_connecting_is_unknown() {
    let cases = [
        (Behaviour::reset_before_reading(), 0),
        (Behaviour(vec![Step::Reset]), 0),
        (Behaviour::reset_inside_request(), 0),
        (Behaviour::reset_after_reading(), 1),
        (Behaviour::close_after_reading(), 1),
        (Behaviour::write_and_close("SSH-2.0-OpenSSH_9.2\r\n"), 1),
        (Behaviour::write_and_close("HTTP/1.1 200"), 1),
    ];
    for (behaviour, read) in cases {
        let shown = format!("{behaviour:?}");
        let (server, client) = scripted(limits(), [behaviour]).await;
        let outcome = client.create(&wanted()).await;
        let broken = CreateOutcome::Unknown { why: UnknownWhy::Broken };
        assert_eq!(outcome, broken, "bytes were written, and only the server knows how many it took: {shown}");
        assert_eq!((server.count(), server.connections()), (read, 1), "and none was written twice: {shown}");
    }
}

#[tokio::test]
async fn reads_report_network_faults() {
    let address = FaultServer::nobody().await.unwrap();
    let fault = client(&format!("http://{address}"), hasty()).workspace().await.unwrap_err();
    assert!(matches!(fault, ReadError::NoConnection(_)), "nobody listens: {fault}");
    let away = client("https://latchbook.invalid", hasty()).workspace().await.unwrap_err();
    assert!(!away.to_string().contains("latchbook.invalid/"), "no address of a request in a message: {away}");
    let cases = [
        (Behaviour::never_answer(), ReadError::TimedOut),
        (Behaviour::reset_after_reading(), ReadError::CutOff),
        (Behaviour::half_then_close(&crate::server::Answer::json(200, r#"{"workspace":{}}"#)), ReadError::CutOff),
    ];
    for (behaviour, expected) in cases {
        let shown = format!("{behaviour:?}");
        let (_server, client) = scripted(hasty(), [behaviour]).await;
        assert_eq!(client.workspace().await.unwrap_err(), expected, "{shown}");
    }
}
