//! A pen on one page. Everything it draws is either content, which readers and screen readers find in the page's
//! structure, or decoration, which they skip.
//!
//! Distances are in points from the upper left corner; `y` of a text is its baseline.

use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, SpanTag};

use super::font::Line;
use super::set::{Set, Tone};

/// The distance between the end of a quarter circle and its curve handle, as a fraction of the radius.
const HANDLE: f32 = 0.552_285;

pub(crate) struct Pen<'a, 'b> {
    surface: &'a mut Surface<'b>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl<'a, 'b> Pen<'a, 'b> {
    pub(super) fn new(surface: &'a mut Surface<'b>) -> Self {
        Self { surface }
    }

    /// Content: one line, beginning at `x`.
    pub(crate) fn write(&mut self, x: f32, y: f32, set: Set, line: &Line) -> Node {
        self.content(|pen| pen.draw(x, y, set, line))
    }

    /// Content: lines under each other, the first at `y`.
    pub(crate) fn write_lines(&mut self, x: f32, y: f32, set: Set, lines: &[Line]) -> Node {
        self.content(|pen| pen.draw_lines(x, y, set, lines))
    }

    /// Lines under each other. Within [`Pen::content`] or [`Pen::decoration`].
    pub(crate) fn draw_lines(&mut self, x: f32, y: f32, set: Set, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            self.draw(x, y + set.leading() * at as f32, set, line);
        }
    }

    /// Content that is drawn in several strokes.
    pub(crate) fn content(&mut self, draw: impl FnOnce(&mut Self)) -> Node {
        self.tagged(ContentTag::Span(SpanTag::empty()), draw)
    }

    /// Content that is read, found and copied as `text`, however it is drawn.
    pub(crate) fn content_as(&mut self, text: &str, draw: impl FnOnce(&mut Self)) -> Node {
        self.tagged(ContentTag::Span(SpanTag::empty().with_actual_text(Some(text))), draw)
    }

    /// Decoration: rules, frames, and anything repeated on every page.
    pub(crate) fn decoration(&mut self, draw: impl FnOnce(&mut Self)) {
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        draw(self);
        self.surface.end_tagged();
    }

    fn tagged(&mut self, tag: ContentTag<'_>, draw: impl FnOnce(&mut Self)) -> Node {
        let identifier = self.surface.start_tagged(tag);
        draw(self);
        self.surface.end_tagged();
        identifier.into()
    }

    /// A line of text. Within [`Pen::content`] or [`Pen::decoration`].
    pub(crate) fn draw(&mut self, x: f32, y: f32, set: Set, line: &Line) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: shade(set.tone).into(), ..Fill::default() }));
        let at = Point::from_xy(x, y);
        self.surface.draw_glyphs(at, &line.glyphs, line.font.clone(), &line.text, set.size, false);
    }

    /// A level rule. Within [`Pen::decoration`].
    pub(crate) fn rule(&mut self, from: f32, to: f32, y: f32, thickness: f32) {
        let mut path = PathBuilder::new();
        path.move_to(from, y);
        path.line_to(to, y);
        self.stroke(path.finish(), thickness);
    }

    /// The thinnest and lightest level rule. Within [`Pen::decoration`].
    pub(crate) fn hair(&mut self, from: f32, to: f32, y: f32) {
        let mut path = PathBuilder::new();
        path.move_to(from, y);
        path.line_to(to, y);
        self.paint(path.finish(), 0.3, luma::Color::new(150));
    }

    /// A frame with round corners. Within [`Pen::content`] or [`Pen::decoration`].
    pub(crate) fn frame(&mut self, frame: Frame, radius: f32, thickness: f32) {
        self.stroke(round(frame, radius), thickness);
    }

    fn stroke(&mut self, path: Option<Path>, thickness: f32) {
        self.paint(path, thickness, luma::Color::black());
    }

    fn paint(&mut self, path: Option<Path>, thickness: f32, shade: luma::Color) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke { paint: shade.into(), width: thickness, ..Stroke::default() }));
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }
}

fn shade(tone: Tone) -> luma::Color {
    match tone {
        Tone::Black => luma::Color::black(),
        // 7.5 to 1 on white: legible even on a poor printer.
        Tone::Soft => luma::Color::new(85),
    }
}

fn round(frame: Frame, radius: f32) -> Option<Path> {
    let Frame { x, y, width, height } = frame;
    let (right, bottom, handle) = (x + width, y + height, radius * (1.0 - HANDLE));
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.cubic_to(right - handle, y, right, y + handle, right, y + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.cubic_to(x + handle, bottom, x, bottom - handle, x, bottom - radius);
    path.line_to(x, y + radius);
    path.cubic_to(x, y + handle, x + handle, y, x + radius, y);
    path.close();
    path.finish()
}
