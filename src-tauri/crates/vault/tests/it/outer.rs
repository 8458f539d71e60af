//! The guarantees to a person; each test names the inner cases that prove it.

use std::{os::unix::net::UnixListener, time::Instant};

use crate::session::{Home, Keyring};

#[test]
fn stores_loads_and_forgets() {
    Home::new().run(Keyring::Unlocked, "stores_loads_and_forgets");
}

#[test]
fn the_key_outlives_the_process_and_the_login() {
    let home = Home::new();
    home.run(Keyring::Unlocked, "stores");
    home.run(Keyring::Unlocked, "finds");
}

#[test]
fn the_key_is_in_no_file_as_plain_text() {
    let home = Home::new();
    home.run(Keyring::Unlocked, "stores");
    let hits = files_with(home.path(), b"seam_test1_0123456789abcdef");
    assert!(hits.is_empty(), "the key is in plain text in {hits:?}");
}

#[test]
fn a_garbled_entry_is_reported_and_can_be_forgotten() {
    Home::new().run(Keyring::Unlocked, "meets_a_garbled_entry");
}

#[test]
fn storing_is_tried_out_without_a_key() {
    Home::new().run(Keyring::Unlocked, "tries_out_and_leaves_nothing");
}

#[test]
fn two_entries_are_ambiguous() {
    Home::new().run(Keyring::Unlocked, "meets_two_entries");
}

#[test]
fn a_prompt_that_cannot_be_shown_denies_access() {
    let home = Home::new();
    home.run(Keyring::Unlocked, "stores");
    home.run(Keyring::Locked, "meets_a_dismissed_prompt");
}

#[test]
fn a_hung_prompt_times_out_and_blocks_no_later_call() {
    let home = Home::new();
    home.run(Keyring::Unlocked, "stores");
    home.mute_the_prompt();
    home.run(Keyring::Locked, "meets_a_hung_prompt_then_unlocks");
}

#[test]
fn a_restarted_keychain_service_is_found_again() {
    let home = Home::new();
    home.run(Keyring::Unlocked, "finds_after_a_restart_of_the_service");
}

#[test]
fn a_service_without_a_keychain_holds_and_stores_no_key() {
    Home::new().run(Keyring::Empty, "meets_no_keychain");
}

#[test]
fn a_missing_session_bus_is_reported() {
    let home = Home::new();
    let nowhere = format!("unix:path={}", home.path().join("run/nothing").display());
    home.run_on_bus(&nowhere, "meets_no_service");
}

#[test]
fn a_mute_keychain_times_out() {
    let home = Home::new();
    let socket = home.path().join("run/mute");
    // Accepts connections into its backlog and never answers.
    let _mute = UnixListener::bind(&socket).expect("a socket for the mute bus");
    let started = Instant::now();
    home.run_on_bus(&format!("unix:path={}", socket.display()), "meets_a_mute_service");
    let took = started.elapsed();
    assert!(took.as_secs() < 10, "the program itself must end although the call still hangs; it took {took:?}");
}

fn files_with(folder: &std::path::Path, needle: &[u8]) -> Vec<std::path::PathBuf> {
    let mut hits = Vec::new();
    for item in std::fs::read_dir(folder).expect("a readable folder") {
        let path = item.expect("a readable item").path();
        if path.is_dir() {
            hits.extend(files_with(&path, needle));
        } else if std::fs::read(&path).is_ok_and(|bytes| bytes.windows(needle.len()).any(|part| part == needle)) {
            hits.push(path);
        }
    }
    hits
}
