//! Connecting: with a keychain the key is checked before it is stored; without one the host is not asked for a key.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::world::{Ran, World, quick};

fn connect(mut command: Command, typed: impl AsRef<[u8]>) -> Ran {
    command.env_remove("SEAM_API_KEY").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that ends without reading it closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(typed.as_ref());
    Ran::new(&child.wait_with_output().unwrap())
}

/// The program in a throw-away login with an open keychain.
fn with_keychain(world: &World, args: &[&str]) -> Command {
    const LOGIN: &str =
        "printf throwaway | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec \"$@\"";
    let program = world.command(args);
    let mut command = Command::new("timeout");
    command.args(["60", "dbus-run-session", "--", "sh", "-c", LOGIN, "sh"]);
    command.arg(program.get_program()).args(program.get_args());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("XDG_DATA_HOME");
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_checked_before_it_is_stored() {
    let world = World::start(quick(1)).await;
    let cases = [
        ("", "bad_key"),
        ("hunter2\n", "bad_key"),
        ("seam_at1_personalaccess\n", "bad_key"),
        ("seam_testWRONG_0000000000\n", "key_rejected"),
    ];
    for (typed, word) in cases {
        let ran = connect(with_keychain(&world, &["connect", "--json"]), typed);
        assert_eq!((ran.code, ran.document()["error"]["code"].as_str()), (6, Some(word)), "{typed:?}: {ran:?}");
    }
    let ran = connect(with_keychain(&world, &["sync", "--json"]), "");
    assert_eq!(ran.document()["error"]["code"], "key_missing", "none of them was stored: {ran:?}");
    // As Windows' editors save it.
    let wide = format!("\u{feff}SEAM_API_KEY=\"{}\"\r\n", simulator::API_KEY)
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect::<Vec<u8>>();
    let ran = connect(with_keychain(&world, &["connect", "--json"]), wide);
    assert_eq!(ran.code, 0, "this one is valid: {ran:?}");
    assert_eq!(connect(with_keychain(&world, &["sync", "--json"]), "").code, 0, "and is found the next time");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_connect_names_the_alternative() {
    let world = World::start(quick(1)).await;
    for typed in [simulator::API_KEY, "not a key at all"] {
        let ran = connect(world.command(&["connect", "--json"]), typed);
        assert_eq!(ran.code, 6, "it could not be stored: {ran:?}");
        assert_eq!(ran.document()["error"]["code"], "keychain", "whatever is typed: {ran:?}");
        assert!(ran.out.contains("SEAM_API_KEY"), "the alternative: {ran:?}");
    }
    assert!(!world.file().exists(), "nothing was begun");
    let ran = Ran::new(&world.command(&["connect"]).stdin(Stdio::null()).output().unwrap());
    assert!(ran.err.contains("nothing to connect"), "a key in the environment needs no connecting: {ran:?}");
}
