//! One request and its answer, or how the exchange failed.
//!
//! Owns: the cap on the body, the headers that matter, and the line between *nothing was written* and
//! everything else. Refuses: repeating, judging.

use std::error::Error;
use std::io::ErrorKind;
use std::time::Duration;

use domain::ApiKey;
use domain::cause::NotSentWhy;
use domain::reading::ReadError;
use jiff::Timestamp;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use reqwest::{RequestBuilder, Response};

use crate::clock::http_date;

/// An answer that was read to its end. The body of a redirect is not read.
#[derive(Debug, Default)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// The body; bytes that are not UTF-8 are replaced.
    pub(crate) text: String,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) date: Option<Timestamp>,
}

/// How an exchange failed to produce a complete answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There was no connection, so not a byte of the request left.
    NoConnection {
        why: NotSentWhy,
        said: String,
    },
    TimedOut,
    Broken,
    TooLarge,
}

/// Sends a request once and reads at most `cap` bytes of the answer.
pub(crate) async fn exchange(request: RequestBuilder, key: &ApiKey, cap: u64) -> Result<Reply, Fault> {
    let response = request.send().await.map_err(before_answer)?;
    let status = response.status().as_u16();
    let mut answer = head(status, response.headers());
    if !response.status().is_redirection() {
        answer.text = body(response, cap).await?;
    }
    if status >= 400 {
        // An error text is shown and logged, so a server that echoes the key must not get it in there.
        answer.text = answer.text.replace(key.expose(), "[redacted]");
    }
    Ok(answer)
}

fn head(status: u16, headers: &HeaderMap) -> Reply {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let date = text(DATE.as_str()).and_then(http_date);
    Reply {
        status,
        text: String::new(),
        request_id: text("seam-request-id").filter(|id| !id.is_empty()).map(|id| id.chars().take(200).collect()),
        retry_after: text(RETRY_AFTER.as_str()).and_then(|text| retry_after(text, date)),
        date,
    }
}

/// Seconds, or a date, measured from the answer's own date.
fn retry_after(text: &str, date: Option<Timestamp>) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let wait = http_date(text)?.duration_since(date?);
    Some(wait.unsigned_abs()).filter(|_| wait.is_positive()).or(Some(Duration::ZERO))
}

async fn body(mut response: Response, cap: u64) -> Result<String, Fault> {
    let fits = |length: usize| u64::try_from(length).is_ok_and(|length| length <= cap);
    if response.content_length().is_some_and(|length| length > cap) {
        return Err(Fault::TooLarge);
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| inside_answer(&error))? {
        if !fits(bytes.len().saturating_add(chunk.len())) {
            return Err(Fault::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    let text = String::from_utf8(bytes).unwrap_or_else(|fault| String::from_utf8_lossy(fault.as_bytes()).into_owned());
    Ok(text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text))
}

/// `is_connect` covers name, connection, proxy and TLS handshake: the request is written only after all of them.
fn before_answer(error: reqwest::Error) -> Fault {
    if error.is_connect() || error.is_builder() {
        let error = error.without_url();
        let innermost = innermost(&error);
        Fault::NoConnection { why: why_not_sent(&error, innermost), said: innermost.to_string() }
    } else {
        inside_answer(&error)
    }
}

fn inside_answer(error: &reqwest::Error) -> Fault {
    if error.is_timeout() { Fault::TimedOut } else { Fault::Broken }
}

/// The cause that a host can act on.
fn why_not_sent(error: &reqwest::Error, innermost: &(dyn Error + 'static)) -> NotSentWhy {
    let io = innermost.downcast_ref::<std::io::Error>();
    let is_tls = |error: &(dyn Error + 'static)| error.is::<rustls::Error>();
    let is_inside = |io: &std::io::Error| io.get_ref().is_some_and(|inner| is_tls(inner));
    if error.is_timeout() {
        NotSentWhy::ConnectTimedOut
    } else if error.is_dns() {
        NotSentWhy::NameNotFound
    } else if io.is_some_and(|io| io.kind() == ErrorKind::ConnectionRefused) {
        NotSentWhy::ConnectionRefused
    } else if is_tls(innermost) || io.is_some_and(is_inside) {
        NotSentWhy::NotSecure
    } else {
        NotSentWhy::NoConnection
    }
}

fn innermost(error: &reqwest::Error) -> &(dyn Error + 'static) {
    let mut innermost: &(dyn Error + 'static) = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost
}

impl Fault {
    /// The read error that this fault means, if up to `cap` bytes of the answer were allowed.
    pub(crate) fn into_read_error(self, cap: u64) -> ReadError {
        match self {
            Self::NoConnection { said, .. } => ReadError::NoConnection(said),
            Self::TimedOut => ReadError::TimedOut,
            Self::Broken => ReadError::CutOff,
            Self::TooLarge => ReadError::TooLarge { limit: cap },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let date = http_date("Mon, 23 Nov 2026 01:27:18 GMT");
        let cases = [
            ("7", date, Some(7)),
            (" 0 ", None, Some(0)),
            ("Mon, 23 Nov 2026 01:28:18 GMT", date, Some(60)),
            ("Mon, 23 Nov 2026 01:27:00 GMT", date, Some(0)),
            ("Mon, 23 Nov 2026 01:28:18 GMT", None, None),
            ("-1", date, None),
            ("soon", date, None),
        ];
        for (text, date, seconds) in cases {
            assert_eq!(retry_after(text, date), seconds.map(Duration::from_secs), "{text:?}");
        }
    }
}
