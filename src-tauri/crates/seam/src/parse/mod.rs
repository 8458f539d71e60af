//! Parses Seam's JSON objects into readings.
//!
//! Owns: the accepted forms of each field (both spellings, numbers that are text, text that is a number, dates of every
//! precision), and what is left out when it makes no sense. Refuses: guessing, and losing an object that has an id.

mod account;
mod code;
mod door;
mod event;
mod lenient;
mod notice;
mod slot;
mod value;

use domain::reading::{AccountReading, CodeReading, DoorReading, EventReading, ReadError, WorkspaceReading};
use serde_json::Value;

pub(crate) use value::Fields;

/// A door from its JSON text: any object with a `device_id`, Oracode or not. `is_managed` is the default if the object
/// does not say.
///
/// # Errors
/// [`ReadError::Malformed`] when it is not JSON or has no id.
pub fn door(text: &str, is_managed: bool) -> Result<DoorReading, ReadError> {
    door::read(&object(text)?, is_managed).ok_or_else(|| no_id("device"))
}

/// A door from its JSON text, or `None` when the device is not an Oracode lock.
///
/// # Errors
/// As [`door`].
pub fn oracode_door(text: &str, is_managed: bool) -> Result<Option<DoorReading>, ReadError> {
    let value = object(text)?;
    if !door::is_oracode(&value) {
        return Ok(None);
    }
    door::read(&value, is_managed).map(Some).ok_or_else(|| no_id("device"))
}

/// A code from its JSON text. `is_managed` is the default if the object does not say.
///
/// ```
/// let code = seam::parse::code(r#"{"access_code_id":"c1","code":"012345","status":"set"}"#, true).unwrap();
/// assert_eq!(code.pin.unwrap().expose(), "012345");
/// assert!(code.pending.is_none());
/// ```
///
/// # Errors
/// [`ReadError::Malformed`] when it is not JSON or has no id.
pub fn code(text: &str, is_managed: bool) -> Result<CodeReading, ReadError> {
    code::read(&object(text)?, text, is_managed).ok_or_else(|| no_id("access code"))
}

/// An event from its JSON text, listed or delivered.
///
/// # Errors
/// [`ReadError::Malformed`] when it is not JSON or has no id.
pub fn event(text: &str) -> Result<EventReading, ReadError> {
    event::read(&object(text)?, text).ok_or_else(|| no_id("event"))
}

/// A connected account from its JSON text.
///
/// # Errors
/// [`ReadError::Malformed`] when it is not JSON or has no id.
pub fn account(text: &str) -> Result<AccountReading, ReadError> {
    account::read(&object(text)?).ok_or_else(|| no_id("connected account"))
}

/// A workspace from its JSON text.
///
/// # Errors
/// [`ReadError::Malformed`] when it is not JSON or has no id.
pub fn workspace(text: &str) -> Result<WorkspaceReading, ReadError> {
    account::read_workspace(&object(text)?).ok_or_else(|| no_id("workspace"))
}

pub(crate) fn object(text: &str) -> Result<Value, ReadError> {
    match lenient::value(text) {
        Some(value @ Value::Object(_)) => Ok(value),
        Some(_) => Err(ReadError::Malformed("not an object".to_owned())),
        None => Err(ReadError::Malformed("not JSON".to_owned())),
    }
}

fn no_id(what: &str) -> ReadError {
    ReadError::Malformed(format!("a {what} without an id"))
}
