//! What must not be seen: the API key, a PIN, an answer as received.
//!
//! None of these has `Display`, `Serialize` or `Deref`; `Debug` says `[redacted]`; memory is wiped on drop.

use std::fmt;

use zeroize::Zeroizing;

macro_rules! secret_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(Zeroizing<String>);

        impl $name {
            /// The text itself. Call it only where it is shown to the host on request, sent to Seam, or sealed.
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }
    };
}

secret_text!(
    /// A Seam API key. Bound to one workspace, and able to do everything in it.
    ApiKey
);
secret_text!(
    /// What a guest types at the door: digits, sometimes with `*` or `#`, leading zeros included.
    Pin
);
secret_text!(
    /// An answer of Seam's as received, or any text that may hold a PIN or a guest's name.
    RawAnswer
);

/// Why a text is not an API key (Seam's token prefixes: javascript-http `src/lib/token.ts`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    #[error("no key was given")]
    Empty,
    #[error("that is a personal access token (seam_at…); Latchbook needs an API key of the workspace")]
    PersonalAccessToken,
    #[error("that is a client session token (seam_cst…); Latchbook needs an API key of the workspace")]
    ClientSessionToken,
    #[error("that is a publishable key (seam_pk…); Latchbook needs an API key of the workspace")]
    PublishableKey,
    #[error("that is a console session token; Latchbook needs an API key of the workspace")]
    ConsoleSession,
    #[error("that is not a Seam API key: one starts with “seam_” and is a single word")]
    NotAKey,
}

impl ApiKey {
    /// Takes a key as a host pastes it (blanks around it are dropped) and refuses everything that is not an API key.
    ///
    /// ```
    /// use domain::{ApiKey, KeyFault};
    /// assert!(ApiKey::parse(" seam_test2bMS_94SrxGzvbVzP \n").is_ok());
    /// assert_eq!(ApiKey::parse("seam_pk1_abcdef").unwrap_err(), KeyFault::PublishableKey);
    /// ```
    ///
    /// # Errors
    /// [`KeyFault`], which says what was pasted instead.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let key = text.trim();
        let fault = match key {
            "" => Some(KeyFault::Empty),
            _ if key.starts_with("seam_at") => Some(KeyFault::PersonalAccessToken),
            _ if key.starts_with("seam_cst") => Some(KeyFault::ClientSessionToken),
            _ if key.starts_with("seam_pk") => Some(KeyFault::PublishableKey),
            _ if key.starts_with("ey") => Some(KeyFault::ConsoleSession),
            _ if !is_key_shaped(key) => Some(KeyFault::NotAKey),
            _ => None,
        };
        fault.map_or_else(|| Ok(Self(Zeroizing::new(key.to_owned()))), Err)
    }

    /// The last four characters, by which a host tells two keys apart.
    pub fn hint(&self) -> String {
        let skip = self.0.chars().count().saturating_sub(4);
        self.0.chars().skip(skip).collect()
    }
}

/// A key goes into an HTTP header: printable ASCII without blanks, and short enough for every keychain.
fn is_key_shaped(key: &str) -> bool {
    key.starts_with("seam_") && (10..=200).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
}

impl Pin {
    /// Takes a PIN as Seam wrote it; blanks around it are dropped. Empty text is no PIN.
    pub fn new(text: &str) -> Option<Self> {
        let pin = text.trim();
        (!pin.is_empty()).then(|| Self(Zeroizing::new(pin.to_owned())))
    }

    /// As many bullets as the PIN has characters.
    pub fn masked(&self) -> String {
        "•".repeat(self.0.chars().count())
    }

    /// Whether it looks like what an Oracode keypad takes: 4 to 12 digits, perhaps with `*` or `#`.
    pub fn is_ordinary(&self) -> bool {
        let digits = self.0.chars().filter(char::is_ascii_digit).count();
        (4..=12).contains(&digits) && self.0.chars().all(|c| c.is_ascii_digit() || c == '*' || c == '#')
    }
}

impl RawAnswer {
    /// Takes any text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_another_kind_is_named() {
        let cases = [
            ("", KeyFault::Empty),
            ("seam_at1_abcdefghij", KeyFault::PersonalAccessToken),
            ("seam_cst1_abcdefghij", KeyFault::ClientSessionToken),
            ("seam_pk1_abcdefghij", KeyFault::PublishableKey),
            ("eyJhbGciOiJIUzI1NiJ9", KeyFault::ConsoleSession),
            ("hunter2hunter2", KeyFault::NotAKey),
            ("seam_two words", KeyFault::NotAKey),
            ("seam_x", KeyFault::NotAKey),
        ];
        for (text, fault) in cases {
            assert_eq!(ApiKey::parse(text).unwrap_err(), fault, "the host should be told what {text:?} is");
        }
    }

    #[test]
    fn nothing_secret_is_in_debug() {
        let key = ApiKey::parse("seam_testABCD_secretsecret").unwrap();
        let shown = format!("{key:?} {:?} {:?}", Pin::new("583201"), RawAnswer::new("code 583201"));
        assert!(!shown.contains("secretsecret") && !shown.contains("583201"), "Debug reaches logs and panics");
    }

    #[test]
    fn a_pin_is_text() {
        assert_eq!(Pin::new("012345").unwrap().expose(), "012345", "a leading zero is part of the code");
        assert_eq!(Pin::new("2*58320").unwrap().masked(), "•••••••", "star and pound are part of the code");
        assert!(Pin::new("  ").is_none(), "blank text is no PIN");
        assert!(!Pin::new("58A201").unwrap().is_ordinary(), "a keypad has no letters");
    }
}
