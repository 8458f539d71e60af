//! The prerequisites of the whole program: the key, the keychain, the clock, the last sync, the zone tables, the
//! record.

use domain::readiness::Age;
use domain::times::are_apart;
use jiff::SignedDuration;
use ops::Problem;
use words::{minutes, say};

use super::finding::Advice;
use crate::view::KeyState;

pub(crate) fn key(key: KeyState) -> Advice {
    match key {
        KeyState::Kept | KeyState::Session | KeyState::Environment => told(say!("app-key"), None),
        KeyState::Absent => told(say!("app-key-absent"), Some(say!("app-key-absent.mend"))),
        KeyState::Locked | KeyState::Unavailable => told(say!("app-key-unread"), Some(say!("app-key-unread.mend"))),
    }
}

pub(crate) fn keychain(key: KeyState) -> Advice {
    match key {
        KeyState::Kept => told(say!("app-keychain"), None),
        KeyState::Absent => told(say!("app-keychain-empty"), None),
        KeyState::Environment => told(say!("app-keychain-unused"), None),
        KeyState::Session => told(say!("app-keychain-session"), Some(say!("app-keychain-session.mend"))),
        KeyState::Locked => told(say!("app-keychain-locked"), Some(say!("app-keychain-locked.mend"))),
        KeyState::Unavailable => told(say!("app-keychain-none"), Some(say!("app-keychain-none.mend"))),
    }
}

/// `skew`: Seam's clock minus this computer's, at the last sync.
pub(crate) fn clock(skew: Option<SignedDuration>) -> Advice {
    match skew {
        None => told(say!("app-clock-unheard"), Some(say!("app-clock-unheard.mend"))),
        Some(skew) if are_apart(skew) => clocks_apart(skew),
        Some(_) => told(say!("app-clock"), None),
    }
}

/// The clocks were apart at the last sync, and the consequences until the next.
pub(crate) fn clocks_apart(skew: SignedDuration) -> Advice {
    let by = minutes(skew.unsigned_abs().as_secs() / 60);
    if skew.is_positive() {
        told(say!("app-clock-behind", by = by), Some(say!("app-clock-behind.mend")))
    } else {
        told(say!("app-clock-ahead", by = by), Some(say!("app-clock-ahead.mend")))
    }
}

/// The last sync: whether it is recent, and how long ago it was.
pub(crate) fn sync(last: Option<(Age, SignedDuration)>) -> Advice {
    let ago = |ago: SignedDuration| minutes(ago.unsigned_abs().as_secs() / 60);
    match last {
        None => told(say!("app-sync-never"), Some(say!("app-sync-never.mend"))),
        Some((Age::Old, since)) => told(say!("app-sync-old", ago = ago(since)), Some(say!("app-sync-old.mend"))),
        Some((Age::Ahead, _)) => told(say!("app-sync-ahead"), Some(say!("app-sync-ahead.mend"))),
        Some((Age::Fresh, since)) if since.unsigned_abs().as_secs() < 60 => told(say!("app-sync-now"), None),
        Some((Age::Fresh, since)) => told(say!("app-sync", ago = ago(since)), None),
    }
}

pub(crate) fn tables(version: &str, disagreeing_doors: usize) -> Advice {
    match disagreeing_doors {
        0 => told(say!("app-tables", version = version), None),
        doors => {
            told(say!("app-tables-disagree", version = version, doors = doors), Some(say!("app-tables-disagree.mend")))
        }
    }
}

pub(crate) fn record(problem: Option<&Problem>) -> Advice {
    match problem {
        None => told(say!("app-record"), None),
        Some(problem) => told(
            say!("app-record-unsound", problem = super::record::problem(problem)),
            Some(say!("app-record-unsound.mend")),
        ),
    }
}

fn told(message: String, mend: Option<String>) -> Advice {
    Advice { message, mend }
}
