//! The parts of the document: the overview, a door, the messages to be sent.

use wire::{CheckView, DoorTestView, Level, ReadinessDoorView, Who, WishView};
use words::civil::said;
use words::{clean, say};

use crate::Error;
use crate::ink::{Fonts, Set};
use crate::report::{Block, Kind, Placed};

use super::{count, open};

const SECTION: Set = Set::bold(12.0);
const DOOR: Set = Set::bold(10.5);
const HEAD: Set = Set::bold(8.0);
const TEXT: Set = Set::regular(9.0);
const STRONG: Set = Set::bold(9.0);
const SOFT: Set = Set::regular(8.5).soft();

/// Where the sentence of a check begins, and the width of the column that names who can fix it.
const INDENT: f32 = 106.0;
const WHO: f32 = 80.0;
/// The most lines of a sentence or a note.
const MOST_LINES: usize = 12;

pub(super) struct Setter<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) width: f32,
}

impl Setter<'_> {
    /// Every door in one line.
    pub(super) fn overview(&self, doors: &[ReadinessDoorView]) -> Vec<Block> {
        if doors.is_empty() {
            return vec![self.paragraph(0.0, TEXT, &say!("paper-no-doors"))];
        }
        let head = self.row(HEAD, overview());
        let mut blocks = vec![Block::new(0.0, Kind::HeadRow, head).ruled()];
        blocks.extend(doors.iter().map(|door| {
            let ready = ready(door);
            let figure = |level| match count(door, level) {
                0 => "–".to_owned(),
                some => some.to_string(),
            };
            let mending = [Who::Host, Who::Installer, Who::Seam, Who::Dormakaba]
                .into_iter()
                .filter(|who| open(&door.checks).iter().any(|check| check.who == Some(*who)));
            let mending: Vec<String> = mending.map(Who::said).collect();
            let cells = [named(&door.name), ready, figure(Level::Fail), figure(Level::Warn), mending.join(", ")];
            Block::new(3.0, Kind::Row, self.row(TEXT, cells)).ruled()
        }));
        blocks
    }

    fn row(&self, set: Set, cells: [String; 5]) -> Vec<Placed> {
        let shares = [0.34, 0.14, 0.16, 0.14, 0.22];
        let mut x = 0.0;
        let place = |(text, share): (String, f32)| {
            let width = self.width * share;
            let line = self.fonts.fit(set, &text, width - 8.0);
            let placed = Placed::new(x, set.size, set, vec![line]);
            x += width;
            placed
        };
        cells.into_iter().zip(shares).map(place).collect()
    }

    /// The checks that are made once for all doors.
    pub(super) fn app(&self, checks: &[CheckView]) -> Vec<Block> {
        if checks.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.heading(22.0, SECTION, 2, &say!("paper-app"))];
        blocks.extend(self.checks(checks));
        blocks
    }

    pub(super) fn door(&self, door: &ReadinessDoorView) -> Result<Vec<Block>, Error> {
        let ready = ready(door);
        let mut blocks = vec![self.heading(20.0, DOOR, 2, &format!("{}: {ready}", named(&door.name)))];
        blocks.extend(self.checks(&door.checks));
        for test in &door.tests {
            blocks.push(self.marked(5.0, TEXT, &say!("paper-test"), &tested(test)?));
        }
        Ok(blocks)
    }

    fn checks(&self, checks: &[CheckView]) -> Vec<Block> {
        let mut blocks: Vec<Block> = open(checks).into_iter().map(|check| self.check(check)).collect();
        let passed = checks.iter().filter(|check| check.level == Level::Pass);
        let passed: Vec<String> = passed.map(|check| clean(&check.message)).collect();
        if !passed.is_empty() {
            blocks.push(self.marked(6.0, SOFT, &marked(Level::Pass), &passed.join(" ")));
        }
        blocks
    }

    /// The level, the finding, the remedy, and who applies it.
    fn check(&self, check: &CheckView) -> Block {
        let width = self.width - INDENT - WHO;
        let mark = self.fonts.line(STRONG, &marked(check.level));
        let found =
            Placed::new(INDENT, TEXT.size, STRONG, self.fonts.wrap(STRONG, &clean(&check.message), width, MOST_LINES));
        let below = found.bottom() - TEXT.size * 0.35 + TEXT.leading();
        let mend = check.mend.as_deref().map(clean).unwrap_or_default();
        let mend = Placed::new(INDENT, below, TEXT, self.fonts.wrap(TEXT, &mend, width, MOST_LINES));
        let who = check.who.map(Who::said).unwrap_or_default();
        let who = self.fonts.fit(TEXT, &who, WHO - 12.0);
        let mut texts = vec![Placed::new(0.0, TEXT.size, STRONG, vec![mark]), found];
        texts.extend(Some(mend).filter(|mend| !mend.lines.is_empty()));
        texts.push(Placed::new(INDENT + width + 12.0, TEXT.size, TEXT, vec![who]));
        Block::new(7.0, Kind::Paragraph, texts)
    }

    /// One message for each person who can fix something.
    pub(super) fn wishes(&self, wishes: &[WishView]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for wish in wishes {
            blocks.push(self.heading(22.0, SECTION, 2, &message_to(wish.who)));
            blocks.push(self.paragraph(6.0, STRONG, &clean(&wish.subject)));
            blocks.extend(wish.text.lines().map(|line| self.paragraph(3.0, TEXT, &clean(line))));
        }
        blocks
    }

    fn heading(&self, room: f32, set: Set, level: u16, text: &str) -> Block {
        let line = self.fonts.fit(set, text, self.width);
        Block::new(room, Kind::Heading(level, text.to_owned()), vec![Placed::new(0.0, set.size, set, vec![line])])
    }

    /// A word on the left, and its subject next to it.
    fn marked(&self, room: f32, set: Set, mark: &str, text: &str) -> Block {
        let mark = Placed::new(0.0, set.size, set, vec![self.fonts.fit(set, mark, INDENT - 6.0)]);
        let lines = self.fonts.wrap(set, text, self.width - INDENT, MOST_LINES);
        Block::new(room, Kind::Paragraph, vec![mark, Placed::new(INDENT, set.size, set, lines)])
    }

    fn paragraph(&self, room: f32, set: Set, text: &str) -> Block {
        let lines = self.fonts.wrap(set, text, self.width, MOST_LINES);
        Block::new(room, Kind::Paragraph, vec![Placed::new(0.0, set.size, set, lines)])
    }
}

