//! The cases that run inside a throw-away session; ignored when the suite runs, started one by one by `outer`.

use std::{
    collections::HashMap,
    io::Write,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use domain::ApiKey;
use keyring_core::{Entry, api::CredentialStoreApi};
use vault::{Error, Keychain};
use zbus_secret_service_keyring_store::Store;

const SERVICE: &str = "org.latchbook.test";
const USER: &str = "seam-api-key";

fn keychain() -> Keychain {
    Keychain::new(SERVICE, USER).with_limit(Duration::from_secs(5))
}

fn key() -> ApiKey {
    ApiKey::parse("seam_test1_0123456789abcdef").unwrap()
}

/// The entry as another program would reach it. `filing` adds a word that makes it a second entry.
async fn entry(filing: Option<&'static str>) -> Entry {
    let open = move || {
        let modifiers = filing.map(|target| HashMap::from([("target", target)]));
        Store::new().unwrap().build(SERVICE, USER, modifiers.as_ref()).unwrap()
    };
    tokio::task::spawn_blocking(open).await.unwrap()
}

async fn set(entry: Entry, secret: &'static [u8]) {
    tokio::task::spawn_blocking(move || entry.set_secret(secret)).await.unwrap().unwrap();
}

#[tokio::test]
#[ignore = "run by outer"]
async fn stores_loads_and_forgets() {
    let keychain = keychain();
    assert!(keychain.load().await.unwrap().is_none(), "a new keychain holds no key");
    assert!(!keychain.forget().await.unwrap(), "there is nothing to forget yet");
    keychain.store(&key()).await.unwrap();
    assert_eq!(keychain.load().await.unwrap(), Some(key()), "what was stored must come back");
    let second = ApiKey::parse("seam_test2_fedcba9876543210").unwrap();
    keychain.store(&second).await.unwrap();
    assert_eq!(keychain.load().await.unwrap(), Some(second), "a second key replaces the first");
    assert!(keychain.forget().await.unwrap(), "there was a key to forget");
    assert!(!keychain.forget().await.unwrap(), "forgetting twice is not a failure, and reports that there was nothing");
    assert!(keychain.load().await.unwrap().is_none(), "a forgotten key must be gone");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn stores() {
    keychain().store(&key()).await.unwrap();
}

#[tokio::test]
#[ignore = "run by outer"]
async fn finds() {
    assert_eq!(keychain().load().await.unwrap(), Some(key()), "the key of the earlier login must be there");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn meets_a_garbled_entry() {
    for garbled in [&b"not a key"[..], b"\xff\xfe", b""] {
        set(entry(None).await, garbled).await;
        let found = keychain().load().await;
        assert!(matches!(found, Err(Error::Garbled)), "{garbled:?} must not pass for a key: {found:?}");
        let sentence = found.unwrap_err().to_string();
        assert!(!sentence.contains("not a key\""), "the stored value must not be shown: {sentence}");
    }
    assert!(keychain().forget().await.unwrap(), "a garbled entry can be removed");
    keychain().store(&key()).await.unwrap();
}

#[tokio::test]
#[ignore = "run by outer"]
async fn meets_two_entries() {
    keychain().store(&key()).await.unwrap();
    // Filed with one more word in the same keyring, it matches the same service and user.
    set(entry(Some("Login")).await, b"seam_test2_fedcba9876543210").await;
    let found = keychain().load().await;
    assert!(matches!(found, Err(Error::Ambiguous)), "no guessing between two keys: {found:?}");
    assert!(keychain().forget().await.unwrap(), "the remedy that the sentence names must work");
    assert!(keychain().load().await.unwrap().is_none(), "forgetting must leave no second key behind");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn meets_a_dismissed_prompt() {
    for found in [
        keychain().try_out().await,
        keychain().load().await.map(drop),
        keychain().store(&key()).await,
        keychain().forget().await.map(drop),
    ] {
        assert!(matches!(found, Err(Error::Denied)), "a locked keychain returns nothing and says why: {found:?}");
    }
}

#[tokio::test]
#[ignore = "run by outer"]
async fn meets_a_hung_prompt_then_unlocks() {
    let limit = Duration::from_millis(500);
    let started = Instant::now();
    for _ in 0..2 {
        let found = keychain().with_limit(limit).load().await;
        assert!(matches!(found, Err(Error::TimedOut { .. })), "the prompt is never answered: {found:?}");
    }
    assert!(started.elapsed() < limit * 6, "each call ends at its limit, not at the prompt's");
    daemon("--replace --unlock");
    assert_eq!(keychain().load().await.unwrap(), Some(key()), "a hung prompt must not block the calls after it");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn finds_after_a_restart_of_the_service() {
    let keychain = keychain();
    keychain.store(&key()).await.unwrap();
    daemon("--replace --unlock");
    assert_eq!(keychain.load().await.unwrap(), Some(key()), "a new service must be asked again");
}

/// Sends the password to the running keyring daemon on its stdin.
fn daemon(options: &str) {
    let mut command = Command::new("gnome-keyring-daemon");
    command.args(options.split(' ')).arg("--components=secrets").stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"throwaway").unwrap();
    assert!(child.wait().unwrap().success(), "gnome-keyring-daemon {options} accepts the password");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn meets_no_keychain() {
    assert!(keychain().load().await.unwrap().is_none(), "no keychain, no key");
    let stored = keychain().store(&key()).await;
    assert!(matches!(stored, Err(Error::NoKeychain)), "a key that was not stored must not pass for stored: {stored:?}");
    let tried = keychain().try_out().await;
    assert!(matches!(tried, Err(Error::NoKeychain)), "and that can be tested beforehand: {tried:?}");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn meets_no_service() {
    let found = keychain().load().await;
    assert!(matches!(found, Err(Error::NoService(_))), "without a bus there is no keychain service: {found:?}");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn meets_a_mute_service() {
    let limit = Duration::from_millis(400);
    let started = Instant::now();
    let found = keychain().with_limit(limit).load().await;
    assert!(matches!(found, Err(Error::TimedOut { .. })), "silence ends in TimedOut: {found:?}");
    assert!(started.elapsed() >= limit, "it waits for the whole limit");
    assert!(started.elapsed() < limit * 5, "and not much longer");
}

#[tokio::test]
#[ignore = "run by outer"]
async fn tries_out_and_leaves_nothing() {
    keychain().try_out().await.unwrap();
    assert!(keychain().load().await.unwrap().is_none(), "a trial keeps no key");
    keychain().store(&key()).await.unwrap();
    keychain().try_out().await.unwrap();
    assert_eq!(keychain().load().await.unwrap(), Some(key()), "and removes none");
    let trial = Keychain::new(SERVICE, &format!("{USER}-trial"));
    assert!(!trial.forget().await.unwrap(), "nothing is left of the trial");
}
