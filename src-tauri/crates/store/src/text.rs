//! How domain values are stored in columns: words, milliseconds, civil texts and JSON. Reading fails loudly, never by
//! default.

use jiff::Timestamp;
use jiff::civil::DateTime;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;

/// An instant as milliseconds since 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Millis(pub Timestamp);

impl ToSql for Millis {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_millisecond().into())
    }
}

impl FromSql for Millis {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Timestamp::from_millisecond(value.as_i64()?).map(Self).map_err(FromSqlError::other)
    }
}

/// A civil time as `2026-12-03T16:00:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil(pub DateTime);

impl ToSql for Civil {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Civil {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(FromSqlError::other)
    }
}

pub fn millis(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    row.get::<_, Millis>(column).map(|millis| millis.0)
}

pub fn maybe_millis(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Option<Timestamp>> {
    row.get::<_, Option<Millis>>(column).map(|millis| millis.map(|millis| millis.0))
}

pub fn civil(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<DateTime> {
    row.get::<_, Civil>(column).map(|civil| civil.0)
}

/// Reads a column that holds one of a fixed set of words.
pub fn word<T>(row: &rusqlite::Row<'_>, column: &str, parse: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    parse(&text).ok_or_else(|| rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Text))
}

/// Reads a column of JSON.
pub fn json<T: DeserializeOwned>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Text))
}

/// Writes JSON; the types written here always can be.
pub fn to_json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::bad_value("a row to be written"))
}

/// Opens a sealed column.
pub fn opened(bytes: &[u8]) -> rusqlite::Result<domain::RawAnswer> {
    crate::sealed::open(bytes)
        .map_err(|_| rusqlite::Error::InvalidColumnType(0, "a sealed column".to_owned(), Type::Blob))
}
