//! How far issuing has come.

use domain::lifecycle::State;
use ops::Stage;
use words::say;

use crate::view::CodeState;

pub(crate) fn stage(stage: &Stage) -> String {
    match stage {
        Stage::Reading => say!("stage-reading"),
        Stage::Recorded { marker } => say!("stage-recorded", marker = marker.to_string()),
        Stage::Waiting { seconds } => say!("stage-waiting", seconds = *seconds),
        Stage::Sending => say!("stage-sending"),
        Stage::Answered { state } => say!("stage-answered", state = short(*state)),
        Stage::Asking { state, asked } => say!("stage-asking", asked = *asked, state = short(*state)),
    }
}

pub(crate) fn short(state: State) -> String {
    CodeState::from(state).said()
}
