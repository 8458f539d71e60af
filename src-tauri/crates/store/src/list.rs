//! The ledger as it is browsed: pages of codes, and how full each door is. Each is one query.

use std::collections::HashMap;

use domain::code::CodeEntry;
use domain::ids::{DeviceId, IntentId};
use domain::lifecycle::State;
use domain::times::Times;
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use crate::error::Error;
use crate::search::Search;
use crate::table::code::{ENTRY_COLUMNS, entry};
use crate::text::{Millis, maybe_millis};
use crate::transaction::Read;

/// Which codes to list. Every condition that is set must hold.
#[derive(Clone, Debug, Default)]
pub struct CodeFilter {
    /// At this door's lock, under any id by which it was known.
    pub device: Option<DeviceId>,
    /// Any of these states, by now; empty: all.
    pub states: Vec<State>,
    /// The window holds this instant.
    pub at: Option<Timestamp>,
    /// The window holds an instant that depends on the door: doors whose clocks show a time at that instant.
    pub at_each: Vec<(Timestamp, Vec<DeviceId>)>,
    /// Every word begins a word of the label, door, marker, stay key or dates, or is a date of the stay as it is shown,
    /// or, in a script without blanks, occurs anywhere in the label, door or stay key. Blank: all; signs alone match
    /// nothing.
    pub search: Option<String>,
    /// Only intents older than this one: the `next` of the page before.
    pub after: Option<IntentId>,
    /// Skips this many further codes.
    pub skip: u32,
}

/// A page of codes, newest first.
#[derive(Clone, Debug)]
pub struct CodePage {
    pub entries: Vec<CodeEntry>,
    /// How many there are in all, on every page.
    pub total: u64,
    pub next: Option<IntentId>,
}

/// Everything that takes up places on a door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    pub live: u32,
    pub in_flight: u32,
    pub elsewhere: u32,
    /// When the next of them ends.
    pub next_free: Option<Timestamp>,
}

impl Usage {
    fn add(&mut self, other: Self) {
        self.live += other.live;
        self.in_flight += other.in_flight;
        self.elsewhere += other.elsewhere;
        self.next_free = self.next_free.into_iter().chain(other.next_free).min();
    }
}

/// The conditions of a filter and their values.
#[derive(Default)]
pub struct Condition {
    /// The query of the search index.
    search: Option<String>,
    /// Conditions that the row of a code must meet.
    clauses: Vec<String>,
    values: Vec<Value>,
    /// Conditions that it must not meet, and their values.
    without: Option<(String, Vec<Value>)>,
    /// Text that its columns must hold and that the search index cannot find.
    patterns: Vec<String>,
}

