//! The ledger as CSV, for programs. No field can be taken for a formula, since spreadsheets open it as well; they drop
//! the leading zeros of a number, which is why there is the workbook.

use std::ops::ControlFlow;

use wire::CodesView;

use crate::column::COLUMNS;
use crate::ledger::{Progress, read};
use crate::{Error, Stopped};

/// Marks a file as UTF-8 for spreadsheets. It belongs at the beginning of a file; programs that read a pipe do not
/// expect it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The ledger as a file. Asks for `pages` one after the other; calls `tell` for each, which stops the work by
/// [`ControlFlow::Break`]. PINs are bullets unless `pins` is set *and* the views have them in clear.
///
/// # Errors
/// [`Stopped::Source`] with the error of a page that could not be read; [`Stopped::Cancelled`] if `tell` says so.
pub fn ledger_csv<E>(
    pages: impl IntoIterator<Item = Result<CodesView, E>>,
    pins: bool,
    tell: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<String, Stopped<E>> {
    let mut file = csv_headings(true)?;
    let take = |page: &CodesView| {
        file += &csv_lines(page, pins)?;
        Ok(())
    };
    read(pages, take, tell)?;
    Ok(file)
}

/// The first line; `of_file`: with the mark at the beginning of a file.
///
/// # Errors
/// [`Error::Csv`]; cannot happen.
pub fn csv_headings(of_file: bool) -> Result<String, Error> {
    let mark = if of_file { BYTE_ORDER_MARK } else { "" };
    Ok(mark.to_owned() + &lines([COLUMNS.iter().map(|column| column.key.to_owned())])?)
}

/// A line for each code of a page. PINs are bullets unless `pins` is set *and* the view has them in clear.
///
/// # Errors
/// [`Error::Csv`]; cannot happen.
pub fn csv_lines(view: &CodesView, pins: bool) -> Result<String, Error> {
    lines(view.codes.iter().map(|code| COLUMNS.iter().map(move |column| safe(&column.field(code, pins)))))
}

fn lines<R: IntoIterator<Item = String>>(records: impl IntoIterator<Item = R>) -> Result<String, Error> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for record in records {
        writer.write_record(record).map_err(|_| Error::Csv)?;
    }
    let bytes = writer.into_inner().map_err(|_| Error::Csv)?;
    String::from_utf8(bytes).map_err(|_| Error::Csv)
}

/// A spreadsheet evaluates a field with such a beginning, some also with full-width characters; an apostrophe before it
/// makes it text.
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
