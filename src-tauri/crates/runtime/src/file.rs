//! Files that the host requested: each is written completely or not at all, readable only by its owner since it may hold PINs.

use std::io::{Result, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes a file, replacing an existing one: a reader sees the old content or the new.
///
/// # Errors
/// The file cannot be written; then nothing has changed.
pub fn write_file(path: &Path, content: &[u8]) -> Result<()> {
    beside(path, content)?.persist(path)?;
    Ok(())
}

/// Writes a new file.
///
/// # Errors
/// The name is taken, or the file cannot be written; then nothing has changed.
pub fn write_new_file(path: &Path, content: &[u8]) -> Result<()> {
    beside(path, content)?.persist_noclobber(path)?;
    Ok(())
}

/// Writes the content to a temporary file; unless it is moved into place, it is deleted.
fn beside(path: &Path, content: &[u8]) -> Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".latchbook-").tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_complete_and_private() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("card.pdf");
        write_new_file(&path, b"first").unwrap();
        write_file(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second", "the new one replaces the old one");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left next to it");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
            write_file(&path, b"third").unwrap();
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "only its owner reads it, though the old file was open to all");
        }
    }

    #[test]
    fn a_failed_write_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("card.pdf");
        std::fs::create_dir(&path).unwrap();
        write_file(&path, b"a PIN").unwrap_err();
        write_new_file(&path, b"a PIN").unwrap_err();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "only what was there before");
    }

    #[test]
    fn a_new_file_never_replaces_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("codes.xlsx");
        std::fs::write(&path, b"the host's own").unwrap();
        let refused = write_new_file(&path, b"codes").unwrap_err();
        assert_eq!(refused.kind(), std::io::ErrorKind::AlreadyExists, "reported as such");
        assert_eq!(std::fs::read(&path).unwrap(), b"the host's own", "the existing file stays");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing is left next to it");
    }

    #[test]
    fn simultaneous_writers_each_write_a_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let texts = [vec![b'a'; 200_000], vec![b'b'; 100_000]];
        std::thread::scope(|scope| {
            for text in &texts {
                let path = &path;
                scope.spawn(move || (0..20).for_each(|_| write_file(path, text).unwrap()));
            }
        });
        assert!(texts.contains(&std::fs::read(&path).unwrap()), "the last one, and nothing from the other");
    }
}
