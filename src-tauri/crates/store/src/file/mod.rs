//! Files of the record: private to their owner, whole when they have their name, never replaced.

pub mod access;
pub mod atomic;
pub mod copy;
pub mod lock;
pub mod place;
pub mod set_aside;

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Makes the folder, for its owner only.
pub fn make_private(folder: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(not_writable)?;
    owner_only(folder, 0o700).map_err(access::kept_out(folder))
}

/// Gives a file a second name, or, on a file system without second names, another one.
pub fn name_without_replacing(from: &Path, to: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(from, to) {
        Err(_) if !to.exists() => std::fs::rename(from, to),
        linked => linked,
    }
}

/// A new file that only its owner can read.
pub fn private_file(path: &Path) -> Result<File, Error> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(not_writable)
}

pub fn remove_if_there(path: &Path) {
    // Left by an earlier attempt; if it cannot be removed, making the new one reports why.
    let _ = std::fs::remove_file(path);
}

#[cfg(unix)]
pub fn owner_only(path: &Path, mode: u32) -> std::io::Result<()> {
    let mode = std::os::unix::fs::PermissionsExt::from_mode(mode);
    std::fs::set_permissions(path, mode)
}

/// On other systems the folder of the user's data is private already.
#[cfg(not(unix))]
pub fn owner_only(_: &Path, _: u32) -> std::io::Result<()> {
    Ok(())
}

pub fn not_writable(error: std::io::Error) -> Error {
    Error::NotWritable { why: error.to_string() }
}

pub fn wal_of(path: &Path) -> PathBuf {
    with_suffix(path, "-wal")
}

pub fn shm_of(path: &Path) -> PathBuf {
    with_suffix(path, "-shm")
}

pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
