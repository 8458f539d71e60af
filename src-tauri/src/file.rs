//! Files that the host asked for: where they go is the host's word, and none is ever half written.

use std::io::Write;
use std::path::Path;

use paper::PaperSize;

use crate::desktop::FileWish;
use crate::error::{Answer, not_writable};
use crate::state::Shell;
use crate::words::Words;

/// Asks where to, and writes; gives where, or nothing if the dialog was dismissed.
///
/// # Errors
/// The file cannot be written.
pub async fn save(
    shell: &Shell,
    title: Words,
    name: String,
    ending: &'static str,
    content: Vec<u8>,
) -> Answer<Option<String>> {
    let wish = FileWish { title: title.said(), name, kind: ending.to_uppercase(), ending };
    let write = move |desktop: &dyn crate::desktop::Desktop| {
        let Some(path) = desktop.ask_where_to_save(wish) else { return Ok(None) };
        write(&path, &content).map_err(|error| not_writable(&error))?;
        Ok(Some(path.display().to_string()))
    };
    shell.on_desktop(write).await?
}

/// Beside it first, under a name of its own, then in its place: whoever reads it sees the old one or the new one, and what
/// could not be written leaves nothing. For its owner only.
pub fn write(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".latchbook-").tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// The sheet in the host's printer, by where the system says that it is.
pub fn sheet() -> PaperSize {
    sheet_of(&crate::language::system())
}

/// Where Letter is sold (Unicode CLDR, `paperSize`).
fn sheet_of(locale: &str) -> PaperSize {
    const LETTER: [&str; 14] = ["US", "CA", "MX", "BZ", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE"];
    let region = locale.split(['.', '@']).next().and_then(|name| name.split(['_', '-']).nth(1)).unwrap_or_default();
    if LETTER.contains(&region) { PaperSize::Letter } else { PaperSize::A4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_follows_the_region() {
        for (locale, sheet) in [
            ("en_US.UTF-8", PaperSize::Letter),
            ("fr_CA", PaperSize::Letter),
            ("de_DE.UTF-8", PaperSize::A4),
            ("C", PaperSize::A4),
            ("", PaperSize::A4),
        ] {
            assert_eq!(sheet_of(locale), sheet, "a printer in {locale:?}");
        }
    }

    #[test]
    fn a_file_is_whole_and_its_owner_s() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("card.pdf");
        write(&path, b"first").unwrap();
        write(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second", "the new one stands in the place of the old one");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
            write(&path, b"third").unwrap();
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "it may hold a PIN: nobody else reads it, whoever read what was there before");
        }
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("card.pdf");
        std::fs::create_dir(&path).unwrap();
        write(&path, b"a PIN").unwrap_err();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "only what was there before");
    }

    #[test]
    fn of_two_who_write_at_once_each_writes_a_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let texts = [vec![b'a'; 200_000], vec![b'b'; 100_000]];
        std::thread::scope(|scope| {
            for text in &texts {
                let path = &path;
                scope.spawn(move || (0..20).for_each(|_| write(path, text).unwrap()));
            }
        });
        assert!(texts.contains(&std::fs::read(&path).unwrap()), "the last one, and nothing of the other");
    }
}
