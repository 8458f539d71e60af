//! Startup problems: the key, the keychain, the address of Seam.
//!
//! Faults of the address come as words (`seam::EndpointFault::word`), which keeps that crate out of this one. A word
//! that is not known here is shown as it was reported.

use domain::{KeyFault, KeychainFault};
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

pub(crate) fn keychain(fault: KeychainFault) -> String {
    match fault {
        KeychainFault::NoService => say!("keychain-no-service"),
        KeychainFault::NoKeychain => say!("keychain-no-keychain"),
        KeychainFault::Locked => say!("keychain-locked"),
        KeychainFault::Denied => say!("keychain-denied"),
        KeychainFault::TimedOut => say!("keychain-timed-out"),
        KeychainFault::Ambiguous => say!("keychain-ambiguous"),
        KeychainFault::TooLong => say!("keychain-too-long"),
        KeychainFault::Garbled => say!("keychain-garbled"),
        KeychainFault::NotKept => say!("keychain-not-kept"),
        KeychainFault::Crashed => say!("keychain-crashed"),
        KeychainFault::Other => say!("keychain-other"),
    }
}

/// `said`: the text of the address's fault.
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
