//! How far issuing has come, in a sentence.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sentence;
use crate::view::words::Stage;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageView {
    pub stage: Stage,
    pub message: String,
}

impl StageView {
    pub fn new(stage: &ops::Stage) -> Self {
        Self { stage: stage.into(), message: sentence::stage::stage(stage) }
    }
}
