//! Calls every command once, in the order of a host's first day.

use serde_json::{Value, json};
use simulator::{CodeChange, Fault, FaultKind, Reconnection};

use crate::golden;
use crate::world::World;

/// Three nights, a quarter of an hour off the first slot at each end, far from the existing codes.
pub fn draft(door: &str, label: &str, from: &str, to: &str) -> Value {
    json!({
        "door_id": door, "from_date": from, "from_time": "15:45", "to_date": to, "to_time": "10:15",
        "rounding": "1h", "prefer": "nearest", "slot_id": null, "label": label, "stay_key": null, "another": false,
    })
}

/// The request for a preview, with every risk accepted.
pub fn order(world: &World, draft: &Value) -> Value {
    let preview = world.ask("preview_stay", json!({ "draft": draft })).unwrap();
    let chosen = &preview["preview"]["candidates"][0];
    assert_eq!(preview["chosen"], chosen["slot_id"], "the first candidate is chosen: {preview}");
    json!({
        "draft": draft,
        "shown": { "slot_id": chosen["slot_id"], "starts_at": chosen["starts_at"], "ends_at": chosen["ends_at"] },
        "accepted": preview["risks"].as_array().unwrap().iter().map(|risk| risk["key"].clone()).collect::<Vec<_>>(),
        "stay_id": null,
    })
}

/// Issues a preview and returns the code.
pub fn issue(world: &World, draft: &Value) -> Value {
    let issued = world.ask("issue_code", json!({ "request": order(world, draft) })).unwrap();
    assert_eq!(issued["outcome"], "code", "the simulator makes a code: {issued}");
    issued["code"].clone()
}