impl Read<'_> {
    /// One page of at most `limit` codes.
    pub fn codes(&self, filter: &CodeFilter, limit: u32, times: Times) -> Result<CodePage, Error> {
        let Some(condition) = Condition::new(self, filter, times)? else {
            return Ok(CodePage { entries: Vec::new(), total: 0, next: None });
        };
        if condition.is_all() {
            return self.all_codes(filter, limit);
        }
        let mut statement = self.connection.prepare_cached(&condition.page(filter, limit))?;
        let values = condition.values().chain(filter.after.map(|after| Value::Integer(after.0)));
        let rows = statement.query_map(params_from_iter(values), entry)?;
        let mut entries = rows.collect::<Result<Vec<_>, _>>()?;
        let has_more = entries.len() > limit as usize;
        entries.truncate(limit as usize);
        let next = entries.last().filter(|_| has_more).map(|entry| entry.intent.id);
        let is_one_page = filter.after.is_none() && filter.skip == 0 && !has_more;
        let total = if is_one_page { entries.len() as u64 } else { self.count(&condition)? };
        Ok(CodePage { entries, total, next })
    }

    /// A page of all codes by number; numbers run from 1 without a gap. A number without its rows is damage, not a
    /// missing code.
    fn all_codes(&self, filter: &CodeFilter, limit: u32) -> Result<CodePage, Error> {
        let newest = self.newest_intents().into_iter().try_fold(0, |most, one| Ok::<_, Error>(one?.max(most)))?;
        let first = filter.after.map_or(newest, |after| after.0 - 1) - i64::from(filter.skip);
        let last = (first - i64::from(limit) + 1).max(1);
        let mut statement = self.connection.prepare_cached(&by_numbers())?;
        let entries = statement.query_map([first, last], entry)?.collect::<Result<Vec<_>, _>>()?;
        let next = entries.last().filter(|_| last > 1).map(|entry| entry.intent.id);
        Ok(CodePage { entries, total: u64::try_from(newest).unwrap_or_default(), next })
    }

    /// The number of the newest intent according to each of the three tables that know it: one of them may have lost
    /// its last row.
    pub(crate) fn newest_intents(&self) -> [Result<i64, Error>; 3] {
        [
            "SELECT coalesce(max(intent), 0) FROM code",
            "SELECT coalesce(max(id), 0) FROM intent",
            "SELECT coalesce(max(intent), 0) FROM event WHERE intent IS NOT NULL",
        ]
        .map(|sql| Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?))
    }

    fn count(&self, condition: &Condition) -> Result<u64, Error> {
        let mut statement = self.connection.prepare_cached(&condition.count())?;
        Ok(statement.query_row(params_from_iter(condition.values()), |row| row.get(0))?)
    }

    /// How full every lock is, by the device id under which it is known now. Locks without codes are absent.
    pub fn usage(&self, times: Times) -> Result<HashMap<DeviceId, Usage>, Error> {
        let sql = USAGE.replace("{one_lock}", "");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let successors = self.successors()?;
        let mut locks: HashMap<DeviceId, Usage> = HashMap::new();
        for row in statement.query_map([Millis(times.earliest())], usage)? {
            let (device, usage) = row?;
            let lock = successors.get(&device).cloned().unwrap_or(device);
            locks.entry(lock).or_default().add(usage);
        }
        Ok(locks)
    }

    /// How full the lock of a door is; a lock that now has another id has its codes under that id.
    pub fn usage_of(&self, device: &DeviceId, times: Times) -> Result<Usage, Error> {
        if self.successors()?.contains_key(device) {
            return Ok(Usage::default());
        }
        let sql = USAGE.replace("{one_lock}", "AND device_id IN (SELECT value FROM json_each(?2))");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut lock = Usage::default();
        for row in statement.query_map(params![Millis(times.earliest()), self.ids_as_json(device)?], usage)? {
            lock.add(row?.1);
        }
        Ok(lock)
    }
}

const USAGE: &str = include_str!("usage.sql");

/// The texts of an intent that hold what people write.
const TEXTS: &str = "searchable(label) || char(10) || door_name || char(10) || coalesce(stay_key, '')";

/// The columns of the codes whose numbers a table `page` has, newest first. A row that damage has removed is an error,
/// not a missing code.
fn entries_of(page: &str) -> String {
    format!(
        "WITH RECURSIVE {page} SELECT {ENTRY_COLUMNS} FROM page LEFT JOIN code ON code.intent = page.id
        LEFT JOIN intent ON intent.id = page.id ORDER BY page.id DESC"
    )
}

/// The codes from one number down to another.
fn by_numbers() -> String {
    entries_of("page(id) AS (SELECT ?1 WHERE ?1 >= ?2 UNION ALL SELECT id - 1 FROM page WHERE id > ?2)")
}

impl Condition {
    /// `None`: nothing can be found.
    pub fn new(read: &Read<'_>, filter: &CodeFilter, times: Times) -> Result<Option<Self>, Error> {
        let mut condition = Self::default();
        if let Some(text) = filter.search.as_deref().filter(|text| !is_blank(text)) {
            let Some(search) = Search::new(text) else { return Ok(None) };
            (condition.search, condition.patterns) = (search.index, search.patterns);
        }
        if let Some(device) = &filter.device {
            condition.add("device_id IN (SELECT value FROM json_each(?))", [Value::Text(read.ids_as_json(device)?)]);
        }
        if let Some(at) = filter.at {
            let at = Value::Integer(at.as_millisecond());
            condition.add(&format!("{} AND ends_at > ? AND starts_at <= ?", any_of(State::ALL)), [at.clone(), at]);
        }
        condition.add_at_each(&filter.at_each);
        if filter.states.contains(&State::Ended) {
            // Nearly all codes have ended, so the few others are left out.
            let others: Vec<State> =
                State::ALL.iter().copied().filter(|state| !filter.states.contains(state)).collect();
            condition.without = in_states(&others, times);
        } else if let Some((clause, values)) = in_states(&filter.states, times) {
            condition.add(&clause, values);
        }
        Ok(Some(condition))
    }

