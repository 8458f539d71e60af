//! Checking for newer versions once a day or on request, and installing one at the host's request.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_updater::{Error, Update, UpdaterExt};
use wire::{Changed, CommandError, ErrorCode, Job, UpdateView};
use words::say;

use super::jobs::Reporter;
use crate::blocking::run_blocking;
use crate::desktop::clipboard::EXIT_TIMEOUT;
use crate::error::CommandResult;
use crate::record::{opening, status};
use crate::shell::Shell;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How often to check whether a day has passed: a laptop sleeps, and days do not start with the program.
const CHECK_INTERVAL: Duration = Duration::from_secs(60 * 60);

/// How long to wait for the list of packages.
const LIST_TIMEOUT: Duration = Duration::from_secs(30);

/// A file whose modification time is the time of the last check.
const LOOKED: &str = "looked-for-updates";

/// Checks once a day while the program runs. Failures are only logged.
pub async fn check_daily<R: Runtime>(app: AppHandle<R>) {
    let shell = Arc::clone(&app.state::<Arc<Shell>>());
    if !shell.updates.is_on() {
        return;
    }
    loop {
        if is_due(&shell)
            && let Err(error) = check(&app).await
        {
            tracing::info!(error = error.message, "the check for newer versions failed");
        }
        tokio::time::sleep(CHECK_INTERVAL).await;
    }
}

/// Asks the update server for the newest version.
pub async fn check<R: Runtime>(app: &AppHandle<R>) -> CommandResult<UpdateView> {
    let shell = app.state::<Arc<Shell>>();
    if shell.updates.is_on() {
        let asked = fs::write(mark(&shell), "");
        if let Err(error) = asked {
            tracing::debug!(%error, "the time of the check could not be stored");
        }
        let updater =
            app.updater_builder().timeout(LIST_TIMEOUT).no_proxy().build().map_err(|error| why_not(&error))?;
        let found = updater.check().await.map_err(|error| why_not(&error))?;
        shell.updates.set_found(found.map(|mut update| {
            // The timeout is for the list; the package may take longer.
            update.timeout = None;
            update
        }));
        shell.page.changed(&[Changed::Status]);
    }
    Ok(shell.updates.view())
}

/// Downloads the version that was found, closes the record, installs the version and restarts. If anything fails, this version
/// keeps running.
pub async fn install<R: Runtime>(app: &AppHandle<R>) -> CommandResult<()> {
    let shell = Arc::clone(&app.state::<Arc<Shell>>());
    let Some(update) = shell.updates.found() else {
        return Err(CommandError::new(ErrorCode::Usage, say!("shell-no-update")));
    };
    ensure_no_code_pending(&shell).await?;
    let package = shell.jobs.run(Job::Update, |reporter| fetch(update.clone(), reporter)).await?;
    // Again, because the download took a while.
    ensure_no_code_pending(&shell).await?;
    opening::close(&shell).await?;
    let installed = run_blocking(move || update.install(package)).await;
    match installed.and_then(|done| done.map_err(|error| why_not(&error))) {
        Ok(()) => {
            let clipboard = shell.clipboard.clone();
            // A restart cannot be delayed.
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

async fn fetch(update: Update, reporter: Reporter) -> CommandResult<Vec<u8>> {
    let version = words::clean(&update.version);
    let mut kilobytes = 0;
    let report = |came: usize, of: Option<u64>| {
        kilobytes += came.div_ceil(1_024);
        let total = of.and_then(|bytes| usize::try_from(bytes.div_ceil(1_024)).ok());
        reporter.report(kilobytes, total, &format!("{version} (kB)"));
    };
    update.download(report, || ()).await.map_err(|error| why_not(&error))
}

/// Refuses while the host waits for a PIN or a request is in flight: its outcome must find the record open.
async fn ensure_no_code_pending(shell: &Shell) -> CommandResult<()> {
    let watched = match shell.opened() {
        Ok(_) => status::status(shell).await?.watched,
        // Without a record no code is pending.
        Err(_) => 0,
    };
    if watched == 0 && !shell.in_flight.is_any() && !shell.unrecorded.is_any() {
        return Ok(());
    }
    Err(CommandError::new(ErrorCode::Busy, say!("shell-update-later")))
}

fn is_due(shell: &Shell) -> bool {
    let looked = fs::metadata(mark(shell)).and_then(|file| file.modified());
    // A time in the future proves nothing.
    !looked.is_ok_and(|at| at.elapsed().is_ok_and(|ago| ago < DAY))
}

fn mark(shell: &Shell) -> PathBuf {
    shell.paths.config.join(LOOKED)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the rest comes from the system: files, permissions, its installer")]
fn why_not(error: &Error) -> CommandError {
    let message = match error {
        Error::Minisign(_)
        | Error::Base64(_)
        | Error::SignatureUtf8(_)
        | Error::SignedVersionMismatch { .. }
        | Error::MissingSignedVersion => say!("shell-update-unsigned"),
        Error::Reqwest(_) | Error::Network(_) => say!("shell-update-no-answer"),
        Error::ReleaseNotFound | Error::Serialization(_) | Error::Semver(_) => say!("shell-update-no-list"),
        Error::TargetNotFound(_) | Error::TargetsNotFound(_) => say!("shell-update-not-for-this"),
        _ => say!("shell-update-not-installed"),
    };
    CommandError { detail: Some(words::clean(&error.to_string())), ..CommandError::new(ErrorCode::NotUpdated, message) }
}
