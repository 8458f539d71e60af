//! The ledger as a workbook, read back as a spreadsheet reads it.

use std::convert::Infallible;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;

use calamine::{Data, Range, Reader, Xlsx};
use paper::{Progress, Stopped, csv_headings, ledger_xlsx};
use serde_json::{Value, json};
use wire::{CodeView, CodesView};

use crate::views::{code_with, pages};

fn silent(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn page(codes: Vec<CodeView>) -> [Result<CodesView, Infallible>; 1] {
    let total = codes.len() as u64;
    [Ok(CodesView { codes, total, next: None })]
}

/// The workbook of one code with these facts, PINs in clear.
fn of(facts: Value) -> Book {
    Book(ledger_xlsx(page(vec![code_with(facts)]), true, silent).unwrap())
}

struct Book(Vec<u8>);

impl Book {
    fn cells(&self) -> Range<Data> {
        Xlsx::new(Cursor::new(&self.0)).unwrap().worksheet_range("codes").unwrap()
    }

    fn formulas(&self) -> usize {
        Xlsx::new(Cursor::new(&self.0)).unwrap().worksheet_formula("codes").unwrap().cells().count()
    }

    /// The cell of the first code below a heading.
    fn cell(&self, heading: &str) -> Data {
        let cells = self.cells();
        let at = headings(&cells).iter().position(|one| one == heading).unwrap();
        cells.get((1, at)).cloned().unwrap()
    }

    /// Text and nothing else.
    fn text(&self, heading: &str) -> String {
        let cell = self.cell(heading);
        assert!(matches!(cell, Data::String(_)), "{heading} is text, not {cell:?}");
        cell.to_string()
    }

    /// A civil time: year, month, day, hour, minute.
    fn date(&self, heading: &str) -> (u16, u8, u8, u8, u8) {
        let cell = self.cell(heading);
        let date = if let Data::DateTime(date) = cell { Some(date) } else { None };
        let (year, month, day, hour, minute, _, _) = date.unwrap().to_ymd_hms_milli();
        (year, month, day, hour, minute)
    }

    fn part(&self, name: &str) -> String {
        let mut text = String::new();
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.0)).unwrap();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }
}

fn headings(cells: &Range<Data>) -> Vec<String> {
    cells.rows().next().unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn pins_and_keys_keep_their_zeros() {
    let book = of(json!({
        "pin": "012345", "stay_key": "000123", "access_code_id": "0042", "door_id": "1E5", "label": "3/4",
    }));
    for (heading, written) in [
        ("pin", "012345"),
        ("stay_key", "000123"),
        ("access_code_id", "0042"),
        ("door_id", "1E5"),
        ("label", "3/4"),
        ("intent_id", "7"),
        ("marker", "#7KQ2M9XA4T-1"),
    ] {
        assert_eq!(book.text(heading), written, "{heading} as it is written");
    }
    let sheet = book.part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("numberStoredAsText=\"1\""), "and no spreadsheet asks for a number: {sheet}");
    assert!(book.part("xl/styles.xml").contains("numFmtId=\"49\""), "edited there, they stay text");
}

#[test]
fn dates_are_dates_on_the_clock_of_the_lock() {
    let book = of(json!({}));
    assert_eq!(book.date("entry"), (2026, 12, 3, 16, 0), "as the lock shows it");
    assert_eq!(book.date("exit"), (2026, 12, 6, 10, 0), "as the lock shows it");
    assert_eq!(book.date("starts_at"), (2026, 12, 3, 16, 0), "an instant on the same clock");
    assert_eq!(book.date("made_at"), (2026, 11, 23, 11, 59), "this one in UTC");
    let styles = book.part("xl/styles.xml");
    for format in ["yyyy-mm-dd hh:mm", "yyyy-mm-dd hh:mm:ss &quot;-08:00&quot;", "yyyy-mm-dd hh:mm:ss &quot;Z&quot;"] {
        assert!(styles.contains(&format!("formatCode=\"{format}\"")), "shown as {format}: {styles}");
    }
}

#[test]
fn the_offset_distinguishes_a_time_that_occurs_twice() {
    let facts = json!({ "starts_at": "2026-11-01T01:30:00-07:00", "ends_at": "2026-11-01T01:30:00-08:00" });
    let book = of(facts);
    assert_eq!(book.date("starts_at"), book.date("ends_at"), "the clock shows the same twice");
    let styles = book.part("xl/styles.xml");
    assert!(styles.contains("-07:00") && styles.contains("-08:00"), "each has its own offset: {styles}");
}

#[test]
fn a_time_outside_spreadsheet_dates_is_text() {
    for time in ["1850-01-01T16:00", "later", ""] {
        let book = of(json!({ "entry": time }));
        assert_eq!(book.cell("entry").to_string(), time, "as it is written");
    }
}

