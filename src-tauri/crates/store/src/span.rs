//! Codes by time: those that share time with a span, and how fast a door fills. Each goes along the index of states.

use std::collections::HashMap;

use domain::code::CodeEntry;
use domain::ids::{DeviceId, IntentId};
use domain::lifecycle::State;
use domain::times::Times;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use crate::error::Error;
use crate::table::code::{ENTRY_COLUMNS, entry};
use crate::text::{Millis, maybe_millis};
use crate::transaction::Read;

/// Every state in which a code was made, or may have been. As a list, so that each is looked up in the index.
const MADE: &str =
    "code.state IN ('intent', 'sending', 'unknown', 'accepted', 'setting', 'set', 'failed', 'gone', 'ended')";

/// Those of them that may still open the door.
const LIVE: &str = "code.state IN ('intent', 'sending', 'unknown', 'accepted', 'setting', 'set', 'failed', 'gone')";

/// Codes of one lock, whose device ids are a JSON list.
const OF_LOCK: &str = "code.device_id IN (SELECT value FROM json_each(?2))";

/// How many places of a door were taken and freed in a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    pub taken: i64,
    pub freed: i64,
}

/// The counts of a record since a moment.
#[derive(Clone, Debug, Default)]
pub struct Paces {
    /// When counting begins: the requested moment, or the first intent.
    pub since: Option<Timestamp>,
    pub doors: HashMap<DeviceId, Pace>,
}

