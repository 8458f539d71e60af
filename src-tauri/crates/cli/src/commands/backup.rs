//! `backup` and `restore`. What is wrong with the file that was typed is said of it, not of the record.

use std::fs::File;
use std::path::Path;

use ops::RecordError;
use wire::{BackupView, Code, RestoreView, say};

use super::Outcome;
use crate::args::FileArgs;
use crate::exit::{Exit, Failure};
use crate::session::Session;
use crate::show;

pub fn back_up(session: &Session, args: &FileArgs) -> Outcome {
    let folder = session.folder()?;
    can_be_made(&args.file)?;
    let soundness = match runtime::back_up(&folder, &args.file) {
        Err(runtime::Error::Record(RecordError::Damaged { .. } | RecordError::Unsound { .. })) => {
            return Err(Failure::new(Code::Damaged, say!("cli-damaged-no-backup")));
        }
        backed_up => backed_up?,
    };
    session.screen.answer(&BackupView::of(&soundness, &args.file), show::record::backed_up);
    Ok(Exit::Done)
}

/// Tries the name before anything is copied.
fn can_be_made(file: &Path) -> Result<(), Failure> {
    let shown = || file.display().to_string();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if file.is_dir() {
        return Err(Failure::usage(say!("cli-backup-is-folder", path = shown())));
    }
    if file.symlink_metadata().is_ok() {
        return Err(RecordError::Exists { path: file.to_owned() }.into());
    }
    if !folder.is_dir() {
        return Err(Failure::usage(say!("cli-no-such-folder", path = folder.display().to_string())));
    }
    let tried = File::create_new(file).and_then(|_| std::fs::remove_file(file));
    tried.map_err(|error| Failure::usage(say!("cli-backup-unwritten", path = shown(), error = error.to_string())))
}

pub fn restore(session: &Session, args: &FileArgs) -> Outcome {
    let (soundness, set_aside) = match runtime::restore(&args.file, &session.folder()?) {
        // It is the backup that is not there, not the record.
        Err(runtime::Error::Record(RecordError::Missing { path })) if path == args.file => {
            return Err(Failure::usage(say!("cli-no-such-file", path = path.display().to_string())));
        }
        restored => restored?,
    };
    let view = RestoreView::of(&soundness, &args.file, set_aside.as_deref());
    session.screen.answer(&view, show::record::restored);
    Ok(Exit::Done)
}
