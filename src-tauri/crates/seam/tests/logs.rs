//! What is logged, in a process of its own: where tests share one, `tracing` remembers for good that nobody listened to
//! a line which another test came to first.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "it/setup.rs"]
#[expect(dead_code, reason = "the other tests need the rest")]
mod setup;

use std::io::Write;
use std::sync::{Arc, Mutex};

use testkit::{Answer, Behaviour};

use setup::{KEY, door, limits, scripted, wanted};

const PIN: &str = "583201";

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
