//! Opening the file: permissions, settings, damage.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::Error;
use crate::file::access::{closed_record, is_there, kept_out, opened};
use crate::file::atomic::create_atomically;
use crate::file::lock::{self, Held};
use crate::file::place::{ensure_fit, free_space};
use crate::file::set_aside::{find_set_aside, set_aside};
use crate::file::{make_private, owner_only, private_file, wal_of};
use crate::transaction::{Read, Write};
use crate::{migrate, sealed, sums};

/// The record's name within the data folder.
pub const FILE_NAME: &str = "latchbook.db";

/// Pages kept in memory, in KiB.
const CACHE_KIB: i64 = 16 * 1_024;

/// How long a writer waits for another.
const BUSY: Duration = Duration::from_secs(5);

/// Free space below which no code is requested (docs/design.md, "Faults", F09).
const ROOM: u64 = 200_000_000;

const SETTINGS: &str = "
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;
";

const READER_SETTINGS: &str = "
    PRAGMA query_only = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
";

/// The record, open for writing. One per process; other processes take turns.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// Bytes that must be free on its disk before a code is requested.
    room: u64,
    /// Releases the record after the connection is closed.
    _held: Option<Held>,
}

/// The record, open for reading only. Never waits for a writer.
pub struct Reader {
    connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the record in a folder, making both if there are none (the folder for its owner only).
    ///
    /// A file that is no longer a database is set aside under a name with the date and time, never deleted, and never
    /// replaced by an empty one: as long as it is there, opening reports it.
    ///
    /// # Errors
    /// [`Error::Unfit`] for a folder in which a record is not safe, [`Error::Closed`] for another user's,
    /// [`Error::SetAside`] for a damaged file, [`Error::Newer`], [`Error::NotOurs`], [`Error::Orphan`], [`Error::Busy`]
    /// while a backup takes its place, or why it cannot be written.
    pub fn open(folder: &Path, now: Timestamp) -> Result<Self, Error> {
        ensure_fit(folder)?;
        let path = folder.join(FILE_NAME);
        make_private(folder)?;
        let held = lock::share(folder)?;
        if !is_there(&path, || closed_record(&path))? {
            make_first(folder, &path)?;
        }
        owner_only(&path, 0o600).map_err(kept_out(folder))?;
        match Self::open_file(&path) {
            Err(Error::Damaged { .. }) => Err(Error::SetAside { set_aside: set_aside(&path, now)? }),
            opened => Ok(Self { _held: Some(held), ..opened? }),
        }
    }

    pub(crate) fn open_file(path: &Path) -> Result<Self, Error> {
        let connection = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE));
        let mut connection = opened(connection, || closed_record(path))?;
        set_up(&connection)?;
        if migrate::check(&connection, path)? == 0 {
            return Err(Error::empty());
        }
        switch_to_wal(&connection)?;
        connection.execute_batch(SETTINGS)?;
        migrate::migrate(&mut connection, path)?;
        Ok(Self { connection, path: path.to_owned(), room: ROOM, _held: None })
    }

    /// A record in memory, for tests.
    ///
    /// # Errors
    /// None that a test should meet.
    pub fn in_memory() -> Result<Self, Error> {
        let mut connection = Connection::open_in_memory()?;
        set_up(&connection)?;
        connection.execute_batch(SETTINGS)?;
        migrate::upgrade(&mut connection)?;
        Ok(Self { connection, path: PathBuf::from(":memory:"), room: ROOM, _held: None })
    }

    /// Waits for other writers at most this long, rather than five seconds.
    ///
    /// # Errors
    /// None that is known: SQLite takes any time.
    pub fn wait_at_most(&self, time: Duration) -> Result<(), Error> {
        Ok(self.connection.busy_timeout(time)?)
    }

    /// Writes the whole WAL into the file itself.
    pub(crate) fn empty_wal(&self) -> Result<(), Error> {
        let is_busy: bool =
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(Error::from)?;
        if is_busy { Err(Error::Busy) } else { Ok(()) }
    }

    /// Requires this many free bytes on the disk, rather than 200 MB.
    pub fn want_room(&mut self, bytes: u64) {
        self.room = bytes;
    }

    /// Fails if the disk could be too full to record what comes next. Passes on a system that does not report free
    /// space.
    ///
    /// # Errors
    /// [`Error::LittleRoom`].
    pub fn ensure_room(&self) -> Result<(), Error> {
        let free = self.path.parent().and_then(free_space).filter(|free| *free < self.room);
        free.map_or(Ok(()), |free| Err(Error::LittleRoom { free, wanted: self.room }))
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs `work` in one transaction that is durable when this returns `Ok`, and leaves no trace otherwise.
    ///
    /// # Errors
    /// The error of `work`, or why the transaction could not begin or be committed.
    pub fn write<T, E: From<Error>>(&mut self, work: impl FnOnce(&Write<'_>) -> Result<T, E>) -> Result<T, E> {
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let done = work(&Write::new(&begun))?;
        begun.commit().map_err(Error::from)?;
        Ok(done)
    }

    /// How many rows were inserted, changed or deleted through this handle: with it a test sees that nothing was
    /// written.
    pub fn rows_written(&self) -> u64 {
        self.connection.total_changes()
    }

    /// Reads through the writer's connection.
    pub fn read(&self) -> Read<'_> {
        Read::new(&self.connection)
    }
}

