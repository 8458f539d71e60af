//! Best-effort reading of a damaged record: code by code, so that a lost page takes only its own codes with it.

use domain::code::CodeEntry;
use domain::times::Times;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::error::Error;
use crate::list::{CodeFilter, CodePage, Condition};
use crate::table::code::{ENTRY_COLUMNS, entry};
use crate::transaction::Read;

/// No page holds more codes than this: it bounds the number that a damaged page can claim.
const MOST_IN_A_PAGE: i64 = 64;

impl Read<'_> {
    /// A page of the codes that can be read, and how many on all pages cannot. For a record whose [`Read::codes`]
    /// reports damage: it reads every code separately and checks none of them.
    ///
    /// # Errors
    /// Not even the number of codes can be read, or an error unrelated to damage.
    pub fn codes_that_can_be_read(
        &self,
        filter: &CodeFilter,
        limit: u32,
        times: Times,
    ) -> Result<(CodePage, u64), Error> {
        let (mut page, mut unread) = (CodePage { entries: Vec::new(), total: 0, next: None }, 0);
        let Some(condition) = Condition::new(self, filter, times)? else { return Ok((page, unread)) };
        let (id, found) = condition.sql();
        let mut statement = self.connection.prepare(&format!(
            "SELECT {ENTRY_COLUMNS} FROM (SELECT {id} AS id {found} AND {id} = ?) AS page
            LEFT JOIN code ON code.intent = page.id LEFT JOIN intent ON intent.id = page.id"
        ))?;
        for number in (1..=self.newest_intent()?).rev() {
            let values = condition.values().chain([Value::Integer(number)]);
            match statement.query_row(params_from_iter(values), entry).optional().map_err(Error::from) {
                Ok(Some(entry)) => take(&mut page, entry, filter, limit),
                Ok(None) if !condition.is_all() => {}
                Ok(None) | Err(Error::Damaged { .. }) => unread += 1,
                Err(other) => return Err(other),
            }
        }
        Ok((page, unread))
    }

    /// Numbers run without a gap and are never taken back. If the tables that know the last one differ, the middle
    /// value is the one that no single lost page has changed.
    fn newest_intent(&self) -> Result<i64, Error> {
        let pages: i64 = self.connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let fit = pages.saturating_mul(MOST_IN_A_PAGE);
        let [code, intent, event] = self.newest_intents();
        let mut known: Vec<i64> = [&code, &intent, &event].into_iter().flatten().copied().collect();
        known.sort_unstable();
        known.get(known.len() / 2).map_or(code, |known| Ok(*known.min(&fit)))
    }
}

fn take(page: &mut CodePage, entry: CodeEntry, filter: &CodeFilter, limit: u32) {
    page.total += 1;
    if filter.after.is_some_and(|after| entry.intent.id >= after) {
        return;
    }
    if page.entries.len() < limit as usize {
        page.entries.push(entry);
    } else {
        page.next = page.entries.last().map(|last| last.intent.id);
    }
}
