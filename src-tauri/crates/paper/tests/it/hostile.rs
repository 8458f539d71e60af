//! Names and labels made up to break things.

use std::convert::Infallible;
use std::ops::ControlFlow;

use paper::{LedgerPrint, guest_message, ledger_pdf, readiness_pdf};
use proptest::prelude::*;
use serde_json::json;
use wire::{CardRequest, CodeView, CodesView};
use words::{ClockStyle, Language};

use crate::pdf::Pdf;
use crate::views::{card, code_with, print, readiness};

fn names() -> Vec<String> {
    vec![
        String::new(),
        "W".repeat(10_000),
        "Küche ".repeat(2_000),
        "\u{202e}evil\u{202c} \u{2066}x".to_owned(),
        "line\r\nbreak\ttab\u{0}nul\u{1b}[31m".to_owned(),
        "日本の家 🏠🔑 بيت בית บ้าน".to_owned(),
        "e\u{301}".repeat(5_000),
        "Z\u{30a}\u{30a}\u{30a}\u{30a}algo".repeat(300),
        "\u{feff}\u{fffe}\u{ffff}\u{e000}\u{10ffff}".to_owned(),
        "<script>alert(1)</script> (\\) %PDF endstream".to_owned(),
        "👩‍👩‍👧‍👦🏳️‍🌈".to_owned(),
    ]
}

fn everywhere(name: &str) -> CodeView {
    code_with(json!({ "door": name, "label": name, "slot_name": name, "zone": format!("A/{name}"), "marker": name }))
}

fn wanted() -> CardRequest {
    CardRequest { with_pin: true, with_label: true, demo: true, ..CardRequest::default() }
}

fn ledger(code: CodeView) -> Vec<u8> {
    let wanted = LedgerPrint { print: print(), scope: vec![code.door.clone()], pins: true };
    let page = Ok::<_, Infallible>(CodesView { codes: vec![code], total: 1, next: None });
    ledger_pdf(&wanted, [page], |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn a_card_stays_one_page_with_its_code_and_window() {
    for name in names() {
        for language in Language::all() {
            let pdf = Pdf::read(&card(&everywhere(&name), &CardRequest { language, ..wanted() }).unwrap());
            let text = pdf.text().replace(' ', "");
            assert_eq!(pdf.pages(), 1, "still one page");
            assert!(text.contains("583201") && text.contains("16:00"), "still the code and the window: {text}");
        }
    }
}

#[test]
fn a_ledger_keeps_its_columns() {
    for name in names() {
        let pdf = Pdf::read(&ledger(everywhere(&name)));
        assert_eq!(pdf.pages(), 1, "one line is one page");
        let text = pdf.text();
        for said in ["583201", "3 Dec 2026, 16:00", "Record of codes", "Page 1 of 1"] {
            assert!(text.contains(said), "“{said}” is whole: {text}");
        }
    }
}

#[test]
fn hostile_text_does_not_break_readiness_or_messages() {
    for name in names() {
        let mut view = readiness();
        view.doors[1].name.clone_from(&name);
        view.doors[1].checks[1].message.clone_from(&name);
        view.doors[1].checks[1].mend = Some(name.clone());
        view.doors[0].tests[0].note.clone_from(&name);
        view.wishes[0].text.clone_from(&name);
        view.wishes[0].subject.clone_from(&name);
        assert!(readiness_pdf(&view, &print()).is_ok(), "the readiness is made: {name:?}");
        let text = guest_message(&everywhere(&name), "en", &[], ClockStyle::Hours24).unwrap();
        assert!(text.expose().chars().count() < 1_000, "the message stays a message");
    }
}

#[test]
fn an_odd_pin_is_shown_as_it_is() {
    for pin in ["0", "12AB56", "123456789012345678901234567890", "＊＃", "5\u{202e}8"] {
        let code = code_with(json!({ "pin": pin }));
        assert!(card(&code, &wanted()).is_ok(), "{pin:?} makes a card");
    }
    let nothing = code_with(json!({ "pin": " \u{200b}" }));
    assert_eq!(card(&nothing, &wanted()), Err(paper::Error::NoPin), "what cannot be seen is no PIN");
}

#[test]
fn an_invalid_time_is_an_error() {
    let code = code_with(json!({ "entry": "soon" }));
    assert_eq!(card(&code, &wanted()), Err(paper::Error::Time), "nothing is made up");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_makes_a_document(name in any::<String>(), pin in any::<String>()) {
        let mut code = everywhere(&name);
        code.pin = Some(wire::PinShown(pin));
        let card = card(&code, &wanted());
        prop_assert!(matches!(card, Ok(_) | Err(paper::Error::NoPin)), "{card:?}");
        prop_assert!(!ledger(code).is_empty());
    }
}
