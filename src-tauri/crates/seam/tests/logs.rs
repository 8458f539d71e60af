//! The log, tested in its own process: where tests share one, `tracing` remembers for good that nothing listened to
//! a line that another test reached first.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "it/server/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the other tests need the rest")]
mod server;
#[path = "it/setup.rs"]
#[expect(dead_code, reason = "the other tests need the rest")]
mod setup;

use std::sync::Mutex;

use tracing_subscriber::fmt::MakeWriter as _;

use server::{Answer, Behaviour};
use setup::{KEY, door, limits, scripted, wanted};

const PIN: &str = "583201";

/// Everything logged so far.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

#[tokio::test]
async fn logs_hold_neither_key_nor_pin() {
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(|| LOG.make_writer())
        .finish();
    let guard = tracing_subscriber::util::SubscriberInitExt::set_default(subscriber);
    let made = format!(r#"{{"access_code":{{"access_code_id":"c1","code":"{PIN}"}}}}"#);
    let listed = format!(r#"{{"access_codes":[{{"access_code_id":"c1","code":"{PIN}"}}]}}"#);
    let nameless = format!(r#"{{"access_codes":[{{"code":"{PIN}"}}]}}"#);
    let answers = [Answer::json(200, made), Answer::new(503), Answer::json(200, listed), Answer::json(200, nameless)];
    let (_server, client) = scripted(limits(), answers.iter().map(Behaviour::answer)).await;
    let outcome = client.create(&wanted()).await;
    let codes = client.codes(&door()).await.unwrap();
    let fault = client.codes(&door()).await.unwrap_err();
    drop(guard);
    let text = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    assert!(text.contains("/access_codes/create") && text.contains("a read is repeated"), "it logs: {text}");
    assert!(!text.contains(KEY) && !text.contains(PIN), "even at the most verbose level: {text}");
    let shown = format!("{outcome:?} {codes:?} {fault:?} {fault}");
    assert!(!shown.contains(PIN), "nor does a PIN show in Debug: {shown}");
}
