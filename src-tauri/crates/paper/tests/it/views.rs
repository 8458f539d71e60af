//! Views as the core makes them.

use serde_json::{Value, json};
use wire::{CardRequest, CardView, ClockView, CodeView, CodesView, Imprint, ReadinessView};
use words::{ClockStyle, Language};

use paper::{CardSheet, Error, PaperSize, Print, guest_card};

/// A language by its tag.
pub fn language(tag: &str) -> Language {
    Language::from_tag(tag).unwrap()
}

/// The card of a code, on the smaller sheet.
pub fn card(code: &CodeView, request: &CardRequest) -> Result<Vec<u8>, Error> {
    guest_card(&CardView::new(code, request)?, CardSheet::A6)
}

/// A code that is set, with its PIN in clear.
pub fn code() -> CodeView {
    code_with(json!({}))
}

/// The same with other facts.
pub fn code_with(other: Value) -> CodeView {
    let mut code = json!({
        "intent_id": 7, "marker": "#7KQ2M9XA4T-1", "attempt": 1, "door": "Loft", "door_id": "door-1",
        "label": "Loft Dec 3-6", "stay_key": null, "state": "set", "message": "Ready.", "reason": null,
        "access_code_id": "code-1", "pin": "583201", "pin_masked": "••••••",
        "entry": "2026-12-03T16:00", "exit": "2026-12-06T10:00",
        "starts_at": "2026-12-03T16:00:00-08:00", "ends_at": "2026-12-06T10:00:00-08:00",
        "zone": "America/Los_Angeles", "tables": "2026f bundled", "slot_id": "a", "slot_name": "Guest 4 PM-10 AM",
        "stay": { "from": "2026-12-03T15:45", "to": "2026-12-06T10:15" }, "rounding": "1h", "prefer": "nearest",
        "promised": {
            "slot_id": "a", "slot_name": "Guest 4 PM-10 AM", "entry": "2026-12-03T16:00", "exit": "2026-12-06T10:00",
            "starts_at": "2026-12-03T16:00:00-08:00", "ends_at": "2026-12-06T10:00:00-08:00"
        },
        "created": false, "differs": [], "notices": [], "scheduled_at": null, "second_codes": [], "moved": false, "probable": [], "looks": 0,
        "last_look_at": null, "may_try_another": false, "superseded": false,
        "made_at": "2026-11-23T11:59:00Z", "changed_at": "2026-11-23T11:59:30Z"
    });
    let facts = code.as_object_mut().unwrap();
    facts.extend(other.as_object().unwrap().clone());
    serde_json::from_value(code).unwrap()
}

/// Pages of this many codes in all, a few hundred on each, as the record returns them.
pub fn pages(codes: i64) -> impl Iterator<Item = Result<CodesView, String>> {
    const AT_A_TIME: i64 = 500;
    let total = u64::try_from(codes).unwrap();
    let page = move |first: i64| {
        let last = (first + AT_A_TIME).min(codes + 1);
        let next = (last <= codes).then_some(last);
        Ok(CodesView { codes: (first..last).map(numbered).collect(), total, next })
    };
    (1..=codes.max(1)).step_by(usize::try_from(AT_A_TIME).unwrap()).map(page)
}

fn numbered(number: i64) -> CodeView {
    let doors = ["Loft", "Garden house", "Ferienhaus Küche 3", "Cabin by the lake", "Pool gate"];
    let states = ["set", "ended", "setting", "unknown", "failed", "ended"];
    let at = usize::try_from(number).unwrap();
    let mut code = code();
    code.intent_id = number;
    code.door = doors[at % doors.len()].to_owned();
    code.label = format!("{} stay {number}", code.door);
    code.state = wire::CodeState::parse(states[at % states.len()]).unwrap();
    code.pin = Some(wire::PinShown(format!("{:06}", 500_000 + number)));
    code.entry = format!("2026-{:02}-{:02}T16:00", at % 12 + 1, at % 28 + 1);
    code
}

pub fn clock() -> ClockView {
    ClockView {
        zone: "America/Toronto".to_owned(),
        place: "Toronto".to_owned(),
        civil: "2026-11-23T20:02".to_owned(),
        offset: "-05:00".to_owned(),
    }
}

pub fn print() -> Print {
    Print {
        language: Language::default(),
        clock: ClockStyle::Hours24,
        paper: PaperSize::A4,
        imprint: Imprint { printed: clock(), workspace: Some("Pine Lodge".to_owned()), demo: false },
    }
}

/// The same for the demo.
pub fn demo_print() -> Print {
    Print { imprint: Imprint { demo: true, ..print().imprint }, ..print() }
}

pub fn readiness() -> ReadinessView {
    let check = |check: &str, level: &str, message: &str, mend: Option<&str>, who: Option<&str>| json!({ "check": check, "level": level, "message": message, "mend": mend, "who": who });
    let pass = |message: &str| check("present", "pass", message, None, None);
    let door = |name: &str, ready: bool, checks: Vec<Value>, tests: Value| json!({ "door_id": name, "name": name, "ready": ready, "checks": checks, "tests": tests, "wait_minutes": 0 });
    let view = json!({
        "app": [pass("The key works."), check(
            "keychain", "warn", "The keychain is locked.", Some("Unlock it; until then the key is kept for this session only."),
            Some("host")
        )],
        "doors": [
            door("Loft", true, vec![pass("Seam lists the door."), pass("The door can make offline codes.")], json!([
                { "intent_id": 7, "worked": true, "note": "opened at once", "at": "2026-12-03T16:02" },
                { "intent_id": null, "worked": null, "note": "", "at": "2026-12-01T16:02" }
            ])),
            door("Garden house", false, vec![
                pass("Seam lists the door."),
                check(
                    "slot_times", "warn", "1 slot has times that cannot be used, and cannot serve a stay.",
                    Some("Ask Seam to fix them (the slots show why); the door's other slots are not affected."), Some("seam")
                ),
                check(
                    "slots", "fail", "The door has no slots.",
                    Some("Ask the installer to add user levels to the lock and to sync."), Some("installer")
                ),
            ], json!([])),
        ],
        "wishes": [
            { "who": "installer", "doors": 1, "subject": "Slots for 1 door",
              "text": "Hello,\n\nplease add user levels to:\n- Garden house\n\nThank you" }
        ]
    });
    serde_json::from_value(view).unwrap()
}
