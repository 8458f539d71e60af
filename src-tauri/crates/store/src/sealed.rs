//! The one way in and out for PINs, guests' names (and so labels), notes and answers as received, and into the search
//! index.
//!
//! Sealing at rest will change this module alone. Until then the bytes are plain, marked as such, and guarded only by
//! the permissions of the file (owner only).

use domain::RawAnswer;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::error::Error;

/// The first byte names how the rest is sealed.
const PLAIN: u8 = 0;

/// Turns a secret text into the bytes of a column.
pub fn seal(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() + 1);
    bytes.push(PLAIN);
    bytes.extend_from_slice(text.as_bytes());
    bytes
}

/// Turns the bytes of a column back into the text.
///
/// # Errors
/// [`Error::Damaged`] if the bytes are not what [`seal`] wrote.
pub fn open(bytes: &[u8]) -> Result<RawAnswer, Error> {
    let text = match bytes.split_first() {
        Some((&PLAIN, text)) => std::str::from_utf8(text).ok(),
        Some(_) | None => None,
    };
    text.map(RawAnswer::new).ok_or_else(|| Error::bad_value("a sealed column"))
}

/// Makes `searchable` known to a connection: it selects the part of a sealed column that goes into the search index.
/// Today all of it.
pub fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("searchable", 1, flags, |context| {
        let bytes: Vec<u8> = context.get(0)?;
        crate::text::opened(&bytes).map(|text| text.expose().to_owned())
    })
}
