//! The results of a look.

use wire::LookView;
use words::say;

use super::paper::Paper;
use super::{blocks, code, codes, section};

pub fn looked(view: &LookView, paper: &Paper) -> String {
    let unread: Vec<String> = view.unread.iter().map(|door| format!("{}: {}", door.door, door.message)).collect();
    let first = view.codes.first().filter(|_| view.codes.len() == 1);
    blocks([
        paper.wrapped(&view.message, ""),
        codes::table(&view.codes, paper),
        first.map(|code| paper.wrapped(&code.message, "")).unwrap_or_default(),
        blocks(view.codes.iter().map(|code| code::probable(code, paper))),
        section(&say!("show-not-read"), &unread, paper),
    ])
}
