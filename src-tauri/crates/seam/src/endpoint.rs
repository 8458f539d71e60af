//! Seam's address: `https` everywhere, plain `http` only to this machine (the simulator).

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use reqwest::Url;

/// A base address to which paths such as `/devices/list` are added.
///
/// ```
/// use seam::{Endpoint, EndpointFault};
/// assert_eq!(Endpoint::default().to_string(), "https://connect.getseam.com");
/// assert!(Endpoint::parse("http://127.0.0.1:8787/").is_ok());
/// assert_eq!(Endpoint::parse("http://connect.getseam.com"), Err(EndpointFault::Unencrypted));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    base: String,
    is_plain: bool,
}

/// Why a text is not a valid address for Seam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointFault {
    #[error("the address is empty; without one Seam's own is used")]
    Empty,
    #[error("that is not an address such as https://connect.getseam.com")]
    NotAnAddress,
    #[error("the address must start with https:// (http:// is only for the simulator on this machine)")]
    Unencrypted,
    #[error("the address must not hold a name or password")]
    Credentials,
    #[error("the address must not hold “?” or “#”")]
    QueryOrFragment,
}

impl EndpointFault {
    /// Stable word for this fault; `wire` words it in the host's language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAnAddress => "not_an_address",
            Self::Unencrypted => "unencrypted",
            Self::Credentials => "credentials",
            Self::QueryOrFragment => "query_or_fragment",
        }
    }
}

impl Endpoint {
    /// Parses an address; a path is kept, a `/` at its end is dropped.
    ///
    /// # Errors
    /// [`EndpointFault`], in words for the host.
    pub fn parse(text: &str) -> Result<Self, EndpointFault> {
        let text = text.trim();
        // An unset variable must not send a real key to the real Seam.
        if text.is_empty() {
            return Err(EndpointFault::Empty);
        }
        let url = Url::parse(text).map_err(|_| EndpointFault::NotAnAddress)?;
        let is_plain = match url.scheme() {
            "https" => false,
            "http" if is_loopback(&url) => true,
            "http" => return Err(EndpointFault::Unencrypted),
            _ => return Err(EndpointFault::NotAnAddress),
        };
        if !url.has_host() {
            return Err(EndpointFault::NotAnAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(EndpointFault::Credentials);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(EndpointFault::QueryOrFragment);
        }
        Ok(Self { base: url.as_str().trim_end_matches('/').to_owned(), is_plain })
    }

    /// Whether requests to it stay on this machine, unencrypted.
    pub(crate) fn is_plain(&self) -> bool {
        self.is_plain
    }

    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

impl Default for Endpoint {
    /// Seam itself.
    fn default() -> Self {
        Self { base: "https://connect.getseam.com".to_owned(), is_plain: false }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.base)
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || bare.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_goes_to_this_machine_only() {
        let own =
            ["http://127.0.0.1:8787", "http://127.9.9.9", "http://localhost:1", "http://[::1]:80/", "HTTP://LOCALHOST"];
        for text in own {
            assert!(Endpoint::parse(text).is_ok_and(|endpoint| endpoint.is_plain()), "{text} stays on this machine");
        }
        let others = [
            "http://connect.getseam.com",
            "http://10.0.0.1",
            "http://localhost.example.com",
            "http://127.0.0.1.nip.io",
            "http://[::2]",
            "http://0.0.0.0",
        ];
        for text in others {
            assert_eq!(
                Endpoint::parse(text),
                Err(EndpointFault::Unencrypted),
                "{text} would send the key in the clear"
            );
        }
    }

    #[test]
    fn nothing_may_hide_in_the_address() {
        let cases = [
            ("https://user@connect.getseam.com", EndpointFault::Credentials),
            ("https://:secret@connect.getseam.com", EndpointFault::Credentials),
            ("https://connect.getseam.com@evil.example", EndpointFault::Credentials),
            ("https://connect.getseam.com/?key=1", EndpointFault::QueryOrFragment),
            ("https://connect.getseam.com/#x", EndpointFault::QueryOrFragment),
            ("connect.getseam.com", EndpointFault::NotAnAddress),
            ("file:///etc/passwd", EndpointFault::NotAnAddress),
            ("https://", EndpointFault::NotAnAddress),
            ("", EndpointFault::Empty),
            (" \t", EndpointFault::Empty),
        ];
        for (text, fault) in cases {
            assert_eq!(Endpoint::parse(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn paths_are_added_once() {
        let endpoint = Endpoint::parse(" https://proxy.example/seam/ ").unwrap();
        assert_eq!(
            endpoint.at("/devices/list"),
            "https://proxy.example/seam/devices/list",
            "one slash between the two"
        );
        assert_eq!(Endpoint::parse("https://connect.getseam.com/"), Ok(Endpoint::default()), "the default is valid");
    }
}
