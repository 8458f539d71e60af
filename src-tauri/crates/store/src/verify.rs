//! Is the record sound? Pages, schema, rows, chain, and search index, each looked at by itself.
//!
//! SQLite's integrity check sees pages that do not fit together, the row sums see every changed value, the chain sees every
//! event that was changed, removed or put in, and the intents are tied into it by their sums.

use std::collections::HashMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::chain::{Link, START};
use crate::error::Error;
use crate::open::Store;
use crate::transaction::Read;

/// What [`Read::verify`] found.
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

/// The tables whose rows carry a sum.
const SUMMED: [&str; 8] =
    ["workspace", "account", "slot_snapshot", "door", "outside_code", "intent", "code", "seam_event"];

/// No more problems than this are listed.
const ENOUGH: usize = 50;

impl Soundness {
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Store {
    /// Looks at the whole record, the search index included.
    ///
    /// # Errors
    /// Only what has nothing to do with damage: the record is busy, the disk fails.
    pub fn verify(&self) -> Result<Soundness, Error> {
        let read = self.read();
        let mut soundness = read.verify()?;
        let check = "INSERT INTO code_search (code_search, rank) VALUES ('integrity-check', 1)";
        if gather(&mut soundness.problems, "the search index", || Ok(read.connection.execute_batch(check)?))?.is_none()
        {
            soundness.problems.push(Problem::Search);
        }
        Ok(soundness)
    }
}

impl Read<'_> {
    /// Looks at everything that can be looked at without writing.
    ///
    /// # Errors
    /// Only what has nothing to do with damage: the record is busy, the disk fails.
    pub fn verify(&self) -> Result<Soundness, Error> {
        let mut problems = Vec::new();
        look(&mut problems, "the file", || self.check_pages())?;
        if gather(&mut problems, "the layout", || schema_of(self.connection))? != Some(expected_schema()?) {
            problems.push(Problem::Schema);
        }
        for table in SUMMED {
            let changed = gather(&mut problems, table, || self.changed_rows(table))?.unwrap_or_default();
            problems.extend((changed > 0).then(|| Problem::Rows(changed, table.to_owned())));
        }
        let steps = gather(&mut problems, "the events", || self.check_chain())?;
        let events = steps.as_ref().map_or(0, |steps| steps.events);
        problems.extend(steps.iter().flat_map(|steps| steps.problems.clone()));
        if let Some(steps) = steps {
            look(&mut problems, "the intents", || self.check_intents())?;
            look(&mut problems, "the codes", || self.check_codes(&steps))?;
        }
        look(&mut problems, "the references", || self.check_references())?;
        let codes = gather(&mut problems, "the codes", || self.count_codes())?.unwrap_or_default();
        problems.dedup();
        problems.truncate(ENOUGH);
        Ok(Soundness { events, codes, problems })
    }

    /// Walks the chain only: what must hold before another code is spent.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn verify_chain(&self) -> Result<Vec<Problem>, Error> {
        let mut problems = Vec::new();
        let steps = gather(&mut problems, "the events", || self.check_chain())?;
        problems.extend(steps.into_iter().flat_map(|steps| steps.problems));
        look(&mut problems, "the intents", || self.check_intents())?;
        Ok(problems)
    }

    fn check_pages(&self) -> Result<Vec<Problem>, Error> {
        let mut statement = self.connection.prepare(&format!("PRAGMA integrity_check({ENOUGH})"))?;
        let said = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(said.into_iter().filter(|said| said != "ok").map(Problem::Pages).collect())
    }

    fn changed_rows(&self, table: &str) -> Result<u64, Error> {
        let mut columns = self.connection.prepare("SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0")?;
        let columns = columns.query_map([table], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        let sql = format!("SELECT count(*) FROM {table} WHERE sum IS NOT row_sum({})", columns.join(", "));
        Ok(self.connection.query_row(&sql, [], |row| row.get(0))?)
    }

    fn check_chain(&self) -> Result<Steps, Error> {
        let sql = "SELECT id, intent, seq, at, detail, sealed, prev, hash FROM event ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut steps = Steps::new();
        while let Some(row) = rows.next()? {
            steps.follow(row)?;
        }
        Ok(steps)
    }

    fn check_intents(&self) -> Result<Vec<Problem>, Error> {
        let sql = "SELECT intent.id FROM intent LEFT JOIN event ON event.intent = intent.id AND event.seq = 1
            WHERE event.detail ->> 'intent_sum' IS NOT lower(hex(intent.sum)) LIMIT 50";
        self.ids(sql, Problem::Intent)
    }

    fn check_codes(&self, steps: &Steps) -> Result<Vec<Problem>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT intent, seq FROM code")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
        let rows = rows.collect::<Result<HashMap<_, _>, _>>()?;
        let lost = steps.last.iter().filter(|(intent, seq)| rows.get(intent) != Some(seq)).map(|(intent, _)| *intent);
        let invented = rows.keys().filter(|intent| !steps.last.contains_key(intent)).copied();
        Ok(lost.chain(invented).map(Problem::Code).collect())
    }

    fn check_references(&self) -> Result<Vec<Problem>, Error> {
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let tables = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(tables.into_iter().map(Problem::Dangling).collect())
    }

    fn count_codes(&self) -> Result<u64, Error> {
        Ok(self.connection.query_row("SELECT count(*) FROM intent", [], |row| row.get(0))?)
    }

    fn ids(&self, sql: &str, problem: impl Fn(i64) -> Problem) -> Result<Vec<Problem>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([], |row| row.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(ids.into_iter().map(problem).collect())
    }
}

/// The chain as far as it was walked.
struct Steps {
    events: u64,
    id: i64,
    hash: [u8; 32],
    last: HashMap<i64, i64>,
    problems: Vec<Problem>,
}

impl Steps {
    fn new() -> Self {
        Self { events: 0, id: 0, hash: START, last: HashMap::new(), problems: Vec::new() }
    }

    fn follow(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let blob = |column| row.get_ref(column).map_err(Error::from).map(bytes_of);
        let (detail, sealed, prev, hash) = (blob("detail")?, blob("sealed")?, blob("prev")?, blob("hash")?);
        let id: i64 = row.get("id")?;
        let (intent, seq): (Option<i64>, Option<i64>) = (row.get("intent")?, row.get("seq")?);
        let (detail, prev) = (detail.unwrap_or_default(), prev.unwrap_or_default());
        let link = Link { id, intent, seq, at: row.get("at")?, detail, sealed, prev };
        let computed = link.hash();
        if id != self.id + 1 {
            self.report(Problem::MissingEvent(self.id + 1));
        }
        if prev != self.hash || hash != Some(computed.as_slice()) {
            self.report(Problem::Chain(id));
        }
        if let (Some(intent), Some(seq)) = (intent, seq)
            && self.last.insert(intent, seq).unwrap_or_default() + 1 != seq
        {
            self.report(Problem::Chain(id));
        }
        self.events += 1;
        self.id = id;
        self.hash = computed;
        Ok(())
    }

    fn report(&mut self, problem: Problem) {
        if self.problems.len() < ENOUGH {
            self.problems.push(problem);
        }
    }
}

fn bytes_of(value: ValueRef<'_>) -> Option<&[u8]> {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => None,
    }
}

/// Runs one check; damage met on the way is a finding, not an end.
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

fn schema_of(connection: &Connection) -> Result<Vec<(String, String, Option<String>)>, Error> {
    let sql = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a fresh record of this version looks like.
fn expected_schema() -> Result<Vec<(String, String, Option<String>)>, Error> {
    schema_of(Store::in_memory()?.read().connection)
}
