//! `verify`: is the record intact?

use ops::{Problem, RecordError, Soundness};
use wire::VerifyView;

use super::Outcome;
use crate::exit::Exit;
use crate::session::Session;
use crate::show;

pub fn run(session: &Session) -> Outcome {
    let soundness = match runtime::verify(&session.folder()?) {
        // A file that cannot even be opened is a finding, not a failed check.
        Err(runtime::Error::Record(RecordError::Damaged { what })) => {
            Soundness { events: 0, codes: 0, problems: vec![Problem::Unreadable(format!("the file ({what})"))] }
        }
        looked => looked?,
    };
    let view = VerifyView::of(&soundness);
    session.screen.answer(&view, show::record::verified);
    Ok(if view.sound { Exit::Done } else { Exit::Record })
}
