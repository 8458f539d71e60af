//! Tables that fit the terminal: columns shrink to their content, flexible ones are cut, then the least needed are dropped;
//! if even that is too wide, each row wraps below itself.

use words::say;

use super::paper::{Paper, Tone, columns, cut};

const GAP: &str = "  ";

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The id of its heading's word; a text that is not an id is shown as it is.
    pub title: &'static str,
    pub right: bool,
    /// The minimum width it may be cut to; `None`: shown whole or not at all.
    pub least: Option<usize>,
    /// If there is no room, the column with the highest number is dropped first: from 2 on before anything is cut, 1 only if
    /// cutting is not enough; 0 stays.
    pub spare: u8,
}

/// The content of a table's field.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub text: String,
    pub tone: Tone,
}

/// A table under construction.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Column {
    /// A column that is shown whole.
    pub const fn whole(title: &'static str) -> Self {
        Self { title, right: false, least: None, spare: 0 }
    }

    /// A column of figures.
    pub const fn figures(title: &'static str) -> Self {
        Self { right: true, ..Self::whole(title) }
    }

    /// A column of text that may be cut.
    pub const fn text(title: &'static str, least: usize) -> Self {
        Self { least: Some(least), ..Self::whole(title) }
    }

    /// Its heading, in the host's language.
    fn said(&self) -> String {
        say!(self.title)
    }

    /// The same, but dropped if there is no room.
    #[must_use]
    pub const fn spare(self, spare: u8) -> Self {
        Self { spare, ..self }
    }
}

