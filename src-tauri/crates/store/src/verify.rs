//! Is the record sound? Pages, schema, rows, chain, and search index, each checked separately.
//!
//! SQLite's integrity check sees pages that do not fit together, the row sums see every changed value, the chain sees
//! every event that was changed, removed or put in, and the intents are tied into it by their sums.

use std::path::Path;
use std::sync::OnceLock;

use rusqlite::{Connection, Transaction};

use crate::chain::SELECT;
use crate::chain_walk::Walk;
use crate::error::Error;
use crate::open::{Reader, Store};
use crate::repair::is_mirror;
use crate::sums::{Packed, bytes_of, is_sealed};
use crate::transaction::Read;

/// The result of [`Reader::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soundness {
    pub events: u64,
    pub codes: u64,
    pub problems: Vec<Problem>,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the pages of the file do not fit together: {0}")]
    Pages(String),
    #[error("the layout of the record is not what this version writes")]
    Schema,
    #[error("{0} rows of table {1} were changed after they were written")]
    Rows(u64, String),
    #[error("event {0} does not follow from the one before it")]
    Chain(i64),
    #[error("event {0} is missing")]
    MissingEvent(i64),
    #[error("intent {0} is not the one that was recorded")]
    Intent(i64),
    #[error("code {0} does not agree with its events")]
    Code(i64),
    #[error("a row of table {0} refers to nothing")]
    Dangling(String),
    #[error("the search index does not agree with the record")]
    Search,
    #[error("{0} cannot be read")]
    Unreadable(String),
}

impl Problem {
    /// Whether the next sync can repair it: rows that Seam will report again.
    pub fn is_mended_by_sync(&self) -> bool {
        matches!(self, Self::Rows(_, table) if is_mirror(table))
    }
}

/// No more problems than this are listed.
pub const ENOUGH: usize = 50;

impl Soundness {
    fn with(mut self, further: Vec<Problem>) -> Self {
        self.problems.extend(further);
        self.problems.dedup();
        self.problems.truncate(ENOUGH);
        self
    }

    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// Whether the next sync can repair every problem found: rows that Seam will report again.
    pub fn is_mended_by_sync(&self) -> bool {
        !self.is_sound() && self.problems.iter().all(Problem::is_mended_by_sync)
    }
}

impl Store {
    /// Checks the whole record, the search index included.
    ///
    /// # Errors
    /// Only errors unrelated to damage: the record is busy, the disk fails.
    pub fn verify(&self) -> Result<Soundness, Error> {
        if !self.path().exists() {
            return Ok(verify(self.read(), None)?.with(self.verify_search()?));
        }
        let path = self.path();
        std::thread::scope(|scope| {
            let reading = scope.spawn(move || Reader::open_file(path)?.verify());
            let search = self.verify_search()?;
            let unreadable = |_| Err(Error::Damaged { what: "looking at it ended without an answer".to_owned() });
            Ok(reading.join().unwrap_or_else(unreadable)?.with(search))
        })
    }

    /// Compares the search index with the record, which only a writer can.
    ///
    /// # Errors
    /// Only errors unrelated to damage: the record is busy, the disk fails.
    pub fn verify_search(&self) -> Result<Vec<Problem>, Error> {
        let check = "INSERT INTO code_search (code_search, rank) VALUES ('integrity-check', 1)";
        let mut problems = Vec::new();
        let search = || Ok(self.read().connection.execute_batch(check)?);
        if gather(&mut problems, "the search index", search)?.is_none() {
            problems.push(Problem::Search);
        }
        Ok(problems)
    }
}

impl Reader {
    /// Checks everything that can be checked without writing.
    ///
    /// # Errors
    /// Only errors unrelated to damage: the record is busy, the disk fails.
    pub fn verify(&self) -> Result<Soundness, Error> {
        verify(self.read(), Some(self.path()))
    }
}

/// Checks pages and references on a separate thread, through a separate connection if there is a file.
fn verify(read: Read<'_>, path: Option<&Path>) -> Result<Soundness, Error> {
    let Some(path) = path.filter(|path| path.exists()) else {
        return Ok(read.check_rows()?.with(read.check_structure()?));
    };
    std::thread::scope(|scope| {
        let structure = scope.spawn(|| Reader::open_file(path)?.read().check_structure());
        let rows = read.check_rows()?;
        let structure = structure.join().unwrap_or_else(|_| Ok(vec![Problem::Unreadable("the file".to_owned())]))?;
        Ok(rows.with(structure))
    })
}

