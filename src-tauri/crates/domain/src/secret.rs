//! Secrets: the API key, a PIN, an answer as received.
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
            /// The text itself. Call it only to show it to the host on request, send it to Seam, or seal it.
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
    /// The PIN that a guest types at the door: digits, sometimes with `*` or `#`, leading zeros included.
    Pin
);
secret_text!(
    /// Seam's answer as received, or any text that may hold a PIN or a guest's name.
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

/// Why a keychain did not store or return the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeychainFault {
    NoService,
    NoKeychain,
    Locked,
    Denied,
    TimedOut,
    Ambiguous,
    TooLong,
    Garbled,
    NotKept,
    Crashed,
    Other,
}

/// Words that may precede a pasted secret.
const BEFORE: [&str; 3] = ["export", "set", "bearer"];

/// A secret as a host pastes it or a file holds it, without its surroundings: a byte order mark or the rest of UTF-16,
/// invisible letters, quotes, `NAME=`, `export NAME=`, `NAME:`, `Bearer`.
///
/// ```
/// let bare = domain::secret::pasted(b"\xef\xbb\xbfexport SEAM_API_KEY=\"seam_test2bMS_94SrxGzvbVzP\"\r\n");
/// assert_eq!(bare.as_str(), "seam_test2bMS_94SrxGzvbVzP");
/// ```
pub fn pasted(bytes: &[u8]) -> Zeroizing<String> {
    let text = Zeroizing::new(String::from_utf8_lossy(bytes).into_owned());
    let mut visible = Zeroizing::new(String::with_capacity(text.len()));
    visible.extend(text.chars().filter(|letter| !is_invisible(*letter)));
    Zeroizing::new(bare(&visible).to_owned())
}

fn bare(text: &str) -> &str {
    let text = text.trim_matches(is_around);
    let named =
        text.split_once(['=', ':']).filter(|(name, rest)| is_name(name) && rest.contains(char::is_alphanumeric));
    let is_known = |word: &str| BEFORE.iter().any(|known| known.eq_ignore_ascii_case(word));
    let led = || text.split_once(char::is_whitespace).filter(|(word, _)| is_known(word));
    named.or_else(led).map_or(text, |(_, rest)| bare(rest))
}

/// The name of a variable or of a field: one word, perhaps in quotes.
fn is_name(text: &str) -> bool {
    let name = text.trim_matches(is_around);
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.$".contains(letter))
}

/// Blanks, quotes, field separators, and the remains of a byte order mark that was not UTF-8.
fn is_around(letter: char) -> bool {
    letter.is_whitespace() || "\"'`“”„‘’«»,;\u{fffd}".contains(letter)
}

/// Takes no room. The zeros are every other byte of UTF-16.
fn is_invisible(letter: char) -> bool {
    let has_no_width = matches!(
        letter,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    );
    has_no_width || (letter.is_control() && !letter.is_whitespace())
}