    fn add_at_each(&mut self, each: &[(Timestamp, Vec<DeviceId>)]) {
        let mut values = Vec::new();
        let mut parts = Vec::new();
        for (at, doors) in each {
            let marks = vec!["?"; doors.len()].join(", ");
            parts.push(format!("(ends_at > ? AND starts_at <= ? AND device_id IN ({marks}))"));
            values.extend([Value::Integer(at.as_millisecond()), Value::Integer(at.as_millisecond())]);
            values.extend(doors.iter().map(|door| Value::Text(door.to_string())));
        }
        if !parts.is_empty() {
            self.add(&format!("{} AND ({})", any_of(State::ALL), parts.join(" OR ")), values);
        }
    }

    fn add(&mut self, clause: &str, values: impl IntoIterator<Item = Value>) {
        self.clauses.push(clause.to_owned());
        self.values.extend(values);
    }

    /// Selects the codes on narrow rows, whatever must be sorted, then reads their columns.
    fn page(&self, filter: &CodeFilter, limit: u32) -> String {
        let (id, found) = self.sql();
        let begin = if filter.after.is_some() { format!("AND {id} < ?") } else { String::new() };
        let (limit, skip) = (u64::from(limit) + 1, filter.skip);
        entries_of(&format!(
            "page AS MATERIALIZED (SELECT {id} AS id {found} {begin} ORDER BY {id} DESC LIMIT {limit} OFFSET {skip})"
        ))
    }

    /// How many.
    fn count(&self) -> String {
        let (_, found) = self.sql();
        format!("SELECT count(*) {found}")
    }

    /// Nothing is left out.
    pub(crate) fn is_all(&self) -> bool {
        self.search.is_none() && self.clauses.is_empty() && self.without.is_none() && self.patterns.is_empty()
    }

    /// The column that identifies the code, and where it is found.
    ///
    /// A search is answered by its index alone, in order of the codes; the rows of the codes that pass the rest are
    /// picked beforehand, few as they are (`+` keeps SQLite from asking the search index for each of them).
    pub fn sql(&self) -> (&'static str, String) {
        let clauses = self.clauses.join(" AND ");
        let picked = format!("SELECT intent FROM code WHERE {clauses}");
        let (id, mut found) = match (&self.search, self.clauses.is_empty()) {
            (Some(_), true) => ("code_search.rowid", "FROM code_search WHERE code_search MATCH ?".to_owned()),
            (Some(_), false) => (
                "code_search.rowid",
                format!("FROM code_search WHERE code_search MATCH ? AND +code_search.rowid IN ({picked})"),
            ),
            (None, true) => ("code.intent", "FROM code WHERE 1".to_owned()),
            (None, false) => ("code.intent", format!("FROM code WHERE {clauses}")),
        };
        if let Some((without, _)) = &self.without {
            found.push_str(&format!(" AND +{id} NOT IN (SELECT intent FROM code WHERE {without})"));
        }
        for _ in &self.patterns {
            found.push_str(&format!(
                " AND EXISTS (SELECT 1 FROM intent WHERE intent.id = +{id} AND ({TEXTS}) LIKE ? ESCAPE '\\')"
            ));
        }
        (id, found)
    }

    pub fn values(&self) -> impl Iterator<Item = Value> {
        let search = self.search.iter().cloned().map(Value::Text);
        let without = self.without.iter().flat_map(|(_, values)| values);
        let patterns = self.patterns.iter().cloned().map(Value::Text);
        search.chain(self.values.iter().chain(without).cloned()).chain(patterns)
    }
}

