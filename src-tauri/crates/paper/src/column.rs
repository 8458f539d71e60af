//! The columns of the ledger as a table: one list for the CSV and the workbook. Keys and order are stable.

use wire::{CodeView, PinShown};

/// One column. Its key is its heading in every language.
pub(crate) struct Column {
    pub(crate) key: &'static str,
    pub(crate) kind: Kind,
    of: fn(&CodeView, bool) -> String,
}

/// The type of its cells, in a table that knows more than text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text, even if it looks like a number.
    Text,
    /// A date and a time of day on the lock's clock.
    Civil,
    /// The same with its offset from UTC.
    Instant,
}

impl Column {
    const fn text(key: &'static str, of: fn(&CodeView, bool) -> String) -> Self {
        Self { key, kind: Kind::Text, of }
    }

    const fn civil(key: &'static str, of: fn(&CodeView, bool) -> String) -> Self {
        Self { key, kind: Kind::Civil, of }
    }

    const fn instant(key: &'static str, of: fn(&CodeView, bool) -> String) -> Self {
        Self { key, kind: Kind::Instant, of }
    }

    /// A code's field. A PIN is bullets unless `pins` is set *and* the view has it in clear.
    pub(crate) fn field(&self, code: &CodeView, pins: bool) -> String {
        (self.of)(code, pins)
    }
}

pub(crate) static COLUMNS: [Column; 17] = [
    Column::text("intent_id", |code, _| code.intent_id.to_string()),
    Column::text("marker", |code, _| code.marker.clone()),
    Column::text("door", |code, _| code.door.clone()),
    Column::text("door_id", |code, _| code.door_id.clone()),
    Column::text("label", |code, _| code.label.clone()),
    Column::text("stay_key", |code, _| code.stay_key.clone().unwrap_or_default()),
    Column::text("state", |code, _| code.state.as_str().to_owned()),
    Column::text("pin", pin),
    Column::civil("entry", |code, _| code.entry.clone()),
    Column::civil("exit", |code, _| code.exit.clone()),
    Column::instant("starts_at", |code, _| code.starts_at.clone()),
    Column::instant("ends_at", |code, _| code.ends_at.clone()),
    Column::text("zone", |code, _| code.zone.clone()),
    Column::text("slot_name", |code, _| code.slot_name.clone()),
    Column::text("access_code_id", |code, _| code.access_code_id.clone().unwrap_or_default()),
    Column::text("differs", differs),
    Column::instant("made_at", |code, _| code.made_at.clone()),
];

fn pin(code: &CodeView, pins: bool) -> String {
    let pin = code.pin.as_ref().filter(|_| pins).map(PinShown::expose).or(code.pin_masked.as_deref());
    pin.unwrap_or_default().to_owned()
}

fn differs(code: &CodeView, _: bool) -> String {
    let differs: Vec<&str> = code.differs.iter().map(|difference| difference.what.as_str()).collect();
    differs.join(" ")
}
