//! One code as a line of the table.

use wire::{CodeView, PinShown};

use crate::Error;
use crate::civil::Civil;
use crate::plain::plain;

use super::LedgerPrint;
use super::columns::COLUMNS;
use super::words::Words;

/// Not `Debug`: it may hold a PIN.
pub(super) struct Row {
    pub(super) cells: [String; COLUMNS],
}

impl Row {
    pub(super) fn of(code: &CodeView, wanted: &LedgerPrint, words: &Words) -> Result<Self, Error> {
        let print = &wanted.print;
        let short = |text: &str| Ok(Civil::read(text, print.tongue(), print.clock)?.short());
        let pin = code.pin.as_ref().filter(|_| wanted.pins).map(PinShown::expose);
        Ok(Self {
            cells: [
                code.intent_id.to_string(),
                plain(&code.door),
                plain(&code.label),
                short(&code.entry)?,
                short(&code.exit)?,
                plain(&code.slot_name),
                state(code, words),
                plain(pin.or(code.pin_masked.as_deref()).unwrap_or("–")),
                // Written in UTC, as the head of the column says.
                short(code.made_at.trim_end_matches('Z'))?,
            ],
        })
    }
}

/// The state in a word, and whether there is more to know.
fn state(code: &CodeView, words: &Words) -> String {
    let more = match (code.differs.is_empty(), code.second_codes.is_empty()) {
        (true, true) => return words.state(code.state).to_owned(),
        (false, _) => words.differs,
        (true, false) => words.second,
    };
    words.with(words.state(code.state), more)
}
