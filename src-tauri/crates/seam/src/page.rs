//! Lists: all pages or nothing.
//!
//! Owns: following the cursor, detecting its loops, rows seen twice, rows without an id, and the caps.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::reading::{AccountReading, CodeReading, DoorReading, EventReading, ReadError};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::client::Client;
use crate::parse::{self, Fields};

/// More pages than any workspace's list has.
const MOST_PAGES: usize = 10_000;

/// One of Seam's lists, and the page size to request.
pub(crate) struct List {
    pub(crate) path: &'static str,
    /// The field of the answer that holds the rows.
    pub(crate) rows: &'static str,
    pub(crate) params: Map<String, Value>,
    /// Rows per page. If a page is larger than an answer may be, the next smaller size is tried.
    pub(crate) sizes: &'static [u32],
    /// A row missing from this list counts as gone or never made, so a row that cannot be identified invalidates the list.
    pub(crate) proves_absence: bool,
}

/// Fields that identify a row.
pub(crate) trait Row {
    fn key(&self) -> &str;
}

impl Row for DoorReading {
    fn key(&self) -> &str {
        self.device_id.as_str()
    }
}

impl Row for CodeReading {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

impl Row for AccountReading {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

impl Row for EventReading {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

impl Client {
    /// Every row of a list that `read` keeps.
    pub(crate) async fn all<T, R>(&self, list: &List, read: R) -> Result<Vec<T>, ReadError>
    where
        T: Row + Send,
        R: Fn(&str) -> Result<Option<T>, ReadError> + Send + Sync,
    {
        let mut outcome = Err(ReadError::TooLarge { limit: self.limits().body });
        for size in list.sizes {
            outcome = self.walk(list, *size, &read).await;
            if !matches!(outcome, Err(ReadError::TooLarge { .. })) {
                break;
            }
        }
        outcome
    }

    async fn walk<T, R>(&self, list: &List, size: u32, read: &R) -> Result<Vec<T>, ReadError>
    where
        T: Row + Send,
        R: Fn(&str) -> Result<Option<T>, ReadError> + Send + Sync,
    {
        let mut rows = Rows::new(self.limits().rows);
        let mut seen = HashSet::new();
        let mut cursor = None;
        loop {
            let text = self.read(list.path, &list.body(size, cursor.as_deref())).await?;
            let page = Page::read(&text, list.rows)?;
            let is_stale = rows.take(&page, read)? == 0 && !page.rows.is_empty();
            let Some(next) = page.next else { return rows.finish(list) };
            // A server that ignores the cursor returns the first page for ever.
            if is_stale || seen.len() >= MOST_PAGES || !seen.insert(next.clone()) {
                return Err(ReadError::CursorLoop);
            }
            cursor = Some(next);
        }
    }
}

impl List {
    /// Every page is requested with the same parameters apart from the cursor, as Seam demands.
    fn body(&self, size: u32, cursor: Option<&str>) -> Value {
        let mut body = self.params.clone();
        body.insert("limit".to_owned(), size.into());
        if let Some(cursor) = cursor {
            body.insert("page_cursor".to_owned(), cursor.into());
        }
        Value::Object(body)
    }
}

/// One page, its rows still as received.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub(crate) rows: Vec<&'a RawValue>,
    next: Option<String>,
}

impl<'a> Page<'a> {
    pub(crate) fn read(text: &'a str, rows: &str) -> Result<Self, ReadError> {
        let fields = fields(text)?;
        let rows = fields
            .get(rows)
            .and_then(|raw| serde_json::from_str(raw.get()).ok())
            .ok_or_else(|| ReadError::Malformed(format!("there is no list `{rows}` in it")))?;
        Ok(Self { rows, next: next_cursor(fields.get("pagination").copied())? })
    }
}

fn next_cursor(pagination: Option<&RawValue>) -> Result<Option<String>, ReadError> {
    let Some(value) = pagination.and_then(|raw| parse::object(raw.get()).ok()) else { return Ok(None) };
    let pagination = Fields::new(&value);
    let cursor = pagination.text(&["next_page_cursor"]);
    match pagination.flag(&["has_next_page"]) {
        Some(false) => Ok(None),
        Some(true) if cursor.is_none() => {
            Err(ReadError::Malformed("more pages are said to follow, but not how".to_owned()))
        }
        Some(true) | None => Ok(cursor),
    }
}

/// The fields of an answer, still as received.
pub(crate) fn fields(text: &str) -> Result<BTreeMap<String, &RawValue>, ReadError> {
    serde_json::from_str(text).map_err(|_| {
        let is_json = text.trim_start().starts_with(['{', '[']);
        if is_json { ReadError::Malformed("not the JSON of an answer".to_owned()) } else { ReadError::NotSeam }
    })
}

/// Rows collected so far, each id once.
pub(crate) struct Rows<T> {
    rows: Vec<T>,
    places: HashMap<String, usize>,
    unreadable: usize,
    most: usize,
}

impl<T: Row> Rows<T> {
    pub(crate) fn new(most: usize) -> Self {
        Self { rows: Vec::new(), places: HashMap::new(), unreadable: 0, most }
    }

