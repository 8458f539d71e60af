//! Why nothing was sent, or an outcome is not known.

use domain::Word;
use domain::cause::{NotSentWhy, UnknownWhy};
use words::{clean, say, sentences};

/// Nothing left this computer.
pub(crate) fn not_sent(why: &Word<NotSentWhy>) -> String {
    let why = match why {
        Word::Known(NotSentWhy::NameNotFound) => say!("cause-name-not-found"),
        Word::Known(NotSentWhy::ConnectionRefused) => say!("cause-connection-refused"),
        Word::Known(NotSentWhy::ConnectTimedOut) => say!("cause-connect-timed-out"),
        Word::Known(NotSentWhy::NotSecure) => say!("cause-not-secure"),
        Word::Known(NotSentWhy::NoConnection) => say!("cause-no-connection"),
        Word::Known(NotSentWhy::Stopped) => say!("cause-stopped"),
        Word::Other(text) => clean(text),
    };
    say!("not-sent", why = why)
}

/// The outcome cannot be known.
pub(crate) fn unknown(why: &UnknownWhy) -> String {
    let is_odd_network = matches!(why, UnknownWhy::Redirect { .. } | UnknownWhy::NotSeam { .. });
    sentences([
        Some(say!("unknown", why = said(why))),
        is_odd_network.then(|| say!("unknown-network")),
        Some(say!("state-unknown-wait")),
    ])
}

fn said(why: &UnknownWhy) -> String {
    match why {
        UnknownWhy::TimedOut => say!("cause-timed-out"),
        UnknownWhy::Broken => say!("cause-broken"),
        UnknownWhy::Redirect { status } => say!("cause-redirect", status = *status),
        UnknownWhy::Status { status } => say!("cause-status", status = *status),
        UnknownWhy::NotSeam { status } => say!("cause-not-seam", status = *status),
        UnknownWhy::TooLarge => say!("cause-too-large"),
        UnknownWhy::NoId => say!("cause-no-id"),
        UnknownWhy::Stopped => say!("cause-stopped"),
        UnknownWhy::Other { word, .. } => clean(word),
    }
}
