//! Newer versions are found, and refused if anything about them is wrong. Real requests, real signatures.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use latchbook_desktop::Source;
use serde_json::{Value, json};
use simulator::Options;

use crate::commands::{draft, issue};
use crate::world::World;

/// Made for this test by `tauri signer generate`; the private key is gone.
const KEY: &str = "dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXk6IDdCQjNDNDBBOTU2RDFDMTUKUldRVkhHMlZDc1N6ZXg1SDR2MVNEc1ltald6OHc0OHRwemxTUnNPK0NBS3EvUzQwMVNtNmxpSWIK";

/// The package it signed, for version 9.9.9.
const PACKAGE: &str = "A package of Latchbook, signed for version 9.9.9.";
const SIGNATURE: &str = "dW50cnVzdGVkIGNvbW1lbnQ6IHNpZ25hdHVyZSBmcm9tIHRhdXJpIHNlY3JldCBrZXkKUlVRVkhHMlZDc1N6ZTJUUlR2RWd6bkVlY2d2dHM0ZjdYMUdHMXZ3ejkzLzZUVTIvRkxNS25hSnA3eVRiTVM0c013eGZxOEt6UnozeDN5SVNyOElSSnRkNTEvOXdWeFp2QVFRPQp0cnVzdGVkIGNvbW1lbnQ6IHRpbWVzdGFtcDoxNzk1NDkxOTk2CWZpbGU6cGFja2FnZQl2ZXJzaW9uOjkuOS45CjFrL2JFTTZmWCsvNCsyam9KcXFrTHJZdE5hSGZMeTd3VTZjUXBQcjcvQ0FXK0lKaEJLa3R0S3luNXFkc1lQdFRKWVJ6MlFCbWJaU2J1bVAxQkRGTENnPT0K";

/// An update server.
struct Releases {
    url: String,
    /// The announced version and the package.
    says: Arc<Mutex<(&'static str, &'static str)>>,
    /// The requested paths, in order.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Releases {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let says = Arc::new(Mutex::new(("9.9.9", PACKAGE)));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (here, current, seen) = (url.clone(), Arc::clone(&says), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
                let path = lines.next().unwrap_or_default().split(' ').nth(1).unwrap_or_default().to_owned();
                lines.take_while(|line| !line.is_empty()).for_each(drop);
                let (version, package) = *current.lock().unwrap();
                let body = if path == "/latest.json" { latest(&here, version) } else { package.to_owned() };
                seen.lock().unwrap().push(path);
                let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
                stream.write_all((head + &body).as_bytes()).unwrap();
            }
        });
        Self { url, says, asked }
    }

    fn source(&self) -> Source {
        Source { key: KEY.to_owned(), endpoint: format!("{}/latest.json", self.url).parse().unwrap() }
    }

    fn now_says(&self, version: &'static str, package: &'static str) {
        *self.says.lock().unwrap() = (version, package);
    }

    fn was_asked_for(&self, path: &str) -> bool {
        self.asked.lock().unwrap().iter().any(|asked| asked == path)
    }
}

/// The list of packages: the same one for every computer that may run the test.
fn latest(here: &str, version: &str) -> String {
    let package = json!({ "url": format!("{here}/package"), "signature": SIGNATURE });
    let systems = ["linux", "darwin", "windows"];
    let machines = systems.iter().flat_map(|system| ["x86_64", "aarch64"].map(|arch| format!("{system}-{arch}")));
    let platforms: serde_json::Map<String, Value> = machines.map(|machine| (machine, package.clone())).collect();
    let notes = "\n- Codes are green,\n  and stay so\n- <b>Doors</b> are \u{202e}blue\n";
    json!({ "version": version, "notes": notes, "pub_date": "2026-11-24T08:00:00Z", "platforms": platforms })
        .to_string()
}

fn refused(world: &World) -> Value {
    world.ask("look_for_update", json!({})).unwrap();
    let error = world.ask("install_update", json!({})).unwrap_err();
    assert_eq!(world.ask("get_status", json!({})).unwrap()["record_trouble"], Value::Null, "this version goes on");
    error
}

#[test]
fn a_build_without_a_key_never_checks() {
    let world = World::new();
    let off = json!({ "is_on": false, "found": null });
    assert_eq!(world.ask("get_update", json!({})).unwrap(), off, "a build without a key does not update itself");
    assert_eq!(world.ask("look_for_update", json!({})).unwrap(), off, "and never checks");
    assert_eq!(world.ask("install_update", json!({})).unwrap_err()["code"], "usage", "nor installs");
}

#[test]
fn only_a_newer_version_is_reported() {
    let releases = Releases::open();
    let world = World::updated_from(releases.source(), World::quick());
    assert_eq!(
        world.ask("get_update", json!({})).unwrap()["found"],
        Value::Null,
        "nothing is known before it is asked"
    );
    let found = world.ask("look_for_update", json!({})).unwrap()["found"].clone();
    let release = json!({ "version": "9.9.9", "date": "2026-11-24", "notes": ["Codes are green, and stay so", "<b>Doors</b> are blue"] });
    assert_eq!(found, release, "what is new, item by item, cleaned");
    assert_eq!(world.ask("get_status", json!({})).unwrap()["update"], "9.9.9", "the frame can say so");
    releases.now_says("0.0.1", PACKAGE);
    assert_eq!(world.ask("look_for_update", json!({})).unwrap()["found"], Value::Null, "an older one is no update");
    assert!(!releases.was_asked_for("/package"), "nothing was downloaded: nobody asked for it");
}

#[test]
fn a_package_with_a_wrong_signature_is_not_installed() {
    let releases = Releases::open();
    let world = World::updated_from(releases.source(), World::quick());
    releases.now_says("9.9.9", "Another package.");
    assert_eq!(refused(&world)["code"], "not_updated", "the package was changed on its way");
    releases.now_says("9.9.10", PACKAGE);
    let other = refused(&world);
    assert_eq!(other["code"], "not_updated", "a package of another version under this one's name: {other}");
    assert!(other["message"].as_str().unwrap().contains("not signed"), "it says why: {other}");
}

#[test]
fn a_pending_code_blocks_the_update() {
    let releases = Releases::open();
    let world = World::updated_from(releases.source(), Options { set_ms: 3_600_000, ..World::quick() });
    world.connect();
    let door = world.ask("list_doors", json!({})).unwrap()["doors"][0]["door_id"].as_str().unwrap().to_owned();
    issue(&world, &draft(&door, "Smith", "2027-12-03", "2027-12-06"));
    assert_eq!(refused(&world)["code"], "busy", "the host waits for a PIN");
    assert!(!releases.was_asked_for("/package"), "so the package is not even fetched");
}

#[test]
fn an_update_server_that_does_not_answer_is_reported() {
    let releases = Releases::open();
    let nowhere = Source { endpoint: "http://127.0.0.1:1/latest.json".parse().unwrap(), ..releases.source() };
    let world = World::updated_from(nowhere, World::quick());
    assert_eq!(world.ask("look_for_update", json!({})).unwrap_err()["code"], "not_updated", "there is nobody");
}