impl Reader {
    /// Opens an existing record for reading. Works next to a writer, and in a folder that is not writable.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Closed`], [`Error::NotAFile`], [`Error::SetAside`], [`Error::Damaged`],
    /// [`Error::Newer`] or [`Error::NotOurs`].
    pub fn open(folder: &Path) -> Result<Self, Error> {
        Self::open_file(&folder.join(FILE_NAME))
    }

    /// Opens a record by the path of its file.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn open_file(path: &Path) -> Result<Self, Error> {
        if !is_there(path, || closed_record(path))? {
            let set_aside = path.parent().and_then(find_set_aside);
            return Err(
                set_aside.map_or(Error::Missing { path: path.to_owned() }, |set_aside| Error::SetAside { set_aside })
            );
        }
        let opened = Self::try_open(path, &path.to_string_lossy(), OpenFlags::empty());
        match opened {
            // Without a folder for the WAL's shared memory, SQLite can read only a file that does not change.
            Err(Error::NotWritable { .. }) if !wal_of(path).exists() => {
                let uri = format!("file:{}?immutable=1", percent_encoded(path));
                Self::try_open(path, &uri, OpenFlags::SQLITE_OPEN_URI)
            }
            opened => opened,
        }
    }

    fn try_open(path: &Path, name: &str, extra: OpenFlags) -> Result<Self, Error> {
        let connection = Connection::open_with_flags(name, flags(OpenFlags::SQLITE_OPEN_READ_ONLY) | extra);
        let connection = opened(connection, || closed_record(path))?;
        set_up(&connection)?;
        connection.execute_batch(READER_SETTINGS)?;
        let version = migrate::check(&connection, path)?;
        if version == 0 {
            return Err(Error::empty());
        }
        if version < migrate::VERSION {
            return Err(Error::NotWritable { why: "it is of an older version; open it once for writing".to_owned() });
        }
        Ok(Self { connection, path: path.to_owned() })
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads one moment of the record: later writes of other processes are not seen.
    ///
    /// # Errors
    /// The error of `work`, or the record cannot be read.
    pub fn read_moment<T, E: From<Error>>(&self, work: impl FnOnce(&Read<'_>) -> Result<T, E>) -> Result<T, E> {
        let _moment = self.connection.unchecked_transaction().map_err(Error::from)?;
        work(&self.read())
    }

    /// The handle for reading.
    pub fn read(&self) -> Read<'_> {
        Read::new(&self.connection)
    }
}

/// When several processes start first at once, one switches the file; the others get “busy” at once, without SQLite's
/// own waiting.
fn switch_to_wal(connection: &Connection) -> Result<(), Error> {
    const TRIES: u32 = 50;
    for _ in 1..TRIES {
        match connection.execute_batch("PRAGMA journal_mode = WAL").map_err(Error::from) {
            Err(Error::Busy) => std::thread::sleep(BUSY / TRIES),
            done => return done,
        }
    }
    Err(Error::Busy)
}

fn flags(mode: OpenFlags) -> OpenFlags {
    mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE
}

pub fn set_up(connection: &Connection) -> Result<(), Error> {
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(64);
    // Room for the pages of a large record that a search keeps returning to.
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Without it SQLite plans a statement that could use a partial index again for every value bound to it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    sums::register(connection)?;
    sealed::register(connection)?;
    Ok(())
}

/// Makes a first record, unless one was set aside. It gets its name only when it is whole, so that an empty file under
/// that name is never a beginning but always a loss. When several processes start first at once, the first gives the
/// name.
fn make_first(folder: &Path, path: &Path) -> Result<(), Error> {
    if let Some(set_aside) = find_set_aside(folder) {
        return Err(Error::SetAside { set_aside });
    }
    // SQLite would replay what is left of a record that was moved away into this one. This check comes first: a record
    // in use has its file by then.
    let left = wal_of(path);
    if left.exists() && !path.exists() {
        return Err(Error::Orphan { left });
    }
    create_atomically(path, "first", make)
}

fn make(first: &Path) -> Result<(), Error> {
    let file = private_file(first)?;
    let mut connection = Connection::open_with_flags(first, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
    set_up(&connection)?;
    migrate::upgrade(&mut connection)?;
    drop(connection);
    file.sync_all()?;
    Ok(())
}

/// A path inside a `file:` URI.
fn percent_encoded(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte);
    let encode = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.to_string_lossy().bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(connection: &Connection, name: &str) -> String {
        connection
            .pragma_query_value(None, name, |row| {
                row.get(0).or_else(|_| row.get::<_, i64>(0).map(|number| number.to_string()))
            })
            .unwrap()
    }

    #[test]
    fn a_connection_has_every_setting_that_keeps_the_file_safe() {
        let folder = tempfile::tempdir().unwrap();
        let now = Timestamp::UNIX_EPOCH;
        let store = Store::open(folder.path(), now).unwrap();
        let reader = Reader::open(folder.path()).unwrap();
        let both = [("trusted_schema", "0"), ("cell_size_check", "1"), ("mmap_size", "0"), ("temp_store", "2")];
        let writing = [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("recursive_triggers", "1"),
            ("secure_delete", "1"),
            ("busy_timeout", "5000"),
        ];
        for (name, wanted) in both.into_iter().chain(writing) {
            assert_eq!(setting(&store.connection, name), wanted, "{name} of the connection that writes");
        }
        for (name, wanted) in both.into_iter().chain([("query_only", "1")]) {
            assert_eq!(setting(&reader.connection, name), wanted, "{name} of a connection that reads");
        }
    }
}
