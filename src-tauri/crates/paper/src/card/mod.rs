//! The card that a guest takes along: the door, the window in lock time, the code, and how to enter it.
//!
//! Owns: what stands on the card and when it may be made. Refuses: a PIN that is not known to work, and anything about a lock
//! that no source says: how a keypad confirms or refuses a code differs between models.

mod layout;
mod pin;
mod words;

use wire::window::ClockStyle;
use wire::{CodeState, CodeView};

use crate::civil::Civil;
use crate::ink::{About, Document, Fonts, Size};
use crate::plain::{named, place, plain};
use crate::{Error, Tongue};

use layout::layout;

/// The size of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardSheet {
    /// 105 × 148 mm
    #[default]
    A6,
    /// A quarter of US Letter: 4¼ × 5½ in.
    QuarterLetter,
}

/// How a card is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardRequest {
    pub tongue: Tongue,
    pub sheet: CardSheet,
    /// Otherwise the card has an empty box, to be filled in by hand.
    pub with_pin: bool,
    /// The label may hold a guest's name.
    pub with_label: bool,
    pub clock: ClockStyle,
    /// The door is a simulated one: the card says that it opens nothing.
    pub demo: bool,
}

/// What stands on a card. Not `Debug`: it may hold the PIN.
struct Card {
    door: String,
    label: Option<String>,
    pin: Option<String>,
    from: Civil,
    until: Civil,
    place: Option<String>,
    tongue: Tongue,
    demo: bool,
}

/// A guest card as a PDF of one page.
///
/// # Errors
/// [`Error::NotSet`] and [`Error::NoPin`] where a PIN is wanted and may not be handed out or is not in the view.
pub fn guest_card(code: &CodeView, request: &CardRequest) -> Result<Vec<u8>, Error> {
    let card = Card::of(code, request)?;
    let fonts = Fonts::load()?;
    let size = request.sheet.size();
    let title = format!("{}: {}", words::words(card.tongue).code, card.door);
    let about = About { title: &title, language: card.tongue.tag(), size, structured: true };
    let mut document = Document::new(&about)?;
    let structure = document.page(|pen| layout(&card, &fonts, size).draw(pen));
    document.finish(structure)
}

/// The PIN, for handing it out.
///
/// # Errors
/// [`Error::NotSet`] unless the code is set, [`Error::NoPin`] where the view has none in clear.
pub(crate) fn pin_of(code: &CodeView) -> Result<String, Error> {
    if code.state != CodeState::Set {
        return Err(Error::NotSet(code.state));
    }
    code.pin.as_ref().map(|pin| plain(pin.expose())).filter(|pin| !pin.is_empty()).ok_or(Error::NoPin)
}

impl Card {
    fn of(code: &CodeView, request: &CardRequest) -> Result<Self, Error> {
        let civil = |text: &str| Civil::read(text, request.tongue, request.clock);
        let pin = request.with_pin.then(|| pin_of(code)).transpose()?;
        Ok(Self {
            door: named(&code.door),
            label: Some(plain(&code.label)).filter(|label| request.with_label && !label.is_empty()),
            pin,
            from: civil(&code.entry)?,
            until: civil(&code.exit)?,
            place: place(&code.zone),
            tongue: request.tongue,
            demo: request.demo,
        })
    }
}

impl CardSheet {
    fn size(self) -> Size {
        match self {
            Self::A6 => Size { width: 297.64, height: 419.53 },
            Self::QuarterLetter => Size { width: 306.0, height: 396.0 },
        }
    }
}
