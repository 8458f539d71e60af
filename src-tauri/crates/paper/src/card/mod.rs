//! The guest's card, laid out as a PDF.
//!
//! Refuses: choosing its content (`wire::CardView` has it, also for the page).

mod layout;
mod pin;

use wire::CardView;

use crate::Error;
use crate::ink::{About, Document, Fonts, Size};

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

/// A guest card as a PDF of one page.
///
/// # Errors
/// [`Error::Font`] and [`Error::Pdf`]; cannot happen.
pub fn guest_card(card: &CardView, sheet: CardSheet) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::load()?;
    let size = sheet.size();
    let title = format!("{}: {}", card.heading, card.door);
    let about = About { title: &title, language: &card.language, size, structured: true };
    let mut document = Document::new(&about)?;
    let structure = document.page(|pen| layout(card, &fonts, size).draw(pen));
    document.finish(structure)
}

impl CardSheet {
    fn size(self) -> Size {
        match self {
            Self::A6 => Size { width: 297.64, height: 419.53 },
            Self::QuarterLetter => Size { width: 306.0, height: 396.0 },
        }
    }
}
