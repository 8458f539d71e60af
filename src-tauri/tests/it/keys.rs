//! The key is entered once and never returned, and the record can be read without it.

use serde_json::{Value, json};
use simulator::{Fault, FaultKind};

use crate::world::{World, ask_from, start};

#[test]
fn no_result_and_no_event_holds_the_key() {
    let world = World::connected();
    let mut seen = Vec::new();
    for command in
        ["get_status", "get_settings", "get_about", "get_keychain", "get_readiness", "get_today", "list_doors"]
    {
        seen.push(world.ask(command, json!({})).unwrap().to_string());
    }
    seen.push(format!("{:?}", world.events.lock().unwrap()));
    for text in seen {
        assert!(!text.contains(simulator::API_KEY), "the key came back in {text}");
    }
}

#[test]
fn a_rejected_key_is_reported_until_seam_accepts_it() {
    let world = World::connected();
    let said = || world.ask("get_status", json!({})).unwrap()["key_error"]["code"].clone();
    assert_eq!(said(), Value::Null, "it was just accepted");
    let revoked = FaultKind::answer(401, "unauthorized");
    world.simulator.fault(Fault::new(revoked).at("/workspaces/get"));
    world.ask("sync_now", json!({})).unwrap_err();
    assert_eq!(said(), "key_rejected", "the status keeps reporting it");
    world.ask("sync_now", json!({})).unwrap();
    assert_eq!(said(), Value::Null, "Seam accepts it again");
}

#[test]
fn the_next_start_shows_the_record_without_a_key() {
    let world = World::connected();
    let World { host, events, folder, app, window, .. } = world;
    drop((window, app));
    let (_app, window) = start(folder.path(), &host, &events);
    let ask = |command: &str, request: Value| ask_from(&window, crate::world::HERE, command, request);
    let status = ask("get_status", json!({})).unwrap();
    assert_eq!((&status["mode"], &status["doors"]), (&json!("live"), &json!(3)), "the doors are there: {status}");
    assert_ne!(status["key"], "session", "a key for one session ended with it");
    let refused = ask("sync_now", json!({})).unwrap_err();
    assert!(
        ["key_missing", "keychain"].contains(&refused["code"].as_str().unwrap()),
        "and why it cannot sync: {refused}"
    );
}

#[test]
fn a_damaged_settings_file_is_set_aside() {
    let world = World::new();
    let config = world.folder.path().join("config");
    let World { host, events, folder, app, window, .. } = world;
    drop((window, app));
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("settings.json"), "{ half").unwrap();
    let (_app, window) = start(folder.path(), &host, &events);
    let settings = ask_from(&window, crate::world::HERE, "get_settings", json!({})).unwrap();
    assert_eq!(settings["check_in"], "16:00", "the defaults apply");
    assert!(config.join("settings.damaged-1.json").is_file(), "the damaged file is kept");
}

#[test]
fn a_record_that_could_not_be_opened_is_retried() {
    let world = World::connected();
    let data = world.folder.path().to_owned();
    let World { host, events, folder, app, window, simulator, .. } = world;
    drop((window, app));
    let (record, aside) = (data.join("latchbook.db"), data.join("latchbook.set-aside-20261123T120000Z-1.db"));
    std::fs::rename(&record, &aside).unwrap();
    let (_app, window) = start(folder.path(), &host, &events);
    let ask = |command: &str| ask_from(&window, crate::world::HERE, command, json!({}));
    let status = ask("get_status").unwrap();
    assert_eq!(status["record_trouble"], "damaged", "it is reported, and no empty record replaces it: {status}");
    assert!(ask("get_today").is_err(), "there is nothing to show");
    std::fs::rename(&aside, &record).unwrap();
    let status = ask("get_status").unwrap();
    assert_eq!((&status["record_trouble"], &status["doors"]), (&json!(null), &json!(3)), "it is back: {status}");
    assert!(ask("get_today").is_ok(), "and shown, without a restart");
    drop(simulator);
}

#[test]
fn no_backup_is_restored_while_the_app_is_open() {
    let world = World::connected();
    let data = world.folder.path();
    let copy = data.join("copy.db");
    runtime::back_up(data, &copy).unwrap();
    world.ask("disconnect", json!({})).unwrap();
    let refused = runtime::restore(&copy, data).unwrap_err().to_string();
    assert!(refused.contains("open"), "an app without a key also has the record open: {refused}");
}
