//! The ledger for a spreadsheet. No field can be taken for a formula.
//!
//! Keys and order of the columns are those of the command line's `codes --csv`, and stable.

use std::ops::ControlFlow;

use wire::{CodeView, CodesView, PinShown};

use crate::ledger::{Progress, ask};
use crate::{Error, Stopped};

/// By this a spreadsheet knows that a file is UTF-8. Programs that read a pipe do not want it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

const HEADINGS: [&str; 17] = [
    "intent_id",
    "marker",
    "door",
    "door_id",
    "label",
    "stay_key",
    "state",
    "pin",
    "entry",
    "exit",
    "starts_at",
    "ends_at",
    "zone",
    "slot_name",
    "access_code_id",
    "differs",
    "made_at",
];

/// The ledger as a file for a spreadsheet. `pages` are asked for one after the other; `tell` is told of each, and stops the work
/// by [`ControlFlow::Break`]. PINs are bullets unless `pins` is set *and* the views have them in clear.
///
/// # Errors
/// [`Stopped::Source`] with the error of a page that could not be had; [`Stopped::Cancelled`] where `tell` says so.
pub fn ledger_csv<E>(
    pages: impl IntoIterator<Item = Result<CodesView, E>>,
    pins: bool,
    mut tell: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<String, Stopped<E>> {
    let mut file = BYTE_ORDER_MARK.to_owned() + &csv_headings()?;
    let mut done = 0;
    for page in pages {
        let page = page.map_err(Stopped::Source)?;
        file += &csv_lines(&page, pins)?;
        done += page.codes.len() as u64;
        ask(&mut tell, Progress { done, total: page.total.max(done) })?;
    }
    Ok(file)
}

/// The first line.
///
/// # Errors
/// [`Error::Csv`]; cannot happen.
pub fn csv_headings() -> Result<String, Error> {
    lines([HEADINGS.map(str::to_owned)])
}

/// A line for each code of a page. PINs are bullets unless `pins` is set *and* the view has them in clear.
///
/// # Errors
/// [`Error::Csv`]; cannot happen.
pub fn csv_lines(view: &CodesView, pins: bool) -> Result<String, Error> {
    lines(view.codes.iter().map(|code| fields(code, pins).map(|field| safe(&field))))
}

fn lines<const N: usize>(records: impl IntoIterator<Item = [String; N]>) -> Result<String, Error> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for record in records {
        writer.write_record(record).map_err(|_| Error::Csv)?;
    }
    let bytes = writer.into_inner().map_err(|_| Error::Csv)?;
    String::from_utf8(bytes).map_err(|_| Error::Csv)
}

fn fields(code: &CodeView, pins: bool) -> [String; 17] {
    let pin = code.pin.as_ref().filter(|_| pins).map(PinShown::expose).or(code.pin_masked.as_deref());
    let differs: Vec<&str> = code.differs.iter().map(|difference| difference.what.as_str()).collect();
    [
        code.intent_id.to_string(),
        code.marker.clone(),
        code.door.clone(),
        code.door_id.clone(),
        code.label.clone(),
        code.stay_key.clone().unwrap_or_default(),
        code.state.as_str().to_owned(),
        pin.unwrap_or_default().to_owned(),
        code.entry.clone(),
        code.exit.clone(),
        code.starts_at.clone(),
        code.ends_at.clone(),
        code.zone.clone(),
        code.slot_name.clone(),
        code.access_code_id.clone().unwrap_or_default(),
        differs.join(" "),
        code.made_at.clone(),
    ]
}

/// A spreadsheet runs what begins like this, some of them also in letters of full width; an apostrophe before it makes it text.
fn safe(field: &str) -> String {
    let runs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if field.starts_with(runs) { format!("'{field}") } else { field.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_formula() {
        for field in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1"] {
            assert_eq!(safe(field), format!("'{field}"), "{field:?} would be run");
        }
        assert_eq!(safe("Loft = 1"), "Loft = 1", "elsewhere the sign is only a sign");
    }
}
