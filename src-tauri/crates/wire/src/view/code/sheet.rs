//! Documents for the host, as content: the parts of every page, and the ledger as a table. The PDF and the page lay out
//! the same content.
//!
//! Owns: the columns of the printed ledger. Refuses: PINs, unless they are requested here *and* the views have them in
//! clear.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::said;
use words::{clean, say};

use super::card::{NotHandedOut, place};
use super::{CodeView, CodesView, PinShown};
use crate::view::ClockView;
use crate::view::words::CodeState;

/// How many zones are named; more are “each door's own”.
const NAMED_ZONES: usize = 4;

/// Of which record and when a document is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// This computer's clock, now.
    pub printed: ClockView,
    pub workspace: Option<String>,
    /// The doors are simulated ones: every page says so.
    pub demo: bool,
}

/// What stands on every page of a document for the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetView {
    pub title: String,
    /// Of what it is, in parts: the demo, the workspace, what was left out.
    pub scope: Vec<String>,
    /// When and where.
    pub printed: String,
}

/// The ledger on paper. Not `Debug`: it may hold PINs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LedgerSheetView {
    pub sheet: SheetView,
    /// Whose clock the times are on.
    pub note: String,
    pub columns: [String; LedgerSheetView::COLUMNS],
    pub rows: Vec<LedgerRowView>,
}

/// One code: a cell for each column. Not `Debug`: it may hold a PIN.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LedgerRowView {
    pub cells: [String; LedgerSheetView::COLUMNS],
}

/// The lines of a ledger while its pages are read.
#[derive(Default)]
pub struct LedgerRows {
    rows: Vec<LedgerRowView>,
    zones: BTreeSet<String>,
}

impl SheetView {
    /// `parts`: of the line under the title, without the empty ones.
    ///
    /// # Errors
    /// [`NotHandedOut::Time`] if the clock shows no time.
    pub fn new(
        title: String,
        imprint: &Imprint,
        parts: impl IntoIterator<Item = String>,
    ) -> Result<Self, NotHandedOut> {
        let ClockView { zone, offset, civil, .. } = &imprint.printed;
        let demo = imprint.demo.then(|| say!("paper-demo"));
        let scope = demo.into_iter().chain(imprint.workspace.as_deref().map(clean)).chain(parts);
        let offset = clean(offset).replace('-', "−");
        Ok(Self {
            title,
            scope: scope.filter(|part| !part.is_empty()).collect(),
            printed: say!("paper-printed", at = short(civil)?, zone = clean(zone), offset = offset),
        })
    }
}

impl LedgerRows {
    /// A page of codes. PINs are bullets unless `pins` is set *and* the view has them in clear.
    ///
    /// # Errors
    /// [`NotHandedOut::Time`] if a time of the view is invalid.
    pub fn take(&mut self, page: &CodesView, pins: bool) -> Result<(), NotHandedOut> {
        for code in &page.codes {
            self.rows.push(LedgerRowView::new(code, pins)?);
            if !self.zones.contains(&code.zone) && self.zones.len() <= NAMED_ZONES {
                self.zones.insert(code.zone.clone());
            }
        }
        Ok(())
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The whole ledger. `scope`: what was left out, in words; `total`: of how many codes these are the first.
    ///
    /// # Errors
    /// [`NotHandedOut::Time`] if the clock shows no time.
    pub fn finish(self, imprint: &Imprint, scope: &[String], total: usize) -> Result<LedgerSheetView, NotHandedOut> {
        let shown = self.rows.len();
        let count = if shown < total {
            say!("paper-ledger-first", shown = shown, codes = total)
        } else {
            say!("paper-ledger-count", codes = shown)
        };
        let parts = scope.iter().map(|part| clean(part)).chain([count]);
        Ok(LedgerSheetView {
            sheet: SheetView::new(say!("paper-ledger"), imprint, parts)?,
            note: note(&self.zones),
            columns: LedgerSheetView::columns(),
            rows: self.rows,
        })
    }
}

impl LedgerSheetView {
    /// How many columns there are.
    pub const COLUMNS: usize = 9;

    fn columns() -> [String; Self::COLUMNS] {
        [
            say!("paper-ledger-number"),
            say!("paper-ledger-door"),
            say!("paper-ledger-label"),
            say!("paper-ledger-from"),
            say!("paper-ledger-until"),
            say!("paper-ledger-slot"),
            say!("paper-ledger-state"),
            say!("paper-ledger-pin"),
            say!("paper-ledger-made"),
        ]
    }

    /// Every state as it may appear in the table.
    pub fn all_states() -> impl Iterator<Item = String> {
        CodeState::ALL.into_iter().map(|state| say!("paper-ledger-differs", state = state.said()))
    }
}

impl LedgerRowView {
    fn new(code: &CodeView, pins: bool) -> Result<Self, NotHandedOut> {
        let pin = code.pin.as_ref().filter(|_| pins).map(PinShown::expose);
        Ok(Self {
            cells: [
                code.intent_id.to_string(),
                clean(&code.door),
                clean(&code.label),
                short(&code.entry)?,
                short(&code.exit)?,
                clean(&code.slot_name),
                state(code),
                clean(pin.or(code.pin_masked.as_deref()).unwrap_or("–")),
                // Written in UTC, as the head of the column says.
                short(code.made_at.trim_end_matches('Z'))?,
            ],
        })
    }
}

/// The state in a word, and whether there is more to know.
fn state(code: &CodeView) -> String {
    let state = code.state.said();
    match (code.differs.is_empty(), code.second_codes.is_empty()) {
        (true, true) => state,
        (false, _) => say!("paper-ledger-differs", state = state),
        (true, false) => say!("paper-ledger-second", state = state),
    }
}

fn short(civil: &str) -> Result<String, NotHandedOut> {
    civil.parse().map(said).map_err(|_| NotHandedOut::Time)
}

/// Whose clock the times are on: the usual names of the zones, if they are few enough.
fn note(zones: &BTreeSet<String>) -> String {
    if zones.len() > NAMED_ZONES {
        return say!("paper-ledger-many-zones");
    }
    let named: Vec<String> = zones.iter().map(|zone| place(zone).unwrap_or_else(|| clean(zone))).collect();
    if named.is_empty() {
        say!("paper-ledger-many-zones")
    } else {
        say!("paper-ledger-zones", zones = named.join(", "))
    }
}
