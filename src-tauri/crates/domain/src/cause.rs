//! Why nothing was sent, and why the outcome of a request is not known: facts of the record, put into sentences
//! elsewhere.

use serde::{Deserialize, Serialize};

/// Why provably nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSentWhy {
    NameNotFound,
    ConnectionRefused,
    ConnectTimedOut,
    /// The TLS handshake failed.
    NotSecure,
    /// There was no connection for another reason.
    NoConnection,
    /// The program stopped before it sent.
    Stopped,
}

/// Why the outcome of a request cannot be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub enum UnknownWhy {
    /// There was no answer in time.
    TimedOut,
    /// The connection broke before the answer was complete.
    Broken,
    /// The answer was a redirect, which is not followed.
    Redirect { status: u16 },
    /// An answer that does not tell whether the code was made.
    Status { status: u16 },
    /// The answer is not in a form that Seam sends.
    NotSeam { status: u16 },
    /// The answer is larger than allowed.
    TooLarge,
    /// The answer has no code id.
    NoId,
    /// The program stopped while the request was under way.
    Stopped,
    /// Another version's text, kept as it is written.
    Other { word: String, status: Option<u16> },
}

/// As the record has it.
#[derive(Serialize, Deserialize)]
struct Written {
    why: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
}

impl UnknownWhy {
    /// The word for it.
    pub fn word(&self) -> &str {
        match self {
            Self::TimedOut => "timed_out",
            Self::Broken => "broken",
            Self::Redirect { .. } => "redirect",
            Self::Status { .. } => "status",
            Self::NotSeam { .. } => "not_seam",
            Self::TooLarge => "too_large",
            Self::NoId => "no_id",
            Self::Stopped => "stopped",
            Self::Other { word, .. } => word,
        }
    }

    fn status(&self) -> Option<u16> {
        match self {
            Self::Redirect { status } | Self::Status { status } | Self::NotSeam { status } => Some(*status),
            Self::Other { status, .. } => *status,
            Self::TimedOut | Self::Broken | Self::TooLarge | Self::NoId | Self::Stopped => None,
        }
    }

    /// Earlier versions wrote the reason in English.
    fn from_sentence(text: &str) -> Option<Self> {
        let number = |before: &str, after: &str| text.strip_prefix(before)?.strip_suffix(after)?.parse().ok();
        let redirect = || number("the answer was a redirect (", "); it was not followed");
        let other_status = || number("Seam answered ", ", which does not tell whether the code was made");
        let not_seam = || number("the answer (status ", ") is not one of Seam's");
        match text {
            "no answer within the time limit" => Some(Self::TimedOut),
            "the connection broke before the answer was complete" => Some(Self::Broken),
            "the answer is larger than allowed" => Some(Self::TooLarge),
            "the answer has no code id" => Some(Self::NoId),
            "the program stopped while the request was under way" => Some(Self::Stopped),
            _ => redirect()
                .map(|status| Self::Redirect { status })
                .or_else(|| other_status().map(|status| Self::Status { status }))
                .or_else(|| not_seam().map(|status| Self::NotSeam { status })),
        }
    }
}

impl From<Written> for UnknownWhy {
    fn from(Written { why, status }: Written) -> Self {
        match (why.as_str(), status) {
            ("timed_out", None) => Self::TimedOut,
            ("broken", None) => Self::Broken,
            ("redirect", Some(status)) => Self::Redirect { status },
            ("status", Some(status)) => Self::Status { status },
            ("not_seam", Some(status)) => Self::NotSeam { status },
            ("too_large", None) => Self::TooLarge,
            ("no_id", None) => Self::NoId,
            ("stopped", None) => Self::Stopped,
            _ => Self::from_sentence(&why).unwrap_or(Self::Other { word: why, status }),
        }
    }
}

impl From<UnknownWhy> for Written {
    fn from(why: UnknownWhy) -> Self {
        Self { why: why.word().to_owned(), status: why.status() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_written_as_a_word_and_read_again() {
        let status = 503;
        let reasons = [
            (UnknownWhy::TimedOut, r#"{"why":"timed_out"}"#),
            (UnknownWhy::Broken, r#"{"why":"broken"}"#),
            (UnknownWhy::Redirect { status }, r#"{"why":"redirect","status":503}"#),
            (UnknownWhy::Status { status }, r#"{"why":"status","status":503}"#),
            (UnknownWhy::NotSeam { status }, r#"{"why":"not_seam","status":503}"#),
            (UnknownWhy::TooLarge, r#"{"why":"too_large"}"#),
            (UnknownWhy::NoId, r#"{"why":"no_id"}"#),
            (UnknownWhy::Stopped, r#"{"why":"stopped"}"#),
            (UnknownWhy::Other { word: "eclipse".into(), status: Some(1) }, r#"{"why":"eclipse","status":1}"#),
            (UnknownWhy::Other { word: "a redirect".into(), status: None }, r#"{"why":"a redirect"}"#),
        ];
        for (why, written) in reasons {
            assert_eq!(serde_json::to_string(&why).unwrap(), written, "as the record holds it");
            assert_eq!(serde_json::from_str::<UnknownWhy>(written).unwrap(), why, "loses nothing");
        }
    }

    #[test]
    fn the_sentences_of_earlier_versions_are_the_same_reasons() {
        let sentences = [
            ("no answer within the time limit", UnknownWhy::TimedOut),
            ("the connection broke before the answer was complete", UnknownWhy::Broken),
            ("the answer was a redirect (307); it was not followed", UnknownWhy::Redirect { status: 307 }),
            ("Seam answered 503, which does not tell whether the code was made", UnknownWhy::Status { status: 503 }),
            ("the answer (status 200) is not one of Seam's", UnknownWhy::NotSeam { status: 200 }),
            ("the answer is larger than allowed", UnknownWhy::TooLarge),
            ("the answer has no code id", UnknownWhy::NoId),
            ("the program stopped while the request was under way", UnknownWhy::Stopped),
        ];
        for (text, why) in sentences {
            let read: UnknownWhy = serde_json::from_value(serde_json::json!({ "why": text })).unwrap();
            assert_eq!(read, why, "{text}");
        }
    }
}
