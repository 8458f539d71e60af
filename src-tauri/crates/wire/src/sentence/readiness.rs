//! What the whole program stands on: the key, the keychain, the clock, the last sync, the zone tables, the record.

use ops::Problem;

use super::finding::Told;
use super::wording::minutes;
use crate::window::KeyState;
use crate::words::say;

pub(crate) fn key(key: KeyState) -> Told {
    match key {
        KeyState::Kept | KeyState::Session | KeyState::Environment => told(say!("app-key"), None),
        KeyState::Absent => told(say!("app-key-absent"), Some(say!("app-key-absent.mend"))),
        KeyState::Locked | KeyState::Unavailable => told(say!("app-key-unread"), Some(say!("app-key-unread.mend"))),
    }
}

pub(crate) fn keychain(key: KeyState) -> Told {
    match key {
        KeyState::Kept => told(say!("app-keychain"), None),
        KeyState::Absent => told(say!("app-keychain-empty"), None),
        KeyState::Environment => told(say!("app-keychain-unused"), None),
        KeyState::Session => told(say!("app-keychain-session"), Some(say!("app-keychain-session.mend"))),
        KeyState::Locked => told(say!("app-keychain-locked"), Some(say!("app-keychain-locked.mend"))),
        KeyState::Unavailable => told(say!("app-keychain-none"), Some(say!("app-keychain-none.mend"))),
    }
}

/// `skew_ms`: Seam's clock less this computer's.
pub(crate) fn clock(skew_ms: Option<i64>, is_off: bool) -> Told {
    let by = |skew: i64| minutes(skew.unsigned_abs() / 60_000);
    match skew_ms {
        None => told(say!("app-clock-unheard"), Some(say!("app-clock-unheard.mend"))),
        Some(_) if !is_off => told(say!("app-clock"), None),
        Some(skew) if skew > 0 => told(say!("app-clock-behind", by = by(skew)), Some(say!("app-clock-behind.mend"))),
        Some(skew) => told(say!("app-clock-ahead", by = by(skew)), Some(say!("app-clock-ahead.mend"))),
    }
}

pub(crate) fn sync(minutes_ago: Option<i64>, is_old: bool) -> Told {
    let ago = |ago: i64| minutes(ago.unsigned_abs());
    match minutes_ago {
        None => told(say!("app-sync-never"), Some(say!("app-sync-never.mend"))),
        Some(at) if is_old => told(say!("app-sync-old", ago = ago(at)), Some(say!("app-sync-old.mend"))),
        Some(at) => told(say!("app-sync", ago = ago(at)), None),
    }
}

pub(crate) fn tables(version: &str, disagreeing_doors: usize) -> Told {
    match disagreeing_doors {
        0 => told(say!("app-tables", version = version), None),
        doors => {
            told(say!("app-tables-disagree", version = version, doors = doors), Some(say!("app-tables-disagree.mend")))
        }
    }
}

pub(crate) fn record(problem: Option<&Problem>) -> Told {
    match problem {
        None => told(say!("app-record"), None),
        Some(problem) => told(
            say!("app-record-unsound", problem = super::record::problem(problem)),
            Some(say!("app-record-unsound.mend")),
        ),
    }
}

fn told(message: String, mend: Option<String>) -> Told {
    Told { message, mend }
}
