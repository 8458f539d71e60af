//! Asks the host before a code is spent. On a terminal only; anything but the word is no.

use wire::{CodeView, ObjectionView};
use words::say;

use crate::screen::{Screen, read_line};
use crate::show::issue as page;

/// The words for yes in every language, all accepted whichever language is in use.
const YES: [&str; 5] = ["y", "yes", "s", "sí", "si"];
const ANOTHER: [&str; 2] = ["another", "otro"];

/// The host's answer, or that the host could not be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    NotAsked,
}

/// Lists the risks and asks. Without a terminal it does not ask: `--yes` is the only way.
pub async fn risks(screen: &Screen, objection: &ObjectionView) -> Answer {
    if !screen.can_ask() {
        return Answer::NotAsked;
    }
    screen.margin_print(&page::objection(objection, &screen.margin));
    let typed = typed(say!("cli-ask-yes")).await;
    if YES.contains(&typed.to_lowercase().as_str()) { Answer::Yes } else { Answer::No }
}

/// Shows the risk of another attempt and asks for a word. Without a terminal `--another` itself is the consent.
pub async fn another(screen: &Screen, first: &CodeView) -> Answer {
    if !screen.can_ask() {
        return Answer::NotAsked;
    }
    screen.note(&first.message);
    let typed = typed(say!("cli-ask-another")).await;
    if ANOTHER.contains(&typed.to_lowercase().as_str()) { Answer::Yes } else { Answer::No }
}

/// On a separate thread, so that Ctrl-C works while the prompt waits.
async fn typed(question: String) -> String {
    let asked = tokio::task::spawn_blocking(move || read_line(&question)).await;
    asked.ok().flatten().unwrap_or_default()
}
