//! The demo: the first thing that a host sees.

use std::process::Command;

use crate::world::{Ran, bare, has_keys};

fn demo(configure: impl FnOnce(&mut Command)) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let mut command = bare(folder.path(), &["demo"]);
    // The host's own endpoint, key or record must not matter.
    command.env("SEAM_ENDPOINT", "http://127.0.0.1:9").env("SEAM_API_KEY", "nonsense");
    command.env("TMPDIR", folder.path());
    configure(&mut command);
    let ran = Ran::new(&command.output().unwrap());
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.is_empty(), "the demo cleans up after itself: {left:?}");
    ran
}

#[test]
fn it_tells_the_whole_story() {
    let ran = demo(|_| {});
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    let wanted = [
        "no lock can be reached",
        "Pacific/Honolulu",
        "Harbour Flat",
        "no slots",
        "The lock will open from",
        "unset",
        "setting",
        "ready      PIN ",
        "Latchbook makes no second code",
        "We don't know yet if a code was made.",
        "Found at Seam by its marker",
        "as counted by the simulator: 1",
        "All good:",
        "latchbook connect",
    ];
    let mut rest = ran.out.as_str();
    for word in wanted {
        let at = rest.find(word);
        assert!(at.is_some(), "“{word}” comes next in\n{}", ran.out);
        rest = &rest[at.unwrap_or_default()..];
    }
}

#[test]
fn it_fits_the_terminal() {
    for width in ["60", "80", "120"] {
        let ran = demo(|command| {
            command.env("COLUMNS", width);
        });
        let most = width.parse().unwrap();
        let longest = ran.out.lines().max_by_key(|line| line.chars().count()).unwrap_or_default();
        assert!(longest.chars().count() <= most, "{width} columns: {longest}");
    }
}

#[test]
fn its_json_tells_the_whole_story() {
    let ran = demo(|command| {
        command.arg("--json");
    });
    let view = ran.document();
    has_keys(&view, &["sync", "doors", "audit", "preview", "issued", "again", "lost", "codes", "verify"], "the demo");
    assert_eq!(view["lost"]["creates"], 1, "exactly one code, though its answer was lost");
    let states: Vec<_> = view["issued"].as_array().unwrap().iter().map(|code| &code["state"]).collect();
    assert_eq!(states, ["accepted", "setting", "set"], "the code gets set");
    assert_eq!(view["verify"]["sound"], true, "and the record is sound");
}
