//! On a terminal (by `script`): colour, questions, and a reader that goes away.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::world::{Ran, STAY, World, quick};

/// Runs the program on a pseudo-terminal and types into it.
fn on_terminal(world: &World, args: &[&str], typed: &str, no_color: bool) -> Ran {
    let quoted: Vec<String> = args.iter().map(|arg| format!("'{arg}'")).collect();
    let line = format!("{} {}", env!("CARGO_BIN_EXE_latchbook"), quoted.join(" "));
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).env("SEAM_ENDPOINT", world.simulator.url());
    command.env("SEAM_API_KEY", simulator::API_KEY).env("LATCHBOOK_DATA_DIR", world.folder.path());
    command.env("TERM", "xterm").env_remove("NO_COLOR");
    if no_color {
        command.env("NO_COLOR", "1");
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    Ran::new(&child.wait_with_output().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_gets_colour_unless_no_color_is_set() {
    let world = World::synced(quick(1)).await;
    assert!(on_terminal(&world, &["doors"], "", false).out.contains("\u{1b}["), "a terminal shows colour");
    let plain = on_terminal(&world, &["doors"], "", true).out;
    assert!(!plain.contains("\u{1b}["), "NO_COLOR is respected: {plain:?}");
    assert!(plain.contains("Door 101"), "and everything is still there");
}

#[tokio::test(flavor = "multi_thread")]
async fn risks_must_be_confirmed_and_no_is_the_default() {
    let world = World::synced(quick(1)).await;
    assert_eq!(world.run(&["limits", "Door 101", "--set", "2"]).code, 0, "only two places");
    let args = [&["issue", "Door 101", "--wait", "0"], STAY.as_slice()].concat();
    for typed in ["\n", "n\n", "perhaps\n"] {
        let ran = on_terminal(&world, &args, typed, true);
        assert_eq!(ran.code, 3, "{typed:?} is not a yes: {}", ran.out);
        assert!(ran.out.contains("2 places are left"), "the risk is named: {}", ran.out);
    }
    assert_eq!(world.simulator.creates().requests, 0, "nothing was sent");
    let ran = on_terminal(&world, &args, "y\n", true);
    assert_eq!((ran.code, world.simulator.creates().total), (0, 1), "yes is: {}", ran.out);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_pipe_is_not_an_error() {
    let world = World::synced(quick(3)).await;
    for args in [&["doors"][..], &["audit", "--json"], &["--help"], &["completions", "bash"]] {
        let mut child = world.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let ran = Ran::new(&child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?} ends quietly: {ran:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_that_could_not_be_written_is_an_error() {
    let world = World::synced(quick(3)).await;
    let issue = |door: &'static str| [&["issue", door], STAY.as_slice()].concat();
    let gone = |args: &[&str]| {
        let mut child = world.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        Ran::new(&child.wait_with_output().unwrap())
    };
    let into = |args: &[&str], to: &str| {
        let program = world.command(args);
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("exec \"$0\" \"$@\" {to}")]).arg(program.get_program()).args(program.get_args());
        shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        Ran::new(&shell.output().unwrap())
    };
    let unread = [
        gone(&issue("Door 101")),
        gone(&[&issue("Door 101"), ["--json"].as_slice()].concat()),
        into(&issue("Door 102"), ">&-"),
        into(&issue("Door 102"), ">/dev/full"),
    ];
    for ran in unread {
        assert_eq!(ran.code, 1, "the code is made, but its PIN was not received: {ran:?}");
        assert!(ran.err.replace('\n', " ").contains("--show-pins"), "the message says how to read it: {ran:?}");
    }
    assert_eq!(into(&issue("Door 103"), ">/dev/null").code, 0, "discarding it is a choice");
    assert_eq!(world.simulator.creates().total, 3, "one code for each, wherever stdout goes");
    let pin = &world.simulator.codes()[0].pin;
    assert!(world.run(&["code", "1", "--show-pins"]).out.contains(pin), "it can be read again");
    for args in [&["doors"][..], &["--help"], &["completions", "bash"]] {
        assert_eq!(into(args, ">/dev/full").code, 1, "{args:?} on a full disk is not done");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_fit_forty_columns() {
    let world = World::synced(quick(2)).await;
    let label = "A label that is rather longer than anything";
    assert_eq!(world.issue("Door 101", &["--label", label]).1, 0, "a code to list");
    let preview = [&["preview", "Door 102"], STAY.as_slice()].concat();
    let run = |args: &[&str]| Ran::new(&world.command(args).env("COLUMNS", "40").output().unwrap()).out;
    let of = |line: &str| line.chars().count();
    for args in [&["codes"][..], &["doors"], &["limits"], &["slots", "Door 101"], &["audit"], &preview] {
        let out = run(args);
        let widest = out.lines().max_by_key(|line| of(line)).unwrap_or_default();
        assert!(of(widest) <= 40, "{args:?} has the line {widest:?}");
    }
    let codes = run(&["codes"]);
    for word in ["Door 101", "Fri 3 Dec 16:00", "Mon 6 Dec 10:00", "ready"] {
        assert!(codes.contains(word), "{word} is not left out: {codes}");
    }
}
