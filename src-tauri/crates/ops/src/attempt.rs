//! Which attempts count: those that gave a stay its code, and those whose outcome is open.

use domain::code::CodeEntry;
use domain::event::{Event, EventBody};
use domain::lifecycle::{State, blocks_new_attempt, has_code, is_unconfirmed};
use jiff::Timestamp;
use store::Read;

use crate::error::Error;

/// The attempt that gave the stay its code: neither failed nor vanished.
pub(crate) fn working(attempts: &[CodeEntry]) -> Option<&CodeEntry> {
    let works =
        |entry: &&CodeEntry| has_code(entry.code.state) && !matches!(entry.code.state, State::Failed | State::Gone);
    attempts.iter().rev().find(works)
}

/// The attempt that blocks another: one that works, even if a newer one failed; if there are several, the newest.
pub(crate) fn blocking_attempt(attempts: &[CodeEntry]) -> Option<&CodeEntry> {
    let newest = || attempts.iter().rev().find(|entry| blocks_new_attempt(entry.code.state, entry.code.superseded));
    working(attempts).or_else(newest)
}

/// Outcomes that are not known and that a look can still settle.
pub(crate) fn unknown(read: &Read<'_>) -> Result<Vec<CodeEntry>, Error> {
    let mut unknown = read.codes_in(State::Unknown)?;
    unknown.retain(|entry| entry.code.can_be_settled());
    Ok(unknown)
}

/// Codes that Seam accepted and that are not confirmed yet.
pub(crate) fn unconfirmed(read: &Read<'_>) -> Result<Vec<CodeEntry>, Error> {
    let states = State::ALL.iter().copied().filter(|state| is_unconfirmed(*state));
    let codes = states.map(|state| read.codes_in(state)).collect::<Result<Vec<_>, _>>()?;
    Ok(codes.concat())
}

/// When the code was requested, by Seam's clock if it was known: this computer's may have been set since.
pub(crate) fn asked_at(read: &Read<'_>, entry: &CodeEntry) -> Result<Timestamp, Error> {
    let sent = |event: &Event| {
        let EventBody::Sending { server_at, .. } = event.body else { return None };
        Timestamp::from_millisecond(server_at?).ok()
    };
    Ok(read.history(entry.intent.id)?.iter().find_map(sent).unwrap_or(entry.intent.made_at))
}
