//! The host's steps on the pages, each beginning at the start of the scenario.

use std::collections::BTreeMap;

use domain::ids::AccessCodeId;
use domain::reading::CreateOutcome;
use domain::slot::SlotFacts;
use domain::{Pin, RawAnswer};
use ops::RecordError;
use serde_json::{Value, json};
use wire::{Changed, CodeState, IssuedView, KeyState, UnrecordedView};

use super::seam::Fate;
use super::{Base, Reply, Stage, Step, Steps, Variant, asks, key, shell};

/// The code whose answer was lost.
const LOST: i64 = super::history::CODES - 3;

/// Any request: the page builds it from earlier answers.
fn any() -> Value {
    json!("*")
}

/// Steps that follow one another in one record.
fn chain(steps: &mut Steps, base: &Base, done: &[(&'static str, Value)]) {
    let (stage, mut before) = (base.stage(), base.replies.clone());
    for (command, request) in done {
        steps.insert(key(command, request), stage.step(command, request, &mut before));
    }
}

pub fn steps(base: &Base) -> Steps {
    let mut steps = Steps::new();
    let (kept, stay) = (asks::kept("16:00"), json!({ "stay_id": 2 }));
    let note = |text| ("add_code_note", json!({ "intent_id": super::history::CODES, "text": text }));
    chain(&mut steps, base, &[("remove_stay", stay.clone()), ("restore_stay", stay)]);
    chain(
        &mut steps,
        base,
        &[
            ("record_stay", json!({ "draft": kept, "instead_of": 2 })),
            ("undo_stay", json!({ "stay_id": 3, "replaced": [2] })),
        ],
    );
    chain(&mut steps, base, &[note("Called at noon"), note("<b>Called</b> again")]);
    let sent = |is_sent| ("mark_sent", json!({ "intent_id": super::history::CODES, "is_sent": is_sent }));
    chain(&mut steps, base, &[sent(true), sent(false)]);
    let same = json!({ "gone_id": "door-8", "door_id": "door-2", "is_same": true });
    chain(&mut steps, base, &[("say_if_same_lock", same)]);
    chain(&mut steps, base, &[("put_code_away", json!({ "door_id": "door-1", "access_code_id": "out-2" }))]);
    let test = json!({ "door_id": "door-1", "intent_id": null, "worked": true, "note": "opened at once" });
    chain(&mut steps, base, &[("add_door_test", test)]);
    chain(&mut steps, base, &[("set_host_limit", json!({ "door_id": "door-1", "limit": 40 }))]);
    chain(&mut steps, base, &[("confirm_probable", json!({ "intent_id": LOST, "access_code_id": "ac-7f3q" }))]);
    chain(&mut steps, base, &[("sync_now", Value::Null)]);
    for door in [Value::Null, json!("door-3")] {
        let request = json!({ "door_id": door });
        steps.insert(key("look", &request), found(base, &request));
    }
    steps.insert(key("compare_with_seam", &json!({ "door_id": null })), differs(base));
    steps.insert(key("issue_code", &any()), issued(base, Becomes::Set));
    steps
}

/// A look finds the code, whose name carries its marker again.
fn found(base: &Base, request: &Value) -> Step {
    let stage = base.stage();
    {
        let mut world = stage.world();
        let wanted = world.creates.iter().rev().nth(3).unwrap().name.clone();
        let code = world.codes.iter_mut().find(|code| code.id.as_str() == "ac-7f3q").unwrap();
        super::history::set(code, Pin::new("447197"));
        code.name = Some(wanted);
    }
    stage.step("look", request, &mut base.replies.clone())
}

/// A code missing from the record, one missing from Seam, and one that ends at another time.
fn differs(base: &Base) -> Step {
    let stage = base.stage();
    {
        let mut world = stage.world();
        let at_loft = |code: &&mut domain::reading::CodeReading| {
            code.device_id.as_ref().is_some_and(|id| id.as_str() == "door-1") && code.pin.is_some()
        };
        let last = world.codes.iter_mut().rev().find(at_loft).unwrap();
        last.ends_at = last.ends_at.map(|end| end.saturating_add(jiff::SignedDuration::from_hours(1)).unwrap());
        let place = world
            .codes
            .iter()
            .rposition(|code| code.device_id.as_ref().is_some_and(|id| id.as_str() == "door-3") && code.pin.is_some());
        world.codes.remove(place.unwrap());
        let mut foreign = world.codes.iter().find(|code| code.id.as_str() == "out-1").unwrap().clone();
        foreign.id = AccessCodeId::new("out-9");
        foreign.name = Some("Window cleaner".into());
        world.codes.push(foreign);
    }
    stage.step("compare_with_seam", &json!({ "door_id": null }), &mut base.replies.clone())
}

#[derive(Clone, Copy)]
enum Becomes {
    Set,
    Setting,
    Unknown,
    Refused,
    /// Another slot than was shown.
    Changed,
    Unrecorded,
}

pub fn variants(base: &Base) -> BTreeMap<&'static str, Variant> {
    let issue =
        |becomes| Variant { steps: [(key("issue_code", &any()), issued(base, becomes))].into(), ..Variant::default() };
    let mut unrecorded = issue(Becomes::Unrecorded);
    let away = Step {
        reply: Reply::Answer(Value::Null),
        events: vec![("changed", json!({ "what": [Changed::Unrecorded] }))],
        after: [(key("list_unrecorded", &Value::Null), Reply::Answer(json!([])))].into(),
    };
    unrecorded.steps.insert(key("put_unrecorded_away", &any()), away);
    let mut alike = base.stage();
    // Doors in one place only.
    alike.world().doors.retain(|door| door.site.as_deref() == Some("Harbour House"));
    alike.sync();
    alike.here = "America/Vancouver";
    let alike = BTreeMap::from([("get_today".to_owned(), alike.reply("get_today", &Value::Null))]);
    let same = base.stage().step("compare_with_seam", &json!({ "door_id": null }), &mut base.replies.clone());
    let mut variants = BTreeMap::from([
        ("issue setting", issue(Becomes::Setting)),
        ("issue unknown", issue(Becomes::Unknown)),
        ("issue refused", issue(Becomes::Refused)),
        ("issue changed", issue(Becomes::Changed)),
        ("issue unrecorded", unrecorded),
        ("clocks alike", Variant { replies: alike, ..Variant::default() }),
        (
            "seam same",
            Variant {
                steps: [(key("compare_with_seam", &json!({ "door_id": null })), same)].into(),
                ..Variant::default()
            },
        ),
    ]);
    for (name, state) in [("keychain locked", KeyState::Locked), ("keychain unavailable", KeyState::Unavailable)] {
        variants.insert(name, Variant { replies: shell::without_keychain(state), ..Variant::default() });
    }
    variants.insert("concealed", Variant { replies: shell::concealed(), ..Variant::default() });
    variants
}

/// Issuing the preview of the first door, and the result.
fn issued(base: &Base, becomes: Becomes) -> Step {
    let (stage, draft) = (base.stage(), asks::draft("door-1"));
    let shown = stage.ask("preview_stay", &json!({ "draft": draft })).unwrap();
    let chosen = &shown["preview"]["candidates"][0];
    let risks: Vec<&Value> = shown["risks"].as_array().unwrap().iter().map(|risk| &risk["key"]).collect();
    let request = json!({ "request": {
        "draft": draft,
        "shown": { "slot_id": chosen["slot_id"], "starts_at": chosen["starts_at"], "ends_at": chosen["ends_at"] },
        "accepted": risks,
        "stay_id": null,
    } });
    let mut before = base.replies.clone();
    match becomes {
        Becomes::Set | Becomes::Setting => {
            let first = stage.step("issue_code", &request, &mut before);
            {
                let mut world = stage.world();
                let code = world.codes.last_mut().unwrap();
                code.status = Some("setting".into());
                if matches!(becomes, Becomes::Set) {
                    super::history::set(code, Pin::new("583201"));
                }
            }
            stage.run(stage.book.confirm_all()).unwrap();
            // Asked for again, it is the same code in its new state.
            let then = stage.reply("issue_code", &request);
            stage.after(then, first.events, &mut base.replies.clone())
        }
        Becomes::Unknown => {
            stage.fate(Fate::Lost);
            stage.step("issue_code", &request, &mut before)
        }
        Becomes::Refused => {
            stage.fate(Fate::Instead(CreateOutcome::Refused {
                status: 400,
                kind: "invalid_input".into(),
                message: "starts_at must match a predefined time slot".into(),
                request_id: Some("b6c2-91".into()),
            }));
            stage.step("issue_code", &request, &mut before)
        }
        Becomes::Changed => {
            let later = |slot: &mut SlotFacts| slot.check_in = Some("16:15".into());
            stage.world().doors[0].slots.iter_mut().take(1).for_each(later);
            stage.step("issue_code", &request, &mut before)
        }
        Becomes::Unrecorded => unrecorded(&stage, &request, base),
    }
}

/// The disk is full when Seam has answered.
fn unrecorded(stage: &Stage, request: &Value, base: &Base) -> Step {
    let mut step = stage.step("issue_code", request, &mut base.replies.clone());
    let id = domain::ids::IntentId(super::history::CODES + 1);
    let entry = stage.run(stage.context().look_up(move |at| ops::detail::entry(at, id))).unwrap();
    assert_eq!(CodeState::from(entry.code.state), CodeState::Accepted, "Seam made it");
    let mut reading = stage.world().codes.last().unwrap().clone();
    super::history::set(&mut reading, Pin::new("583201"));
    let (id, raw) = (reading.id.clone(), RawAnswer::new("{}"));
    let answer = CreateOutcome::Accepted { id, raw, reading: Some(Box::new(reading)), request_id: None };
    let held = UnrecordedView::new(&entry, &answer, &RecordError::DiskFull, &stage.show());
    step.reply = Reply::Answer(json!(IssuedView::Unrecorded));
    step.after = [(key("list_unrecorded", &Value::Null), Reply::Answer(super::sorted(&json!([held]))))].into();
    step.events.push(("changed", json!({ "what": [Changed::Unrecorded] })));
    step
}
