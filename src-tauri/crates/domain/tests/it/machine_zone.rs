//! The machine's zone decides nothing: this test binary runs itself again as if the machine were elsewhere.

use std::process::Command;

use domain::matching::match_stay;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::against_reference::{answer, slots, wish};
use crate::generate::case;

const ELSEWHERE: [&str; 4] = ["Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "UTC"];

/// A fixed set of doors and stays with every answer, one line each.
fn fixed_answers() -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let mut line = |number: usize| {
        let case = case().new_tree(&mut runner).unwrap().current();
        let slots = slots(&case);
        let matching = match_stay(&wish(&case.ask), &slots, &case.place().zone);
        let sent: Vec<_> =
            matching.candidates.iter().flat_map(|found| [found.entry.as_sent(), found.exit.as_sent()]).collect();
        format!("answer {number} {:?} {sent:?}", answer(&matching))
    };
    (0..500).map(&mut line).collect()
}

#[test]
#[ignore = "run by the test below, in a process of its own"]
fn print_fixed_answers() {
    println!();
    for line in fixed_answers() {
        println!("{line}");
    }
}

#[test]
fn answers_do_not_depend_on_the_machines_zone() {
    let here = fixed_answers();
    for zone in ELSEWHERE {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "machine_zone::print_fixed_answers", "--ignored", "--nocapture"]).env("TZ", zone);
        let printed = String::from_utf8(child.output().unwrap().stdout).unwrap();
        let there: Vec<_> = printed.lines().filter(|line| line.starts_with("answer ")).collect();
        assert_eq!(there, here, "the same answers on a machine in {zone}");
    }
}
