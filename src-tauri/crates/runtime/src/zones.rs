//! The operating system's zone tables alongside the bundled ones.

use std::path::{Path, PathBuf};

use domain::tables::{Tables, ZoneTables};
use jiff::tz::TimeZoneDatabase;

/// Where systems keep their tables.
const PLACES: [&str; 4] = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

/// Used if a folder does not state its release; it sorts before every release, so such tables are only a second opinion.
const UNTOLD: &str = "(release unknown)";

/// The newer of the bundled tables and the system's, with the other as a second opinion.
pub fn zone_tables() -> ZoneTables {
    ZoneTables::newer_of(Tables::bundled(), system())
}

/// The tables of the folder in `TZDIR`, else of the first usual place that has any. Windows has none of this form.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and by the command line only")]
fn system() -> Option<Tables> {
    let named = std::env::var_os("TZDIR").filter(|name| !name.is_empty()).map(PathBuf::from);
    named.into_iter().chain(PLACES.map(PathBuf::from)).find_map(|folder| tables_in(&folder))
}

fn tables_in(folder: &Path) -> Option<Tables> {
    if !folder.is_dir() {
        return None;
    }
    let database = TimeZoneDatabase::from_dir(folder).ok().filter(|found| !found.is_definitively_empty())?;
    Some(Tables::system(database, release_of(folder).unwrap_or_else(|| UNTOLD.to_owned())))
}

/// `tzdata.zi` begins with `# version 2025b`; macOS has a file `+VERSION`.
fn release_of(folder: &Path) -> Option<String> {
    let from_source = first_line(&folder.join("tzdata.zi"));
    let from_source = from_source.and_then(|line| line.strip_prefix("# version ").map(str::to_owned));
    let release = from_source.or_else(|| first_line(&folder.join("+VERSION")))?.trim().to_owned();
    is_release(&release).then_some(release)
}

fn first_line(path: &Path) -> Option<String> {
    use std::io::{BufRead, BufReader, Read};
    let mut line = String::new();
    BufReader::new(std::fs::File::open(path).ok()?.take(200)).read_line(&mut line).ok()?;
    Some(line)
}

/// `2025b`, perhaps with a distribution's addition.
fn is_release(text: &str) -> bool {
    text.len() >= 5 && text.is_char_boundary(4) && text[..4].bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_is_read_from_either_file() {
        let cases = [
            ("tzdata.zi", "# version 2025b\n# This zic input file…", Some("2025b")),
            ("+VERSION", "2026a\n", Some("2026a")),
            ("+VERSION", "unknown", None),
            ("tzdata.zi", "R A 1916 o", None),
        ];
        for (name, text, expected) in cases {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join(name), text).unwrap();
            assert_eq!(release_of(folder.path()).as_deref(), expected, "{name} says {text:?}");
        }
    }

    #[test]
    fn a_folder_without_tables_is_skipped() {
        let folder = tempfile::tempdir().unwrap();
        assert!(tables_in(folder.path()).is_none(), "an empty folder is not a second opinion");
        assert!(tables_in(&folder.path().join("none")).is_none(), "nor is a missing one");
    }

    #[test]
    fn tables_of_unknown_release_never_replace_the_bundled_ones() {
        let system = Tables::system(TimeZoneDatabase::bundled(), UNTOLD);
        let tables = ZoneTables::newer_of(Tables::bundled(), Some(system));
        assert!(tables.version().ends_with("bundled"), "{} is in use", tables.version());
    }
}
