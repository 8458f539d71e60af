//! A checked copy of the record, and restoring one. Nothing is overwritten: an existing file is set aside.

use std::path::{Path, PathBuf};

use domain::event::EventBody;
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};

use crate::error::Error;
use crate::file::access::{is_there, opened};
use crate::file::copy::copy;
use crate::file::lock;
use crate::file::place::ensure_fit;
use crate::file::set_aside::{keep_aside, put_back, set_aside_companions};
use crate::file::{make_private, remove_if_there};
use crate::migrate;
use crate::open::{FILE_NAME, Reader, Store, set_up};
use crate::transaction::Read;
use crate::verify::Soundness;

/// Copies the record, opens the copy, verifies it, and only then gives it the name of a backup.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unsound`] if the record or its copy is not sound, or why it cannot be written.
pub fn back_up(record: Read<'_>, to: &Path) -> Result<Soundness, Error> {
    if to.exists() {
        return Err(Error::Exists { path: to.to_owned() });
    }
    let part = free_partial(to);
    let copied = copy(record.connection, &part).and_then(|()| checked(&part));
    match copied {
        Ok(soundness) => {
            std::fs::rename(&part, to)?;
            Ok(soundness)
        }
        Err(error) => {
            remove_if_there(&part);
            Err(error)
        }
    }
}

/// Restores a backup into a folder. The record that is there, sound or not, is set aside; returns its new name.
///
/// # Errors
/// [`Error::Missing`], [`Error::NotAFile`], [`Error::Unreadable`] or [`Error::Unsound`] for a bad backup,
/// [`Error::InUse`] while any process has the record open, or why it cannot be written: then the record is unchanged.
pub fn restore(from: &Path, folder: &Path, now: Timestamp) -> Result<(Soundness, Option<PathBuf>), Error> {
    ensure_fit(folder)?;
    let (backup, is_older) = open_backup(from)?;
    if !is_older {
        checked(from)?;
    }
    make_private(folder)?;
    let _alone = lock::alone(folder)?;
    let path = folder.join(FILE_NAME);
    let part = partial(&path);
    // SQLite removes companions that a crash left next to it: a file that is still empty has no WAL.
    remove_if_there(&part);
    let placed = make_part(&backup, is_older, &part).and_then(|soundness| put_in_place(&part, &path, soundness, now));
    if placed.is_err() {
        remove_if_there(&part);
    }
    placed
}

fn make_part(backup: &Connection, is_older: bool, part: &Path) -> Result<Soundness, Error> {
    copy(backup, part)?;
    if is_older {
        // Only a record of this version can be checked.
        upgrade(part)?;
    }
    checked(part)
}

/// The restore is recorded in the file before it gets its name: at no moment does it look like any other record.
fn put_in_place(
    part: &Path,
    path: &Path,
    soundness: Soundness,
    now: Timestamp,
) -> Result<(Soundness, Option<PathBuf>), Error> {
    let aside = path.exists().then(|| keep_aside(path, empty_wal(path), now)).transpose()?;
    let placed = note_restored(part, &soundness, aside.as_deref(), now)
        .and_then(|()| set_aside_companions(path, now))
        .and_then(|()| Ok(std::fs::rename(part, path)?));
    if let (Err(_), Some(aside)) = (&placed, &aside) {
        put_back(aside, path);
    }
    placed.map(|()| (soundness, aside))
}

/// Writes the WAL into the file itself; `false` for a damaged file.
fn empty_wal(path: &Path) -> bool {
    Store::open_file(path).is_ok_and(|store| store.empty_wal().is_ok())
}

/// A backup, and whether an older version made it.
fn open_backup(from: &Path) -> Result<(Connection, bool), Error> {
    let unsound = |what: String| Error::Unsound { path: from.to_owned(), what };
    let unreadable = || Error::Unreadable { path: from.to_owned() };
    if !is_there(from, unreadable)? {
        return Err(Error::Missing { path: from.to_owned() });
    }
    let backup = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let backup = opened(backup, unreadable)?;
    match set_up(&backup).and_then(|()| migrate::check(&backup, from)) {
        // Nothing was ever recorded in it.
        Ok(0) => Err(unsound("it is empty".to_owned())),
        Ok(version) => Ok((backup, version < migrate::VERSION)),
        Err(Error::Damaged { what }) => Err(unsound(what)),
        Err(other) => Err(other),
    }
}

fn upgrade(path: &Path) -> Result<(), Error> {
    let mut connection = Connection::open(path)?;
    set_up(&connection)?;
    migrate::upgrade(&mut connection)
}

fn note_restored(part: &Path, soundness: &Soundness, aside: Option<&Path>, now: Timestamp) -> Result<(), Error> {
    let name = aside.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let events_in_backup = i64::try_from(soundness.events).unwrap_or(i64::MAX);
    let body = EventBody::Restored { events_in_backup, set_aside: name };
    let mut restored = Store::open_file(part)?;
    restored.write(|write| write.note(&body, now))?;
    // All of it into the file that gets the name.
    restored.empty_wal()
}

fn checked(path: &Path) -> Result<Soundness, Error> {
    let unsound = |what: String| Error::Unsound { path: path.to_owned(), what };
    let soundness = match Reader::open_file(path) {
        Ok(reader) => reader.verify()?,
        Err(Error::Damaged { what }) => return Err(unsound(what)),
        Err(other) => return Err(other),
    };
    match soundness.problems.first() {
        None => Ok(soundness),
        Some(problem) => Err(unsound(problem.to_string())),
    }
}

fn partial(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// A file left by an earlier backup that crashed stays in place and blocks nothing: it may be the host's own file.
fn free_partial(path: &Path) -> PathBuf {
    let numbered = |count: u32| partial(&path.with_added_extension(count.to_string()));
    std::iter::once(partial(path))
        .chain((2..).map(numbered))
        .find(|part| !part.exists())
        .unwrap_or_else(|| partial(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_stays_until_the_backup_replaces_it() {
        let folder = tempfile::tempdir().unwrap();
        let now = Timestamp::UNIX_EPOCH;
        let body = EventBody::Restored { events_in_backup: 1, set_aside: None };
        Store::open(folder.path(), now).unwrap().write(|write| write.note(&body, now)).unwrap();
        let path = folder.path().join(FILE_NAME);
        let aside = keep_aside(&path, empty_wal(&path), now).unwrap();
        let names = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 3, "beside the lock, neither name has companions that belong to the other");
        // Here a kill ends it.
        for file in [&folder.path().join(FILE_NAME), &aside] {
            let found = Reader::open_file(file).unwrap().verify().unwrap();
            assert!(found.is_sound() && found.events == 1, "{}: {:?}", file.display(), found.problems);
        }
        let path = folder.path().join(FILE_NAME);
        put_back(&aside, &path);
        assert!(path.exists() && !aside.exists(), "what took no other's place is not kept twice");
        std::fs::rename(&path, &aside).unwrap();
        put_back(&aside, &path);
        assert!(path.exists() && !aside.exists(), "and where it had but one name, it is back");
    }
}
