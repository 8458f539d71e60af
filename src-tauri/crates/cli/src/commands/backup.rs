//! `backup` and `restore`. Problems with the named file are reported as the file's, not the record's.

use ops::RecordError;
use wire::{BackupView, ErrorCode, RestoreView};
use words::say;

use super::{Outcome, new_file};
use crate::args::FileArgs;
use crate::exit::{Exit, Failure};
use crate::invocation::Invocation;
use crate::show;

pub fn back_up(invocation: &Invocation, args: &FileArgs) -> Outcome {
    let folder = invocation.folder()?;
    new_file::can_be_made(&args.file)?;
    let soundness = match runtime::back_up(&folder, &args.file) {
        Err(runtime::Error::Record(RecordError::Damaged { .. } | RecordError::Unsound { .. })) => {
            return Err(Failure::new(ErrorCode::Damaged, say!("cli-damaged-no-backup")));
        }
        backed_up => backed_up?,
    };
    invocation.screen.answer(&BackupView::new(&soundness, &args.file), show::record::backed_up);
    Ok(Exit::Done)
}

pub fn restore(invocation: &Invocation, args: &FileArgs) -> Outcome {
    let (soundness, set_aside) = match runtime::restore(&args.file, &invocation.folder()?) {
        // The backup is missing, not the record.
        Err(runtime::Error::Record(RecordError::Missing { path })) if path == args.file => {
            return Err(Failure::usage(say!("cli-no-such-file", path = path.display().to_string())));
        }
        restored => restored?,
    };
    let view = RestoreView::new(&soundness, &args.file, set_aside.as_deref());
    invocation.screen.answer(&view, show::record::restored);
    Ok(Exit::Done)
}