impl ApiKey {
    /// Takes a key as a host pastes it and refuses everything that is not an API key.
    ///
    /// ```
    /// use domain::{ApiKey, KeyFault};
    /// assert!(ApiKey::parse(" seam_test2bMS_94SrxGzvbVzP \n").is_ok());
    /// assert_eq!(ApiKey::parse("seam_pk1_abcdef").unwrap_err(), KeyFault::PublishableKey);
    /// ```
    ///
    /// # Errors
    /// [`KeyFault`], which names what was pasted instead.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        Self::read(text.as_bytes())
    }

    /// The same of bytes, as a file or a variable holds them.
    ///
    /// # Errors
    /// As [`ApiKey::parse`].
    pub fn read(bytes: &[u8]) -> Result<Self, KeyFault> {
        let key = pasted(bytes);
        let fault = match key.as_str() {
            "" => Some(KeyFault::Empty),
            _ if key.starts_with("seam_at") => Some(KeyFault::PersonalAccessToken),
            _ if key.starts_with("seam_cst") => Some(KeyFault::ClientSessionToken),
            _ if key.starts_with("seam_pk") => Some(KeyFault::PublishableKey),
            _ if key.starts_with("ey") => Some(KeyFault::ConsoleSession),
            _ if !is_key_shaped(&key) => Some(KeyFault::NotAKey),
            _ => None,
        };
        fault.map_or_else(|| Ok(Self(key)), Err)
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
    /// Takes a PIN as Seam wrote it; blanks around it are dropped. Empty text is not a PIN.
    pub fn new(text: &str) -> Option<Self> {
        let pin = text.trim();
        (!pin.is_empty()).then(|| Self(Zeroizing::new(pin.to_owned())))
    }

    /// Whether it is a placeholder for a hidden PIN: signs alone (`******`), or zeros alone.
    pub fn is_placeholder(&self) -> bool {
        self.0.chars().all(|c| c == '0' || !c.is_alphanumeric()) || self.0.chars().all(|c| matches!(c, 'x' | 'X'))
    }

    /// As many bullets as the PIN has characters.
    pub fn masked(&self) -> String {
        "•".repeat(self.0.chars().count())
    }

    /// Whether it looks like a PIN that Oracode keypads accept: 4 to 12 digits, perhaps with `*` or `#`.
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
    fn text_pasted_with_a_key_is_removed() {
        const KEY: &str = "seam_test2bMS_94SrxGzvbVzP";
        let texts = [
            "\u{feff}@\r\n",
            "\u{200b}@\u{2060}",
            "seam_test2bMS\u{200b}_94Srx\u{ad}GzvbVzP",
            "\"@\"",
            "“@”",
            "`@`",
            "Bearer @",
            "Authorization: bearer @",
            "SEAM_API_KEY=@",
            "seam_api_key = '@'",
            "export SEAM_API_KEY=\"@\"",
            "SEAM_API_KEY: @",
            "\"SEAM_API_KEY\": \"@\",",
            "$env:SEAM_API_KEY = \"@\"",
            "set SEAM_API_KEY=@;",
        ];
        for text in texts.map(|text| text.replace('@', KEY)) {
            let key = ApiKey::parse(&text).map(|key| key.expose().to_owned());
            assert_eq!(key.as_deref(), Ok(KEY), "{text:?} holds one key");
        }
        let wide = |order: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        for text in ["@\r\n", "\u{feff}@\r\n", "\u{feff}SEAM_TOKEN=“@”"].map(|text| text.replace('@', KEY)) {
            for bytes in [wide(u16::to_le_bytes, &text), wide(u16::to_be_bytes, &text)] {
                assert_eq!(ApiKey::read(&bytes).unwrap().expose(), KEY, "UTF-16 of {text:?}: {bytes:?}");
            }
        }
        let by_a_shell = [b"\xff\xfe".as_slice(), KEY.as_bytes()].concat();
        assert_eq!(ApiKey::read(&by_a_shell).unwrap().expose(), KEY, "UTF-16 that a shell took the zeros from");
    }

    #[test]
    fn an_invalid_key_is_named_whatever_was_pasted_with_it() {
        let cases = [
            ("\u{feff}", KeyFault::Empty),
            ("\"\"", KeyFault::Empty),
            ("SEAM_API_KEY=", KeyFault::NotAKey),
            ("Bearer seam_at1_abcdefghij", KeyFault::PersonalAccessToken),
            ("export TOKEN='eyJhbGciOiJIUzI1NiJ9'", KeyFault::ConsoleSession),
            ("seam_abcdefgh1 seam_abcdefgh2", KeyFault::NotAKey),
            ("A=seam_abcdefgh1\nB=seam_abcdefgh2", KeyFault::NotAKey),
            ("https://console.seam.co", KeyFault::NotAKey),
        ];
        for (text, fault) in cases {
            assert_eq!(ApiKey::parse(text).unwrap_err(), fault, "{text:?}");
        }
        assert_eq!(
            pasted(b" whsec_bG9uZyBlbm91Z2g= ").as_str(),
            "whsec_bG9uZyBlbm91Z2g=",
            "padding is part of a secret"
        );
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
