//! The host's message to a guest, filled in.
//!
//! Owns: the placeholders and their values. Refuses: a PIN that is not known to work. A template with an unknown
//! placeholder is never sent in part.

use std::fmt;

use wire::{CodeView, MessageTemplateView};
use words::civil::said_in_full;
use words::{ClockStyle, Language, clean, say, sentences, speaking, telling_time_by};

use crate::Error;

/// The placeholders that a template may use.
pub const PLACEHOLDERS: [&str; 5] = ["door", "label", "from", "to", "pin"];

/// How much of an unknown placeholder is reported.
const TOLD: usize = 40;

/// A message, ready to send. It holds a PIN: `Debug` says `[redacted]`.
#[derive(Clone, PartialEq, Eq)]
pub struct GuestMessage(String);

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Placeholder(&'a str),
}

/// The message for a code in a language: by the host's template for it if there is one, else by ours.
///
/// Dates are in that language; in English if a template's language is not one of ours.
///
/// # Errors
/// [`Error::UnknownLanguage`] without any template; [`Error::UnknownPlaceholder`] names the placeholder that does not
/// exist; [`Error::NotSet`] and [`Error::NoPin`] if the PIN may not be handed out or is not in the view.
pub fn guest_message(
    code: &CodeView,
    language: &str,
    templates: &[MessageTemplateView],
    clock: ClockStyle,
) -> Result<GuestMessage, Error> {
    worded(code, language, templates, clock, str::to_owned)
}

/// The same message with a bullet for each character of the PIN, to be looked at.
///
/// # Errors
/// As [`guest_message`].
pub fn masked_guest_message(
    code: &CodeView,
    language: &str,
    templates: &[MessageTemplateView],
    clock: ClockStyle,
) -> Result<GuestMessage, Error> {
    worded(code, language, templates, clock, |pin| "•".repeat(pin.chars().count()))
}

fn worded(
    code: &CodeView,
    language: &str,
    templates: &[MessageTemplateView],
    clock: ClockStyle,
    show: fn(&str) -> String,
) -> Result<GuestMessage, Error> {
    let spoken = Language::from_tag(language);
    let own = templates.iter().find(|template| template.language.eq_ignore_ascii_case(language));
    let has_keys = code.handed_out().is_ok_and(|pin| pin.contains(['*', '#']));
    let text = own.map(|template| template.text.clone()).or_else(|| spoken.map(|one| template(one, has_keys)));
    let text = text.ok_or_else(|| Error::UnknownLanguage(short(language)))?;
    speaking(spoken.unwrap_or_default(), || telling_time_by(clock, || fill(&text, code, show)))
}

/// The message that is sent if the host wrote none, as a template.
pub fn default_message(language: Language) -> String {
    template(language, false)
}

/// `has_keys`: the PIN has `*` or `#`, which a guest may not take for keys.
fn template(language: Language, has_keys: bool) -> String {
    let asked = PLACEHOLDERS.map(|name| format!("{{{name}}}"));
    let [door, _, from, to, pin] = asked;
    speaking(language, || {
        let enter = sentences([Some(say!("card-enter")), has_keys.then(|| say!("card-keys"))]);
        say!("message", door = door, from = from, to = to, pin = pin, times = say!("card-times"), enter = enter)
    })
}

/// Checks whether a template can be filled in, when it is written.
///
/// # Errors
/// [`Error::UnknownPlaceholder`] names the first that is not among [`PLACEHOLDERS`].
pub fn check_template(template: &str) -> Result<(), Error> {
    let unknown = pieces(template).into_iter().find_map(|piece| match piece {
        Piece::Placeholder(name) if !PLACEHOLDERS.contains(&name) => Some(name),
        Piece::Placeholder(_) | Piece::Text(_) => None,
    });
    unknown.map_or(Ok(()), |name| Err(Error::UnknownPlaceholder(short(name))))
}

