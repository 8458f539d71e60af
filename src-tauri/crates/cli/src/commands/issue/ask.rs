//! What the host must say before a code is spent. Asked on a terminal only; anything but the word is no.

use wire::{CodeView, ObjectionView};
use words::say;

use crate::screen::{Screen, read_line};
use crate::show::issue as page;

/// What means yes, in each language: whoever learnt one may be asked in another.
const YES: [&str; 5] = ["y", "yes", "s", "sí", "si"];
const ANOTHER: [&str; 2] = ["another", "otro"];

/// What the host said, or could not be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    NotAsked,
}

/// Lists the risks and asks. Without a terminal nobody is asked: `--yes` is the way.
pub async fn risks(screen: &Screen, objection: &ObjectionView) -> Answer {
    if !screen.can_ask() {
        return Answer::NotAsked;
    }
    screen.margin_print(&page::objection(objection, &screen.margin));
    let typed = typed(say!("cli-ask-yes")).await;
    if YES.contains(&typed.to_lowercase().as_str()) { Answer::Yes } else { Answer::No }
}

/// Tells what another attempt may cost and asks for a word. Without a terminal `--another` was the word.
pub async fn another(screen: &Screen, first: &CodeView) -> Answer {
    if !screen.can_ask() {
        return Answer::NotAsked;
    }
    screen.note(&first.message);
    let typed = typed(say!("cli-ask-another")).await;
    if ANOTHER.contains(&typed.to_lowercase().as_str()) { Answer::Yes } else { Answer::No }
}

/// On a thread of its own, so that Ctrl-C is heard while the keyboard is waited for.
async fn typed(question: String) -> String {
    let asked = tokio::task::spawn_blocking(move || read_line(&question)).await;
    asked.ok().flatten().unwrap_or_default()
}
