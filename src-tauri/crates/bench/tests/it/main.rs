//! The record that the window is measured with is a sound one. That the program is built for it serves `ui/e2e`, too.

use std::process::Command;

use store::Store;
use tempfile::TempDir;

#[test]
fn a_filled_record_is_sound() {
    let folder = TempDir::new().unwrap();
    let filled = Command::new(env!("CARGO_BIN_EXE_bench")).arg("fill").arg(folder.path()).arg("240").status().unwrap();
    assert!(filled.success(), "`bench fill` says what it lacks");
    let store = Store::open(folder.path(), testkit::now()).unwrap();
    let found = store.verify().unwrap();
    assert!(found.is_sound(), "a record that was filled for measuring is one that a host could have: {found:?}");
}
