//! Blocks of text under each other, over as many pages as they need.
//!
//! Owns: where a page ends. A block is never split, and a heading is never last on a page.

use crate::Error;
use crate::ink::{Document, Line, Node, Pen, Set, cell, head_cell, heading, paragraph, row, table};

use super::{MARGIN, Print, Running};

/// Something that must fit on one page.
pub(crate) struct Block {
    /// Room above it, except at the top of a page.
    pub(crate) room: f32,
    pub(crate) height: f32,
    pub(crate) kind: Kind,
    pub(crate) texts: Vec<Placed>,
    /// A rule below it.
    pub(crate) ruled: bool,
}

/// The kind of a block.
pub(crate) enum Kind {
    /// Stays with the block after it.
    Heading(u16, String),
    Paragraph,
    /// Each text is a cell. Rows that follow each other are one table.
    Row,
    /// Stays with the row after it.
    HeadRow,
}

/// Lines within a block; `x` from the left margin, `y` the first baseline from the block's top.
pub(crate) struct Placed {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) set: Set,
    pub(crate) lines: Vec<Line>,
}

impl Placed {
    pub(crate) fn new(x: f32, y: f32, set: Set, lines: Vec<Line>) -> Self {
        Self { x, y, set, lines }
    }

    /// How far down from the block's top it reaches.
    pub(crate) fn bottom(&self) -> f32 {
        let further = self.lines.len().saturating_sub(1) as f32;
        self.y + self.set.leading() * further + self.set.size * 0.35
    }
}

impl Block {
    /// As high as its texts.
    pub(crate) fn new(room: f32, kind: Kind, texts: Vec<Placed>) -> Self {
        let height = texts.iter().map(Placed::bottom).fold(0.0, f32::max);
        Self { room, height, kind, texts, ruled: false }
    }

    pub(crate) fn ruled(self) -> Self {
        Self { ruled: true, height: self.height + 3.0, ..self }
    }

    fn stays_with_next(&self) -> bool {
        matches!(self.kind, Kind::Heading(..) | Kind::HeadRow)
    }

    fn draw(&self, pen: &mut Pen<'_, '_>, top: f32, width: f32) -> Piece {
        let place = |text: &Placed| (MARGIN + text.x, top + text.y);
        if self.ruled {
            pen.decoration(|pen| pen.hair(MARGIN, MARGIN + width, top + self.height));
        }
        let mut cells = |wrap: fn(Node) -> Node| {
            let nodes = self.texts.iter().map(|text| {
                let (x, y) = place(text);
                wrap(pen.write_lines(x, y, text.set, &text.lines))
            });
            row(nodes.collect())
        };
        match &self.kind {
            Kind::HeadRow => return Piece::Row(cells(head_cell)),
            Kind::Row => return Piece::Row(cells(cell)),
            Kind::Heading(..) | Kind::Paragraph => {}
        }
        let content = pen.content(|pen| {
            for text in &self.texts {
                let (x, y) = place(text);
                pen.draw_lines(x, y, text.set, &text.lines);
            }
        });
        Piece::Other(match &self.kind {
            Kind::Heading(level, title) => heading(*level, title, content),
            Kind::Paragraph | Kind::Row | Kind::HeadRow => paragraph(content),
        })
    }
}

/// The structure element of a block.
enum Piece {
    Row(Node),
    Other(Node),
}

/// The document made of `blocks`.
pub(crate) fn flow(print: &Print, running: &Running<'_>, blocks: &[Block]) -> Result<Vec<u8>, Error> {
    let mut document = Document::new(&running.about(print, true))?;
    let pages = pages(running, blocks);
    let mut structure = Vec::new();
    for (number, blocks) in (1..).zip(&pages) {
        document.page(|pen| {
            let is_first = number == 1;
            structure.extend(running.head(pen, is_first));
            structure.extend(gathered(draw(pen, running, is_first, blocks)));
            running.foot(pen, number, pages.len());
        });
    }
    document.finish(structure)
}

fn draw(pen: &mut Pen<'_, '_>, running: &Running<'_>, is_first: bool, blocks: &[Block]) -> Vec<Piece> {
    let mut y = running.top(is_first);
    let draw = |(at, block): (usize, &Block)| {
        y += if at == 0 { 0.0 } else { block.room };
        let piece = block.draw(pen, y, running.width());
        y += block.height;
        piece
    };
    blocks.iter().enumerate().map(draw).collect()
}

/// Rows that follow each other become one table.
fn gathered(pieces: Vec<Piece>) -> Vec<Node> {
    let (mut nodes, mut rows) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Row(row) => rows.push(row),
            Piece::Other(node) => {
                nodes.extend(Some(std::mem::take(&mut rows)).filter(|rows| !rows.is_empty()).map(table));
                nodes.push(node);
            }
        }
    }
    nodes.extend(Some(rows).filter(|rows| !rows.is_empty()).map(table));
    nodes
}

/// The blocks of each page; one page at least.
fn pages<'a>(running: &Running<'_>, blocks: &'a [Block]) -> Vec<&'a [Block]> {
    let mut pages = Vec::new();
    let mut rest = blocks;
    loop {
        let there = running.bottom() - running.top(pages.is_empty());
        let (page, further) = rest.split_at(fitting(rest, there));
        pages.push(page);
        rest = further;
        if rest.is_empty() {
            return pages;
        }
    }
}

/// How many blocks fit on a page of a given height: at least one, and no heading last unless there is nothing else.
fn fitting(blocks: &[Block], there: f32) -> usize {
    let mut used = 0.0;
    let fits = |(at, block): &(usize, &Block)| {
        used += block.height + if *at == 0 { 0.0 } else { block.room };
        used <= there
    };
    let fitting = blocks.iter().enumerate().take_while(fits).count();
    if fitting == blocks.len() {
        return fitting;
    }
    let last = blocks.iter().take(fitting).rposition(|block| !block.stays_with_next());
    last.map_or(fitting, |last| last + 1).max(1).min(blocks.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(height: f32, kind: Kind) -> Block {
        Block { room: 10.0, height, kind, texts: Vec::new(), ruled: false }
    }

    fn head() -> Kind {
        Kind::Heading(2, "Loft".to_owned())
    }

    #[test]
    fn a_page_takes_what_fits_and_no_heading_without_its_text() {
        let blocks = [block(40.0, Kind::Paragraph), block(20.0, head()), block(40.0, Kind::Paragraph)];
        assert_eq!(fitting(&blocks, 120.0), 3, "40 + 30 + 50 fits exactly");
        assert_eq!(fitting(&blocks, 119.0), 1, "the heading goes with its text to the next page");
        assert_eq!(fitting(&blocks, 10.0), 1, "what is higher than a page still comes out");
        assert_eq!(fitting(&[], 10.0), 0, "nothing takes nothing");
        let headings = [block(40.0, head()), block(40.0, head()), block(90.0, Kind::Paragraph)];
        assert_eq!(fitting(&headings, 100.0), 2, "headings alone do not make it go round in circles");
    }
}
