//! `backup` and `restore`.

use ops::RecordError;
use wire::{BackupView, RestoreView};

use super::Outcome;
use crate::args::FileArgs;
use crate::exit::{Exit, Failure};
use crate::session::Session;
use crate::show;

pub fn back_up(session: &Session, args: &FileArgs) -> Outcome {
    let soundness = runtime::back_up(&session.folder()?, &args.file)?;
    session.screen.answer(&BackupView::of(&soundness, &args.file), show::record::backed_up);
    Ok(Exit::Done)
}

pub fn restore(session: &Session, args: &FileArgs) -> Outcome {
    let (soundness, set_aside) = match runtime::restore(&args.file, &session.folder()?) {
        // It is the backup that is not there, not the record.
        Err(runtime::Error::Record(RecordError::Missing { path })) if path == args.file => {
            return Err(Failure::usage(format!("There is no file {}.", path.display())));
        }
        restored => restored?,
    };
    let view = RestoreView::of(&soundness, &args.file, set_aside.as_deref());
    session.screen.answer(&view, show::record::restored);
    Ok(Exit::Done)
}
