//! Sample documents for inspection: `cargo test -p paper --test it samples -- --ignored` writes them and says where.

use std::ops::ControlFlow;
use std::path::Path;

use paper::{CardSheet, LedgerPrint, PaperSize, Print, guest_card, ledger_pdf, readiness_pdf};
use serde_json::json;
use wire::{CardRequest, CardView};
use words::Language;

use crate::views::{card, code, code_with, demo_print, language, pages, print, readiness};

#[test]
#[ignore = "writes files for people to look at"]
fn samples() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    std::fs::create_dir_all(&folder).unwrap();
    let save = |name: &str, bytes: Vec<u8>| std::fs::write(folder.join(name), bytes).unwrap();
    for (name, bytes) in cards() {
        save(&name, bytes);
    }
    let ledger = LedgerPrint { print: print(), scope: vec!["All doors".to_owned()], pins: false };
    save("ledger.pdf", ledger_pdf(&ledger, pages(120), |_| ControlFlow::Continue(())).unwrap());
    let spanish = Print { language: language("es"), paper: PaperSize::Letter, ..demo_print() };
    let ledger = LedgerPrint { print: spanish.clone(), scope: Vec::new(), pins: true };
    save("ledger-letter-es.pdf", ledger_pdf(&ledger, pages(60), |_| ControlFlow::Continue(())).unwrap());
    save("readiness.pdf", readiness_pdf(&readiness(), &print()).unwrap());
    save("readiness-es.pdf", readiness_pdf(&readiness(), &spanish).unwrap());
    println!("{}", folder.display());
}

fn cards() -> Vec<(String, Vec<u8>)> {
    let with_pin = CardRequest { with_pin: true, with_label: true, ..CardRequest::default() };
    let mut cards = Vec::new();
    for language in Language::all() {
        let made = card(&code(), &CardRequest { language, ..with_pin }).unwrap();
        cards.push((format!("card-{}.pdf", language.tag()), made));
    }
    let blank = CardView::new(&code(), &CardRequest { with_pin: false, ..with_pin }).unwrap();
    cards.push(("card-blank.pdf".to_owned(), guest_card(&blank, CardSheet::QuarterLetter).unwrap()));
    let symbols = code_with(
        json!({ "pin": "2*5832#", "door": "Ferienhaus Küche 3, Hinterhaus links", "entry": "2026-12-04T00:00" }),
    );
    cards.push(("card-symbols.pdf".to_owned(), card(&symbols, &with_pin).unwrap()));
    let long = code_with(json!({
        "pin": "123456789012", "door": "日本の家 🏠 am See, ".repeat(30), "label": "Familie Müller-Lüdenscheidt ".repeat(9),
        "entry": "2026-09-24T00:00", "exit": "2026-09-30T00:00"
    }));
    let long_request = CardRequest { demo: true, language: language("es"), ..with_pin };
    let long = CardView::new(&long, &long_request).unwrap();
    cards.push(("card-long.pdf".to_owned(), guest_card(&long, CardSheet::QuarterLetter).unwrap()));
    cards
}
