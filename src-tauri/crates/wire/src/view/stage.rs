//! How far issuing has come, in a sentence.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::Stage;
use crate::sentence;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageView {
    pub stage: Stage,
    pub message: String,
}

impl StageView {
    pub fn of(stage: &ops::Stage) -> Self {
        Self { stage: stage.into(), message: sentence::stage::stage(stage) }
    }
}
