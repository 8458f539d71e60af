//! Checksums of rows: the SQL function `row_sum`, by which the schema itself seals every row it stores.
//!
//! SQLite's own integrity check passes a flipped digit inside a value; a stored checksum does not.

use std::ops::Range;

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};

/// Makes `row_sum` known to a connection.
pub fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("row_sum", -1, flags, |context: &mut Context<'_>| {
        let mut packed = Packed::default();
        (0..context.len()).for_each(|index| packed.add(context.get_raw(index)));
        Ok(packed.sum())
    })
}

/// A row that was changed after it was written.
#[derive(Debug, thiserror::Error)]
#[error("a row was changed after it was written")]
pub struct Changed;

/// Compares a row that is about to be used with its sum: its columns from number `first` to the one named `sum`.
/// Returns the number of the column after it.
///
/// # Errors
/// [`Changed`], which becomes [`crate::Error::Damaged`].
pub fn check(row: &Row<'_>, first: usize) -> rusqlite::Result<usize> {
    let is_sum = |column: &usize| row.as_ref().column_name(*column).is_ok_and(|name| name == "sum");
    let sum = (first..row.as_ref().column_count()).find(is_sum).ok_or_else(changed)?;
    if is_sealed(row, first..sum, &mut Packed::default())? { Ok(sum + 1) } else { Err(changed()) }
}

/// Whether columns of a row still have the sum in the column right after them.
pub fn is_sealed(row: &Row<'_>, columns: Range<usize>, packed: &mut Packed) -> rusqlite::Result<bool> {
    packed.clear();
    for column in columns.clone() {
        packed.add(row.get_ref(column)?);
    }
    Ok(bytes_of(row.get_ref(columns.end)?) == Some(packed.sum().as_slice()))
}

/// The bytes of a text or a blob.
pub fn bytes_of(value: ValueRef<'_>) -> Option<&[u8]> {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => None,
    }
}

pub fn changed() -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Blob, Box::new(Changed))
}

/// The values of a row one after another, each with its type and length, so that no two rows read alike. It is hashed
/// at one go and used again for the next row: `verify` hashes hundreds of thousands.
#[derive(Default)]
pub struct Packed {
    bytes: Vec<u8>,
}

impl Packed {
    pub fn clear(&mut self) {
        self.bytes.clear();
    }

    pub fn add(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.bytes.push(0),
            ValueRef::Integer(number) => self.add_number(1, number.to_le_bytes()),
            ValueRef::Real(number) => self.add_number(2, number.to_le_bytes()),
            ValueRef::Text(bytes) => self.add_bytes(3, bytes),
            ValueRef::Blob(bytes) => self.add_bytes(4, bytes),
        }
    }

    fn add_number(&mut self, kind: u8, number: [u8; 8]) {
        self.bytes.push(kind);
        self.bytes.extend_from_slice(&number);
    }

    fn add_bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.add_number(kind, (bytes.len() as u64).to_le_bytes());
        self.bytes.extend_from_slice(bytes);
    }

    /// SHA-256 over what was added.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    /// The sum of a row: half of its hash.
    pub fn sum(&self) -> [u8; 16] {
        let mut sum = [0; 16];
        sum.copy_from_slice(&self.hash()[..16]);
        sum
    }
}

/// A short digest of texts, by which an unchanged reading is recognised without keeping it.
pub fn digest(texts: &[&str]) -> String {
    let mut packed = Packed::default();
    for text in texts {
        packed.add(ValueRef::Text(text.as_bytes()));
    }
    packed.hash()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
