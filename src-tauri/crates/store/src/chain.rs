//! The hash chain: each event carries the hash of the one before it and its own.

use rusqlite::types::ValueRef;

use crate::sums::Packed;

/// What the first event has before it.
pub const START: [u8; 32] = [0; 32];

/// The columns of an event that its hash covers.
pub struct Link<'a> {
    pub id: i64,
    pub intent: Option<i64>,
    pub seq: Option<i64>,
    pub at: i64,
    pub detail: &'a [u8],
    pub sealed: Option<&'a [u8]>,
    pub prev: &'a [u8],
}

impl Link<'_> {
    /// SHA-256 over all columns, packed as those of a row.
    pub fn hash(&self, packed: &mut Packed) -> [u8; 32] {
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
