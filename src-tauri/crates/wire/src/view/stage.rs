//! How far issuing has come, in a sentence.

use ops::Stage;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sentence;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageView {
    /// `reading`, `recorded`, `waiting`, `sending`, `answered`, `asking`
    pub stage: String,
    pub message: String,
}

impl StageView {
    pub fn of(stage: &Stage) -> Self {
        Self { stage: sentence::stage::word(stage).to_owned(), message: sentence::stage::stage(stage) }
    }
}
