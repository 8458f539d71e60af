//! To add a language, add a folder: no code names one.

#[path = "../../build.rs"]
#[expect(dead_code, reason = "the script's own `main`")]
mod build_script;

use std::fs;
use std::path::Path;

use jiff::civil::datetime;
use words::civil::{said, said_in_full};
use words::{Language, say, speaking};

#[test]
fn a_new_folder_is_a_language() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("made-up");
    for (tag, files) in [("en", vec!["guest.ftl", "facts.ftl"]), ("xx", vec!["guest.ftl"]), ("src", vec!["lib.rs"])] {
        fs::create_dir_all(root.join(tag)).unwrap();
        for file in files {
            fs::write(root.join(tag).join(file), "").unwrap();
        }
    }
    let source = build_script::languages(&root).unwrap();
    let tags: Vec<_> = source.lines().filter_map(|line| line.trim().strip_prefix("Folder::new(")).collect();
    assert_eq!(tags.len(), 2, "a folder without sentences is none: {source}");
    assert!(tags[0].starts_with("\"en\"") && tags[0].contains("facts.ftl"), "English with its files: {source}");
    assert!(tags[1].starts_with("\"xx\"") && tags[1].contains("guest.ftl"), "and the new one: {source}");
}

/// English with every word of every sentence in capitals, as a translator might have written it.
fn made_up() -> Language {
    let capitals =
        |(name, text): &(&'static str, &'static str)| (*name, &*text.lines().map(loud).collect::<String>().leak());
    Language::made_up("xx", Language::default().files().iter().map(capitals).collect())
}

fn loud(line: &str) -> String {
    let is_text = !line.starts_with('#') && !line.contains("->") && !line.trim_start().starts_with(['}', '.']);
    match line.split_once("= ").filter(|_| is_text && !line.starts_with(' ')) {
        Some((id, text)) => format!("{id}= {}\n", outside_braces(text)),
        None => format!("{line}\n"),
    }
}

fn outside_braces(text: &str) -> String {
    let mut inside = false;
    let letter = |letter: char| {
        inside = (inside || letter == '{') && letter != '}';
        if inside { letter } else { letter.to_uppercase().next().unwrap_or(letter) }
    };
    text.chars().map(letter).collect()
}

#[test]
fn a_made_up_language_says_facts_times_and_cards() {
    let at = datetime(2026, 12, 3, 16, 0, 0, 0);
    let [fact, card, short, long] =
        speaking(made_up(), || [say!("state-not-sent"), say!("card-enter"), said(at), said_in_full(at)]);
    assert_eq!(fact, "NOTHING WAS SENT, AND THERE IS NO CODE. IT IS SAFE TO ISSUE AGAIN.", "a fact");
    assert!(card.starts_with("ENTER THIS CODE"), "a card: {card}");
    assert_eq!(short, "3 DEC 2026, 16:00", "a time in a sentence");
    assert_eq!(long, "THURSDAY, 3 DECEMBER 2026, 16:00", "and on a card");
    assert_eq!(say!("card-code"), "Door code", "afterwards it is as before");
}
