//! `verify`: is the record intact?

use ops::{Problem, RecordError, Soundness};
use wire::VerifyView;

use super::Outcome;
use crate::exit::Exit;
use crate::invocation::Invocation;
use crate::show;

pub fn run(invocation: &Invocation) -> Outcome {
    let soundness = match runtime::verify(&invocation.folder()?) {
        // A file that cannot even be opened is a finding, not a failed check.
        Err(runtime::Error::Record(RecordError::Damaged { what })) => {
            Soundness { events: 0, codes: 0, problems: vec![Problem::Unreadable(format!("the file ({what})"))] }
        }
        looked => looked?,
    };
    let view = VerifyView::new(&soundness);
    invocation.screen.answer(&view, show::record::verified);
    Ok(if view.sound { Exit::Done } else { Exit::Record })
}