fn fill(template: &str, code: &CodeView, show: fn(&str) -> String) -> Result<GuestMessage, Error> {
    check_template(template)?;
    let mut message = String::with_capacity(template.len() + 200);
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => message.push_str(text),
            Piece::Placeholder(name) => message.push_str(&value(name, code, show)?),
        }
    }
    Ok(GuestMessage(message))
}

fn value(name: &str, code: &CodeView, show: fn(&str) -> String) -> Result<String, Error> {
    let civil = |text: &str| text.parse().map(said_in_full).map_err(|_| Error::Time);
    match name {
        "door" => Ok(clean(&code.door)),
        "label" => Ok(clean(&code.label)),
        "from" => civil(&code.entry),
        "to" => civil(&code.exit),
        // As it is typed, without gaps: guests copy it.
        "pin" => Ok(show(&code.handed_out()?)),
        _ => Err(Error::UnknownPlaceholder(short(name))),
    }
}

/// A placeholder is the text between braces on one line; braces without a partner are text.
fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut from) = (template, 0);
    while let Some(open) = rest.get(from..).and_then(|text| text.find('{')).map(|at| at + from) {
        let after = rest.get(open + 1..).unwrap_or_default();
        match after.find(['{', '}', '\n']).filter(|&end| after[end..].starts_with('}')) {
            Some(end) => {
                pieces.push(Piece::Text(&rest[..open]));
                pieces.push(Piece::Placeholder(after[..end].trim()));
                (rest, from) = (&after[end + 1..], 0);
            }
            None => from = open + 1,
        }
    }
    pieces.push(Piece::Text(rest));
    pieces.retain(|piece| *piece != Piece::Text(""));
    pieces
}

fn short(text: &str) -> String {
    let cleaned = clean(text);
    if cleaned.chars().count() <= TOLD { cleaned } else { cleaned.chars().take(TOLD).chain(['…']).collect() }
}

impl GuestMessage {
    /// The text itself, for the clipboard or the screen.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The text itself, by value.
    pub fn into_text(self) -> String {
        self.0
    }
}

impl fmt::Debug for GuestMessage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("GuestMessage([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_read_in_pieces() {
        use Piece::{Placeholder, Text};
        let cases: [(&str, &[Piece<'_>]); 7] = [
            ("", &[]),
            ("plain", &[Text("plain")]),
            ("{door}: {pin}", &[Placeholder("door"), Text(": "), Placeholder("pin")]),
            ("{ door }", &[Placeholder("door")]),
            ("a { b", &[Text("a { b")]),
            ("{{door}}", &[Text("{"), Placeholder("door"), Text("}")]),
            ("{\n}", &[Text("{\n}")]),
        ];
        for (template, read) in cases {
            assert_eq!(pieces(template), read, "{template:?}");
        }
    }

    #[test]
    fn an_unknown_placeholder_is_named_in_short() {
        assert_eq!(
            check_template("{door} {puerta}"),
            Err(Error::UnknownPlaceholder("puerta".to_owned())),
            "the host sees which"
        );
        assert_eq!(
            check_template("{}"),
            Err(Error::UnknownPlaceholder(String::new())),
            "empty braces ask for nothing there is"
        );
        assert_eq!(check_template("{Door}"), Err(Error::UnknownPlaceholder("Door".to_owned())), "case counts");
        let Err(Error::UnknownPlaceholder(name)) = check_template(&format!("{{{}}}", "x".repeat(10_000))) else {
            panic!("ten kilobytes are no placeholder");
        };
        assert!(name.chars().count() <= TOLD + 1, "a name of ten kilobytes is not told whole");
    }

    #[test]
    fn our_templates_have_the_window_and_the_code_and_nothing_unknown() {
        for language in Language::all() {
            let template = default_message(language);
            check_template(&template).unwrap();
            for name in ["{door}", "{from}", "{to}", "{pin}"] {
                assert!(template.contains(name), "the message in {language:?} says {name}");
            }
            assert!(!template.contains("{label}"), "the label may hold what is not for guests");
        }
    }
}
