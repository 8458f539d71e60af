//! The outcomes that a look settled (docs/design.md, "Command line": `look`).

use ops::look::Looked;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CodeView, Show};
use crate::error::{CommandError, ErrorCode};
use crate::sentence;
use crate::view::words::CodeState;

/// What was not known before, as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LookView {
    pub codes: Vec<CodeView>,
    /// How many of them are still not known.
    pub unknown: usize,
    /// Doors that could not be read: nothing was concluded for them.
    pub unread: Vec<UnreadView>,
    pub message: String,
}

/// A door that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnreadView {
    pub door: String,
    pub code: ErrorCode,
    pub message: String,
}

impl LookView {
    pub fn new(looked: &Looked, show: &Show<'_>) -> Self {
        let codes: Vec<CodeView> = looked
            .entries
            .iter()
            .map(|(entry, probable)| CodeView::new(entry, false, show).with_probable(probable, show))
            .collect();
        let unknown = codes.iter().filter(|code| code.state == CodeState::Unknown).count();
        let unread: Vec<UnreadView> = looked
            .unread
            .iter()
            .map(|(door, error)| UnreadView::new(door.as_str(), CommandError::from_error(error)))
            .collect();
        let message = sentence::look::looked(codes.len(), unknown, unread.len());
        Self { codes, unknown, unread, message }
    }
}

impl UnreadView {
    pub(crate) fn new(door: &str, error: CommandError) -> Self {
        Self { door: words::clean(door), code: error.code, message: error.message }
    }
}
