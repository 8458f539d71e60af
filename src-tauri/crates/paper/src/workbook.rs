//! The ledger as a workbook, for a spreadsheet. A cell is a text or a date: none is a formula, and no PIN or key is a
//! number.
//!
//! Memory: the sheet is held until it is written, about 4 kB a code. A library that spilled it would write PINs to
//! other files.

use std::ops::ControlFlow;

use jiff::civil::DateTime;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};
use wire::{CodeView, CodesView};

use crate::column::{COLUMNS, Column, Kind};
use crate::ledger::{Progress, read};
use crate::{Error, Stopped};

/// The format “Text”: anything the host types into such a cell is also text.
const TEXT: u8 = 49;
const CIVIL: &str = "yyyy-mm-dd hh:mm";
const INSTANT: &str = "yyyy-mm-dd hh:mm:ss";

/// The longest text a cell holds, in UTF-16 units.
const LONGEST: usize = 32_767;

/// The widest that a text makes its column, in pixels.
const WIDEST: u32 = 320;

/// The ledger as an `.xlsx` file. `pages`, `pins` and `tell` as for [`ledger_csv`](crate::ledger_csv).
///
/// # Errors
/// [`Stopped::Source`] with the error of a page that could not be read; [`Stopped::Cancelled`] if `tell` says so;
/// [`Error::Workbook`] for more codes than a sheet has rows.
pub fn ledger_xlsx<E>(
    pages: impl IntoIterator<Item = Result<CodesView, E>>,
    pins: bool,
    tell: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<Vec<u8>, Stopped<E>> {
    let mut sheet = Sheet::new().map_err(|_| Error::Workbook)?;
    let take =
        |page: &CodesView| page.codes.iter().try_for_each(|code| sheet.add(code, pins)).map_err(|_| Error::Workbook);
    read(pages, take, tell)?;
    Ok(sheet.finish().map_err(|_| Error::Workbook)?)
}

/// The sheet as filled in so far. Not `Debug`: it may hold PINs.
struct Sheet {
    sheet: Worksheet,
    /// The last filled row; the headings are row 0.
    row: u32,
    text: Format,
}

impl Sheet {
    fn new() -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name("codes")?.set_freeze_panes(1, 0)?;
        let text = Format::new().set_num_format_index(TEXT);
        let heading = text.clone().set_bold();
        for (at, column) in (0..).zip(&COLUMNS) {
            sheet.write_string_with_format(0, at, column.key, &heading)?;
        }
        Ok(Self { sheet, row: 0, text })
    }

    fn add(&mut self, code: &CodeView, pins: bool) -> Result<(), XlsxError> {
        self.row += 1;
        for (at, column) in (0..).zip(&COLUMNS) {
            let field = column.field(code, pins);
            match date(column, &field) {
                Some((date, format)) => self.sheet.write_datetime_with_format(self.row, at, &date, &format)?,
                None => self.sheet.write_string_with_format(self.row, at, cut(&field), &self.text)?,
            };
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        let last = (0..).zip(&COLUMNS).map(|(at, _)| at).last().unwrap_or_default();
        self.sheet.autofilter(0, 0, self.row, last)?;
        // A PIN is meant to be text, so suppress the green corner that offers to make it a number.
        self.sheet.ignore_error_range(1, 0, self.row.max(1), last, IgnoreError::NumberStoredAsText)?;
        self.sheet.set_autofit_max_width(WIDEST).autofit();
        for (at, column) in (0..).zip(&COLUMNS) {
            if let Some(width) = width(column.kind) {
                self.sheet.set_column_width(at, width)?;
            }
        }
        let mut workbook = Workbook::new();
        // The same codes give the same bytes at any time: this is the earliest date of a ZIP archive.
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?));
        workbook.push_worksheet(self.sheet);
        workbook.save_to_buffer()
    }
}

/// In characters; `None`: as wide as its texts. A date in a column that is too narrow would be shown as ####.
fn width(kind: Kind) -> Option<u8> {
    match kind {
        Kind::Text => None,
        Kind::Civil => Some(18),
        Kind::Instant => Some(28),
    }
}

/// A time as a date, and how to show it; `None` for text, and for times that a spreadsheet cannot represent.
fn date(column: &Column, field: &str) -> Option<(ExcelDateTime, Format)> {
    let pattern = match column.kind {
        Kind::Text => return None,
        Kind::Civil => CIVIL,
        Kind::Instant => INSTANT,
    };
    let (civil, offset) = parted(field)?;
    let whole = |number: i8| u16::try_from(number).ok();
    let day = ExcelDateTime::from_ymd(
        u16::try_from(civil.year()).ok()?,
        u8::try_from(civil.month()).ok()?,
        u8::try_from(civil.day()).ok()?,
    );
    let date = day.ok()?.and_hms(whole(civil.hour())?, u8::try_from(civil.minute()).ok()?, civil.second()).ok()?;
    // A date has no offset there, so its format shows it: it tells two equal times in autumn apart.
    let shown = if offset.is_empty() { pattern.to_owned() } else { format!("{pattern} \"{offset}\"") };
    Some((date, Format::new().set_num_format(shown).set_align(FormatAlign::Left)))
}

/// `2026-12-03T16:00:00-08:00` as the civil time and its offset.
fn parted(time: &str) -> Option<(DateTime, &str)> {
    let (_, clock) = time.split_once('T')?;
    let offset = clock.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ':' || letter == '.');
    let is_offset = |letter: char| letter.is_ascii_digit() || matches!(letter, 'Z' | '+' | '-' | ':');
    let civil = time.strip_suffix(offset)?.parse().ok()?;
    offset.chars().all(is_offset).then_some((civil, offset))
}

/// The beginning of a text that fits into a cell.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > LONGEST
    });
    end.map_or(text, |(at, _)| text.split_at(at).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_parted_from_its_offset() {
        let civil = |text: &str| text.parse::<DateTime>().ok();
        for (text, clock, offset) in [
            ("2026-12-03T16:00", "2026-12-03T16:00", ""),
            ("2026-12-03T16:00:00-08:00", "2026-12-03T16:00:00", "-08:00"),
            ("2026-11-23T11:59:00Z", "2026-11-23T11:59:00", "Z"),
            ("2026-12-03T16:00:00+05:30", "2026-12-03T16:00:00", "+05:30"),
        ] {
            assert_eq!(parted(text), civil(clock).map(|civil| (civil, offset)), "{text}");
        }
        for text in ["", "soon", "2026-12-03", "2026-12-03T16:00[x]", "2026-12-03T16:00:00\"x"] {
            assert_eq!(parted(text), None, "{text:?} stays text");
        }
    }

    #[test]
    fn a_text_of_any_length_fits_its_cell() {
        assert_eq!(cut("Küche"), "Küche", "whole");
        let long = "😀".repeat(LONGEST);
        assert_eq!(cut(&long).chars().count(), LONGEST / 2, "two units each, and no half of one");
    }
}
