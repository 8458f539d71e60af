//! The page's questions that change nothing: all those that a view or its test asks.

use serde_json::{Value, json};

/// A stay as it is typed on the issue page.
struct Typed<'a> {
    door: &'a str,
    from: (&'a str, &'a str),
    to: (&'a str, &'a str),
    label: Option<&'a str>,
    stay_key: Option<&'a str>,
}

impl Typed<'_> {
    fn draft(&self) -> Value {
        json!({
            "door_id": self.door,
            "from_date": self.from.0,
            "from_time": self.from.1,
            "to_date": self.to.0,
            "to_time": self.to.1,
            "rounding": "1h",
            "prefer": "nearest",
            "slot_id": null,
            "label": self.label,
            "stay_key": self.stay_key,
            "another": false,
        })
    }
}

/// Three nights, a quarter of an hour off the first slot at each end.
fn three_nights(door: &str) -> Typed<'_> {
    Typed { door, from: ("2026-12-12", "15:45"), to: ("2026-12-15", "10:15"), label: None, stay_key: None }
}

pub fn draft(door: &str) -> Value {
    three_nights(door).draft()
}

/// The second kept stay, from another hour on.
pub fn kept(from_time: &str) -> Value {
    Typed {
        door: "door-1",
        from: ("2026-11-24", from_time),
        to: ("2026-11-27", "11:00"),
        label: Some("Novák"),
        stay_key: None,
    }
    .draft()
}

fn drafts() -> Vec<Value> {
    let mut drafts = Vec::new();
    let nothing = |door| Typed { from: ("", "16:00"), to: ("", "10:00"), ..three_nights(door) };
    for door in ["door-1", "door-2", "door-3", "door-5", "door-6"] {
        drafts.extend([draft(door), nothing(door).draft()]);
    }
    for time in ["99", "15:30", "1", "16", "16:00", "16:", "16:0", "16:7", "15:50", "15:55"] {
        drafts.push(Typed { from: ("2026-12-12", time), ..three_nights("door-1") }.draft());
    }
    for (check_in, check_out) in [
        ("16:00", "10:00"),
        ("15:00", "11:00"),
        ("12:00", "12:00"),
        ("07:00", "19:00"),
        ("09:00", "17:00"),
        ("06:00", "22:00"),
    ] {
        let (from, to) = (("2026-12-12", check_in), ("2026-12-15", check_out));
        drafts.push(Typed { from, to, ..three_nights("door-1") }.draft());
    }
    drafts.extend([
        Typed { from: ("2026-11-29", "15:45"), to: ("2026-12-03", "10:15"), ..three_nights("door-1") }.draft(),
        Typed { label: Some("Smith"), ..three_nights("door-1") }.draft(),
        Typed { stay_key: Some("ABC\t123"), ..three_nights("door-1") }.draft(),
        kept("15:00"),
        kept("16:00"),
        Typed {
            door: "door-2",
            from: ("2026-11-23", "15:00"),
            to: ("2026-11-26", "11:00"),
            label: Some("Okafor"),
            stay_key: None,
        }
        .draft(),
    ]);
    drafts
}

fn codes(door: Option<&str>, states: &[&str], at: Option<&str>, search: Option<&str>) -> Value {
    let request = json!({
        "door_id": door, "states": states, "at": at, "search": search, "after": null, "skip": 0, "limit": 500,
    });
    json!({ "request": request })
}

fn calendar(door: Option<&str>, days: u32, from: Option<&str>, step: i32) -> Value {
    json!({ "request": { "door_id": door, "from": from, "step": step, "days": days } })
}

/// Cards of a code that is ready, of another, and of one whose outcome is not known; the ledger as it is printed.
fn on_paper() -> Vec<(&'static str, Value)> {
    let mut asks = Vec::new();
    for number in [super::history::CODES, super::history::CODES - 2, super::history::CODES - 3] {
        for language in ["en", "es", "fr", "de", "it"] {
            for (with_pin, with_label) in [(true, true), (true, false), (false, true), (false, false)] {
                let request = json!({
                    "intent_id": number, "with_pin": with_pin, "with_label": with_label, "language": language,
                    "clock": "24h",
                });
                asks.push(("get_guest_card", request));
            }
        }
    }
    for states in [&[][..], &["set"]] {
        let mut request = codes(None, states, None, None);
        request["request"]["limit"] = json!(200);
        asks.push(("get_ledger_sheet", request));
    }
    asks
}

/// Whether a step asks again: about the typed stay, only for the one that is issued.
pub fn is_seen_after(key: &str) -> bool {
    let is_typed = key.starts_with("preview_stay ") || key.starts_with("get_guest_card ");
    !is_typed || key == super::key("preview_stay", &json!({ "draft": draft("door-1") }))
}

pub fn asks() -> Vec<(&'static str, Value)> {
    let overview = ["get_status", "get_today", "get_readiness", "list_doors", "list_stays"];
    let mut asks: Vec<(&str, Value)> = overview.into_iter().map(|command| (command, Value::Null)).collect();
    asks.push(("list_codes_elsewhere", json!({ "door_id": null })));
    for number in 1..=8 {
        let door = format!("door-{number}");
        asks.push(("get_door", json!({ "door_id": door })));
        asks.push(("list_codes_elsewhere", json!({ "door_id": door })));
        asks.extend([7, 14, 28].map(|days| ("get_calendar", calendar(Some(&door), days, None, 0))));
        for month in ["2026-11-01", "2026-12-01"] {
            asks.push(("get_calendar", calendar(Some(&door), 31, Some(month), 0)));
        }
    }
    for days in [7, 14, 28] {
        for (from, step) in [(None, 0), (Some("2026-11-23"), 1), (Some("2026-11-23"), -1)] {
            asks.push(("get_calendar", calendar(None, days, from, step * i32::try_from(days).unwrap())));
        }
    }
    asks.extend([
        ("list_codes", codes(None, &[], None, None)),
        ("list_codes", codes(None, &["set"], None, None)),
        ("list_codes", codes(Some("door-1"), &["set"], None, None)),
        ("list_codes", codes(None, &["set"], None, Some("nobody"))),
        ("list_codes", codes(None, &[], Some("2026-11-24T12:00"), None)),
        ("list_codes", codes(None, &[], Some("noon"), None)),
    ]);
    for search in ["okafor loft", "nobody at all", "okafor", "smith", "smi", "loft"] {
        asks.push(("list_codes", codes(None, &[], None, Some(search))));
    }
    for number in super::history::CODES - 11..=super::history::CODES + 1 {
        asks.push(("get_code", json!({ "intent_id": number })));
    }
    asks.extend((1..=super::history::CODES + 1).map(|number| ("reveal_pin", json!({ "intent_id": number }))));
    asks.push(("get_code", json!({ "intent_id": 9_999 })));
    asks.extend(on_paper());
    asks.extend(drafts().into_iter().map(|draft| ("preview_stay", json!({ "draft": draft }))));
    asks
}
