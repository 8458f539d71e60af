//! The record made for measuring the window is sound. Building the program for this also serves `ui/e2e`.

use std::process::Command;

use store::Store;
use tempfile::TempDir;

#[test]
fn a_filled_record_is_sound() {
    let folder = TempDir::new().unwrap();
    let filled = Command::new(env!("CARGO_BIN_EXE_bench")).arg("fill").arg(folder.path()).arg("240").status().unwrap();
    assert!(filled.success(), "`bench fill` reports what is missing");
    let store = Store::open(folder.path(), testkit::now()).unwrap();
    let found = store.verify().unwrap();
    assert!(found.is_sound(), "a record filled for measuring must be one that a host could have: {found:?}");
}
