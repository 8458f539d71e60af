//! Typesetting and drawing: typefaces, lines that fit, a pen on a page, and the document around the pages.
//!
//! Owns: everything that knows the PDF library and the typefaces. Refuses: knowing what is printed. The only colours
//! are black and one dark grey: nothing on paper may depend on colour.

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
