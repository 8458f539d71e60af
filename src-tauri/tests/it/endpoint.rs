//! A server other than Seam's, from the environment or the settings, is used and shown.

use latchbook_desktop::PageEvent;
use seam::Endpoint;
use serde_json::{Value, json};
use wire::Changed;

use crate::world::World;

/// An address where no server answers.
const NOBODY: &str = "http://127.0.0.1:9";

fn endpoint(world: &World) -> Value {
    world.ask("get_status", json!({})).unwrap()["endpoint"].clone()
}

#[test]
fn the_environment_takes_precedence_over_the_setting_and_is_shown() {
    let world = World::given(Endpoint::parse(NOBODY).unwrap());
    assert_eq!(endpoint(&world), NOBODY, "before a key is given");
    world.point_to_simulator();
    assert_eq!(endpoint(&world), NOBODY, "whatever is set");
    let failed = world.ask("connect", json!({ "key": simulator::API_KEY, "keep": false })).unwrap_err();
    assert_eq!(failed["code"], "no_connection", "no other server is asked: {failed}");
}

#[test]
fn seam_s_own_server_is_not_shown() {
    assert_eq!(endpoint(&World::new()), Value::Null, "nothing is given, nothing set");
    assert_eq!(endpoint(&World::given(Endpoint::default())), Value::Null, "Seam is given");
}

#[test]
fn a_server_in_the_settings_is_used_immediately() {
    let world = World::connected();
    assert_eq!(endpoint(&world), world.simulator.url(), "the app shows it");
    let mut settings = world.ask("get_settings", json!({})).unwrap();
    settings["endpoint"] = json!(NOBODY);
    world.events.lock().unwrap().clear();
    world.ask("save_settings", json!({ "settings": settings })).unwrap();
    let is_linked =
        |event: &PageEvent| matches!(event, PageEvent::Changed(changed) if changed.what == [Changed::Status]);
    world.until("get_status", &json!({}), |_| world.events.lock().unwrap().iter().any(is_linked));
    assert_eq!(endpoint(&world), NOBODY, "the app shows it");
    let failed = world.ask("sync_now", json!({})).unwrap_err();
    assert_eq!(failed["code"], "no_connection", "and uses it without a restart: {failed}");
}

#[test]
fn the_demo_shows_no_error_of_the_real_doors() {
    let world = World::connected();
    let refused = simulator::FaultKind::answer(401, "unauthorized");
    world.simulator.fault(simulator::Fault::new(refused).at("/workspaces/get"));
    world.ask("sync_now", json!({})).unwrap_err();
    let demo = world.ask("start_demo", json!({})).unwrap();
    assert_eq!((&demo["mode"], &demo["key_error"]), (&json!("demo"), &Value::Null), "its key is another: {demo}");
}

#[test]
fn an_unsafe_address_ends_the_start() {
    let folder = tempfile::tempdir().unwrap();
    for address in ["http://seam.example", "nonsense", ""] {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_latchbook-desktop"));
        program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        let output = program.env("LATCHBOOK_DATA_DIR", folder.path()).env("SEAM_ENDPOINT", address).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "Seam does not replace it: {said}");
        assert!(
            said.contains("SEAM_ENDPOINT") && said.contains("the address") | said.contains("an address"),
            "why: {said}"
        );
    }
}
