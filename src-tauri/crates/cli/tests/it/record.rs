//! Verify, backup, restore: with the program that a host has at hand.

use crate::world::{World, quick};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_brings_everything_back() {
    let world = World::synced(quick(1)).await;
    assert_eq!(world.issue("Door 101", &[]).1, 0, "a code to keep");
    let copy = world.folder.path().join("copy.db");
    let copy = copy.to_str().unwrap();
    assert_eq!(world.run(&["backup", copy]).code, 0, "a checked copy");
    assert_eq!(world.run(&["backup", copy]).code, 2, "nothing is overwritten");
    let page = std::fs::read(world.file()).unwrap();
    std::fs::write(world.file(), &page[..page.len() / 2]).unwrap();
    let (view, code) = world.json(&["verify"]);
    assert_eq!((code, &view["sound"]), (7, &false.into()), "half a file is not sound: {view}");
    let (view, code) = world.json(&["restore", copy]);
    assert_eq!(code, 0, "{view}");
    assert!(
        view["set_aside"].as_str().is_some_and(|path| std::path::Path::new(path).exists()),
        "kept, not deleted: {view}"
    );
    assert_eq!(world.json(&["codes"]).0["total"], 1, "the code is back");
    assert_eq!(world.run(&["verify"]).code, 0, "and the record is sound");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_pin_is_found() {
    let world = World::synced(quick(1)).await;
    let (issued, _) = world.issue("Door 101", &[]);
    let pin = issued["pin"].as_str().unwrap();
    // Everything into the one file, as it is after the last window was closed.
    let copy = world.folder.path().join("copy.db");
    assert_eq!(world.run(&["backup", copy.to_str().unwrap()]).code, 0, "one file");
    let mut bytes = std::fs::read(&copy).unwrap();
    let at = bytes.windows(pin.len()).position(|window| window == pin.as_bytes()).unwrap();
    bytes[at] ^= 1;
    let other = tempfile::tempdir().unwrap();
    std::fs::write(other.path().join("latchbook.db"), bytes).unwrap();
    let (view, code) = world.json(&["verify", "--data-dir", other.path().to_str().unwrap()]);
    assert_eq!((code, &view["sound"]), (7, &false.into()), "one digit of a PIN: {view}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_backup_changes_nothing() {
    let world = World::synced(quick(1)).await;
    let bad = world.folder.path().join("bad.db");
    let path = bad.to_str().unwrap();
    assert_eq!(world.run(&["restore", path]).code, 2, "there is none");
    std::fs::write(&bad, "no database").unwrap();
    assert_eq!(world.run(&["restore", path]).code, 7, "it is none");
    assert_eq!(world.run(&["doors"]).code, 0, "the record is as it was");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn only_the_owner_can_read_the_record() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::synced(quick(1)).await;
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&world.file()), 0o600, "PINs are in it");
    assert_eq!(mode(world.folder.path()), 0o700, "and beside it in the WAL");
}