impl Read<'_> {
    /// Verifies the chain, the intents and the codes: all must be sound before another code is spent.
    pub fn verify_chain(&self) -> Result<Vec<Problem>, Error> {
        let _moment = self.one_moment()?;
        let mut problems = Vec::new();
        let Some(mut walk) = gather(&mut problems, "the events", || self.check_chain())? else { return Ok(problems) };
        for table in ["intent", "code"] {
            self.check_table(table, Some(&mut walk), &mut problems)?;
        }
        problems.extend(walk.finish());
        Ok(problems)
    }

    /// Several queries about one moment: other processes write between them. Inside a transaction it is one moment
    /// anyway.
    fn one_moment(&self) -> Result<Option<Transaction<'_>>, Error> {
        Ok(self.connection.is_autocommit().then(|| self.connection.unchecked_transaction()).transpose()?)
    }

    fn check_rows(&self) -> Result<Soundness, Error> {
        let _moment = self.one_moment()?;
        let mut problems = Vec::new();
        if gather(&mut problems, "the layout", || schema_of(self.connection))?.as_ref() != Some(expected_schema()?) {
            problems.push(Problem::Schema);
        }
        let mut walk = gather(&mut problems, "the events", || self.check_chain())?;
        let events = walk.as_ref().map_or(0, |walk| walk.events);
        for table in summed_tables()? {
            self.check_table(table, walk.as_mut(), &mut problems)?;
        }
        problems.extend(walk.map(Walk::finish).unwrap_or_default());
        let codes = gather(&mut problems, "the codes", || self.count_codes())?.unwrap_or_default();
        Ok(Soundness { events, codes, problems })
    }

    fn check_structure(&self) -> Result<Vec<Problem>, Error> {
        let mut problems = Vec::new();
        look(&mut problems, "the file", || self.check_pages())?;
        look(&mut problems, "the references", || self.check_references())?;
        Ok(problems)
    }

    fn check_pages(&self) -> Result<Vec<Problem>, Error> {
        let mut statement = self.connection.prepare(&format!("PRAGMA integrity_check({ENOUGH})"))?;
        let said = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(said.into_iter().filter(|said| said != "ok").map(Problem::Pages).collect())
    }

    fn check_table(&self, table: &str, walk: Option<&mut Walk>, problems: &mut Vec<Problem>) -> Result<(), Error> {
        let changed = gather(problems, table, || self.changed_rows(table, walk))?.unwrap_or_default();
        problems.extend((changed > 0).then(|| Problem::Rows(changed, table.to_owned())));
        Ok(())
    }

    /// How many rows of a table do not have the sum that the schema gave them. The sum is the last column. Intents and
    /// codes are compared with the chain on the way, so that each is read once.
    pub(crate) fn changed_rows(&self, table: &str, mut walk: Option<&mut Walk>) -> Result<u64, Error> {
        let mut statement = self.connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count().saturating_sub(1);
        let seq = statement.column_index("seq").unwrap_or_default();
        let mut rows = statement.query([])?;
        let mut packed = Packed::default();
        let mut changed = 0;
        while let Some(row) = rows.next()? {
            changed += u64::from(!is_sealed(row, 0..columns, &mut packed)?);
            match (&mut walk, table) {
                (Some(walk), "intent") => walk.meet_intent(row.get(0)?, bytes_of(row.get_ref(columns)?)),
                (Some(walk), "code") => walk.meet_code(row.get(0)?, row.get(seq)?),
                _ => {}
            }
        }
        Ok(changed)
    }

    fn check_chain(&self) -> Result<Walk, Error> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} ORDER BY id"))?;
        let mut rows = statement.query([])?;
        let mut walk = Walk::default();
        while let Some(row) = rows.next()? {
            walk.follow(row)?;
        }
        Ok(walk)
    }

    /// The references of events and codes are checked with the chain, which reads both anyway.
    fn check_references(&self) -> Result<Vec<Problem>, Error> {
        let sql = "SELECT DISTINCT name FROM sqlite_schema, pragma_foreign_key_check(name)
            WHERE type = 'table' AND name NOT IN ('event', 'code')";
        let mut statement = self.connection.prepare(sql)?;
        let tables = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(tables.into_iter().map(Problem::Dangling).collect())
    }

    fn count_codes(&self) -> Result<u64, Error> {
        Ok(self.connection.query_row("SELECT count(*) FROM intent", [], |row| row.get(0))?)
    }
}

/// Runs one check; reports damage met on the way as a finding and goes on.
fn gather<T>(
    problems: &mut Vec<Problem>,
    what: &str,
    check: impl FnOnce() -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    match check() {
        Ok(found) => Ok(Some(found)),
        Err(Error::Damaged { .. } | Error::Sqlite(_)) => {
            problems.push(Problem::Unreadable(what.to_owned()));
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// Runs a check that lists problems.
fn look(
    problems: &mut Vec<Problem>,
    what: &str,
    check: impl FnOnce() -> Result<Vec<Problem>, Error>,
) -> Result<(), Error> {
    let found = gather(problems, what, check)?;
    problems.extend(found.unwrap_or_default());
    Ok(())
}

/// Kind, name and SQL of everything in a file.
type Layout = Vec<(String, String, Option<String>)>;

fn schema_of(connection: &Connection) -> Result<Layout, Error> {
    let sql = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The schema of a fresh record of this version.
fn expected_schema() -> Result<&'static Layout, Error> {
    static EXPECTED: OnceLock<Layout> = OnceLock::new();
    if let Some(expected) = EXPECTED.get() {
        return Ok(expected);
    }
    let fresh = schema_of(Store::in_memory()?.read().connection)?;
    Ok(EXPECTED.get_or_init(|| fresh))
}

/// The tables whose rows carry a sum.
fn summed_tables() -> Result<impl Iterator<Item = &'static str>, Error> {
    let is_summed = |sql: &str| sql.contains("sum BLOB AS (row_sum(");
    let tables = expected_schema()?.iter().filter(move |(_, _, sql)| sql.as_deref().is_some_and(is_summed));
    Ok(tables.map(|(_, name, _)| name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_that_is_not_a_chain_has_sums() {
        let tables = expected_schema().unwrap().iter().filter(|(kind, ..)| kind == "table").map(|(_, name, _)| name);
        let known: Vec<_> = summed_tables().unwrap().collect();
        for table in tables.filter(|name| *name != "event" && !name.starts_with("code_search")) {
            assert!(known.contains(&table.as_str()), "a changed row of {table} would not be seen");
        }
        assert!(known.contains(&"intent") && known.len() >= 8, "the list is not empty: {known:?}");
    }
}