fn welcome(world: &World) {
    let status = world.ask("get_status", json!({})).unwrap();
    assert_eq!(status["mode"], "none", "nothing is chosen at first");
    assert_eq!(world.ask("get_today", json!({})).unwrap_err()["code"], "no_record", "and nothing is there to be shown");
    let demo = world.ask("start_demo", json!({})).unwrap();
    assert_eq!((&demo["mode"], &demo["record_trouble"]), (&json!("demo"), &Value::Null), "simulated doors: {demo}");
    assert!(demo["doors"].as_u64().unwrap() >= 6, "several of them: {demo}");
    let codes = world.ask("list_codes", json!({ "request": all() })).unwrap();
    assert!(codes["total"].as_u64().unwrap() > 10, "with codes of their own: {}", codes["total"]);
    let needs = world.ask("get_today", json!({})).unwrap()["needs_you"].clone();
    let kinds: Vec<&str> = needs.as_array().unwrap().iter().map(|need| need["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"no_code") && kinds.contains(&"refused"), "something waits for the host: {kinds:?}");
    let ended = || {
        let mut request = all();
        request["states"] = json!(["ended"]);
        world.ask("list_codes", json!({ "request": request })).unwrap()["total"].as_u64().unwrap()
    };
    let before = ended();
    let later = world.ask("set_demo_clock", json!({ "hours": 48 })).unwrap();
    assert_eq!(later["demo_hours"], 48, "two days later");
    assert!(later["demo_now"].is_string(), "and the day is said: {later}");
    let readiness = world.ask("get_readiness", json!({})).unwrap();
    let checks: Vec<&str> =
        readiness["app"].as_array().unwrap().iter().filter_map(|check| check["check"].as_str()).collect();
    assert!(!checks.contains(&"key") && !checks.contains(&"keychain"), "the demo needs no key: {checks:?}");
    assert_eq!(later["clocks"], Value::Null, "the app's clock moves with the doors': {later}");
    assert!(ended() > before, "some codes are over by now: {before} before");
    let back = world.ask("set_demo_clock", json!({ "hours": 1 })).unwrap_err();
    assert_eq!(back["code"], "usage", "the clock never goes back: {back}");
    let left = world.ask("leave_demo", json!({})).unwrap();
    assert_eq!(left["mode"], "none", "the demo leaves nothing behind");
    let keychain = world.ask("get_keychain", json!({})).unwrap();
    assert!(keychain.is_string(), "a keychain can be asked or not: {keychain}");
}

fn connect(world: &World) {
    world.point_to_simulator();
    let bad = world.ask("connect", json!({ "key": "seam_pk1_abcdef", "keep": false })).unwrap_err();
    assert_eq!(bad["code"], "bad_key", "a publishable key is no API key");
    assert!(!bad.to_string().contains("abcdef"), "what was pasted does not come back: {bad}");
    let connected = world.ask("connect", json!({ "key": simulator::API_KEY, "keep": false })).unwrap();
    assert!(connected["workspace"].is_string(), "the workspace of the key: {connected}");
    // The first sync started by itself and serves this call.
    let synced = world.ask("sync_now", json!({})).unwrap();
    assert_eq!(synced["doors"], 3, "every door of the simulator: {synced}");
    world.ask("cancel_job", json!({ "job": "sync" })).unwrap();
    let status = world.ask("get_status", json!({})).unwrap();
    assert_eq!((&status["mode"], &status["key"]), (&json!("live"), &json!("session")), "for this session only");
    let ends = simulator::API_KEY.get(simulator::API_KEY.len() - 4..).unwrap();
    assert_eq!(status["key_ends"], ends, "four characters to tell it by");
}

fn doors(world: &World) -> Vec<String> {
    let doors = world.ask("list_doors", json!({})).unwrap();
    let ids = doors["doors"].as_array().unwrap().iter().map(|door| door["door_id"].as_str().unwrap().to_owned());
    let ids: Vec<String> = ids.collect();
    let door = &ids[0];
    let page = world.ask("set_host_limit", json!({ "door_id": door, "limit": 12 })).unwrap();
    assert_eq!(page["host_limit"], 12, "the host's own figure");
    let page = world.ask("get_door", json!({ "door_id": door })).unwrap();
    assert_eq!(page["host_limit"], 12, "it stays");
    let notes = world.ask("add_door_note", json!({ "door_id": door, "text": "Battery changed" })).unwrap();
    assert_eq!(notes[0]["text"], "Battery changed", "the newest first: {notes}");
    let request = json!({ "door_id": null, "from": "2027-12-01", "step": 0, "days": 14 });
    let calendar = world.ask("get_calendar", json!({ "request": request })).unwrap();
    assert_eq!(calendar["days"].as_array().unwrap().len(), 14, "as many days as were asked for");
    ids
}

fn stays(world: &World, door: &str) {
    let draft = draft(door, "Later", "2027-11-03", "2027-11-06");
    let noted = world.ask("record_stay", json!({ "draft": draft, "instead_of": null })).unwrap();
    assert_eq!((&noted["is_new"], &noted["replaced"]), (&json!(true), &json!([])), "a new one: {noted}");
    let stay = noted["stay"]["stay_id"].clone();
    let stays = world.ask("list_stays", json!({})).unwrap();
    assert_eq!(stays.as_array().unwrap().len(), 1, "the stay waits for its code: {stays}");
    world.ask("remove_stay", json!({ "stay_id": stay })).unwrap();
    assert_eq!(world.ask("list_stays", json!({})).unwrap(), json!([]), "it is off the list");
    world.ask("restore_stay", json!({ "stay_id": stay })).unwrap();
    assert_eq!(world.ask("list_stays", json!({})).unwrap().as_array().unwrap().len(), 1, "and on it again");
    let mut renamed = draft;
    renamed["label"] = json!("Later, and longer");
    let noted = world.ask("record_stay", json!({ "draft": renamed, "instead_of": null })).unwrap();
    assert_eq!(noted["replaced"], json!([stay]), "the newer note takes the place of the older");
    world.ask("undo_stay", json!({ "stay_id": noted["stay"]["stay_id"], "replaced": noted["replaced"] })).unwrap();
    assert_eq!(world.ask("list_stays", json!({})).unwrap()[0]["stay_id"], stay, "as it was before");
}

/// A code renamed after its answer was lost: the host confirms it.
fn lost_answer(world: &World, door: &str) {
    world.simulator.fault(Fault::new(FaultKind::Drop { commit: true }));
    let code = issue(world, &draft(door, "Lost", "2028-03-03", "2028-03-06"));
    assert_eq!(code["state"], "unknown", "its answer is lost: {code}");
    let id = world.simulator.codes().pop().unwrap().access_code_id;
    let name = Some("Renamed".to_owned());
    world.simulator.change_code(&CodeChange { access_code_id: id.clone(), name, ..CodeChange::default() }).unwrap();
    let found = |detail: &Value| detail["code"]["probable"][0]["access_code_id"] == *id;
    world.ask("look", json!({ "door_id": door })).unwrap();
    world.until("get_code", &json!({ "intent_id": code["intent_id"] }), found);
    let confirm = |id: &str| json!({ "intent_id": code["intent_id"], "access_code_id": id });
    let refused = world.ask("confirm_probable", confirm("another")).unwrap_err();
    assert_eq!(refused["code"], "usage", "not any code: {refused}");
    let confirmed = world.ask("confirm_probable", confirm(&id)).unwrap();
    assert_eq!(confirmed["access_code_id"], *id, "the host's word: {confirmed}");
}

/// A door comes back under a new id: the host says that it is the same lock.
fn one_lock(world: &World, door: &str) {
    let new = Reconnection { device_id: door.to_owned(), new_code_ids: false };
    let new = world.simulator.reconnect(&new).unwrap();
    world.ask("sync_now", json!({})).unwrap();
    let page = world.ask("get_door", json!({ "door_id": new })).unwrap();
    assert_eq!(page["door"]["perhaps_same"][0]["gone_id"], door, "the host is asked: {}", page["door"]);
    let answer = json!({ "gone_id": door, "door_id": new, "is_same": true });
    let page = world.ask("say_if_same_lock", answer).unwrap();
    assert_eq!(page["door"]["perhaps_same"], json!([]), "once: {}", page["door"]);
    assert_eq!(page["host_limit"], 12, "the host's own limit is seen there");
    let kept = json!({ "door_id": new, "access_code_id": "none" });
    assert_eq!(
        world.ask("put_code_away", kept).unwrap_err()["code"],
        "no_such_code",
        "what is not there frees nothing"
    );
}

fn ledger(world: &World, id: &Value) {
    let page = world.ask("list_codes", json!({ "request": all() })).unwrap();
    let detail = world.ask("get_code", json!({ "intent_id": id })).unwrap();
    assert_eq!(
        (&detail["code"]["state"], &detail["code"]["pin"]),
        (&json!("set"), &Value::Null),
        "the view of the code leaves it out"
    );
    let pin = world.ask("reveal_pin", json!({ "intent_id": id })).unwrap();
    let pin = pin.as_str().unwrap();
    assert!(pin.len() >= 4, "it is revealed on request");
    let line = &page["codes"][0];
    assert_eq!(
        (&line["intent_id"], line["pin_masked"].is_string()),
        (id, true),
        "its line says that there is one: {line}"
    );
    assert!(!page.to_string().contains(pin), "the ledger showed none in clear");
    world.ask("copy_pin", json!({ "intent_id": id })).unwrap();
    assert_eq!(world.host.secrets.lock().unwrap().last().unwrap(), pin, "as a secret, out of histories");
    let message = world.ask("get_guest_message", json!({ "intent_id": id, "language": "en", "clock": "24h" })).unwrap();
    let message = message.as_str().unwrap();
    assert!(
        message.contains('•') && !message.contains(pin),
        "the page shows the PIN's place in the message, not the PIN"
    );
    world.ask("copy_guest_message", json!({ "intent_id": id, "language": "es", "clock": "12h" })).unwrap();
    assert!(world.host.secrets.lock().unwrap().last().unwrap().contains(pin), "it is also copied as a secret");
    on_paper(world, id, pin);
    let notes = world.ask("add_code_note", json!({ "intent_id": id, "text": "Late arrival" })).unwrap();
    assert_eq!(notes[0]["text"], "Late arrival", "the note is there: {notes}");
    world.ask("mark_sent", json!({ "intent_id": id, "is_sent": true })).unwrap();
    let detail = world.ask("get_code", json!({ "intent_id": id })).unwrap();
    assert_eq!(detail["sent"][0]["is_sent"], true, "that it was sent stays with the code: {detail}");
    world.ask("list_codes_elsewhere", json!({ "door_id": null })).unwrap();
    conceal(world, id);
}

/// The contents that the page lays out for its printer.
fn on_paper(world: &World, id: &Value, pin: &str) {
    let card = |with_pin| json!({ "intent_id": id, "with_pin": with_pin, "with_label": true, "language": "en", "clock": "24h" });
    let shown = world.ask("get_guest_card", card(true)).unwrap();
    let groups: String = shown["pin"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(groups, pin, "the card has the PIN that was asked for: {shown}");
    assert_eq!(world.ask("get_guest_card", card(false)).unwrap()["pin"], json!([]), "else an empty box");
    let sheet = world.ask("get_ledger_sheet", json!({ "request": all() })).unwrap();
    assert!(!sheet.to_string().contains(pin), "the ledger on paper has no PIN: {sheet}");
}

fn conceal(world: &World, id: &Value) {
    let settings = world.ask("get_settings", json!({})).unwrap();
    let mut concealed = settings.clone();
    concealed["conceal"] = json!(true);
    world.ask("save_settings", json!({ "settings": concealed })).unwrap();
    let refused = world.ask("reveal_pin", json!({ "intent_id": id }));
    assert!(refused.is_err(), "a PIN is shown although PINs are concealed");
    let refused = world.ask("get_guest_card", guest_card(id, true));
    assert!(refused.is_err(), "nor is it on a card that the page lays out");
    world.ask("save_settings", json!({ "settings": settings })).unwrap();
}

fn guest_card(id: &Value, with_pin: bool) -> Value {
    json!({ "intent_id": id, "with_pin": with_pin, "with_label": true, "language": "en", "clock": "24h" })
}

fn files(world: &World, id: &Value) {
    let dismissed = world.ask("export_codes", json!({ "request": all(), "format": "csv" })).unwrap();
    assert_eq!(dismissed, Value::Null, "a dialog that is dismissed writes nothing");
    for (format, begins) in [("xlsx", "PK"), ("csv", "\u{feff}intent_id"), ("pdf", "%PDF")] {
        let path = world.choose(&format!("codes.{format}"));
        let saved = world.ask("export_codes", json!({ "request": all(), "format": format })).unwrap();
        assert_eq!(saved, path.display().to_string(), "where it went");
        assert!(std::fs::read(&path).unwrap().starts_with(begins.as_bytes()), "it is a {format}");
    }
    let sheet = world.ask("get_ledger_sheet", json!({ "request": all() })).unwrap();
    let lines = sheet["rows"].as_array().unwrap().len();
    assert!(lines > 0 && sheet["columns"].as_array().unwrap().len() == 9, "the ledger as it stands on paper: {sheet}");
    let shown = world.ask("get_guest_card", guest_card(id, false)).unwrap();
    assert_eq!((&shown["heading"], &shown["pin"]), (&json!("Door code"), &json!([])), "no PIN unless it is asked for");
    let printed = world.ask("get_guest_card", guest_card(id, true)).unwrap();
    assert!(!printed["pin"].as_array().unwrap().is_empty(), "asked for, it is in groups");
    let card = world.choose("card.pdf");
    world.ask("save_guest_card", guest_card(id, true)).unwrap();
    assert!(std::fs::read(card).unwrap().starts_with(b"%PDF"), "the card is there");
    let report = world.choose("readiness.pdf");
    world.ask("export_readiness", json!({})).unwrap();
    assert!(std::fs::read(report).unwrap().starts_with(b"%PDF"), "the report is there");
}

fn readiness(world: &World, door: &str, id: &Value) {
    let readiness = world.ask("get_readiness", json!({})).unwrap();
    assert_eq!(readiness["doors"].as_array().unwrap().len(), 3, "every door is judged");
    let test = json!({ "door_id": door, "intent_id": id, "worked": true, "note": "opened" });
    let tests = world.ask("add_door_test", test).unwrap();
    assert_eq!(tests[0]["worked"], true, "it opened the door: {tests}");
}

fn record(world: &World) {
    assert_eq!(world.ask("list_unrecorded", json!({})).unwrap(), json!([]), "the record took every answer");
    let away = world.ask("put_unrecorded_away", json!({ "marker": "#0000000000-1" })).unwrap();
    assert_eq!(away, Value::Null, "dismissing a code that is not held does no harm");
    assert_eq!(world.ask("verify_record", json!({})).unwrap()["sound"], true, "the record is intact");
    let backup = world.choose("backup.db");
    let backed_up = world.ask("back_up", json!({})).unwrap();
    assert!(backup.is_file(), "the copy is there: {backed_up}");
    *world.host.chooses.lock().unwrap() = Some(backup);
    let restored = world.ask("restore_backup", json!({})).unwrap();
    assert!(restored.is_object(), "it came back: {restored}");
    let codes = world.ask("list_codes", json!({ "request": all() })).unwrap();
    assert_eq!(codes["total"], 1, "with everything in it");
    let status = world.until("get_status", &json!({}), |status| status["key"] != "absent");
    assert_eq!(status["key"], "session", "and the key of this session is still there");
}

fn about(world: &World) {
    let about = world.ask("get_about", json!({})).unwrap();
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"), "what this is");
    for which in ["data", "logs"] {
        world.ask("open_folder", json!({ "which": which })).unwrap();
    }
    assert_eq!(world.host.opened.lock().unwrap().len(), 2, "both folders were shown");
    let update = world.ask("look_for_update", json!({})).unwrap();
    assert_eq!(update, world.ask("get_update", json!({})).unwrap(), "a build without a key looks nowhere");
    assert!(world.ask("install_update", json!({})).is_err(), "and there is nothing to install");
    world.ask("copy_diagnostics", json!({})).unwrap();
    let diagnostics = world.host.clipboard.lock().unwrap().clone().unwrap();
    assert!(diagnostics.contains("Latchbook"), "something to send: {diagnostics}");
    assert!(!diagnostics.contains(simulator::API_KEY), "no key in it");
}

fn all() -> Value {
    json!({ "door_id": null, "states": [], "at": null, "search": null, "after": null, "skip": 0, "limit": 50 })
}

#[test]
fn every_command_works() {
    let world = World::new();
    welcome(&world);
    connect(&world);
    let doors = doors(&world);
    stays(&world, &doors[0]);
    let code = issue(&world, &draft(&doors[1], "Smith", "2027-12-03", "2027-12-06"));
    let id = &code["intent_id"];
    world.ask("look", json!({ "door_id": null })).unwrap();
    world.until("get_code", &json!({ "intent_id": id }), |detail| detail["code"]["state"] == "set");
    world.ask("get_today", json!({})).unwrap();
    ledger(&world, id);
    files(&world, id);
    let compared = world.ask("compare_with_seam", json!({ "door_id": null })).unwrap();
    assert_eq!(compared["doors"], json!([]), "the record and Seam agree: {compared}");
    readiness(&world, &doors[1], id);
    record(&world);
    lost_answer(&world, &doors[2]);
    one_lock(&world, &doors[0]);
    about(&world);
    let gone = world.ask("disconnect", json!({})).unwrap();
    assert_eq!(gone["forgotten"], true, "the key is gone: {gone}");
    let asked = world.asked.lock().unwrap().clone();
    assert_eq!(asked, golden::commands(), "every command that there is was asked");
}

#[test]
fn an_unusable_setting_is_refused_immediately() {
    let world = World::new();
    let sound = world.ask("get_settings", json!({})).unwrap();
    let message = json!([{ "language": "en", "name": "English", "text": "Your code is {pim}." }]);
    for (name, value) in [("messages", message), ("endpoint", json!("http://seam.example"))] {
        let mut settings = sound.clone();
        settings[name] = value;
        let refused = world.ask("save_settings", json!({ "settings": settings })).unwrap_err();
        assert_eq!(refused["code"], "usage", "{name} could not be used: {refused}");
    }
    assert_eq!(world.ask("get_settings", json!({})).unwrap(), sound, "and the old settings are kept");
}

#[test]
fn the_page_receives_events_about_changes() {
    use latchbook_desktop::PageEvent;
    let world = World::connected();
    let doors = world.ask("list_doors", json!({})).unwrap();
    let door = doors["doors"][0]["door_id"].as_str().unwrap().to_owned();
    world.events.lock().unwrap().clear();
    let code = issue(&world, &draft(&door, "Smith", "2027-12-03", "2027-12-06"));
    world.until("get_code", &json!({ "intent_id": code["intent_id"] }), |detail| detail["code"]["state"] == "set");
    let events = world.events.lock().unwrap().clone();
    let stages = events.iter().filter_map(|event| match event {
        PageEvent::Stage(event) => Some(event.stage.stage.as_str()),
        PageEvent::Progress(_) | PageEvent::Changed(_) | PageEvent::Menu(_) => None,
    });
    let stages: Vec<&str> = stages.collect();
    for stage in ["reading", "recorded", "sending", "answered"] {
        assert!(stages.contains(&stage), "{stage} was reported: {stages:?}");
    }
    assert!(events.iter().any(|event| matches!(event, PageEvent::Changed(_))), "and that the ledger changed");
}

#[test]
fn the_demo_loses_the_second_answer_and_finds_the_code() {
    let world = World::new();
    world.ask("start_demo", json!({})).unwrap();
    let doors = world.ask("list_doors", json!({})).unwrap();
    let attic = doors["doors"].as_array().unwrap().iter().find(|door| door["name"] == "Attic").unwrap();
    let attic = attic["door_id"].as_str().unwrap();
    let first = issue(&world, &draft(attic, "First", "2027-01-03", "2027-01-06"));
    assert_ne!(first["state"], "unknown", "the host's first code simply works: {}", first["message"]);
    let code = issue(&world, &draft(attic, "Lost", "2027-02-03", "2027-02-06"));
    assert_eq!(code["state"], "unknown", "its outcome is not known: {}", code["message"]);
    world.ask("look", json!({ "door_id": null })).unwrap();
    let found = world.ask("get_code", json!({ "intent_id": code["intent_id"] })).unwrap();
    assert_ne!(found["code"]["state"], "unknown", "a look finds it: {}", found["code"]["message"]);
}

#[test]
fn settings_take_effect_immediately() {
    let world = World::new();
    let mut settings = world.ask("get_settings", json!({})).unwrap();
    settings["tray"] = json!(true);
    settings["protect_screen"] = json!(true);
    settings["clipboard_seconds"] = json!(100_000);
    settings["zoom"] = json!(150);
    settings["theme"] = json!("dark");
    let saved = world.ask("save_settings", json!({ "settings": settings })).unwrap();
    assert_eq!(saved["clipboard_seconds"], 300, "numbers stay within bounds, and the page sees them");
    assert_eq!(*world.host.tray.lock().unwrap(), Some(Vec::new()), "the tray is there, and nobody arrives");
    assert_eq!(*world.host.protected.lock().unwrap(), Some(true), "the window is out of screen shares");
    assert_eq!(*world.host.zoomed.lock().unwrap(), Some(150), "and everything in it larger");
    assert_eq!(*world.host.theme.lock().unwrap(), Some(wire::Theme::Dark), "its frame and menus are dark, too");
}
