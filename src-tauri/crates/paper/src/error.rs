//! Why something cannot be handed out.

use wire::{CodeState, NotHandedOut};

/// Why a document or a message cannot be made. Nothing here holds a PIN or a guest's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A PIN is handed out only once it is known to work: the code must be set.
    #[error("the code is not ready to be handed out: it is {}", .0.as_str())]
    NotSet(CodeState),
    /// A PIN was asked for and the view does not hold it.
    #[error("the PIN is not at hand")]
    NoPin,
    /// The host's template asks for something that does not exist.
    #[error("the template has {{{0}}}, which is not one of {{door}}, {{label}}, {{from}}, {{to}}, {{pin}}")]
    UnknownPlaceholder(String),
    /// Neither the host nor Latchbook has a template in this language.
    #[error("there is no message in the language “{0}”")]
    UnknownLanguage(String),
    /// An invalid civil time of the view.
    #[error("a time cannot be read")]
    Time,
    /// The typefaces are part of the program; this cannot happen with an intact one.
    #[error("the fonts cannot be read")]
    Font,
    #[error("the PDF cannot be written")]
    Pdf,
    #[error("the CSV cannot be written")]
    Csv,
    #[error("the workbook cannot be written")]
    Workbook,
}

/// Why a document of many pages was not finished.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped<E> {
    /// The host stopped it.
    #[error("cancelled")]
    Cancelled,
    /// The source of its content could not be read.
    #[error("{0}")]
    Source(E),
    #[error("{0}")]
    Paper(Error),
}

impl From<NotHandedOut> for Error {
    fn from(why: NotHandedOut) -> Self {
        match why {
            NotHandedOut::NotSet(state) => Self::NotSet(state),
            NotHandedOut::NoPin => Self::NoPin,
            NotHandedOut::Time => Self::Time,
        }
    }
}

impl<E> From<Error> for Stopped<E> {
    fn from(error: Error) -> Self {
        Self::Paper(error)
    }
}
