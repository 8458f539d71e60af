//! What stands in the way before the first operation: the key, the keychain, the address of Seam.
//!
//! The keychain's and the address's troubles come as words (`vault::Error::word`, `seam::EndpointFault::word`), which keeps
//! those crates out of this one. A word that is not known here is told as it was reported.

use domain::KeyFault;
use words::{clean, say};

pub(crate) fn key(fault: KeyFault) -> String {
    match fault {
        KeyFault::Empty => say!("key-empty"),
        KeyFault::PersonalAccessToken => say!("key-personal-token"),
        KeyFault::ClientSessionToken => say!("key-session-token"),
        KeyFault::PublishableKey => say!("key-publishable"),
        KeyFault::ConsoleSession => say!("key-console-session"),
        KeyFault::NotAKey => say!("key-not-a-key"),
    }
}

/// `said`: as the keychain's error is written.
pub(crate) fn keychain(word: &str, said: &str) -> String {
    match word {
        "no_service" => say!("keychain-no-service"),
        "no_keychain" => say!("keychain-no-keychain"),
        "locked" => say!("keychain-locked"),
        "denied" => say!("keychain-denied"),
        "timed_out" => say!("keychain-timed-out"),
        "ambiguous" => say!("keychain-ambiguous"),
        "too_long" => say!("keychain-too-long"),
        "garbled" => say!("keychain-garbled"),
        "not_kept" => say!("keychain-not-kept"),
        "crashed" => say!("keychain-crashed"),
        "other" => say!("keychain-other"),
        _ => clean(said),
    }
}

/// `said`: as the address's fault is written.
pub(crate) fn endpoint(word: &str, said: &str) -> String {
    match word {
        "empty" => say!("endpoint-empty"),
        "not_an_address" => say!("endpoint-not-an-address"),
        "unencrypted" => say!("endpoint-unencrypted"),
        "credentials" => say!("endpoint-credentials"),
        "query_or_fragment" => say!("endpoint-query"),
        _ => clean(said),
    }
}
