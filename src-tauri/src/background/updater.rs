//! Checking for newer versions once a day or on request, and installing one at the host's request.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_updater::{Error, Update, UpdaterExt};
use wire::window::{Changed, Job, UpdateView};
use wire::{Code, CommandError};

use super::jobs::Reporter;
use crate::blocking::run_blocking;
use crate::desktop::clipboard::EXIT_TIMEOUT;
use crate::error::Answer;
use crate::record::{opening, status};
use crate::shell::Shell;
use crate::words::Words;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A laptop sleeps, and the days do not begin with the program.
const CHECK_INTERVAL: Duration = Duration::from_secs(60 * 60);

/// For the list of packages.
const LIST_TIMEOUT: Duration = Duration::from_secs(30);

/// Its time is when it was last looked for newer versions.
const LOOKED: &str = "looked-for-updates";

/// Looks for newer versions once a day for as long as the program runs, and says nothing of what fails.
pub async fn check_daily<R: Runtime>(app: AppHandle<R>) {
    let shell = Arc::clone(&app.state::<Arc<Shell>>());
    if !shell.updates.is_on() {
        return;
    }
    loop {
        if is_due(&shell)
            && let Err(error) = check(&app).await
        {
            tracing::info!(error = error.message, "newer versions could not be looked for");
        }
        tokio::time::sleep(CHECK_INTERVAL).await;
    }
}

/// Asks which version is the newest.
///
/// # Errors
/// Nobody answers, what answers is no list of packages, or none of them is for this computer.
pub async fn check<R: Runtime>(app: &AppHandle<R>) -> Answer<UpdateView> {
    let shell = app.state::<Arc<Shell>>();
    if shell.updates.is_on() {
        let asked = fs::write(mark(&shell), "");
        if let Err(error) = asked {
            tracing::debug!(%error, "it is not remembered that newer versions were looked for");
        }
        let updater =
            app.updater_builder().timeout(LIST_TIMEOUT).no_proxy().build().map_err(|error| why_not(&error))?;
        let found = updater.check().await.map_err(|error| why_not(&error))?;
        shell.updates.set_found(found.map(|mut update| {
            // The package may take its time.
            update.timeout = None;
            update
        }));
        shell.page.changed(&[Changed::Status]);
    }
    Ok(shell.updates.view())
}

/// Fetches the version that was found, closes the record, puts the version in place of this one and starts it.
///
/// # Errors
/// None was found, a code is on its way, the package does not come or is not signed, or the system does not install it. Then this
/// version goes on.
pub async fn install<R: Runtime>(app: &AppHandle<R>) -> Answer<()> {
    let shell = Arc::clone(&app.state::<Arc<Shell>>());
    let Some(update) = shell.updates.found() else {
        return Err(CommandError::new(Code::Usage, Words::NoUpdate.said()));
    };
    ensure_no_code_pending(&shell).await?;
    let package = shell.jobs.run(Job::Update, |reporter| fetch(update.clone(), reporter)).await?;
    // That took a while.
    ensure_no_code_pending(&shell).await?;
    opening::close(&shell).await?;
    let installed = run_blocking(move || update.install(package)).await;
    match installed.and_then(|done| done.map_err(|error| why_not(&error))) {
        Ok(()) => {
            let clipboard = shell.clipboard.clone();
            // A restart cannot be put off.
            let _ = run_blocking(move || clipboard.clear_before_exit(EXIT_TIMEOUT)).await;
            app.request_restart();
            Ok(())
        }
        Err(error) => {
            opening::open_existing(&shell);
            shell.everything_changed();
            Err(error)
        }
    }
}

async fn fetch(update: Update, reporter: Reporter) -> Answer<Vec<u8>> {
    let version = words::clean(&update.version);
    let mut kilobytes = 0;
    let report = |came: usize, of: Option<u64>| {
        kilobytes += came.div_ceil(1_024);
        let total = of.and_then(|bytes| usize::try_from(bytes.div_ceil(1_024)).ok());
        reporter.report(kilobytes, total, &format!("{version} (kB)"));
    };
    update.download(report, || ()).await.map_err(|error| why_not(&error))
}

/// Whoever waits for a PIN waits at this window, and what was sent must find the record open.
async fn ensure_no_code_pending(shell: &Shell) -> Answer<()> {
    let watched = match shell.opened() {
        Ok(_) => status::status(shell).await?.watched,
        // Without a record there is none.
        Err(_) => 0,
    };
    if watched == 0 && !shell.in_flight.is_any() && !shell.unrecorded.is_any() {
        return Ok(());
    }
    Err(CommandError::new(Code::Busy, Words::UpdateLater.said()))
}

fn is_due(shell: &Shell) -> bool {
    let looked = fs::metadata(mark(shell)).and_then(|file| file.modified());
    // A time in the future says nothing.
    !looked.is_ok_and(|at| at.elapsed().is_ok_and(|ago| ago < DAY))
}

fn mark(shell: &Shell) -> PathBuf {
    shell.paths.config.join(LOOKED)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "what is left is the system's: files, rights, its installer")]
fn why_not(error: &Error) -> CommandError {
    let words = match error {
        Error::Minisign(_)
        | Error::Base64(_)
        | Error::SignatureUtf8(_)
        | Error::SignedVersionMismatch { .. }
        | Error::MissingSignedVersion => Words::UpdateUnsigned,
        Error::Reqwest(_) | Error::Network(_) => Words::UpdateNoAnswer,
        Error::ReleaseNotFound | Error::Serialization(_) | Error::Semver(_) => Words::UpdateNoList,
        Error::TargetNotFound(_) | Error::TargetsNotFound(_) => Words::UpdateNotForThis,
        _ => Words::UpdateNotInstalled,
    };
    CommandError { detail: Some(words::clean(&error.to_string())), ..CommandError::new(Code::NotUpdated, words.said()) }
}
