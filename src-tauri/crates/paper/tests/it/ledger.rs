//! The ledger as PDF and CSV.

use std::convert::Infallible;
use std::ops::ControlFlow;

use paper::{LedgerPrint, PaperSize, Print, Progress, Stopped, ledger_csv, ledger_pdf};
use serde_json::json;
use wire::{CodesView, LedgerRows};
use words::{ClockStyle, telling_time_by};

use crate::pdf::Pdf;
use crate::views::{code_with, demo_print, language, pages, print};

fn wanted() -> LedgerPrint {
    LedgerPrint { print: print(), scope: vec!["Door Loft".to_owned()], pins: false }
}

fn silent(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn ledger(wanted: &LedgerPrint, codes: i64) -> Pdf {
    Pdf::read(&ledger_pdf(wanted, pages(codes), silent).unwrap())
}

#[test]
fn every_page_has_the_head_its_number_and_the_time_of_printing() {
    let pdf = ledger(&wanted(), 120);
    assert!(pdf.pages() > 3, "120 codes take several pages");
    for page in 1..=pdf.pages() {
        let text = pdf.page(page);
        for said in [
            "Record of codes",
            "Door Loft",
            "120 codes",
            "No.",
            "From (lock time)",
            "PIN",
            "printed 23 Nov 2026, 20:02, America/Toronto (UTC−05:00)",
            &format!("Page {page} of {}", pdf.pages()),
        ] {
            assert!(text.contains(said), "page {page} says “{said}”: {text}");
        }
        let (width, height) = pdf.size(page);
        assert!(width > height && (width - 841.89).abs() < 0.01, "A4, landscape");
    }
    assert!(pdf.page(1).contains("Time zones: Los Angeles."), "and on the first, whose clock it is");
}

#[test]
fn every_code_is_there_once() {
    let text = ledger(&wanted(), 120).text();
    for number in 1..=120 {
        let label = format!("stay {number} ");
        assert_eq!(text.matches(&label).count(), 1, "code {number} has one line");
    }
}

#[test]
fn pins_are_bullets_unless_asked_for() {
    let masked = ledger(&wanted(), 40).text();
    assert!(masked.contains("••••••"), "bullets stand for the PIN");
    assert!((1..=40).all(|number| !masked.contains(&(500_000 + number).to_string())), "no PIN is in it");
    let shown = ledger(&LedgerPrint { pins: true, ..wanted() }, 40).text();
    assert!(shown.contains("500001") && shown.contains("500040"), "asked for, they are there");
}

#[test]
fn letter_is_another_sheet() {
    let print = Print { paper: PaperSize::Letter, ..print() };
    let pdf = ledger(&LedgerPrint { print, ..wanted() }, 3);
    assert_eq!(pdf.size(1), (792.0, 612.0), "US Letter, landscape");
}

#[test]
fn the_hosts_language_is_used() {
    let print = Print { language: language("es"), ..print() };
    let text = ledger(&LedgerPrint { print, ..wanted() }, 3).text();
    for said in ["Registro de códigos", "Etiqueta", "Página 1 de 1", "3 códigos", "6 dic 2026, 10:00"] {
        assert!(text.contains(said), "“{said}” is there: {text}");
    }
}

#[test]
fn an_empty_ledger_is_one_page_that_says_so() {
    let none = [Ok::<_, Infallible>(CodesView { codes: Vec::new(), total: 0, next: None })];
    let pdf = Pdf::read(&ledger_pdf(&wanted(), none, silent).unwrap());
    assert_eq!(pdf.pages(), 1, "one page");
    assert!(pdf.text().contains("no codes"), "that says that there are none: {}", pdf.text());
}

#[test]
fn the_demo_is_named_on_every_page() {
    let pdf = ledger(&LedgerPrint { print: demo_print(), ..wanted() }, 120);
    assert!((1..=pdf.pages()).all(|page| pdf.page(page).contains("DEMO")), "a page alone must not be taken for real");
}

#[test]
fn differences_are_marked_in_words() {
    let differs = json!([{ "what": "starts", "promised": null, "given": null, "message": "" }]);
    let codes = vec![code_with(json!({ "differs": differs })), code_with(json!({ "second_codes": ["x"] }))];
    let page = Ok::<_, Infallible>(CodesView { codes, total: 2, next: None });
    let text = Pdf::read(&ledger_pdf(&wanted(), [page], silent).unwrap()).text();
    assert!(text.contains("ready · differs") && text.contains("ready · two codes"), "not by colour: {text}");
}

#[test]
fn progress_is_reported_to_the_end() {
    let mut told = Vec::new();
    let tell = |progress| {
        told.push(progress);
        ControlFlow::Continue(())
    };
    ledger_pdf(&wanted(), pages(1_200), tell).unwrap();
    assert!(told.windows(2).all(|pair| pair[0].done < pair[1].done), "it only goes forward");
    assert_eq!(told.last(), Some(&Progress { done: 2_400, total: 2_400 }), "and it ends when it is done");
}

#[test]
fn it_can_be_stopped_while_reading_and_while_drawing() {
    for calls in [1, 4] {
        let mut left = calls;
        let tell = |_| {
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let stopped = ledger_pdf(&wanted(), pages(1_200), tell);
        assert_eq!(stopped, Err(Stopped::Cancelled), "stopped at call {calls}");
    }
}

#[test]
fn an_unavailable_page_ends_the_document() {
    let broken = [Err::<CodesView, _>("disk".to_owned())];
    assert_eq!(
        ledger_pdf(&wanted(), broken.clone(), silent),
        Err(Stopped::Source("disk".to_owned())),
        "with its reason"
    );
    assert_eq!(ledger_csv(broken, false, silent), Err(Stopped::Source("disk".to_owned())), "so does the table");
}

#[test]
fn a_ledger_without_structure_keeps_its_head_and_its_count() {
    let pdf = ledger(&wanted(), 2_100);
    assert!(pdf.page(pdf.pages()).contains(&format!("Page {0} of {0}", pdf.pages())), "the last page is the last");
    assert!(pdf.page(pdf.pages()).contains("stay 2100 "), "and has the last code");
}

#[test]
fn csv_is_one_line_for_each_code_and_no_pin_unless_asked() {
    let csv = ledger_csv(pages(1_200), false, silent).unwrap();
    assert!(csv.starts_with("\u{feff}intent_id,marker,door,"), "a spreadsheet sees that it is UTF-8");
    assert_eq!(csv.lines().count(), 1_201, "the head and each code");
    assert!(csv.contains("Küche") && csv.contains("••••••") && !csv.contains("500001"), "masked");
    let csv = ledger_csv(pages(3), true, silent).unwrap();
    assert!(csv.contains("500001"), "asked for");
}

#[test]
fn no_cell_is_a_formula() {
    let code = code_with(json!({ "door": "=HYPERLINK(\"x\")", "label": "+1", "stay_key": "@x", "slot_name": "-2" }));
    let csv = ledger_csv([Ok::<_, Infallible>(CodesView { codes: vec![code], total: 1, next: None })], false, silent)
        .unwrap();
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let line = reader.records().next().unwrap().unwrap();
    assert!(
        line.iter().all(|field| !field.starts_with(['=', '+', '-', '@'])),
        "a spreadsheet runs nothing of {line:?}"
    );
}

/// The page and the PDF have the same content.
#[test]
fn everything_that_the_content_says_is_in_the_pdf() {
    let print = Print { clock: ClockStyle::Hours12, ..demo_print() };
    let wanted = LedgerPrint { print: print.clone(), scope: vec!["Door Loft".to_owned()], pins: false };
    let text = ledger(&wanted, 3).text();
    let content = telling_time_by(ClockStyle::Hours12, || {
        let mut rows = LedgerRows::default();
        for page in pages(3) {
            rows.take(&page.unwrap(), false).unwrap();
        }
        rows.finish(&print.imprint, &wanted.scope, 3).unwrap()
    });
    // A cell that is too long for its column is cut.
    for cell in content.rows.iter().flat_map(|row| &row.cells) {
        let start: String = cell.chars().take(11).collect();
        assert!(text.contains(start.trim_end()), "“{cell}” is in it: {text}");
    }
    let edges = [&content.sheet.title, &content.sheet.printed, &content.note];
    for said in edges.into_iter().chain(&content.sheet.scope).chain(&content.columns) {
        assert!(text.contains(said.as_str()), "“{said}” is in it: {text}");
    }
}
