//! `backup` and `restore`. Problems with the named file are reported as the file's, not the record's.

use ops::RecordError;
use wire::{BackupView, Code, RestoreView};
use words::say;

use super::{Outcome, new_file};
use crate::args::FileArgs;
use crate::exit::{Exit, Failure};
use crate::session::Session;
use crate::show;

pub fn back_up(session: &Session, args: &FileArgs) -> Outcome {
    let folder = session.folder()?;
    new_file::can_be_made(&args.file)?;
    let soundness = match runtime::back_up(&folder, &args.file) {
        Err(runtime::Error::Record(RecordError::Damaged { .. } | RecordError::Unsound { .. })) => {
            return Err(Failure::new(Code::Damaged, say!("cli-damaged-no-backup")));
        }
        backed_up => backed_up?,
    };
    session.screen.answer(&BackupView::of(&soundness, &args.file), show::record::backed_up);
    Ok(Exit::Done)
}

pub fn restore(session: &Session, args: &FileArgs) -> Outcome {
    let (soundness, set_aside) = match runtime::restore(&args.file, &session.folder()?) {
        // The backup is missing, not the record.
        Err(runtime::Error::Record(RecordError::Missing { path })) if path == args.file => {
            return Err(Failure::usage(say!("cli-no-such-file", path = path.display().to_string())));
        }
        restored => restored?,
    };
    let view = RestoreView::of(&soundness, &args.file, set_aside.as_deref());
    session.screen.answer(&view, show::record::restored);
    Ok(Exit::Done)
}
