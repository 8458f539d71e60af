//! `code`: one code with its whole history.

use domain::ids::{AccessCodeId, IntentId};
use domain::marker::{Marker, MarkerBase};
use ops::{CodeEntry, Read};
use wire::{CodeView, Show};

use super::Outcome;
use crate::args::CodeArgs;
use crate::exit::{Exit, Failure};
use crate::invocation::Invocation;
use crate::show;

pub fn run(invocation: &Invocation, args: &CodeArgs) -> Outcome {
    let offline = invocation.offline()?;
    let entry = find(offline.read(), args.id.trim())?;
    let history = offline.read().history(entry.intent.id)?;
    let show = Show { pins: args.show_pins, times: offline.times()?, tables: offline.tables(), here: None };
    let probable = ops::probable::probable(&offline.read(), &entry)?;
    let view = CodeView::new(&entry, false, &show).with_history(&history, &show).with_probable(&probable, &show);
    invocation.screen.answer(&view, show::code::code);
    Ok(Exit::Done)
}

/// By number, by marker (of its last attempt, if none is named), or by the id at Seam.
fn find(read: Read<'_>, asked: &str) -> Result<CodeEntry, Failure> {
    let by_number = asked.parse().ok().map(IntentId);
    if let Some(entry) = by_number.map(|id| read.code(id)).transpose()?.flatten() {
        return Ok(entry);
    }
    let found = match marker(asked) {
        Some((base, attempt)) => {
            let attempts = read.attempts(&base)?.into_iter();
            attempts.rev().find(|entry| attempt.is_none_or(|attempt| entry.intent.marker.attempt() == attempt))
        }
        None => read.code_at_seam(&AccessCodeId::new(asked))?,
    };
    found.ok_or_else(|| ops::Error::NoSuchCode(asked.to_owned()).into())
}

/// `#7KQ2M9XA4T-1`, with or without `#`, with or without the attempt.
fn marker(asked: &str) -> Option<(MarkerBase, Option<u8>)> {
    let bare = asked.trim_start_matches('#').to_ascii_uppercase();
    match Marker::read(&format!("#{bare}")) {
        Some(marker) => Some((marker.base().clone(), Some(marker.attempt()))),
        None => MarkerBase::read(&bare).map(|base| (base, None)),
    }
}
