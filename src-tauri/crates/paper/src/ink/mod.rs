//! Setting text and drawing it: faces, lines that fit, a pen on a page, and the document around the pages.
//!
//! Owns: everything that knows the PDF library and the faces. Refuses: knowing what is printed. Black and one dark grey are all
//! the colours there are: nothing on paper may depend on colour.

mod document;
mod fit;
mod font;
mod pen;
mod set;
mod structure;

pub(crate) use document::{About, Document, Size};
pub(crate) use font::{Fonts, Line};
pub(crate) use krilla::tagging::Node;
pub(crate) use pen::{Frame, Pen};
pub(crate) use set::Set;
pub(crate) use structure::{cell, head_cell, heading, paragraph, row, table};