    /// Adds a page and returns how many of its rows were new, kept or not.
    pub(crate) fn take(
        &mut self,
        page: &Page<'_>,
        read: &(impl Fn(&str) -> Result<Option<T>, ReadError> + ?Sized),
    ) -> Result<usize, ReadError> {
        let mut fresh = 0;
        for raw in &page.rows {
            match read(raw.get()) {
                Ok(Some(row)) => fresh += usize::from(self.add(row)),
                Ok(None) => fresh += 1,
                Err(_) => {
                    fresh += 1;
                    self.unreadable += 1;
                }
            }
        }
        if self.rows.len() > self.most {
            return Err(ReadError::Malformed(format!("more than {} rows", self.most)));
        }
        Ok(fresh)
    }

    /// A row that moved from one page to the next during the read is kept as last seen.
    fn add(&mut self, row: T) -> bool {
        match self.places.get(row.key()).and_then(|place| self.rows.get_mut(*place)) {
            Some(older) => {
                *older = row;
                false
            }
            None => {
                self.places.insert(row.key().to_owned(), self.rows.len());
                self.rows.push(row);
                true
            }
        }
    }

    fn finish(self, list: &List) -> Result<Vec<T>, ReadError> {
        if list.proves_absence && self.unreadable > 0 {
            return Err(ReadError::Malformed(format!("{} of its rows have no id", self.unreadable)));
        }
        Ok(self.readable(list.path))
    }

    /// The readable rows.
    pub(crate) fn readable(self, path: &str) -> Vec<T> {
        if self.unreadable > 0 {
            tracing::warn!(path, count = self.unreadable, "rows without an id were left out");
        }
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_is_where_the_answer_says() {
        let next = |text| Page::read(text, "rows").map(|page| page.next);
        assert_eq!(next(r#"{"rows":[]}"#), Ok(None), "a list without pagination has one page");
        assert_eq!(next(r#"{"rows":[],"pagination":null}"#), Ok(None), "null means the same");
        let more = r#"{"rows":[],"pagination":{"has_next_page":true,"next_page_cursor":"c"}}"#;
        assert_eq!(next(more), Ok(Some("c".to_owned())), "more to come");
        let done = r#"{"rows":[],"pagination":{"has_next_page":false,"next_page_cursor":"c"}}"#;
        assert_eq!(next(done), Ok(None), "a left-over cursor leads nowhere");
        let lost = r#"{"rows":[],"pagination":{"has_next_page":true,"next_page_cursor":null}}"#;
        assert!(matches!(next(lost), Err(ReadError::Malformed(_))), "half a list is not complete");
    }

    #[test]
    fn a_malformed_page_is_refused() {
        for text in ["<html>", "", "404", "ok"] {
            assert_eq!(fields(text).unwrap_err(), ReadError::NotSeam, "{text:?} is not from Seam");
        }
        for text in [r#"{"rows":"#, r#"{"rows":{}}"#, r#"{"rows":null}"#, "{}", "[]"] {
            let fault = Page::read(text, "rows").unwrap_err();
            assert!(matches!(fault, ReadError::Malformed(_)), "{text:?} is not a page: {fault}");
        }
    }
}
