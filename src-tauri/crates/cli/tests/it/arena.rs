//! The real program against a simulator in this process, and the invariants that hold whatever happens to either.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command, Stdio};

use jiff::ToSpan as _;
use jiff::civil::date;
use serde_json::Value;
use simulator::{API_KEY, CodeRecord, Options, Origin, PinTime, Simulator};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use crate::world::{Ran, bare};

/// A record, and a simulator without any limit that a test could reach.
pub struct Arena {
    pub simulator: Simulator,
    pub doors: Vec<String>,
    folder: TempDir,
    // Last, so that the simulator stops before the runtime under it.
    _runtime: Runtime,
}

/// A stay that can be requested. All stays of one door are weeks apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    pub door: String,
    pub from: String,
    pub to: String,
}

impl Arena {
    /// `doors` plain doors, already read into the record.
    pub fn new(doors: usize, seed: u64) -> Self {
        Self::limited(doors, seed, 0)
    }

    /// The same, but without a record.
    pub fn unread(doors: usize, seed: u64) -> Self {
        Self::begin(doors, seed, 0)
    }

    /// Doors already read into the record; Seam makes at most this many codes a minute at each.
    pub fn limited(doors: usize, seed: u64, creates_per_minute: u32) -> Self {
        let arena = Self::begin(doors, seed, creates_per_minute);
        let synced = arena.run(&["sync"]);
        assert_eq!(synced.code, 0, "the doors can be read: {synced:?}");
        arena
    }

    fn begin(doors: usize, seed: u64, creates_per_minute: u32) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let options = Options {
            slots: 1,
            seed,
            pin: PinTime::AtCreate,
            setting_ms: 0,
            set_ms: 0,
            max_codes: 1_000,
            creates_per_minute,
            ..Options::plain(doors)
        };
        let simulator = runtime.block_on(Simulator::start(options)).unwrap();
        let doors = simulator.door_ids();
        Self { simulator, doors, folder: tempfile::tempdir().unwrap(), _runtime: runtime }
    }

    /// The `number`-th stay: the doors in turn, a week later each round. Far in the future, so that no stay is over.
    pub fn stay(&self, number: usize) -> Stay {
        let week = i64::try_from(number / self.doors.len()).unwrap();
        let first = date(2036, 6, 2).checked_add((7 * week).days()).unwrap();
        let last = first.checked_add(3.days()).unwrap();
        let door = self.doors[number % self.doors.len()].clone();
        Stay { door, from: format!("{first}T16:00"), to: format!("{last}T10:00") }
    }

    /// Starts the program. `point` is where it stops as if killed.
    pub fn spawn(&self, args: &[&str], point: Option<&str>) -> Child {
        let mut command = self.command(args);
        command.arg("--json");
        if let Some(point) = point {
            command.env("FAILPOINTS", format!("{point}=return"));
        }
        command.spawn().unwrap()
    }

    /// The program on this record, ready to be started.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = bare(self.folder.path(), args);
        command.env("SEAM_API_KEY", API_KEY).env("SEAM_ENDPOINT", self.simulator.url()).env_remove("FAILPOINTS");
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::new(&self.spawn(args, None).wait_with_output().unwrap())
    }

    /// Checks the invariants for everything that the simulator had made before the program last looked. Returns the violations.
    pub fn faults(&self, made: &[CodeRecord]) -> Vec<String> {
        let mut faults = Vec::new();
        let verified = self.run(&["verify"]);
        if verified.code != 0 {
            faults.push(format!("the record is not sound: {verified:?}"));
        }
        for (stay, count) in self.creates_per_stay() {
            if count > 1 {
                faults.push(format!("{count} codes for the stay {stay}"));
            }
        }
        let codes = self.ledger();
        let known: BTreeSet<&str> = codes.iter().filter_map(|code| code["access_code_id"].as_str()).collect();
        for code in made.iter().filter(|code| code.origin == Origin::Created) {
            if !known.contains(code.access_code_id.as_str()) {
                faults.push(format!("{:?} is at Seam and not in the ledger", code.name));
            }
        }
        let at_seam: BTreeSet<String> = self.simulator.codes().iter().filter_map(marker).collect();
        for code in &codes {
            let says_none = matches!(code["state"].as_str(), Some("not_sent" | "refused"));
            if says_none && code["marker"].as_str().is_some_and(|marker| at_seam.contains(marker)) {
                faults.push(format!("{} is called {} and has a code", code["marker"], code["state"]));
            }
        }
        faults
    }

    /// Every code of the record; one page holds more than any test makes.
    pub fn ledger(&self) -> Vec<Value> {
        let listed = self.run(&["codes", "--limit", "1000"]).document();
        listed["codes"].as_array().unwrap_or_else(|| panic!("the ledger can be listed: {listed}")).clone()
    }

    /// Codes that the simulator made, by the part of the marker that belongs to the stay.
    pub fn creates_per_stay(&self) -> BTreeMap<String, u64> {
        let mut stays = BTreeMap::new();
        for made in self.simulator.creates().creates {
            let base = made.name.split(['-', ' ']).next().unwrap_or_default().to_owned();
            *stays.entry(base).or_default() += made.count;
        }
        stays
    }
}

/// `#7KQ2M9XA4T-1` of a name.
fn marker(code: &CodeRecord) -> Option<String> {
    Some(code.name.as_deref()?.split(' ').next()?.to_owned())
}

impl Stay {
    /// The command that issues it and does not wait for the PIN longer than `wait` seconds.
    pub fn issue<'a>(&'a self, wait: &'a str) -> [&'a str; 8] {
        ["issue", &self.door, "--from", &self.from, "--to", &self.to, "--wait", wait]
    }
}
