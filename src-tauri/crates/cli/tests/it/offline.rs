//! Commands that need no network, no keychain and no key.

use jiff::SignedDuration;
use ops::Clock;
use simulator::Options;

use crate::world::{Ran, STAY, World, bare, quick};

#[tokio::test(flavor = "multi_thread")]
async fn the_record_is_read_without_a_connection() {
    let world = World::synced(quick(2)).await;
    assert_eq!(world.issue("Door 101", &[]).1, 0, "a code to read");
    let World { simulator, folder } = world;
    simulator.stop().await;
    let backup = folder.path().join("copy.db");
    let cases: [&[&str]; 9] = [
        &["doors"],
        &["slots", "Door 101"],
        &["audit"],
        &["limits"],
        &["limits", "Door 102", "--set", "5"],
        &["codes"],
        &["code", "1"],
        &["verify"],
        &["backup", backup.to_str().unwrap()],
    ];
    for args in cases {
        let ran = Ran::new(&bare(folder.path(), args).env("SEAM_ENDPOINT", "http://127.0.0.1:9").output().unwrap());
        assert_eq!(ran.code, 0, "{args:?} needs no connection: {ran:?}");
        assert!(!ran.out.is_empty() && !ran.out.contains('\u{1b}'), "an answer without colours in a pipe: {ran:?}");
    }
    let preview = [&["preview", "Door 102"], STAY.as_slice()].concat();
    assert_eq!(Ran::new(&bare(folder.path(), &preview).output().unwrap()).code, 0, "a preview needs no connection");
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_found_filtered_and_paged() {
    let world = World::synced(quick(3)).await;
    for door in ["Door 101", "Door 102", "Door 103"] {
        assert_eq!(world.issue(door, &[]).1, 0, "a code for {door}");
    }
    let total = |args: &[&str]| world.json(&[&["codes"], args].concat()).0["total"].as_u64();
    assert_eq!(total(&[]), Some(3), "all of them");
    assert_eq!(total(&["--door", "102"]), Some(1), "those of a door");
    assert_eq!(total(&["--state", "set"]), Some(3), "those that are set");
    assert_eq!(total(&["--state", "unknown", "--state", "refused"]), Some(0), "none of these");
    assert_eq!(total(&["--search", "103 dec"]), Some(1), "words of the label");
    assert_eq!(total(&["--door", "101", "--at", "2027-12-04T03:00"]), Some(1), "who could open the door then");
    assert_eq!(total(&["--door", "101", "--at", "2027-12-06T10:00"]), Some(0), "the end is no longer in");
    let (first, _) = world.json(&["codes", "--limit", "2"]);
    let next = first["next"].to_string();
    let (rest, _) = world.json(&["codes", "--limit", "2", "--after", &next]);
    assert_eq!(rest["codes"].as_array().map(Vec::len), Some(1), "the page after: {rest}");
    assert!(rest["next"].is_null(), "is the last");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_found_by_number_marker_and_id() {
    let world = World::synced(quick(1)).await;
    let (issued, _) = world.issue("Door 101", &[]);
    let marker = issued["marker"].as_str().unwrap();
    let base = marker.trim_start_matches('#').split('-').next().unwrap().to_lowercase();
    for id in ["1", marker, &base, issued["access_code_id"].as_str().unwrap()] {
        let (view, code) = world.json(&["code", id]);
        assert_eq!((code, &view["intent_id"]), (0, &1.into()), "by {id}: {view}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn csv_contains_no_formula() {
    let world = World::synced(quick(1)).await;
    assert_eq!(world.issue("Door 101", &["--label", "=HYPERLINK(1)"]).1, 0, "a hostile label");
    let csv = world.run(&["codes", "--csv"]).out;
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let row = rows.records().next().unwrap().unwrap();
    assert_eq!(&row[4], "'=HYPERLINK(1)", "text, not a formula: {csv}");
    assert_eq!(world.run(&["codes", "--csv", "--json"]).code, 2, "one or the other");
}

#[tokio::test(flavor = "multi_thread")]
async fn own_limits_can_be_set_and_removed() {
    let world = World::synced(quick(1)).await;
    let limit = |args: &[&str]| world.json(&[&["limits"], args].concat()).0["doors"][0].clone();
    let set = limit(&["Door 101", "--set", "7"]);
    assert_eq!((&set["limit"], &set["limit_source"]), (&7.into(), &"host".into()), "the smaller applies: {set}");
    let larger = limit(&["Door 101", "--set", "700"]);
    assert_eq!(larger["limit_source"], "seam", "now Seam's is smaller: {larger}");
    assert!(larger["message"].as_str().unwrap().contains("Your own figure is 700"), "it says so: {larger}");
    assert_eq!(limit(&["Door 101", "--set", "none"])["limit_source"], "seam", "and Seam's applies again");
    assert_eq!(world.json(&["verify"]).0["sound"], true, "both are in the history");
    assert_eq!(world.run(&["limits", "--set", "7"]).code, 2, "without a door it is a usage error");
}

#[test]
fn without_a_record_the_error_names_the_command_that_makes_one() {
    let folder = tempfile::tempdir().unwrap();
    let ran = Ran::new(&bare(folder.path(), &["codes"]).output().unwrap());
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("sync"), "{}", ran.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "reading creates nothing");
}

#[cfg(target_os = "linux")]
#[test]
fn a_relative_folder_in_a_variable_is_refused_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = bare(folder.path(), &["codes"]);
    home.env_remove("LATCHBOOK_DATA_DIR").env_remove("XDG_DATA_HOME").env("HOME", "somewhere/else");
    let mut named = bare(folder.path(), &["codes"]);
    named.env("LATCHBOOK_DATA_DIR", "records");
    for (mut command, variable) in [(home, "HOME"), (named, "LATCHBOOK_DATA_DIR")] {
        let ran = Ran::new(&command.current_dir(folder.path()).output().unwrap());
        assert_eq!(ran.code, 2, "{variable}: {ran:?}");
        assert!(ran.err.contains(variable) && ran.err.contains("--data-dir"), "cause and remedy: {}", ran.err);
    }
    let mut xdg = bare(folder.path(), &["codes"]);
    xdg.env_remove("LATCHBOOK_DATA_DIR").env("XDG_DATA_HOME", "data");
    let ran = Ran::new(&xdg.current_dir(folder.path()).output().unwrap());
    let usual = folder.path().join(".local/share/org.latchbook.desktop");
    assert!(ran.err.contains(usual.to_str().unwrap()), "ignored, as its specification requires: {}", ran.err);
}

#[test]
fn typed_text_cannot_control_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = folder.path().join("x\u{1b}]0;owned\u{7}\u{202e}");
    let ran = Ran::new(&bare(folder.path(), &["codes", "--data-dir", hostile.to_str().unwrap()]).output().unwrap());
    let drives = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
    assert!(ran.err.contains("owned") && !ran.err.contains(drives), "letters, and nothing else: {:?}", ran.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_reports_a_clock_difference() {
    let behind = SignedDuration::from_hours(-8);
    let now = runtime::SystemClock.now().checked_add(behind).unwrap();
    let world = World::synced(Options { now: Some(now), ..quick(1) }).await;
    for args in [["doors"].as_slice(), &["codes"], &["limits"], &["audit"], &["slots", "Door 101"]] {
        let (document, _) = world.json(args);
        let skew = document["clocks"]["skew_ms"].as_i64().unwrap();
        assert!((skew / 60_000 + 480).abs() <= 1, "{args:?} has the difference: {document}");
        let ran = world.run(args);
        assert!(ran.err.contains("8 h ahead of Seam's") && ran.err.contains("both clocks"), "{args:?}: {ran:?}");
    }
    let (refused, _) = world.json(&["preview", "Nowhere", "--from", "2027-12-03T15:45", "--to", "2027-12-06T10:15"]);
    assert_eq!(refused["error"]["code"], "no_such_door", "so does an error: {refused}");
    assert!(refused["clocks"]["message"].is_string(), "reports it: {refused}");
    world.simulator.advance(std::time::Duration::from_secs(8 * 3_600));
    assert_eq!(world.run(&["sync"]).code, 0, "now the clocks agree");
    let (document, _) = world.json(&["doors"]);
    assert!(document.get("clocks").is_none(), "and there is no note about them: {document}");
    assert_eq!(world.run(&["doors"]).err, "", "and no message either");
}