fn overview() -> [String; 5] {
    [
        say!("paper-readiness-door"),
        say!("paper-readiness-ready"),
        say!("paper-readiness-fail"),
        say!("paper-readiness-warn"),
        say!("paper-readiness-who"),
    ]
}

fn ready(door: &ReadinessDoorView) -> String {
    if door.ready { say!("paper-ready") } else { say!("paper-not-ready") }
}

/// A level with its sign, because the printout may have no colour.
fn marked(level: Level) -> String {
    let sign = match level {
        Level::Pass => '✓',
        Level::Warn => '⚠',
        Level::Fail => '✗',
    };
    format!("{sign} {}", level.said())
}

fn tested(test: &DoorTestView) -> Result<String, Error> {
    let at = test.at.parse().map(said).map_err(|_| Error::Time)?;
    let worked = match test.worked {
        None => say!("paper-test-untried"),
        Some(true) => say!("paper-test-worked"),
        Some(false) => say!("paper-test-failed"),
    };
    let note = clean(&test.note);
    let note = if note.is_empty() { note } else { format!(" – {note}") };
    Ok(format!("{at}: {worked}{note}"))
}

fn message_to(who: Who) -> String {
    match who {
        Who::Host => say!("paper-to-host"),
        Who::Installer => say!("paper-to-installer"),
        Who::Seam => say!("paper-to-seam"),
        Who::Dormakaba => say!("paper-to-dormakaba"),
    }
}

/// A name, or a dash if there is none.
fn named(name: &str) -> String {
    Some(clean(name)).filter(|name| !name.is_empty()).unwrap_or_else(|| "–".to_owned())
}
