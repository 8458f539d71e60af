//! The card that a guest takes along, as content: the door, the window in lock time, the code, and how to enter it. The
//! PDF and the page lay out the same content.
//!
//! Owns: the content of the card and when it may be made. Refuses: a PIN that is not known to work, and unsourced
//! claims about a lock: how a keypad confirms or refuses a code differs between models.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::civil::{long_date, night, said_time};
use words::{ClockStyle, Language, clean, say, speaking, telling_time_by};

use super::{CodeView, PinShown};
use crate::view::words::CodeState;

/// How a card is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardRequest {
    pub language: Language,
    pub clock: ClockStyle,
    /// Otherwise the card has an empty box, to be filled in by hand.
    pub with_pin: bool,
    /// The label may hold a guest's name.
    pub with_label: bool,
    /// The door is a simulated one: the card says that it opens nothing.
    pub demo: bool,
}

/// What stands on a card, from its top to its foot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardView {
    /// `en`
    pub language: String,
    /// That it opens no door.
    pub demo: Option<String>,
    pub door: String,
    pub label: Option<String>,
    /// Above the code.
    pub heading: String,
    /// The code in the groups in which it is read; none: an empty box.
    pub pin: Vec<PinShown>,
    /// From when, and until when.
    pub ends: [CardEndView; 2],
    /// How the code is entered.
    pub enter: String,
    /// Whose clock the times are on, and what its zone is called by.
    pub foot: Vec<String>,
}

/// One end of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardEndView {
    pub heading: String,
    pub date: String,
    pub time: String,
    /// At midnight: which night it is.
    pub night: Option<String>,
}

/// Why nothing may be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHandedOut {
    /// A PIN is handed out only once it is known to work: the code must be set.
    NotSet(CodeState),
    /// A PIN was asked for and the view does not hold it.
    NoPin,
    /// A civil time of the view that is none.
    Time,
}

impl CardView {
    /// # Errors
    /// [`NotHandedOut`] if a PIN is requested but may not be handed out or is not in the view.
    pub fn new(code: &CodeView, request: &CardRequest) -> Result<Self, NotHandedOut> {
        speaking(request.language, || telling_time_by(request.clock, || card(code, request)))
    }
}

fn card(code: &CodeView, request: &CardRequest) -> Result<CardView, NotHandedOut> {
    let pin = if request.with_pin { code.handed_out()? } else { String::new() };
    let zone = place(&code.zone).map(|zone| say!("card-zone", zone = zone));
    Ok(CardView {
        language: request.language.tag().to_owned(),
        demo: request.demo.then(|| say!("card-demo")),
        door: Some(clean(&code.door)).filter(|name| !name.is_empty()).unwrap_or_else(|| "–".to_owned()),
        label: Some(clean(&code.label)).filter(|label| request.with_label && !label.is_empty()),
        heading: say!("card-code"),
        enter: enter(&pin),
        pin: groups(&pin).into_iter().map(PinShown).collect(),
        ends: [end(say!("card-from"), &code.entry)?, end(say!("card-until"), &code.exit)?],
        foot: [say!("card-times")].into_iter().chain(zone).collect(),
    })
}

fn end(heading: String, civil: &str) -> Result<CardEndView, NotHandedOut> {
    let at: DateTime = civil.parse().map_err(|_| NotHandedOut::Time)?;
    Ok(CardEndView { heading, date: long_date(at.date()), time: said_time(at.time()), night: night(at) })
}

/// Adds facts that a guest may not know: that gaps are not keys, but `*` and `#` are.
fn enter(pin: &str) -> String {
    let gaps = (groups(pin).len() > 1).then(|| say!("card-gaps"));
    let keys = pin.contains(['*', '#']).then(|| say!("card-keys"));
    words::sentences([Some(say!("card-enter")), gaps, keys])
}

/// Groups of three; four are one group, and no character is alone at the end.
fn groups(pin: &str) -> Vec<String> {
    let letters: Vec<char> = pin.chars().collect();
    let mut groups: Vec<String> = letters.chunks(3).map(String::from_iter).collect();
    if letters.len() > 1 && letters.len() % 3 == 1 {
        let alone = groups.pop().unwrap_or_default();
        if let Some(last) = groups.last_mut() {
            last.push_str(&alone);
        }
    }
    groups
}

/// The usual name of a zone: `Los Angeles` for `America/Los_Angeles`. `None` for one without a place.
pub(super) fn place(zone: &str) -> Option<String> {
    let (_, place) = zone.rsplit_once('/').filter(|(area, _)| *area != "Etc")?;
    Some(clean(&place.replace('_', " ")))
}

impl CodeView {
    /// The PIN, for handing it out.
    ///
    /// # Errors
    /// [`NotHandedOut::NotSet`] unless the code is set, [`NotHandedOut::NoPin`] if the view has none in clear.
    pub fn handed_out(&self) -> Result<String, NotHandedOut> {
        if self.state != CodeState::Set {
            return Err(NotHandedOut::NotSet(self.state));
        }
        let pin = self.pin.as_ref().map(|pin| clean(pin.expose()));
        pin.filter(|pin| !pin.is_empty()).ok_or(NotHandedOut::NoPin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_in_threes() {
        let cases = [
            ("", ""),
            ("5832", "5832"),
            ("58320", "583 20"),
            ("583201", "583 201"),
            ("5832014", "583 2014"),
            ("12345678", "123 456 78"),
            ("1234567890", "123 456 7890"),
            ("2*58320", "2*5 8320"),
            ("7", "7"),
        ];
        for (pin, shown) in cases {
            assert_eq!(groups(pin).join(" "), shown, "{pin} is remembered in pieces");
        }
    }

    #[test]
    fn a_zone_is_called_by_its_place() {
        assert_eq!(place("America/Los_Angeles").as_deref(), Some("Los Angeles"), "the city");
        assert_eq!(place("America/Argentina/Buenos_Aires").as_deref(), Some("Buenos Aires"), "the last part");
        assert_eq!(place("UTC"), None, "no place");
        assert_eq!(place("Etc/GMT+8"), None, "no place either");
    }
}
