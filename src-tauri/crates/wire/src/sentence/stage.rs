//! How far issuing has come.

use domain::lifecycle::State;
use ops::issue::Stage;

pub(crate) fn word(stage: &Stage) -> &'static str {
    match stage {
        Stage::Reading => "reading",
        Stage::Recorded { .. } => "recorded",
        Stage::Waiting { .. } => "waiting",
        Stage::Sending => "sending",
        Stage::Answered { .. } => "answered",
        Stage::Asking { .. } => "asking",
    }
}

pub(crate) fn stage(stage: &Stage) -> String {
    match stage {
        Stage::Reading => "Reading the door and its codes at Seam".to_owned(),
        Stage::Recorded { marker } => format!("Recorded as {marker}; nothing has been sent yet"),
        Stage::Waiting { seconds } => format!("Waiting {seconds} s: Seam makes at most 10 codes a minute for a door"),
        Stage::Sending => "Asking Seam for one code".to_owned(),
        Stage::Answered { state } => format!("Seam's answer is recorded: {}", short(*state)),
        Stage::Asking { state, asked } => format!("Asking Seam again ({asked}): {} so far", short(*state)),
    }
}

fn short(state: State) -> &'static str {
    match state {
        State::Intent | State::NotSent => "not sent",
        State::Sending | State::Unknown => "not known",
        State::Refused => "refused",
        State::Accepted => "accepted",
        State::Setting => "setting",
        State::Set => "set",
        State::Failed => "failed",
        State::Gone => "gone",
        State::Ended => "ended",
    }
}
