//! Why the keychain failed.
//!
//! Owns the translation of each platform's failures. Refuses to carry anything that was read from the keychain, and sentences
//! for people: [`Error::fault`] names the kind, which is worded in the host's language.

use domain::KeychainFault;
use keyring::Error as Platform;

/// The platform's own error, kept for the log's chain of causes.
type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Every way in which the keychain fails. `Display` is for logs; it holds nothing secret.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no keychain service")]
    NoService(#[source] Cause),
    #[error("the keychain service holds no keychain")]
    NoKeychain,
    #[error("the keychain is locked")]
    Locked,
    #[error("the keychain's prompt was dismissed or could not be shown")]
    Denied,
    #[error("the keychain did not answer within {seconds} s")]
    TimedOut {
        /// The time limit.
        seconds: f64,
    },
    #[error("the keychain holds more than one entry")]
    Ambiguous,
    #[error("the key is longer than {at_most} characters")]
    TooLong {
        /// The longest key, in characters, that every supported keychain can hold.
        at_most: usize,
    },
    #[error("what the keychain holds is no API key")]
    Garbled,
    #[error("the keychain did not keep the key")]
    NotKept,
    #[error("the call to the keychain ended without an answer")]
    Crashed,
    #[error("the keychain failed ({0})")]
    Other(#[source] Cause),
}

impl Error {
    /// Its kind.
    pub fn fault(&self) -> KeychainFault {
        match self {
            Self::NoService(_) => KeychainFault::NoService,
            Self::NoKeychain => KeychainFault::NoKeychain,
            Self::Locked => KeychainFault::Locked,
            Self::Denied => KeychainFault::Denied,
            Self::TimedOut { .. } => KeychainFault::TimedOut,
            Self::Ambiguous => KeychainFault::Ambiguous,
            Self::TooLong { .. } => KeychainFault::TooLong,
            Self::Garbled => KeychainFault::Garbled,
            Self::NotKept => KeychainFault::NotKept,
            Self::Crashed => KeychainFault::Crashed,
            Self::Other(_) => KeychainFault::Other,
        }
    }

    /// A failure to reach any keychain at all.
    #[expect(clippy::wildcard_enum_match_arm, reason = "as in `From`")]
    pub(crate) fn unreachable(cause: Platform) -> Self {
        match cause {
            Platform::PlatformFailure(cause) | Platform::NoStorageAccess(cause) => Self::NoService(cause),
            other => other.into(),
        }
    }
}

impl From<Platform> for Error {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the platform's enum is open: a new one is `Other`")]
    fn from(error: Platform) -> Self {
        match error {
            Platform::NoDefaultStore => Self::NoService(Box::new(error)),
            Platform::NoStorageAccess(cause) => no_access(&cause),
            Platform::PlatformFailure(cause) => platform_failure(cause),
            Platform::Ambiguous(_) => Self::Ambiguous,
            Platform::TooLong(_, at_most) => Self::TooLong { at_most: at_most as usize },
            // Both carry the stored bytes: dropped here.
            Platform::BadEncoding(_) | Platform::BadDataFormat(_, _) => Self::Garbled,
            other => Self::Other(Box::new(other)),
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn no_access(cause: &Cause) -> Error {
    use secret_service::Error as Service;
    match cause.downcast_ref() {
        Some(Service::Prompt | Service::PromptDisconnected) => Error::Denied,
        Some(Service::NoResult) => Error::NoKeychain,
        _ => Error::Locked,
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn no_access(_: &Cause) -> Error {
    Error::Locked
}

/// Failures that the platform stores do not classify: by the stable name or number that each system uses.
fn platform_failure(cause: Cause) -> Error {
    const LOCKED: [&str; 2] = ["org.freedesktop.Secret.Error.IsLocked", "code: -25308"];
    const DENIED: [&str; 3] = ["code: -128", "code: -25293", "PromptDisconnected"];
    const GONE: [&str; 4] = [
        "org.freedesktop.DBus.Error.ServiceUnknown",
        "org.freedesktop.DBus.Error.NameHasNoOwner",
        "org.freedesktop.DBus.Error.Spawn",
        "org.freedesktop.DBus.Error.NoServer",
    ];
    let text = format!("{cause:?} {cause}");
    let says = |names: &[&str]| names.iter().any(|name| text.contains(name));
    if says(&LOCKED) {
        Error::Locked
    } else if says(&DENIED) {
        Error::Denied
    } else if says(&GONE) {
        Error::NoService(cause)
    } else {
        Error::Other(cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(text: &str) -> Error {
        Platform::PlatformFailure(text.into()).into()
    }

    #[test]
    fn classifies_what_the_platform_does_not() {
        let cases = [
            ("zbus error: org.freedesktop.Secret.Error.IsLocked: no", "Locked"),
            ("Error { code: -25308, message: None }", "Locked"),
            ("Error { code: -128, message: None }", "Denied"),
            ("zbus error: org.freedesktop.DBus.Error.ServiceUnknown: gone", "NoService"),
            ("disk on fire", "Other"),
        ];
        for (text, want) in cases {
            let got = format!("{:?}", failure(text));
            assert!(got.starts_with(want), "{text} is {got}, wanted {want}");
        }
    }

    #[test]
    fn drops_the_stored_bytes() {
        let error: Error = Platform::BadEncoding(b"seam_secret\xff".to_vec()).into();
        let said = format!("{error} {error:?}");
        assert!(matches!(error, Error::Garbled), "bytes that are not text are a garbled key: {said}");
        assert!(!said.contains("115"), "the bytes of the key must not travel in the error: {said}");
    }
}
