//! Connecting where there is no keychain: the key is checked all the same, and kept nowhere.

use std::io::Write;
use std::process::Stdio;

use crate::world::{Ran, World, quick};

fn connect(world: &World, typed: &str) -> Ran {
    let mut command = world.command(&["connect", "--json"]);
    command.env_remove("SEAM_API_KEY").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    Ran::of(&child.wait_with_output().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_judged_before_it_is_kept() {
    let world = World::start(quick(1)).await;
    let cases = [
        ("", "bad_key"),
        ("hunter2\n", "bad_key"),
        ("seam_at1_personalaccess\n", "bad_key"),
        ("seam_testWRONG_0000000000\n", "key_rejected"),
    ];
    for (typed, word) in cases {
        let ran = connect(&world, typed);
        assert_eq!((ran.code, ran.document()["error"]["code"].as_str()), (6, Some(word)), "{typed:?}: {ran:?}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_the_way_round_is_named() {
    let world = World::start(quick(1)).await;
    let ran = connect(&world, simulator::API_KEY);
    assert_eq!(ran.code, 6, "it cannot be kept: {ran:?}");
    assert_eq!(ran.document()["error"]["code"], "keychain", "{ran:?}");
    assert!(ran.out.contains("SEAM_API_KEY"), "the way round: {ran:?}");
    let everywhere = [world.file(), world.folder.path().join("latchbook.db-wal")];
    for file in everywhere.iter().filter(|file| file.exists()) {
        let bytes = std::fs::read(file).unwrap();
        let key = simulator::API_KEY.as_bytes();
        assert!(!bytes.windows(key.len()).any(|window| window == key), "the key is not in {}", file.display());
    }
}