impl Cell {
    /// A text; it cannot start a new row.
    pub fn new(text: impl Into<String>) -> Self {
        let text: String = text.into();
        let text = if text.contains(char::is_control) { text.replace(char::is_control, " ") } else { text };
        Self { text, tone: Tone::Plain }
    }

    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl Table {
    pub fn new(columns: &[Column]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row with a cell for each column.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// The table as lines; empty without rows.
    pub fn lines(mut self, paper: &Paper, indent: &str) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let room = paper.width.map(|width| width.saturating_sub(indent.len()));
        let widths = self.fit(room);
        let titles = self.columns.iter().map(|column| Cell::new(column.said()).toned(Tone::Dim)).collect();
        let rows = std::iter::once(&titles).chain(&self.rows);
        let too_wide = room.filter(|room| widths.iter().sum::<usize>() + GAP.len() * (widths.len() - 1) > *room);
        let line = |row: &Vec<Cell>| match too_wide {
            Some(room) => flowing(row, room, paper, indent),
            None => self.line(row, &widths, paper, indent),
        };
        rows.map(line).collect::<Vec<_>>().join("\n")
    }

    fn line(&self, row: &[Cell], widths: &[usize], paper: &Paper, indent: &str) -> String {
        let last = self.columns.len().saturating_sub(1);
        let field = |(index, ((cell, column), width)): (usize, ((&Cell, &Column), &usize))| {
            let text = cut(&cell.text, *width);
            let pad = " ".repeat(width.saturating_sub(columns(&text)));
            let painted = paper.paint(cell.tone, &text);
            match (column.right, index == last) {
                (true, _) => format!("{pad}{painted}"),
                (false, true) => painted,
                (false, false) => format!("{painted}{pad}"),
            }
        };
        let fields: Vec<String> = row.iter().zip(&self.columns).zip(widths).enumerate().map(field).collect();
        format!("{indent}{}", fields.join(GAP)).trim_end().to_owned()
    }

    /// The width of each column; drops columns if it must.
    fn fit(&mut self, room: Option<usize>) -> Vec<usize> {
        loop {
            let mut widths = self.natural();
            let Some(room) = room else { return widths };
            let least: usize = self.columns.iter().zip(&widths).map(|(column, width)| at_least(column, *width)).sum();
            let gaps = GAP.len() * widths.len().saturating_sub(1);
            let whole: usize = widths.iter().sum();
            if (least + gaps > room && self.drop_one(1)) || (whole + gaps > room && self.drop_one(2)) {
                continue;
            }
            let mut over = (whole + gaps).saturating_sub(room);
            while over > 0 && shrink_widest(&self.columns, &mut widths) {
                over -= 1;
            }
            return widths;
        }
    }

    fn natural(&self) -> Vec<usize> {
        let width = |(index, column): (usize, &Column)| {
            let cells = self.rows.iter().filter_map(|row| row.get(index)).map(|cell| columns(&cell.text));
            cells.max().unwrap_or_default().max(columns(&column.said()))
        };
        self.columns.iter().enumerate().map(width).collect()
    }

    fn drop_one(&mut self, from: u8) -> bool {
        let spare = self.columns.iter().enumerate().filter(|(_, column)| column.spare >= from);
        let Some(index) = spare.max_by_key(|(_, column)| column.spare).map(|(index, _)| index) else { return false };
        self.columns.remove(index);
        for row in self.rows.iter_mut().filter(|row| index < row.len()) {
            row.remove(index);
        }
        true
    }
}

/// A row whose fields wrap into the next line, slightly indented, if one is full.
fn flowing(row: &[Cell], room: usize, paper: &Paper, indent: &str) -> String {
    let mut lines = vec![String::new()];
    for cell in row.iter().filter(|cell| !cell.text.is_empty()) {
        let text = cut(&cell.text, room.saturating_sub(GAP.len()));
        let is_full = |line: &String| columns(line) + GAP.len() + columns(&text) > room;
        if lines.last().is_some_and(|line| !line.is_empty() && is_full(line)) {
            lines.push(GAP.to_owned());
        }
        if let Some(line) = lines.last_mut() {
            if !line.trim().is_empty() {
                line.push_str(GAP);
            }
            line.push_str(&paper.paint(cell.tone, &text));
        }
    }
    lines.iter().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
}

fn at_least(column: &Column, width: usize) -> usize {
    column.least.map_or(width, |least| least.max(columns(&column.said())).min(width))
}

fn shrink_widest(of: &[Column], widths: &mut [usize]) -> bool {
    let can = |(index, column): (usize, &Column)| {
        let width = widths.get(index).copied().unwrap_or_default();
        (width > at_least(column, width)).then_some((width, index))
    };
    let Some((_, index)) = of.iter().enumerate().filter_map(can).max() else { return false };
    widths.get_mut(index).map(|width| *width -= 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table =
            Table::new(&[Column::text("DOOR", 6), Column::figures("CODES"), Column::text("ZONE", 8).spare(1)]);
        table.row(vec!["Beach Cottage with a long name".into(), "12".into(), "Pacific/Honolulu".into()]);
        table.row(vec!["Loft".into(), "3".into(), "America/Los_Angeles".into()]);
        table
    }

    #[test]
    fn a_table_fits_every_terminal() {
        for width in 40..=120 {
            let text = table().lines(&Paper { width: Some(width), colour: true }, "");
            assert!(text.lines().all(|line| columns(line) <= width), "{width} columns:\n{text}");
            assert!(text.contains("12"), "figures are never cut:\n{text}");
        }
    }

    #[test]
    fn columns_that_do_not_fit_wrap_below() {
        let mut table = Table::new(&[Column::whole("FROM"), Column::whole("TO"), Column::whole("STATE")]);
        table.row(vec!["Wed 30 Dec 16:00".into(), "Thu 31 Dec 10:00".into(), "not known !".into()]);
        let text = table.lines(&Paper { width: Some(40), colour: true }, "");
        assert!(text.lines().all(|line| columns(line) <= 40), "{text}");
        assert_eq!(text.lines().last(), Some("  not known !"), "nothing is left out:\n{text}");
    }

    #[test]
    fn a_pipe_gets_every_column() {
        let text = table().lines(&Paper { width: None, colour: false }, "");
        assert!(text.contains("Beach Cottage with a long name") && text.contains("America/Los_Angeles"), "{text}");
    }

    #[test]
    fn spare_columns_are_dropped_before_others_are_cut() {
        let text = table().lines(&Paper { width: Some(20), colour: false }, "");
        assert!(!text.contains("ZONE") && text.contains("DOOR"), "{text}");
    }
}
