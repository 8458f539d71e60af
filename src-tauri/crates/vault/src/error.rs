//! Why the keychain did not do it, and what the person can do about it.
//!
//! Owns the translation of each platform's failures. Refuses to carry anything that was read from the keychain.

use keyring::Error as Platform;

/// The platform's own error, kept for the log's chain of causes.
type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Every way in which the keychain fails, each with a sentence that says what to do.
///
/// `Display` is that sentence; it holds nothing secret.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "There is no keychain service to ask. On Linux, log in to a desktop session, or install and start gnome-keyring \
         or KWallet; without one, give the key for this run only in SEAM_API_KEY."
    )]
    NoService(#[source] Cause),
    #[error(
        "The keychain service runs but holds no keychain yet. Create one (in Passwords and Keys: New, Password Keyring, \
         named Login, set as default) and try again; until then, give the key for this run only in SEAM_API_KEY."
    )]
    NoKeychain,
    #[error("Your keychain is locked. Unlock it (Passwords and Keys, Keychain Access or KWallet) and try again.")]
    Locked,
    #[error(
        "The keychain was not allowed to answer: its prompt was dismissed, or could not be shown. Try again and allow \
         it, or unlock the keychain first."
    )]
    Denied,
    #[error(
        "The keychain did not answer within {seconds} s. A prompt may be waiting behind another window: answer it, or \
         unlock the keychain, and try again."
    )]
    TimedOut {
        /// The limit that was waited for.
        seconds: f64,
    },
    #[error(
        "The keychain holds more than one entry for Latchbook and does not say which is right. Run `latchbook connect \
         --forget` to remove them all, then connect again."
    )]
    Ambiguous,
    #[error("This key is too long to be kept on every system (at most {at_most} characters). Check what was pasted.")]
    TooLong {
        /// Characters that every supported keychain takes.
        at_most: usize,
    },
    #[error(
        "What the keychain holds for Latchbook is not an API key. Run `latchbook connect --forget` to remove it, then \
         connect again."
    )]
    Garbled,
    #[error(
        "The keychain took the key but did not give it back, so the key is not safe there. Check that the keychain \
         keeps what it is given and connect again."
    )]
    NotKept,
    #[error("The program's own call to the keychain ended without an answer. Try again; if it goes on, report it.")]
    Crashed,
    #[error("The keychain failed ({0}). Try again; if it goes on, unlock or repair the keychain.")]
    Other(#[source] Cause),
}

impl Error {
    /// A word for it, by which it is told in the host's language (`wire`).
    pub fn word(&self) -> &'static str {
        match self {
            Self::NoService(_) => "no_service",
            Self::NoKeychain => "no_keychain",
            Self::Locked => "locked",
            Self::Denied => "denied",
            Self::TimedOut { .. } => "timed_out",
            Self::Ambiguous => "ambiguous",
            Self::TooLong { .. } => "too_long",
            Self::Garbled => "garbled",
            Self::NotKept => "not_kept",
            Self::Crashed => "crashed",
            Self::Other(_) => "other",
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
    #[expect(clippy::wildcard_enum_match_arm, reason = "the platform's enum is open: what comes new is `Other`")]
    fn from(error: Platform) -> Self {
        match error {
            Platform::NoDefaultStore => Self::NoService(Box::new(error)),
            Platform::NoStorageAccess(cause) => no_access(&cause),
            Platform::PlatformFailure(cause) => platform_failure(cause),
            Platform::Ambiguous(_) => Self::Ambiguous,
            Platform::TooLong(_, at_most) => Self::TooLong { at_most: at_most as usize },
            // Both carry the bytes that were kept: dropped here.
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

/// Failures that the platform stores do not sort: by the stable name or number that each system gives them.
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
    fn sorts_what_the_platform_does_not() {
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
    fn drops_what_was_kept() {
        let error: Error = Platform::BadEncoding(b"seam_secret\xff".to_vec()).into();
        let said = format!("{error} {error:?}");
        assert!(matches!(error, Error::Garbled), "bytes that are no text are a garbled key: {said}");
        assert!(!said.contains("115"), "the bytes of the key must not travel in the error: {said}");
    }

    #[test]
    fn each_sentence_says_what_to_do() {
        let all = [
            Error::NoService("x".into()),
            Error::NoKeychain,
            Error::Locked,
            Error::Denied,
            Error::TimedOut { seconds: 30.0 },
            Error::Ambiguous,
            Error::TooLong { at_most: 999 },
            Error::Garbled,
            Error::NotKept,
            Error::Crashed,
            Error::Other("x".into()),
        ];
        let verbs = ["try again", "Try again", "connect again", "Check", "SEAM_API_KEY"];
        let mut seen = std::collections::BTreeSet::new();
        for error in all {
            let sentence = error.to_string();
            assert!(verbs.iter().any(|v| sentence.contains(v)), "no way out in: {sentence}");
            assert!(seen.insert(sentence.clone()), "two causes share a sentence: {sentence}");
        }
    }
}