#[test]
fn pins_are_bullets_unless_asked_for() {
    let masked = Book(ledger_xlsx(pages(3), false, silent).unwrap());
    assert_eq!(masked.text("pin"), "••••••", "as in the CSV");
    assert!(!masked.part("xl/sharedStrings.xml").contains("500001"), "no PIN is anywhere in the file");
    let shown = Book(ledger_xlsx(pages(3), true, silent).unwrap());
    assert_eq!(shown.text("pin"), "500001", "asked for");
    let none = of(json!({ "pin": null, "pin_masked": null }));
    assert_eq!(none.cell("pin"), Data::Empty, "no PIN yet");
}

#[test]
fn it_has_the_columns_of_the_csv_and_a_row_for_each_code() {
    let book = Book(ledger_xlsx(pages(1_200), false, silent).unwrap());
    let cells = book.cells();
    assert_eq!(headings(&cells).join(","), csv_headings(false).unwrap().trim_end(), "one list for both");
    assert_eq!(cells.height(), 1_201, "the head and each code");
}

#[test]
fn the_head_stays_in_sight_and_filters() {
    let sheet = Book(ledger_xlsx(pages(3), false, silent).unwrap()).part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""), "the first row does not scroll: {sheet}");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:Q4\"/>"), "{sheet}");
}

#[test]
fn every_column_is_as_wide_as_what_it_shows() {
    let book = of(json!({ "label": "L".repeat(30), "stay_key": "K".repeat(2_000) }));
    let sheet = book.part("xl/worksheets/sheet1.xml");
    let number = |col: &str, name: &str| -> f64 {
        let (_, rest) = col.split_once(&format!("{name}=\"")).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let alike = |col: &str| vec![number(col, "width"); (number(col, "max") - number(col, "min")) as usize + 1];
    let widths: Vec<f64> = sheet.split("<col ").skip(1).flat_map(alike).collect();
    assert_eq!(widths.len(), 17, "each has its own: {sheet}");
    let at = |heading: &str| widths[headings(&book.cells()).iter().position(|one| one == heading).unwrap()];
    assert!(at("entry") >= 16.0 && at("made_at") >= 23.0 && at("starts_at") >= 26.0, "no date is ####: {widths:?}");
    assert!(at("label") >= 25.0, "a label is seen whole: {widths:?}");
    assert!(at("stay_key") < 50.0, "and no text takes the whole screen: {widths:?}");
}

#[test]
fn no_cell_is_a_formula_and_every_text_is_as_it_was() {
    for text in
        ["=HYPERLINK(\"http://x\")", "+1", "-2", "@x", "＝1+1", "{=1}", "_x0041_", "<b>&amp;\"", "https://x.example"]
    {
        let book = of(json!({ "door": text, "label": text, "stay_key": text, "slot_name": text }));
        assert_eq!(book.formulas(), 0, "a spreadsheet runs nothing of {text:?}");
        for heading in ["door", "label", "stay_key", "slot_name"] {
            assert_eq!(book.text(heading), text, "no apostrophe before it, nothing lost");
        }
        assert!(!book.part("xl/worksheets/sheet1.xml").contains("<hyperlink"), "nor is it a link");
    }
}

#[test]
fn a_text_of_any_length_or_content_leaves_it_readable() {
    for text in ["W".repeat(40_000), "😀".repeat(40_000), "nul\u{0}bell\u{7}\u{1b}[31m\u{ffff}\u{202e}".to_owned()] {
        let book = of(json!({ "label": text, "access_code_id": text }));
        assert!(book.text("label").starts_with(text.chars().next().unwrap()), "it begins as it was");
        assert_eq!(book.text("pin"), "583201", "and its neighbours are there");
    }
}

#[test]
fn an_empty_ledger_is_its_headings() {
    let book = Book(ledger_xlsx(page(Vec::new()), false, silent).unwrap());
    assert_eq!(book.cells().height(), 1, "only the head");
}

#[test]
fn the_same_codes_give_the_same_bytes() {
    let made = || ledger_xlsx(pages(20), false, silent).unwrap();
    assert_eq!(made(), made(), "no clock is read");
    assert!(Book(made()).part("docProps/core.xml").contains("1980-01-01T00:00:00Z"), "not today's either");
}

#[test]
fn reports_progress_and_can_be_stopped() {
    let mut told = Vec::new();
    let tell = |progress: Progress| {
        told.push(progress);
        if told.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(ledger_xlsx(pages(1_200), false, tell), Err(Stopped::Cancelled), "stopped at the second page");
    assert_eq!(told.last(), Some(&Progress { done: 1_000, total: 1_200 }), "in codes");
    let broken = [Err::<CodesView, _>("disk".to_owned())];
    assert_eq!(ledger_xlsx(broken, false, silent), Err(Stopped::Source("disk".to_owned())), "or by its source");
}
