//! The document around the pages: its size, title and language, and the requirements of PDF/UA-1 (a PDF that a screen
//! reader can read).
//!
//! Refuses: dates and names of this computer and its user. The same content gives the same bytes.

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Node, TagTree};
use krilla::{SerializeSettings, error::KrillaError};

use super::pen::Pen;
use crate::Error;

/// A page's width and height in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Size {
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// Facts about the document that a reader gets with its pages.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    /// A language tag such as `en`.
    pub(crate) language: &'a str,
    pub(crate) size: Size,
    /// Whether it has a structure for screen readers. A structure of half a million cells would be larger than the
    /// pages.
    pub(crate) structured: bool,
}

pub(crate) struct Document {
    document: krilla::Document,
    settings: PageSettings,
    title: String,
    language: String,
}

impl Document {
    pub(crate) fn new(about: &About<'_>) -> Result<Self, Error> {
        let configuration = ConfigurationBuilder::new();
        let configuration = match about.structured {
            true => configuration.with_accessibility_validator(Accessibility::UA1),
            false => configuration,
        };
        let configuration = configuration.finish().map_err(|_| Error::Pdf)?;
        let settings =
            SerializeSettings { configuration, enable_tagging: about.structured, ..SerializeSettings::default() };
        Ok(Self {
            document: krilla::Document::new_with(settings),
            settings: PageSettings::from_wh(about.size.width, about.size.height).ok_or(Error::Pdf)?,
            title: about.title.to_owned(),
            language: about.language.to_owned(),
        })
    }

    /// Adds a page.
    pub(crate) fn page<T>(&mut self, draw: impl FnOnce(&mut Pen<'_, '_>) -> T) -> T {
        let mut page = self.document.start_page_with(self.settings.clone());
        let mut surface = page.surface();
        let drawn = draw(&mut Pen::new(&mut surface));
        surface.finish();
        page.finish();
        drawn
    }

    /// The file. `structure` is the drawn content, in reading order.
    pub(crate) fn finish(mut self, structure: Vec<Node>) -> Result<Vec<u8>, Error> {
        let metadata = Metadata::new().title(self.title.clone()).language(self.language.clone());
        self.document.set_metadata(metadata.creator("Latchbook".to_owned()));
        let mut outline = Outline::new();
        outline.push_child(OutlineNode::new(self.title, XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
        self.document.set_outline(outline);
        self.document.set_tag_tree(TagTree::from(structure).with_lang(Some(self.language)));
        self.document.finish().map_err(|_: KrillaError| Error::Pdf)
    }
}
