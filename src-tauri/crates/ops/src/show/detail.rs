//! A code in full.

use domain::Pin;
use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::event::Event;
use domain::ids::IntentId;
use domain::note::{Note, Sent};
use store::NotedOn;

use crate::context::Snapshot;
use crate::door::probable::probable;
use crate::error::Error;
use crate::show::redact::redacted;

/// A code with everything that is known about it.
#[derive(Debug)]
pub struct Detail {
    pub entry: CodeEntry,
    /// Oldest first.
    pub history: Vec<Event>,
    /// The last answer as received, without its PIN.
    pub answer: Option<String>,
    /// Number and hash of its last event in the chain.
    pub chain: Option<(i64, String)>,
    /// Newest first.
    pub notes: Vec<Note>,
    /// Whether it was sent to its guest, newest first.
    pub sent: Vec<Sent>,
    /// Other attempts for the same stay.
    pub attempts: Vec<IntentId>,
    /// Codes at Seam that are probably the one of its lost answer.
    pub probable: Vec<CodeElsewhere>,
}

/// # Errors
/// [`Error::NoSuchCode`], or the record cannot be read.
pub fn detail(at: &Snapshot<'_>, id: IntentId) -> Result<Detail, Error> {
    let entry = entry(at, id)?;
    let history = at.read.history(id)?;
    let attempts = at.read.attempts(entry.intent.marker.base())?;
    let others = attempts.iter().map(|other| other.intent.id).filter(|other| *other != id);
    Ok(Detail {
        answer: answer(&entry, &history),
        chain: at.read.chain_place(id)?,
        notes: at.read.notes(NotedOn::Code(id))?,
        sent: at.read.sent(id)?,
        attempts: others.collect(),
        probable: probable(&at.read, &entry)?,
        history,
        entry,
    })
}

/// One code.
///
/// # Errors
/// [`Error::NoSuchCode`], or the record cannot be read.
pub fn entry(at: &Snapshot<'_>, id: IntentId) -> Result<CodeEntry, Error> {
    at.read.code(id)?.ok_or_else(|| Error::NoSuchCode(id.to_string()))
}

/// The PIN of a code, for showing or copying it because the host asked; `None` while there is none.
///
/// # Errors
/// [`Error::NoSuchCode`], or the record cannot be read.
pub fn pin(at: &Snapshot<'_>, id: IntentId) -> Result<Option<Pin>, Error> {
    Ok(entry(at, id)?.code.pin)
}

fn answer(entry: &CodeEntry, history: &[Event]) -> Option<String> {
    let raw = history.iter().rev().find_map(|event| event.secrets.raw.as_ref())?;
    let known = history.iter().filter_map(|event| event.secrets.pin.as_ref()).chain(entry.code.pin.as_ref());
    Some(redacted(raw, &known.collect::<Vec<_>>()))
}
