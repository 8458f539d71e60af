//! The guest's message.

use paper::{Error, default_message, guest_message};
use serde_json::json;
use wire::MessageTemplateView;
use words::{ClockStyle, Language};

use crate::views::{code, code_with};

fn template(language: &str, text: &str) -> MessageTemplateView {
    MessageTemplateView { language: language.to_owned(), name: "Mine".to_owned(), text: text.to_owned() }
}

fn message(language: &str, templates: &[MessageTemplateView]) -> Result<String, Error> {
    guest_message(&code(), language, templates, ClockStyle::Hours24).map(|message| message.into_text())
}

#[test]
fn our_message_has_code_and_window_in_every_language() {
    let dates = [
        "Thursday, 3 December 2026, 16:00",
        "jueves, 3 de diciembre de 2026, 16:00",
        "jeudi 3 décembre 2026 à 16:00",
        "Donnerstag, 3. Dezember 2026, 16:00 Uhr",
        "giovedì 3 dicembre 2026, ore 16:00",
    ];
    for (language, date) in ["en", "es", "fr", "de", "it"].into_iter().zip(dates) {
        let text = message(language, &[]).unwrap();
        assert!(text.contains("583201") && text.contains("Loft") && text.contains(date), "{language}: {text}");
        assert!(!text.contains('{'), "nothing is left unfilled: {text}");
    }
}

#[test]
fn the_host_text_goes_first_in_its_language() {
    let templates = [template("en", "{label}: {pin}"), template("pt", "{door}, {from}")];
    assert_eq!(message("en", &templates).unwrap(), "Loft Dec 3-6: 583201", "the host's own");
    assert!(message("fr", &templates).unwrap().starts_with("Bonjour"), "ours where there is none");
    assert_eq!(
        message("pt", &templates).unwrap(),
        "Loft, Thursday, 3 December 2026, 16:00",
        "another language's, dates in English"
    );
    assert_eq!(message("nl", &templates), Err(Error::UnknownLanguage("nl".to_owned())), "and nothing is guessed");
}

#[test]
fn an_unknown_placeholder_is_named() {
    let wrong = [template("en", "Hi {guest}, {pin}")];
    let error = message("en", &wrong).unwrap_err();
    assert_eq!(error, Error::UnknownPlaceholder("guest".to_owned()), "by its name");
    assert!(error.to_string().contains("{guest}") && error.to_string().contains("{pin}"), "and what there is: {error}");
}

#[test]
fn a_faulty_template_is_reported_first() {
    let setting = code_with(json!({ "state": "setting" }));
    let wrong = [template("en", "{pin} {guest}")];
    let made = guest_message(&setting, "en", &wrong, ClockStyle::Hours24).map(|message| message.into_text());
    assert_eq!(made, Err(Error::UnknownPlaceholder("guest".to_owned())), "waiting for the PIN would not mend it");
}

#[test]
fn inserted_text_is_not_expanded_again() {
    let code = code_with(json!({ "door": "{pin}" }));
    let text = guest_message(&code, "en", &[template("en", "{door}")], ClockStyle::Hours24).unwrap();
    assert_eq!(text.expose(), "{pin}", "a door that is called like a placeholder is a name");
}

#[test]
fn a_pin_is_not_handed_out_before_the_code_is_set() {
    let setting = code_with(json!({ "state": "setting" }));
    let made = guest_message(&setting, "en", &[], ClockStyle::Hours24);
    assert_eq!(
        made.map(|message| message.into_text()),
        Err(Error::NotSet(wire::CodeState::Setting)),
        "it may still fail"
    );
    let without = [template("en", "See you at {door}!")];
    let made = guest_message(&setting, "en", &without, ClockStyle::Hours24).unwrap();
    assert_eq!(made.expose(), "See you at Loft!", "what does not ask for the PIN can be sent");
}

#[test]
fn nothing_secret_is_in_debug() {
    let text = guest_message(&code(), "en", &[], ClockStyle::Hours24).unwrap();
    assert!(!format!("{text:?}").contains("583201"), "Debug reaches logs and panics");
    assert!(default_message(Language::default()).contains("{pin}"), "the template itself holds none");
}
