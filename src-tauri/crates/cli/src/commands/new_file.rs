//! The file that a command writes. Problems with it are reported as the file's, not the record's.

use std::fs::File;
use std::path::Path;

use ops::RecordError;
use words::say;

use crate::exit::Failure;

/// Checks the name before any work is done.
pub fn can_be_made(file: &Path) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if file.is_dir() {
        return Err(Failure::usage(say!("cli-file-is-folder", path = file.display().to_string())));
    }
    if file.symlink_metadata().is_ok() {
        return Err(RecordError::Exists { path: file.to_owned() }.into());
    }
    if !folder.is_dir() {
        return Err(Failure::usage(say!("cli-no-such-folder", path = folder.display().to_string())));
    }
    let tried = File::create_new(file).and_then(|_| std::fs::remove_file(file));
    tried.map_err(|error| unwritten(file, &error))
}

/// Writes it completely and for its owner only, or not at all.
pub fn write(file: &Path, content: &[u8]) -> Result<(), Failure> {
    runtime::write_new_file(file, content).map_err(|error| unwritten(file, &error))
}

fn unwritten(file: &Path, error: &std::io::Error) -> Failure {
    Failure::usage(say!("cli-file-unwritten", path = file.display().to_string(), error = error.to_string()))
}
