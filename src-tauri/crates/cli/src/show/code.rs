//! One code: after issuing, and with its whole history.

use wire::{CodeState, CodeView, HistoryView, NoticeView};
use words::say;

use super::paper::{Paper, Tone};
use super::time::long;
use super::{blocks, facts, section, tone};

/// The outcome of issuing.
pub fn issued(view: &CodeView, paper: &Paper) -> String {
    let is_again = !view.created && view.pin.is_some();
    blocks([
        title(view, paper),
        pin(view, paper),
        message(view, paper),
        if is_again { say!("show-again") } else { String::new() },
        probable(view, paper),
        differs(view, paper),
        notices(view, paper),
        facts(&short_facts(view, paper), paper),
    ])
}

/// A code with its whole history.
pub fn code(view: &CodeView, paper: &Paper) -> String {
    blocks([
        title(view, paper),
        pin(view, paper),
        message(view, paper),
        probable(view, paper),
        differs(view, paper),
        notices(view, paper),
        facts(&long_facts(view, paper), paper),
        history(view.history.as_deref().unwrap_or_default(), paper),
    ])
}

fn title(view: &CodeView, paper: &Paper) -> String {
    let (from, to) = (long(&view.entry), long(&view.exit));
    let title = say!("show-title", door = paper.headline(&view.door), from = from, to = to, zone = view.zone.as_str());
    paper.wrapped(&title, "")
}

/// The PIN, or a bullet for each of its characters; until the code is set it must not be sent to anyone.
fn pin(view: &CodeView, paper: &Paper) -> String {
    let Some(pin) = view.pin.as_ref().map(wire::PinShown::expose).or(view.pin_masked.as_deref()) else {
        return String::new();
    };
    let is_sure = matches!(view.state, CodeState::Set | CodeState::Ended);
    let doubt =
        if is_sure { String::new() } else { format!("  {}", paper.paint(Tone::Warn, &say!("show-not-confirmed"))) };
    format!("  PIN  {}{doubt}", paper.headline(pin))
}

/// Codes at Seam that are probably this one, with the command that confirms one.
pub fn probable(view: &CodeView, paper: &Paper) -> String {
    let line = |code: &wire::ProbableView| {
        let name = code.name.clone().unwrap_or_else(|| say!("show-unnamed"));
        let made = code.created_at.as_deref().map(long).unwrap_or_default();
        let command = format!("latchbook look --is {}", code.access_code_id);
        say!("show-probable-code", name = name, made = made, command = command)
    };
    section(&say!("show-probable"), &view.probable.iter().map(line).collect::<Vec<_>>(), paper)
}

fn notices(view: &CodeView, paper: &Paper) -> String {
    let said = |notice: &NoticeView| format!("{} ({}: {})", notice.message, notice.code, notice.said);
    section(&say!("show-seam-says"), &view.notices.iter().map(said).collect::<Vec<_>>(), paper)
}

/// Its state; if no code was made, why.
fn message(view: &CodeView, paper: &Paper) -> String {
    let message = paper.wrapped(&view.message, "");
    let Some(reason) = &view.reason else { return message };
    let why = paper.wrapped(&reason.message, "");
    let said =
        reason.said.as_deref().map(|said| paper.wrapped(&say!("show-seam-said", said = said), "")).unwrap_or_default();
    match view.state {
        // The reason is enough.
        CodeState::NotSent => why,
        CodeState::Unknown if view.looks == 0 => why,
        CodeState::Unknown => message,
        CodeState::Refused => blocks([message, why, said]),
        CodeState::Accepted
        | CodeState::Setting
        | CodeState::Set
        | CodeState::Failed
        | CodeState::Gone
        | CodeState::Ended => message,
    }
}

fn state(view: &CodeView, paper: &Paper) -> String {
    let (word, tone) = tone::state(view.state);
    paper.paint(tone, &word)
}

fn short_facts(view: &CodeView, paper: &Paper) -> Vec<(String, String)> {
    vec![
        (say!("fact-state"), state(view, paper)),
        (say!("fact-slot"), view.slot_name.clone()),
        (say!("fact-label"), view.label.clone()),
        (say!("fact-record"), say!("show-number", number = view.intent_id.to_string(), marker = view.marker.as_str())),
    ]
}

fn long_facts(view: &CodeView, paper: &Paper) -> Vec<(String, String)> {
    let mut rows = short_facts(view, paper);
    rows.extend([
        (say!("fact-stay"), say!("show-from-to", from = long(&view.stay.from), to = long(&view.stay.to))),
        (say!("fact-stay-key"), view.stay_key.as_deref().map(words::clean).unwrap_or_default()),
        (say!("fact-rounding"), format!("{}, {}", view.rounding.as_str(), view.prefer.as_str())),
        (say!("fact-at-seam"), view.access_code_id.clone().unwrap_or_default()),
        (say!("fact-second-codes"), view.second_codes.iter().map(|id| words::clean(id)).collect::<Vec<_>>().join(", ")),
        (say!("fact-door"), view.door_id.clone()),
        (say!("fact-tables"), view.tables.clone()),
    ]);
    rows
}

fn differs(view: &CodeView, paper: &Paper) -> String {
    let lines: Vec<String> = view.differs.iter().map(|difference| difference.message.clone()).collect();
    section(&say!("show-not-as-promised"), &lines, paper)
}

fn history(events: &[HistoryView], paper: &Paper) -> String {
    if events.is_empty() {
        return String::new();
    }
    let line = |event: &HistoryView| {
        let at = event.at.replace('T', " ").trim_end_matches('Z').to_owned();
        let pin = event.pin.as_ref().map(|pin| format!(" PIN {}", pin.expose())).unwrap_or_default();
        paper.hanging(
            &format!("{}{pin}", event.detail),
            &format!("  {}  ", paper.paint(Tone::Dim, &at)),
            "                       ",
        )
    };
    let lines: Vec<String> = events.iter().map(line).collect();
    format!("{}\n{}", paper.headline(&say!("show-history")), lines.join("\n"))
}
