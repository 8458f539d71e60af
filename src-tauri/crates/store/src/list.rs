//! The ledger as it is browsed: pages of codes, and how full each door is. Each is one query.

use std::collections::HashMap;

use domain::ids::{DeviceId, IntentId};
use domain::lifecycle::State;
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};

use crate::error::Error;
use crate::table::code::{CodeEntry, ENTRY_COLUMNS, entry};
use crate::text::{Millis, maybe_millis};
use crate::transaction::Read;

/// Which codes to list. Everything given must hold.
#[derive(Clone, Debug, Default)]
pub struct CodeFilter {
    pub device: Option<DeviceId>,
    /// Any of these states, as of `now`; empty: all.
    pub states: Vec<State>,
    /// The window holds this instant.
    pub at: Option<Timestamp>,
    /// Every word begins a word of the label, door, marker, stay key or dates.
    pub search: Option<String>,
    /// Only intents older than this one: the `next` of the page before.
    pub after: Option<IntentId>,
}

/// A page of codes, newest first.
#[derive(Clone, Debug)]
pub struct CodePage {
    pub entries: Vec<CodeEntry>,
    /// How many there are in all, on every page.
    pub total: u64,
    pub next: Option<IntentId>,
}

/// What takes up places on a door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    pub live: u32,
    pub in_flight: u32,
    pub elsewhere: u32,
    /// When the next of them ends.
    pub next_free: Option<Timestamp>,
}

/// The conditions of a filter and their values, and where to begin: with what the search finds, or with the newest codes.
struct Condition {
    tables: &'static str,
    order: &'static str,
    clauses: Vec<String>,
    values: Vec<Value>,
}

/// The search index gives its rows newest first, so that a page of them needs no sorting.
const FOUND: &str =
    "FROM code_search CROSS JOIN code ON code.intent = code_search.rowid CROSS JOIN intent ON intent.id = code.intent";
const ALL: &str = "FROM code CROSS JOIN intent ON intent.id = code.intent";

impl Read<'_> {
    /// One page of at most `limit` codes.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn codes(&self, filter: &CodeFilter, limit: u32, now: Timestamp) -> Result<CodePage, Error> {
        let whole = Condition::of(filter, now);
        let mut page = Condition::of(filter, now);
        if let Some(after) = filter.after {
            let clause = format!("{} < ?", page.order);
            page.add(&clause, [Value::Integer(after.0)]);
        }
        let sql = format!(
            "SELECT {ENTRY_COLUMNS} {} {} ORDER BY {} DESC LIMIT {}",
            page.tables,
            page.sql(),
            page.order,
            u64::from(limit) + 1
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut entries = statement.query_map(params_from_iter(page.values), entry)?.collect::<Result<Vec<_>, _>>()?;
        let has_more = entries.len() > limit as usize;
        entries.truncate(limit as usize);
        let next = entries.last().filter(|_| has_more).map(|entry| entry.intent.id);
        let is_all = filter.after.is_none() && !has_more;
        let total = if is_all { entries.len() as u64 } else { self.count(whole)? };
        Ok(CodePage { entries, total, next })
    }

    fn count(&self, condition: Condition) -> Result<u64, Error> {
        let sql = format!("SELECT count(*) FROM {} {}", condition.counted(), condition.sql());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(condition.values), |row| row.get(0))?)
    }

    /// How full every door is, by device id. Doors without codes are absent.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn usage(&self, now: Timestamp) -> Result<HashMap<DeviceId, Usage>, Error> {
        let sql = USAGE.replace("{one_door}", "");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map([Millis(now)], usage)?.collect::<Result<_, _>>()?)
    }

    /// How full one door is.
    ///
    /// # Errors
    /// The record cannot be read.
    pub fn usage_of(&self, device: &DeviceId, now: Timestamp) -> Result<Usage, Error> {
        let sql = USAGE.replace("{one_door}", "AND device_id = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_row(params![Millis(now), device.as_str()], usage).optional()?;
        Ok(found.map(|(_, usage)| usage).unwrap_or_default())
    }
}

const USAGE: &str = include_str!("usage.sql");

impl Condition {
    fn of(filter: &CodeFilter, now: Timestamp) -> Self {
        let mut condition = Self { tables: ALL, order: "code.intent", clauses: Vec::new(), values: Vec::new() };
        if let Some(words) = filter.search.as_deref().and_then(search_words) {
            (condition.tables, condition.order) = (FOUND, "code_search.rowid");
            condition.add("code_search MATCH ?", [Value::Text(words)]);
        }
        if let Some(device) = &filter.device {
            condition.add("code.device_id = ?", [Value::Text(device.to_string())]);
        }
        if let Some(at) = filter.at {
            let at = Value::Integer(at.as_millisecond());
            condition.add("code.ends_at > ? AND code.starts_at <= ?", [at.clone(), at]);
        }
        condition.add_states(&filter.states, now);
        condition
    }

    /// A code whose window is over has ended, whether or not Seam was asked since (as `lifecycle::seen_at`).
    fn add_states(&mut self, states: &[State], now: Timestamp) {
        let fades = |state: State| matches!(state, State::Accepted | State::Setting | State::Set);
        let over = Value::Integer(now.as_millisecond());
        let mut parts = Vec::new();
        let mut values = Vec::new();
        for state in states {
            values.push(Value::Text(state.as_str().to_owned()));
            if *state == State::Ended {
                parts.push("code.state = ? OR (code.state IN ('accepted', 'setting', 'set') AND code.ends_at <= ?)");
                values.push(over.clone());
            } else if fades(*state) {
                parts.push("(code.state = ? AND code.ends_at > ?)");
                values.push(over.clone());
            } else {
                parts.push("code.state = ?");
            }
        }
        if !parts.is_empty() {
            self.add(&format!("({})", parts.join(" OR ")), values);
        }
    }

    fn add(&mut self, clause: &str, values: impl IntoIterator<Item = Value>) {
        self.clauses.push(clause.to_owned());
        self.values.extend(values);
    }

    /// The tables that counting needs: no more than the conditions speak of.
    fn counted(&self) -> &'static str {
        match (self.tables == FOUND, self.clauses.len()) {
            (true, 1) => "code_search",
            (true, _) => "code_search CROSS JOIN code ON code.intent = code_search.rowid",
            (false, _) => "code",
        }
    }

    fn sql(&self) -> String {
        if self.clauses.is_empty() { String::new() } else { format!("WHERE {}", self.clauses.join(" AND ")) }
    }
}

/// The words of a search as an FTS5 query in which each is the beginning of a word; `None` if there are none.
///
/// A number of up to three digits is a whole word: as a beginning it would be that of every year.
fn search_words(text: &str) -> Option<String> {
    let has_letters = |word: &&str| word.chars().any(char::is_alphanumeric);
    let is_short_number = |word: &str| word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let quoted = |word: &str| {
        let plain = word.trim_start_matches('#').replace('"', " ");
        if is_short_number(&plain) { format!("\"{plain}\"") } else { format!("\"{plain}\"*") }
    };
    let words: Vec<String> = text.split_whitespace().filter(has_letters).map(quoted).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn usage(row: &Row<'_>) -> rusqlite::Result<(DeviceId, Usage)> {
    let usage = Usage {
        live: row.get("live")?,
        in_flight: row.get("in_flight")?,
        elsewhere: row.get("elsewhere")?,
        next_free: maybe_millis(row, "next_free")?,
    };
    Ok((DeviceId::new(row.get::<_, String>("device_id")?), usage))
}
