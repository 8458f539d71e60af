//! Bringing a file to the version that this program writes.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::error::Error;
use crate::file::atomic::create_atomically;
use crate::file::copy::copy;

/// One script per version, in order; never edited after release.
const MIGRATIONS: [&str; 3] =
    [include_str!("schema/v1.sql"), include_str!("schema/v2.sql"), include_str!("schema/v3.sql")];

/// The version that this program writes.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// Marks the file as ours (“LATC”).
pub const APPLICATION_ID: i64 = 0x4C41_5443;

/// Upgrades the file in one transaction, after a copy of it has been made; does nothing to a current one.
///
/// # Errors
/// [`Error::Newer`] for a file of a later version, [`Error::NotOurs`] for another program's database.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Error> {
    let found = check(connection, path)?;
    if found == VERSION {
        return Ok(());
    }
    copy_before(connection, path, found)?;
    upgrade(connection)
}

/// Upgrades our file in one transaction.
pub fn upgrade(connection: &mut Connection) -> Result<(), Error> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = user_version(&transaction)?;
    // Another start was sooner.
    if found >= VERSION {
        return Ok(());
    }
    for script in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or_default()) {
        transaction.execute_batch(script)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// The version of a file that is ours (0: empty). Whose it is comes first: every program counts its own versions.
pub fn check(connection: &Connection, path: &Path) -> Result<i64, Error> {
    let found = user_version(connection)?;
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let is_ours = application == APPLICATION_ID || (application == 0 && found == 0 && is_empty(connection)?);
    match is_ours {
        false => Err(Error::NotOurs { path: path.to_owned() }),
        true if found > VERSION => Err(Error::Newer { found, known: VERSION }),
        true => Ok(found),
    }
}

fn is_empty(connection: &Connection) -> Result<bool, Error> {
    Ok(connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?)
}

fn user_version(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// It gets its name once it is whole: an incomplete copy left by a crash does not count.
fn copy_before(connection: &Connection, path: &Path, version: i64) -> Result<(), Error> {
    let kept = path.with_extension(format!("before-{VERSION}-from-{version}.db"));
    if kept.exists() {
        return Ok(());
    }
    create_atomically(&kept, "copy", |made| copy(connection, made))
}