impl Read<'_> {
    /// Codes of a door's lock whose window shares time with a span, with all that may still become codes; oldest first.
    pub fn overlapping_codes(
        &self,
        device: &DeviceId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<CodeEntry>, Error> {
        let condition =
            format!("{LIVE} AND code.ends_at > ?1 AND code.starts_at < ?3 AND {OF_LOCK} ORDER BY code.intent");
        self.along_states(&condition, params![Millis(from), self.ids_as_json(device)?, Millis(to)])
    }

    /// Codes of every lock (or one door's) whose window shares time with a span, over or not, by their beginning.
    pub fn codes_between(
        &self,
        device: Option<&DeviceId>,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<CodeEntry>, Error> {
        let condition = format!(
            "{MADE} AND code.ends_at > ?1 AND code.starts_at < ?3 AND (?2 IS NULL OR {OF_LOCK})
            ORDER BY code.starts_at, code.intent"
        );
        let ids = device.map(|device| self.ids_as_json(device)).transpose()?;
        self.along_states(&condition, params![Millis(from), ids, Millis(to)])
    }

    /// Codes in one state whose window is not over, oldest first.
    pub fn open_codes_in(&self, state: State, times: Times) -> Result<Vec<CodeEntry>, Error> {
        let condition = "code.state = ?1 AND code.ends_at > ?2 ORDER BY code.intent";
        self.along_states(condition, params![state.as_str(), Millis(times.earliest())])
    }

    /// How many codes whose window is not over are in one of these states.
    pub fn count_open(&self, states: &[State], times: Times) -> Result<u64, Error> {
        let words: Vec<String> = states.iter().map(|state| format!("'{}'", state.as_str())).collect();
        let sql = format!("SELECT count(*) FROM code WHERE state IN ({}) AND ends_at > ?1", words.join(", "));
        Ok(self.connection.prepare_cached(&sql)?.query_row([Millis(times.earliest())], |row| row.get(0))?)
    }

    /// Codes that are not over and need the host's attention: other than promised, or with a second code next to them.
    pub fn odd_codes(&self, times: Times) -> Result<Vec<CodeEntry>, Error> {
        let sql = format!(
            "SELECT {ENTRY_COLUMNS} FROM code INDEXED BY code_odd CROSS JOIN intent ON intent.id = code.intent
            WHERE code.ends_at > ?1 AND (code.differs <> '[]' OR code.second_codes <> '[]') ORDER BY code.intent"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map([Millis(times.earliest())], entry)?.collect::<Result<_, _>>()?)
    }

    fn along_states(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<CodeEntry>, Error> {
        let sql = format!(
            "SELECT {ENTRY_COLUMNS} FROM code INDEXED BY code_state CROSS JOIN intent ON intent.id = code.intent
            WHERE {condition}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map(values, entry)?.collect::<Result<_, _>>()?)
    }

    /// How many places of every door (or one) were taken and freed between two moments.
    pub fn paces(&self, device: Option<&DeviceId>, since: Timestamp, now: Timestamp) -> Result<Paces, Error> {
        let first = self.first_intent_since(since)?;
        let begun = if first.0 == 1 { self.made_at(first)? } else { Some(since) };
        let mut paces = Paces { since: begun, ..Paces::default() };
        let taken = format!(
            "SELECT code.device_id, sum(code.places) FROM code
            WHERE (?2 IS NULL OR {OF_LOCK}) AND code.intent >= ?1 AND {MADE} GROUP BY code.device_id"
        );
        let ids = device.map(|device| self.ids_as_json(device)).transpose()?;
        let successors = self.successors()?;
        let lock = |door: DeviceId| successors.get(&door).cloned().unwrap_or(door);
        for (door, places) in self.sums(&taken, params![first.0, ids])? {
            paces.doors.entry(lock(door)).or_default().taken += places;
        }
        let freed = format!(
            "SELECT code.device_id, sum(code.places) FROM code INDEXED BY code_state
            WHERE {MADE} AND code.ends_at > ?1 AND code.ends_at <= ?3 AND (?2 IS NULL OR {OF_LOCK})
            GROUP BY code.device_id"
        );
        for (door, places) in self.sums(&freed, params![Millis(since), ids, Millis(now)])? {
            paces.doors.entry(lock(door)).or_default().freed += places;
        }
        Ok(paces)
    }

    fn sums(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<(DeviceId, i64)>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let sum = |row: &Row<'_>| Ok((DeviceId::new(row.get::<_, String>(0)?), row.get(1)?));
        Ok(statement.query_map(values, sum)?.collect::<Result<_, _>>()?)
    }

    /// The first intent that was made at or after a moment. Numbers run without a gap and in the order of time, so a
    /// binary search finds it.
    fn first_intent_since(&self, since: Timestamp) -> Result<IntentId, Error> {
        let newest = "SELECT ifnull(max(id), 0) FROM intent";
        let newest: i64 = self.connection.prepare_cached(newest)?.query_row([], |row| row.get(0))?;
        let (mut before, mut after) = (0, newest + 1);
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            let is_before = self.made_at(IntentId(middle))?.is_some_and(|at| at < since);
            if is_before { before = middle } else { after = middle }
        }
        Ok(IntentId(after))
    }

    fn made_at(&self, id: IntentId) -> Result<Option<Timestamp>, Error> {
        let sql = "SELECT made_at FROM intent WHERE id = ?1";
        let made_at = self.connection.prepare_cached(sql)?.query_row([id.0], |row| maybe_millis(row, "made_at"));
        Ok(made_at.optional()?.flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::Store;
    use crate::table::{door_test, note, sent, stay};

    fn steps(store: &Store, sql: &str) -> Vec<String> {
        let mut statement = store.read().connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        statement.query_map([], |row| row.get(3)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn no_span_scans_the_ledger() {
        let store = Store::in_memory().unwrap();
        let one =
            "code.ends_at > 1 AND code.starts_at < 2 AND code.device_id IN (SELECT value FROM json_each('[\"d\"]'))";
        let queries = [
            format!("SELECT * FROM code INDEXED BY code_state WHERE {LIVE} AND {one}"),
            format!(
                "SELECT * FROM code INDEXED BY code_state WHERE {MADE} AND code.ends_at > 1 AND code.starts_at < 2"
            ),
            "SELECT count(*) FROM code WHERE state IN ('set', 'accepted') AND ends_at > 1".to_owned(),
            "SELECT * FROM code INDEXED BY code_odd WHERE ends_at > 1 AND (differs <> '[]' OR second_codes <> '[]')"
                .to_owned(),
            stay::CHANGES.replace("?1", "1"),
            "SELECT * FROM stay WHERE ends_at > 1".to_owned(),
            note::OF_CODE.replace("?1", "1"),
            note::OF_DOOR.replace("?1", "'[]'"),
            door_test::OF_DOOR.replace("?1", "'[]'"),
            sent::OF_CODE.replace("?1", "1"),
        ];
        for query in queries {
            let steps = steps(&store, &query);
            let is_scan = |step: &String| step.starts_with("SCAN") && !step.starts_with("SCAN json_each");
            assert!(!steps.iter().any(is_scan), "{query}: {steps:?}");
        }
    }

    #[test]
    fn the_lists_of_states_are_those_of_the_lifecycle() {
        use domain::lifecycle::may_have_code;
        for state in State::ALL {
            let word = format!("'{}'", state.as_str());
            assert_eq!(MADE.contains(&word), may_have_code(*state), "{word} was made, or may have been");
            let is_live = may_have_code(*state) && *state != State::Ended;
            assert_eq!(LIVE.contains(&word), is_live, "{word} may still open the door");
        }
    }
}
