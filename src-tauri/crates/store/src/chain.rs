//! The hash chain: each event carries the hash of the one before it and its own.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::sums::{Packed, bytes_of};

/// The hash before the first event.
pub const START: [u8; 32] = [0; 32];

/// The columns that [`Link::read`] takes, by number: there may be hundreds of thousands of rows.
pub const SELECT: &str = "SELECT id, intent, seq, at, detail, sealed, prev, hash FROM event";

/// The columns of an event that its hash covers, and the hash as recorded.
pub struct Link<'a> {
    pub id: i64,
    pub intent: Option<i64>,
    pub seq: Option<i64>,
    pub at: i64,
    pub detail: &'a [u8],
    pub sealed: Option<&'a [u8]>,
    pub prev: &'a [u8],
    /// Empty for one that is not recorded yet.
    pub hash: &'a [u8],
}

impl<'a> Link<'a> {
    /// # Errors
    /// The row cannot be read.
    pub fn read(row: &'a Row<'_>) -> rusqlite::Result<Self> {
        let bytes = |column| Ok::<_, rusqlite::Error>(bytes_of(row.get_ref(column)?));
        Ok(Self {
            id: row.get(0)?,
            intent: row.get(1)?,
            seq: row.get(2)?,
            at: row.get(3)?,
            detail: bytes(4)?.unwrap_or_default(),
            sealed: bytes(5)?,
            prev: bytes(6)?.unwrap_or_default(),
            hash: bytes(7)?.unwrap_or_default(),
        })
    }

    /// SHA-256 over all columns, packed as those of a row.
    pub fn computed(&self, packed: &mut Packed) -> [u8; 32] {
        let number = |value: Option<i64>| value.map_or(ValueRef::Null, ValueRef::Integer);
        packed.clear();
        packed.add(ValueRef::Integer(self.id));
        packed.add(number(self.intent));
        packed.add(number(self.seq));
        packed.add(ValueRef::Integer(self.at));
        packed.add(ValueRef::Text(self.detail));
        packed.add(self.sealed.map_or(ValueRef::Null, ValueRef::Blob));
        packed.add(ValueRef::Blob(self.prev));
        packed.hash()
    }
}
