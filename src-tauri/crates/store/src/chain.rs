//! The hash chain: each event carries the hash of the one before it and its own.

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::sums::add;

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
    /// SHA-256 over all columns, each with its type and length.
    pub fn hash(&self) -> [u8; 32] {
        let number = |value: Option<i64>| value.map_or(ValueRef::Null, ValueRef::Integer);
        let mut hash = Sha256::new();
        add(&mut hash, ValueRef::Integer(self.id));
        add(&mut hash, number(self.intent));
        add(&mut hash, number(self.seq));
        add(&mut hash, ValueRef::Integer(self.at));
        add(&mut hash, ValueRef::Text(self.detail));
        add(&mut hash, self.sealed.map_or(ValueRef::Null, ValueRef::Blob));
        add(&mut hash, ValueRef::Blob(self.prev));
        hash.finalize().into()
    }
}
