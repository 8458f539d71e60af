//! The table: the width of each column, its head, and its lines.

use wire::{LedgerRowView, LedgerSheetView};

use crate::ink::{Fonts, Line, Node, Pen, Set, cell, head_cell, row};
use crate::report::MARGIN;

const COLUMNS: usize = LedgerSheetView::COLUMNS;

const HEAD: Set = Set::bold(7.5);
const TEXT: Set = Set::regular(8.0);
/// Dates, numbers and PINs are aligned digit by digit.
const FIGURES: Set = TEXT.tabular();

/// In points.
const ROW: f32 = 14.0;
const HEAD_HEIGHT: f32 = 16.0;
/// Between two columns.
const GUTTER: f32 = 8.0;

/// The width that a column asks for.
enum Ask {
    /// As wide as this text, in figures.
    Figures(&'static str),
    Date,
    State,
    /// A share of the remaining width.
    Share(f32),
}

/// No., door, label, from, until, slot, state, PIN, asked for.
const ASKS: [Ask; COLUMNS] = [
    Ask::Figures("60000"),
    Ask::Share(1.15),
    Ask::Share(1.15),
    Ask::Date,
    Ask::Date,
    Ask::Share(1.0),
    Ask::State,
    Ask::Figures("00000000#"),
    Ask::Date,
];

pub(super) struct Table<'a> {
    fonts: &'a Fonts,
    columns: Vec<Column>,
    width: f32,
}

struct Column {
    x: f32,
    width: f32,
    head: Line,
    set: Set,
}

impl<'a> Table<'a> {
    /// `dates`: one of them is as wide as any that will come.
    pub(super) fn new(fonts: &'a Fonts, heads: &[String; COLUMNS], dates: &[String], width: f32) -> Self {
        let widths = widths(fonts, heads, dates, width);
        let mut x = MARGIN;
        let asked = heads.iter().zip(&ASKS).zip(widths);
        let columns = asked.map(|((head, ask), width)| {
            let column = Column { x, width, head: fonts.fit(HEAD, head, width), set: ask.set() };
            x += width + GUTTER;
            column
        });
        Self { fonts, columns: columns.collect(), width }
    }

    pub(super) fn head_height(&self) -> f32 {
        HEAD_HEIGHT
    }

    /// How many lines fit into a height.
    pub(super) fn rows_in(&self, height: f32) -> usize {
        (height / ROW).floor().max(0.0) as usize
    }

    /// The head, its upper edge at `y`. Only the first is content.
    pub(super) fn head(&self, pen: &mut Pen<'_, '_>, y: f32, is_content: bool) -> Option<Node> {
        let baseline = y + HEAD.size + 2.0;
        pen.decoration(|pen| pen.rule(MARGIN, MARGIN + self.width, y + HEAD_HEIGHT - 2.0, 0.8));
        if is_content {
            let cells = self.columns.iter().map(|column| head_cell(pen.write(column.x, baseline, HEAD, &column.head)));
            return Some(row(cells.collect()));
        }
        pen.decoration(|pen| {
            for column in &self.columns {
                pen.draw(column.x, baseline, HEAD, &column.head);
            }
        });
        None
    }

    /// The lines, the first one's upper edge at `y`, with a hairline between them.
    pub(super) fn rows(&self, pen: &mut Pen<'_, '_>, y: f32, rows: &[LedgerRowView]) -> Vec<Node> {
        let mut nodes = Vec::with_capacity(rows.len());
        let mut top = y;
        for line in rows {
            let cells = self.columns.iter().zip(&line.cells).map(|(column, text)| {
                let text = self.fonts.fit(column.set, text, column.width);
                cell(pen.write(column.x, top + 9.8, column.set, &text))
            });
            nodes.push(row(cells.collect()));
            top += ROW;
        }
        pen.decoration(|pen| {
            for at in 1..=rows.len() {
                pen.hair(MARGIN, MARGIN + self.width, y + ROW * at as f32);
            }
        });
        nodes
    }
}

/// A column is as wide as its content and no narrower than its head; the remaining width is shared out.
fn widths(fonts: &Fonts, heads: &[String; COLUMNS], dates: &[String], width: f32) -> Vec<f32> {
    let measured = |set: Set, text: &str| fonts.line(set, text).width(set.size).ceil();
    let widest = |set, texts: &[String]| texts.iter().map(|text| measured(set, text)).fold(0.0, f32::max);
    let states: Vec<String> = LedgerSheetView::all_states().collect();
    let asked: Vec<f32> = ASKS
        .iter()
        .zip(heads)
        .map(|(ask, head)| match ask {
            Ask::Figures(like) => measured(FIGURES, like).max(measured(HEAD, head)),
            Ask::Date => widest(FIGURES, dates).max(measured(HEAD, head)),
            Ask::State => widest(TEXT, &states),
            Ask::Share(_) => 0.0,
        })
        .collect();
    let left = width - asked.iter().sum::<f32>() - GUTTER * (COLUMNS - 1) as f32;
    let shares: f32 = ASKS.iter().map(Ask::share).sum();
    ASKS.iter().zip(asked).map(|(ask, asked)| asked + left * ask.share() / shares).collect()
}

impl Ask {
    fn share(&self) -> f32 {
        match self {
            Self::Share(share) => *share,
            Self::Figures(_) | Self::Date | Self::State => 0.0,
        }
    }

    fn set(&self) -> Set {
        match self {
            Self::Figures(_) | Self::Date => FIGURES,
            Self::Share(_) | Self::State => TEXT,
        }
    }
}
