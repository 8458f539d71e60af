//! Checksums of rows: the SQL function `row_sum`, by which the schema itself seals every row it stores.
//!
//! SQLite's own integrity check passes a flipped digit inside a value; a stored checksum does not.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

/// Makes `row_sum` known to a connection.
pub fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("row_sum", -1, flags, |context: &mut Context<'_>| {
        Ok(of((0..context.len()).map(|index| context.get_raw(index))))
    })
}

/// The sum of a row's values: half of a SHA-256 over each with its type and length.
pub fn of<'a>(values: impl IntoIterator<Item = ValueRef<'a>>) -> [u8; 16] {
    let mut hash = Sha256::new();
    for value in values {
        add(&mut hash, value);
    }
    let mut sum = [0; 16];
    sum.copy_from_slice(&hash.finalize()[..16]);
    sum
}

/// Adds one value with its type and length, so that no two rows read alike.
pub fn add(hash: &mut Sha256, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => hash.update([0]),
        ValueRef::Integer(number) => {
            hash.update([1]);
            hash.update(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            hash.update([2]);
            hash.update(number.to_le_bytes());
        }
        ValueRef::Text(bytes) => add_bytes(hash, 3, bytes),
        ValueRef::Blob(bytes) => add_bytes(hash, 4, bytes),
    }
}

fn add_bytes(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// A short digest of texts, by which an unchanged reading is recognised without keeping it.
pub fn digest(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        add(&mut hash, ValueRef::Text(text.as_bytes()));
    }
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
