//! The demo's output: headlines, short, calm; every time is the lock's.

use jiff::Timestamp;
use wire::{AuditView, CodeView, CodesView, DoorView, DoorsView, Level, PreviewView, StageView, SyncView, VerifyView};
use words::say;

use super::paper::{Paper, Tone};
use super::time::long;
use super::{blocks, codes, preview, tone};
use crate::view::LostView;

pub fn opening(paper: &Paper) -> String {
    blocks([paper.headline(&say!("demo-title")), paper.wrapped(&say!("demo-opening"), "")])
}

pub fn doors(sync: &SyncView, doors: &DoorsView, now: Timestamp, paper: &Paper) -> String {
    let said = say!("demo-doors", doors = sync.doors, codes = sync.codes);
    let said = format!("{said}{}", portal(doors));
    blocks([headline(1, &say!("demo-read"), paper), paper.wrapped(&said, ""), super::doors::table(doors, now, paper)])
}

/// Names the doors of the Homeowner's Portal, which small hosts have and whose data uses its own field names.
fn portal(doors: &DoorsView) -> String {
    let of_portal = |door: &&DoorView| door.provider == "dormakaba_oracode_iho";
    let names: Vec<&str> = doors.doors.iter().filter(of_portal).map(|door| door.name.as_str()).collect();
    if names.is_empty() { String::new() } else { format!(" {}", say!("demo-portal", doors = names.join(", "))) }
}

pub fn audit(view: &AuditView, paper: &Paper) -> String {
    let ready = view.doors.iter().filter(|door| door.ready).count();
    let said = say!("demo-ready", ready = ready, doors = view.doors.len());
    let open = view.doors.iter().filter(|door| !door.ready).filter_map(|door| {
        let check = door.checks.iter().rev().find(|check| check.level == Level::Fail)?;
        let who = check.who.map(|who| format!(" [{}]", who.said())).unwrap_or_default();
        let text = format!("{}: {} {}{who}", door.name, check.message, check.mend.as_deref().unwrap_or_default());
        Some(paper.hanging(&text, "  - ", "    "))
    });
    blocks([headline(2, &say!("demo-audit"), paper), paper.wrapped(&said, ""), open.collect::<Vec<_>>().join("\n")])
}

pub fn preview(view: &PreviewView, paper: &Paper) -> String {
    let asked = say!("demo-asked", from = long(&view.stay.from), to = long(&view.stay.to));
    let others = say!("demo-others", slots = view.refused.len());
    blocks([
        headline(3, &say!("demo-preview"), paper),
        paper.wrapped(&asked, ""),
        paper.wrapped(&view.message, ""),
        preview::candidates(view, paper),
        others,
    ])
}

pub fn issued(stages: &[StageView], codes: &[CodeView], paper: &Paper) -> String {
    let stages: Vec<String> = stages.iter().map(|stage| paper.hanging(&stage.message, "  - ", "    ")).collect();
    let message = codes.last().map(|code| paper.wrapped(&code.message, "")).unwrap_or_default();
    blocks([headline(4, &say!("demo-issue"), paper), stages.join("\n"), moments(codes, paper), message])
}

/// Seam's state and ours, as time passes.
fn moments(codes: &[CodeView], paper: &Paper) -> String {
    let all = [
        (say!("demo-at-once"), "unset"),
        (say!("demo-a-minute-later"), "setting"),
        (say!("demo-two-minutes-later"), "set"),
    ];
    let line = |(code, (moment, at_seam)): (&CodeView, &(String, &str))| {
        let (word, tone) = tone::state(code.state);
        let pin = code.pin.as_ref().map(|pin| format!("   PIN {}", paper.headline(pin.expose()))).unwrap_or_default();
        let padded = if pin.is_empty() { word } else { format!("{word:<8}") };
        format!("  {moment:<18} {at_seam:<9} {}{pin}", paper.paint(tone, &padded))
    };
    let heading = paper.paint(
        Tone::Dim,
        &format!("  {:<18} {:<9} {}", say!("column-when"), say!("column-at-seam"), say!("column-shown-here")),
    );
    std::iter::once(heading).chain(codes.iter().zip(&all).map(line)).collect::<Vec<_>>().join("\n")
}

pub fn again(code: &CodeView, paper: &Paper) -> String {
    let said = say!("demo-again", number = code.intent_id.to_string());
    paper.wrapped(&said, "")
}

pub fn lost(view: &LostView, paper: &Paper) -> String {
    let cut = say!("demo-cut");
    let (word, tone) = tone::state(view.set.state);
    let found = say!("demo-found", marker = view.found.marker.as_str(), then = view.found.message.as_str());
    let pin = view.set.pin.as_ref().map(|pin| format!(", PIN {}", paper.headline(pin.expose()))).unwrap_or_default();
    let steps = [
        ("issue".to_owned(), view.not_known.message.clone()),
        ("look".to_owned(), found),
        (say!("demo-two-minutes-later"), format!("{}{pin}.", paper.paint(tone, &word))),
    ];
    let counted = say!("demo-counted", creates = view.creates);
    blocks([
        headline(5, &say!("demo-lost"), paper),
        paper.wrapped(&cut, ""),
        super::facts(&steps, paper),
        paper.headline(&counted),
    ])
}

pub fn record(view: &CodesView, verified: &VerifyView, paper: &Paper) -> String {
    blocks([
        headline(6, &say!("demo-record"), paper),
        codes::table(&view.codes, paper),
        paper.wrapped(&format!("{} {}", verified.message, say!("demo-masked")), ""),
    ])
}

pub fn closing(paper: &Paper) -> String {
    let next = [
        ("latchbook simulate --port 8787", say!("demo-next-simulate")),
        ("latchbook connect", say!("demo-next-connect")),
        ("latchbook sync", say!("demo-next-sync")),
        ("latchbook --help", say!("demo-next-help")),
    ];
    let next = next.map(|(command, what)| (command.to_owned(), what));
    format!("{}\n{}", paper.headline(&say!("demo-now-you")), super::facts(&next, paper))
}

fn headline(number: u32, text: &str, paper: &Paper) -> String {
    paper.headline(&format!("{number}. {text}"))
}
