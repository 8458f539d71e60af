//! Seam's errors and warnings in plain words, with Seam's own code and text next to them.

use domain::readiness::who_mends;
use domain::reading::{About, Notice};
use ops::Code;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::clean;

use super::words::{Level, NoticeAbout, Who};
use crate::sentence::notice::explain;

/// An error (`fail`) or warning (`warn`) of Seam's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeView {
    /// As Seam writes it.
    pub code: String,
    pub level: Level,
    /// What it is and what to do.
    pub message: String,
    /// What Seam says.
    pub said: String,
    /// It does not go away by itself; `null` where nobody can tell.
    pub permanent: Option<bool>,
    pub who: Option<Who>,
    pub about: NoticeAbout,
}

impl NoticeView {
    pub(crate) fn new(notice: &Notice, level: Level) -> Self {
        let explained = explain(&notice.code);
        Self {
            code: clean(&notice.code),
            level,
            message: explained.sentence(&notice.code, &notice.message),
            said: clean(&notice.message),
            permanent: explained.permanent,
            who: Some(explained.who.unwrap_or_else(|| who_mends(notice).into())),
            about: notice.about.known().unwrap_or(About::Unsaid).into(),
        }
    }
}

pub(crate) fn for_code(code: &Code) -> Vec<NoticeView> {
    let of = |level: Level| move |notice: &Notice| NoticeView::new(notice, level);
    code.errors.iter().map(of(Level::Fail)).chain(code.warnings.iter().map(of(Level::Warn))).collect()
}
