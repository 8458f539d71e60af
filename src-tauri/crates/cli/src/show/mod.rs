//! Renders answers for a terminal: views in, text out. The sentences are `wire`'s; here they are arranged.

pub mod audit;
pub mod code;
pub mod codes;
pub mod connect;
pub mod demo;
pub mod doors;
pub mod issue;
pub mod limits;
pub mod look;
pub mod paper;
pub mod preview;
pub mod record;
pub mod simulate;
pub mod slots;
pub mod sync;
mod table;
mod time;
mod tone;

use paper::{Paper, Tone, columns};

/// A door's name, with an addition if another door has the same name.
fn door_name(name: &str, apart: Option<&str>) -> String {
    apart.map_or_else(|| name.to_owned(), |apart| format!("{name} ({apart})"))
}

/// Blocks with a blank line between them; empty ones are left out.
fn blocks(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// Names on the left, values on the right; long texts hang.
fn facts(rows: &[(String, String)], paper: &Paper) -> String {
    let rows: Vec<&(String, String)> = rows.iter().filter(|(_, text)| !text.is_empty()).collect();
    let width = rows.iter().map(|(name, _)| columns(name)).max().unwrap_or_default();
    let line = |(name, text): &&(String, String)| {
        let first = format!("  {}{}  ", paper.paint(Tone::Dim, name), " ".repeat(width - columns(name)));
        paper.hanging(text, &first, &" ".repeat(width + 4))
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A title with lines under it; nothing if there are none.
fn section(title: &str, lines: &[String], paper: &Paper) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let bullet = |line: &String| paper.hanging(line, "  - ", "    ");
    format!("{}\n{}", paper.headline(title), lines.iter().map(bullet).collect::<Vec<_>>().join("\n"))
}
