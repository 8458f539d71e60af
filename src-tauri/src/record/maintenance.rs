//! Record maintenance from the app: verify, back up, restore. `runtime` does the work.

use std::path::Path;
use std::sync::Arc;

use ops::{Clock as _, Problem, RecordError, Soundness};
use runtime::SystemClock;
use wire::{BackupView, CommandError, ErrorCode, Job, Mode, RestoreView, VerifyView};
use words::say;

use crate::blocking::run_blocking;
use crate::desktop::FileRequest;
use crate::error::{CommandResult, from_runtime};
use crate::record::opening;
use crate::shell::Shell;

const ENDING: &str = "db";

/// Verifies the whole record. Damage is a result, not an error.
pub async fn verify(shell: &Shell) -> CommandResult<VerifyView> {
    let folder = shell.folder();
    let looked = shell.jobs.run(Job::Verify, |_| run_blocking(move || runtime::verify(&folder)));
    let soundness = match looked.await? {
        // A file that cannot even be opened is a finding too.
        Err(runtime::Error::Record(RecordError::Damaged { what })) => {
            Soundness { events: 0, codes: 0, problems: vec![Problem::Unreadable(format!("the file ({what})"))] }
        }
        looked => looked.map_err(from_runtime)?,
    };
    Ok(VerifyView::new(&soundness))
}

/// Copies the record to a path that the host chooses, and verifies the copy.
pub async fn back_up(shell: &Shell) -> CommandResult<Option<BackupView>> {
    let folder = shell.opened()?.folder.clone();
    let name = format!("latchbook-{}.{ENDING}", SystemClock.now().strftime("%Y-%m-%d"));
    let request = file(say!("shell-save-backup"), name);
    let Some(to) = shell.on_desktop(move |desktop| desktop.ask_where_to_save(request)).await? else { return Ok(None) };
    let path = to.clone();
    let copied = shell.jobs.run(Job::BackUp, |_| run_blocking(move || runtime::back_up(&folder, &path)));
    let soundness = copied.await?.map_err(from_runtime)?;
    Ok(Some(BackupView::new(&soundness, &to)))
}

/// Restores a backup that the host chooses: sets the current record aside and opens the restored one.
///
/// # Errors
/// [`ErrorCode::Usage`] in the demo; [`ErrorCode::Busy`] if a code is unrecorded. On any error the current record stays.
pub async fn restore(shell: &Arc<Shell>) -> CommandResult<Option<RestoreView>> {
    // The backup would replace the host's own record.
    if shell.mode().0 == Mode::Demo {
        return Err(CommandError::new(ErrorCode::Usage, say!("shell-not-in-demo")));
    }
    // Its intent is in the record that would be replaced.
    if shell.unrecorded.is_any() {
        return Err(CommandError::new(ErrorCode::Busy, say!("shell-write-down-first")));
    }
    let request = file(say!("shell-open-backup"), String::new());
    let Some(from) = shell.on_desktop(move |desktop| desktop.ask_what_to_open(request)).await? else { return Ok(None) };
    let (path, folder) = (from.clone(), shell.paths.data.clone());
    // Closing and reopening are part of the job, so that a second restore cannot do either during the first.
    let restored = shell.jobs.run(Job::Restore, |_| async {
        opening::close(shell).await?;
        let restored = run_blocking(move || runtime::restore(&path, &folder)).await;
        opening::open_existing(shell);
        shell.everything_changed();
        restored
    });
    let (soundness, set_aside) = match restored.await? {
        Err(runtime::Error::Record(RecordError::Missing { path })) if path == from => return Err(no_file(&from)),
        restored => restored.map_err(from_runtime)?,
    };
    Ok(Some(RestoreView::new(&soundness, &from, set_aside.as_deref())))
}

fn file(title: String, name: String) -> FileRequest {
    FileRequest { title, name, kind: "Latchbook".to_owned(), ending: ENDING }
}

fn no_file(path: &Path) -> CommandError {
    CommandError::new(ErrorCode::Usage, say!("shell-no-file", path = path.display().to_string()))
}
