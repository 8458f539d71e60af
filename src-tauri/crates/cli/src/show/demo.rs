//! The demo as a host reads it: headlines, short, calm; every time is the lock's.

use jiff::Timestamp;
use wire::{AuditView, CodeView, CodesView, DoorView, DoorsView, Level, PreviewView, StageView, SyncView, VerifyView};

use super::paper::{Paper, Tone};
use super::time::long;
use super::{blocks, codes, preview, words};
use crate::commands::LostView;

pub fn opening(paper: &Paper) -> String {
    let text = "Made-up doors, running on this computer only. Nothing leaves it, no lock can be reached, and the record is removed \
                at the end. All times are the lock's own.";
    blocks([paper.headline("Latchbook, once through"), paper.wrapped(text, "")])
}

pub fn doors(sync: &SyncView, doors: &DoorsView, now: Timestamp, paper: &Paper) -> String {
    let said = format!(
        "{} doors in several time zones, and {} codes that were made elsewhere.{}",
        sync.doors,
        sync.codes,
        portal(doors)
    );
    blocks([headline(1, "Read the doors", paper), paper.wrapped(&said, ""), super::doors::table(doors, now, paper)])
}

/// The make of small hosts' doors, which describes itself in words of its own.
fn portal(doors: &DoorsView) -> String {
    let of_portal = |door: &&DoorView| door.provider == "dormakaba_oracode_iho";
    let names: Vec<&str> = doors.doors.iter().filter(of_portal).map(|door| door.name.as_str()).collect();
    if names.is_empty() { String::new() } else { format!(" From Oracode's Homeowner's Portal: {}.", names.join(", ")) }
}

pub fn audit(view: &AuditView, paper: &Paper) -> String {
    let ready = view.doors.iter().filter(|door| door.ready).count();
    let said =
        format!("{ready} of {} are ready. What is missing at the others, and who can mend it:", view.doors.len());
    let open = view.doors.iter().filter(|door| !door.ready).filter_map(|door| {
        let check = door.checks.iter().rev().find(|check| check.level == Level::Fail)?;
        let who = check.who.map(|who| format!(" [{}]", who.as_str())).unwrap_or_default();
        let text = format!("{}: {} {}{who}", door.name, check.message, check.mend.as_deref().unwrap_or_default());
        Some(paper.hanging(&text, "  - ", "    "))
    });
    blocks([headline(2, "Is every door ready?", paper), paper.wrapped(&said, ""), open.collect::<Vec<_>>().join("\n")])
}

pub fn preview(view: &PreviewView, paper: &Paper) -> String {
    let asked = format!("A guest comes {} and leaves {}.", long(&view.stay.from), long(&view.stay.to));
    let others = format!("{} other slots of this door do not fit. Nothing was sent.", view.refused.len());
    blocks([
        headline(3, "What would a code be?", paper),
        paper.wrapped(&asked, ""),
        paper.wrapped(&view.message, ""),
        preview::candidates(view, paper),
        others,
    ])
}

pub fn issued(stages: &[StageView], codes: &[CodeView], paper: &Paper) -> String {
    let stages: Vec<String> = stages.iter().map(|stage| paper.hanging(&stage.message, "  - ", "    ")).collect();
    let message = codes.last().map(|code| paper.wrapped(&code.message, "")).unwrap_or_default();
    blocks([headline(4, "Issue exactly one", paper), stages.join("\n"), moments(codes, paper), message])
}

/// What Seam says and what is shown here, as time goes on.
fn moments(codes: &[CodeView], paper: &Paper) -> String {
    const MOMENTS: [(&str, &str); 3] =
        [("at once", "unset"), ("a minute later", "setting"), ("two minutes later", "set")];
    let line = |(code, (moment, at_seam)): (&CodeView, &(&str, &str))| {
        let (word, tone) = words::state(code.state);
        let pin = code.pin.as_ref().map(|pin| format!("   PIN {}", paper.headline(pin.expose()))).unwrap_or_default();
        let padded = if pin.is_empty() { word.to_owned() } else { format!("{word:<8}") };
        format!("  {moment:<18} {at_seam:<9} {}{pin}", paper.paint(tone, &padded))
    };
    let heading = paper.paint(Tone::Dim, &format!("  {:<18} {:<9} {}", "WHEN", "AT SEAM", "HERE"));
    std::iter::once(heading).chain(codes.iter().zip(&MOMENTS).map(line)).collect::<Vec<_>>().join("\n")
}

pub fn again(code: &CodeView, paper: &Paper) -> String {
    let said = format!(
        "Asked for the same stay again, Latchbook makes no other code: it answers with no. {}.",
        code.intent_id
    );
    paper.wrapped(&said, "")
}

pub fn lost(view: &LostView, paper: &Paper) -> String {
    let cut = "Another stay, a week later. This time the connection breaks after Seam has made the code, before its answer is here.";
    let (word, tone) = words::state(view.set.state);
    let found = format!("Found at Seam by its marker {}. {}", view.found.marker, view.found.message);
    let pin = view.set.pin.as_ref().map(|pin| format!(", PIN {}", paper.headline(pin.expose()))).unwrap_or_default();
    let steps = [
        ("issue", view.not_known.message.clone()),
        ("look", found),
        ("two minutes later", format!("{}{pin}.", paper.paint(tone, word))),
    ];
    let counted = format!("Codes made for this stay, as counted by the simulator: {}", view.creates);
    blocks([
        headline(5, "When the answer gets lost", paper),
        paper.wrapped(cut, ""),
        super::facts(&steps, paper),
        paper.headline(&counted),
    ])
}

pub fn record(view: &CodesView, verified: &VerifyView, paper: &Paper) -> String {
    blocks([
        headline(6, "The record", paper),
        codes::table(&view.codes, paper),
        paper.wrapped(&format!("{} PINs are masked unless you ask for them.", verified.message), ""),
    ])
}

pub fn closing(paper: &Paper) -> String {
    let next = [
        ("latchbook simulate --port 8787", "play with made-up doors yourself"),
        ("latchbook connect", "give it your Seam API key"),
        ("latchbook sync", "read your own doors"),
        ("latchbook --help", "everything else"),
    ];
    let next = next.map(|(command, what)| (command, what.to_owned()));
    format!("{}\n{}", paper.headline("Now you"), super::facts(&next, paper))
}

fn headline(number: u32, text: &str, paper: &Paper) -> String {
    paper.headline(&format!("{number}. {text}"))
}
