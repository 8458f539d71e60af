//! The process that made an intent, known by a lock file that it holds while it lives.
//!
//! The lock only tells living processes from dead ones, so that a start does not disturb the work of another window.
//! The ledger makes sure that no step is taken twice, with or without the lock.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use uuid::Uuid;

/// This process.
pub struct ProcessLock {
    name: String,
    path: PathBuf,
    /// Locked until the process ends.
    lock: Option<File>,
    /// How many of its own intents it is working on.
    at_work: AtomicUsize,
}

/// While this value lives, its process is working on an intent.
pub struct AtWork<'a>(&'a ProcessLock);

impl ProcessLock {
    /// Announces this process in the folder of the record. If files cannot be locked, the name alone must do.
    pub fn announce(folder: &Path) -> Self {
        let name = Uuid::new_v4().simple().to_string();
        let path = path_of(folder, &name);
        let lock = lock(&path).ok();
        Self { name, path, lock, at_work: AtomicUsize::new(0) }
    }

    /// From before an intent is recorded until its outcome is: meanwhile no other process may settle the intent.
    pub fn work(&self) -> AtWork<'_> {
        self.at_work.fetch_add(1, Ordering::SeqCst);
        AtWork(self)
    }

    /// Whether an intent of this process may still be sent.
    pub fn is_at_work(&self) -> bool {
        self.at_work.load(Ordering::SeqCst) > 0
    }

    /// The name recorded in this process's events.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        self.0.at_work.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Drop for ProcessLock {
    fn drop(&mut self) {
        if self.lock.take().is_some() {
            // A file left behind is found unlocked and removed by the next start.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Whether the process of that name still runs. A file that can be locked belongs to no running process.
pub fn is_alive(folder: &Path, name: &str) -> bool {
    let path = path_of(folder, name);
    let Ok(file) = File::open(&path) else { return false };
    let alive = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    if !alive {
        let _ = std::fs::remove_file(&path);
    }
    alive
}

fn path_of(folder: &Path, name: &str) -> PathBuf {
    folder.join("windows").join(format!("{name}.lock"))
}

fn lock(path: &Path) -> std::io::Result<File> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    loop {
        let file = File::create(path)?;
        file.lock()?;
        // A process that asked before the file was locked took it for a dead one's and removed it.
        if path.exists() {
            return Ok(file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_processes_are_told_from_dead_ones() {
        let folder = tempfile::tempdir().unwrap();
        let owner = ProcessLock::announce(folder.path());
        let name = owner.name().to_owned();
        assert!(is_alive(folder.path(), &name), "it holds its lock");
        drop(owner);
        assert!(!is_alive(folder.path(), &name), "it is gone");
        std::fs::write(path_of(folder.path(), "killed"), "").unwrap();
        assert!(!is_alive(folder.path(), "killed"), "a file that nobody locks was left by a process that was killed");
    }
}