/// A condition that holds in any of these states. A code whose window is over has ended, whether or not Seam was asked
/// since (as `lifecycle::seen_at`).
fn in_states(states: &[State], times: Times) -> Option<(String, Vec<Value>)> {
    let fades = |state: &State| matches!(state, State::Accepted | State::Setting | State::Set);
    let (fading, lasting): (Vec<State>, Vec<State>) = states.iter().partition(|state| fades(state));
    let mut parts = Vec::new();
    let mut values = Vec::new();
    if !fading.is_empty() {
        parts.push(format!("({} AND ends_at > ?)", any_of(&fading)));
        values.push(Value::Integer(times.earliest().as_millisecond()));
    }
    if !lasting.is_empty() {
        parts.push(any_of(&lasting));
    }
    (!parts.is_empty()).then(|| (format!("({})", parts.join(" OR ")), values))
}

fn any_of(states: &[State]) -> String {
    let words: Vec<String> = states.iter().map(|state| format!("'{}'", state.as_str())).collect();
    format!("state IN ({})", words.join(", "))
}

/// Nothing typed yet, or only what every marker begins with.
fn is_blank(text: &str) -> bool {
    matches!(text.trim(), "" | "#")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::Store;

    fn steps(filter: &CodeFilter) -> Vec<String> {
        let store = Store::in_memory().unwrap();
        let times = Times::corrected(Timestamp::UNIX_EPOCH, None);
        let condition = Condition::new(&store.read(), filter, times).unwrap().unwrap();
        let (page, values): (String, Vec<Value>) = if condition.is_all() {
            (by_numbers(), vec![Value::Integer(9), Value::Integer(1)])
        } else {
            let after = filter.after.map(|after| Value::Integer(after.0));
            (condition.page(filter, 50), condition.values().chain(after).collect())
        };
        let sql = format!("EXPLAIN QUERY PLAN {page}");
        let mut statement = store.read().connection.prepare(&sql).unwrap();
        let rows = statement.query_map(params_from_iter(values), |row| row.get(3)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn no_page_scans_the_ledger() {
        let none = CodeFilter::default();
        let set = CodeFilter { states: vec![State::Set], ..none.clone() };
        let unknown = CodeFilter { states: vec![State::Sending, State::Unknown, State::Set], ..none.clone() };
        let door = CodeFilter { device: Some(DeviceId::new("d")), ..none.clone() };
        let at = CodeFilter { at: Some(Timestamp::UNIX_EPOCH), ..none.clone() };
        let searched = |filter: &CodeFilter| CodeFilter { search: Some("loft".into()), ..filter.clone() };
        let later = |filter: &CodeFilter| CodeFilter { after: Some(IntentId(9)), ..filter.clone() };
        let each = CodeFilter { at_each: vec![(Timestamp::UNIX_EPOCH, vec![DeviceId::new("d")])], ..none.clone() };
        for filter in
            [&none, &set, &unknown, &door, &at, &each].into_iter().flat_map(|one| [one.clone(), searched(one)])
        {
            for filter in [filter.clone(), later(&filter)] {
                for step in steps(&filter).iter().filter(|step| step.starts_with("SCAN")) {
                    let is_once = ["SCAN page", "SCAN CONSTANT ROW"].contains(&step.as_str());
                    let is_allowed = is_once || step.contains("VIRTUAL TABLE INDEX");
                    assert!(is_allowed, "{filter:?} has the step {step}");
                    let is_asked_once = step.split_once("INDEX").is_none_or(|(_, how)| !how.contains('='));
                    assert!(is_asked_once, "the search is asked once, not for each code: {step}");
                }
            }
        }
    }

    #[test]
    fn every_state_that_takes_a_place_is_counted_on_its_door() {
        for state in State::ALL {
            let takes = domain::lifecycle::may_have_code(*state) && *state != State::Ended;
            let (_, condition) = USAGE.split_once("WHERE state IN").unwrap();
            let (states, _) = condition.split_once(')').unwrap();
            assert_eq!(states.contains(&format!("'{}'", state.as_str())), takes, "{}", state.as_str());
        }
    }
}
