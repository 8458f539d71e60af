//! The common parts of all documents for the host: the sheet, the title, and the line at the foot of every page.

mod flow;

use wire::{Imprint, SheetView};
use words::{ClockStyle, Language, say, speaking, telling_time_by};

use crate::ink::{About, Fonts, Line, Node, Pen, Set, Size, heading, paragraph};

pub(crate) use flow::{Block, Kind, Placed, flow};

/// The margin on all sides, in points.
pub(crate) const MARGIN: f32 = 36.0;

const TITLE: Set = Set::bold(16.0);
const RUNNING: Set = Set::bold(9.0);
const SCOPE: Set = Set::regular(9.0).soft();
const FOOT: Set = Set::regular(7.5).soft();

/// The sheet in the host's printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperSize {
    #[default]
    A4,
    Letter,
}

/// The options of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    pub language: Language,
    pub clock: ClockStyle,
    pub paper: PaperSize,
    pub imprint: Imprint,
}

/// The parts of every page, ready to draw.
pub(crate) struct Running<'a> {
    fonts: &'a Fonts,
    size: Size,
    title: &'a str,
    scope: String,
    printed: &'a str,
}

impl Print {
    /// Runs something in the requested language and with the requested clock.
    pub(crate) fn speaking<T>(&self, then: impl FnOnce() -> T) -> T {
        speaking(self.language, || telling_time_by(self.clock, then))
    }

    pub(crate) fn upright(&self) -> Size {
        match self.paper {
            PaperSize::A4 => Size { width: 595.28, height: 841.89 },
            PaperSize::Letter => Size { width: 612.0, height: 792.0 },
        }
    }

    pub(crate) fn landscape(&self) -> Size {
        let Size { width, height } = self.upright();
        Size { width: height, height: width }
    }
}

impl<'a> Running<'a> {
    pub(crate) fn new(sheet: &'a SheetView, fonts: &'a Fonts, size: Size) -> Self {
        Self { fonts, size, title: &sheet.title, scope: sheet.scope.join("  ·  "), printed: &sheet.printed }
    }

    pub(crate) fn about<'b>(&'b self, print: &Print, structured: bool) -> About<'b> {
        About { title: self.title, language: print.language.tag(), size: self.size, structured }
    }

    /// Where the content of a page begins.
    pub(crate) fn top(&self, is_first: bool) -> f32 {
        MARGIN + if is_first { 46.0 } else { 22.0 }
    }

    /// Where it must end.
    pub(crate) fn bottom(&self) -> f32 {
        self.size.height - MARGIN - 18.0
    }

    pub(crate) fn width(&self) -> f32 {
        self.size.width - 2.0 * MARGIN
    }

    /// The title: on the first page as content, on the others as decoration.
    pub(crate) fn head(&self, pen: &mut Pen<'_, '_>, is_first: bool) -> Vec<Node> {
        let scope = |width| self.fonts.fit(SCOPE, &self.scope, width);
        if is_first {
            let title = self.fonts.fit(TITLE, self.title, self.width());
            let title = heading(1, self.title, pen.write(MARGIN, MARGIN + TITLE.size, TITLE, &title));
            let scope = pen.write(MARGIN, MARGIN + TITLE.size + 15.0, SCOPE, &scope(self.width()));
            return vec![title, paragraph(scope)];
        }
        let title = self.fonts.fit(RUNNING, self.title, self.width() / 2.0);
        let left = MARGIN + title.width(RUNNING.size) + 12.0;
        let scope = scope(self.size.width - MARGIN - left);
        pen.decoration(|pen| {
            pen.draw(MARGIN, MARGIN + RUNNING.size, RUNNING, &title);
            pen.draw(left, MARGIN + RUNNING.size, SCOPE, &scope);
        });
        Vec::new()
    }

    /// The time of printing, the page number and the number of pages. `page` counts from 1.
    pub(crate) fn foot(&self, pen: &mut Pen<'_, '_>, page: usize, pages: usize) {
        let y = self.size.height - MARGIN;
        let number = self.fonts.line(FOOT, &say!("paper-page", page = page, pages = pages));
        let right = self.size.width - MARGIN - number.width(FOOT.size);
        let printed = self.fonts.fit(FOOT, &format!("Latchbook  ·  {}", self.printed), right - MARGIN - 12.0);
        pen.decoration(|pen| {
            pen.draw(MARGIN, y, FOOT, &printed);
            pen.draw(right, y, FOOT, &number);
        });
    }

    /// A line by itself, for a note.
    pub(crate) fn note(&self, text: &str) -> (Set, Vec<Line>) {
        (SCOPE, self.fonts.wrap(SCOPE, text, self.width(), 3))
    }
}
