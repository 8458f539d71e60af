//! The guest card.

use paper::{CardSheet, Error, guest_card};
use serde_json::json;
use wire::{CardRequest, CardView, CodeState};
use words::ClockStyle;

use crate::pdf::Pdf;
use crate::views::{self, code, code_with, language};

fn wanted() -> CardRequest {
    CardRequest { with_pin: true, with_label: true, ..CardRequest::default() }
}

fn card(request: &CardRequest) -> Pdf {
    Pdf::read(&views::card(&code(), request).unwrap())
}

/// As a reader finds it: groups are drawn apart.
fn digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn shows_door_window_code_and_how_to_enter_it() {
    let card = card(&wanted());
    let text = card.text();
    for said in [
        "Loft",
        "Loft Dec 3-6",
        "Works from",
        "Thursday, 3 December 2026",
        "16:00",
        "Works until",
        "Sunday, 6 December 2026",
        "10:00",
        "Enter this code",
        "Local time",
        "Time zone: Los Angeles",
    ] {
        assert!(text.contains(said), "the card says “{said}”: {text}");
    }
    assert!(digits(&text).contains("583201"), "and the code: {text}");
    assert!(!text.contains("keys, too"), "nothing of signs that the code does not have");
    assert_eq!(card.pages(), 1, "a card is one page");
}

#[test]
fn it_has_the_size_of_the_sheet() {
    let millimetres = |points: f32| (points / 72.0 * 25.4).round();
    let (width, height) = card(&wanted()).size(1);
    assert_eq!((millimetres(width), millimetres(height)), (105.0, 148.0), "A6");
    let content = CardView::new(&code(), &wanted()).unwrap();
    let (width, height) = Pdf::read(&guest_card(&content, CardSheet::QuarterLetter).unwrap()).size(1);
    assert_eq!((width / 72.0, height / 72.0), (4.25, 5.5), "a quarter of Letter, in inches");
}

#[test]
fn every_language_has_its_own_words() {
    let in_language = |tag| card(&CardRequest { language: language(tag), ..wanted() }).text();
    let texts = ["en", "es", "fr", "de", "it"].map(in_language);
    let said = ["Works from", "Funciona desde", "Valable à partir du", "Gültig ab", "Valido da"];
    for (text, said) in texts.iter().zip(said) {
        assert!(text.contains(said), "“{said}” stands on the card: {text}");
        let others = texts.iter().filter(|other| other.contains(said)).count();
        assert_eq!(others, 1, "“{said}” is of one language only");
    }
}

#[test]
fn without_a_pin_the_box_is_left_empty() {
    for code in [code(), code_with(json!({ "pin": null }))] {
        let bytes = views::card(&code, &CardRequest { with_pin: false, ..wanted() }).unwrap();
        let text = Pdf::read(&bytes).text();
        assert!(!digits(&text).contains("583201"), "no PIN where none was asked for: {text}");
        assert!(!text.contains('•') && text.contains("Door code"), "the box is empty, for the host's pen: {text}");
        assert!(!text.contains("gaps"), "and nothing is said of gaps");
    }
}

#[test]
fn the_label_is_there_only_if_wanted() {
    let text = card(&CardRequest { with_label: false, ..wanted() }).text();
    assert!(!text.contains("Loft Dec 3-6"), "a label may hold a guest's name: {text}");
}

#[test]
fn a_pin_is_not_handed_out_before_the_code_is_set() {
    for state in CodeState::ALL.into_iter().filter(|state| *state != CodeState::Set) {
        let code = code_with(json!({ "state": state }));
        assert_eq!(views::card(&code, &wanted()), Err(Error::NotSet(state)), "{state:?} does not open a door for sure");
    }
    let masked = code_with(json!({ "pin": null }));
    assert_eq!(views::card(&masked, &wanted()), Err(Error::NoPin), "a view without the PIN makes no card with one");
}

#[test]
fn star_and_pound_are_explained_as_keys() {
    let code = code_with(json!({ "pin": "2*5832#" }));
    let text = Pdf::read(&views::card(&code, &wanted()).unwrap()).text();
    assert!(digits(&text).contains("2*5832#"), "they are part of the code: {text}");
    assert!(text.contains("* and # are keys, too"), "and a guest may not know that: {text}");
}

#[test]
fn midnight_says_which_night() {
    let code = code_with(json!({ "entry": "2026-12-04T00:00" }));
    let text = Pdf::read(&views::card(&code, &wanted()).unwrap()).text();
    assert!(text.contains("the night from Thursday to Friday"), "nobody should come a day late: {text}");
}

#[test]
fn a_12_hour_clock_is_used_if_wanted() {
    let text = card(&CardRequest { clock: ClockStyle::Hours12, ..wanted() }).text();
    assert!(text.contains("4:00 PM") && text.contains("10:00 AM"), "as the host's settings say: {text}");
}

#[test]
fn a_card_of_the_demo_says_so() {
    let text = card(&CardRequest { demo: true, ..wanted() }).text();
    assert!(text.contains("EXAMPLE: opens no door"), "nobody should stand before a door with it: {text}");
}

#[test]
fn the_same_card_is_the_same_file() {
    let make = || views::card(&code(), &wanted()).unwrap();
    assert_eq!(make(), make(), "no date and no chance is in it");
}

#[test]
fn the_pin_is_in_clear_only_where_it_is_drawn() {
    let bytes = views::card(&code(), &wanted()).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    assert!(!raw.contains("583201"), "not in the title, the outline or the structure, where file managers look");
}

/// The page and the PDF have the same content.
#[test]
fn everything_that_the_content_says_is_on_the_card() {
    let moments =
        [json!({ "entry": "2026-12-04T00:00", "exit": "2026-12-06T12:00" }), json!({ "exit": "2026-12-06T10:00:30" })];
    for language in words::Language::all() {
        for moment in &moments {
            let request = CardRequest { language, clock: ClockStyle::Hours12, demo: true, ..wanted() };
            let content = CardView::new(&code_with(moment.clone()), &request).unwrap();
            let text = digits(&Pdf::read(&guest_card(&content, CardSheet::A6).unwrap()).text());
            for said in said_by(&serde_json::to_value(&content).unwrap()) {
                assert!(
                    said == language.tag() || text.contains(&digits(&said)),
                    "{language:?}: “{said}” is on it: {text}"
                );
            }
        }
    }
}

/// Every text in a view.
fn said_by(view: &serde_json::Value) -> Vec<String> {
    use serde_json::Value;
    match view {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(said_by).collect(),
        Value::Object(fields) => fields.values().flat_map(said_by).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
