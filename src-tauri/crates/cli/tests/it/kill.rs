//! `kill -9` of the real program at random instants and at every fail point, then a look: at most one code for each stay, and
//! every code in the ledger.
//!
//! With `--features failpoints` half of the kills happen at a named point. `LATCHBOOK_SEED` repeats the choices of a run (not
//! the instants, which depend on the machine).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::process::Child;
use std::time::{Duration, Instant};

use simulator::{CodeRecord, Fault, FaultKind};

use crate::arena::{Arena, Stay};
use crate::world::Ran;

/// The fail points (in `ops`), in the order in which issuing reaches them.
const POINTS: [&str; 6] =
    ["door-read", "intent-recorded", "before-sending", "sending-recorded", "answer-received", "answer-recorded"];
const IN_RECOVERY: &str = "recovering";

/// Kills on one record; then a new record, so that no list grows long.
const ROUND: usize = 50;
const DOORS: usize = 40;
const LANES: u64 = 2;

#[test]
fn two_hundred_kills_lose_and_double_nothing() {
    kill(200);
}

#[test]
#[ignore = "the long one: cargo xtask soak"]
fn soak_kills_lose_and_double_nothing() {
    kill(number("LATCHBOOK_KILLS").and_then(|kills| usize::try_from(kills).ok()).unwrap_or(5_000));
}

/// Kills in rounds, on two lanes side by side.
fn kill(kills: usize) {
    let seed = number("LATCHBOOK_SEED").unwrap_or_else(|| RandomState::new().build_hasher().finish());
    say(&format!("{kills} kills, LATCHBOOK_SEED={seed}"));
    let rounds = u64::try_from(kills.div_ceil(ROUND)).unwrap();
    let kills_of = |round: u64| ROUND.min(kills - usize::try_from(round).unwrap() * ROUND);
    let lane = |lane: u64| {
        let mine = (0..rounds).filter(move |round| round % LANES == lane);
        let play = |round: u64| Round::new(seed.wrapping_add(round), kills_of(round)).play();
        mine.map(play).fold(Tally::default(), Tally::and)
    };
    let tally = std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES).map(|number| scope.spawn(move || lane(number))).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).fold(Tally::default(), Tally::and)
    });
    say(&format!("{tally:?}"));
    assert!(tally.killed >= kills, "enough kills hit a running program: {tally:?}");
    if cfg!(feature = "failpoints") {
        for point in POINTS.iter().chain([&IN_RECOVERY]) {
            assert!(tally.points.contains_key(point), "the program was stopped at {point}: {tally:?}");
        }
    }
}

/// Totals over a run of the harness.
#[derive(Debug, Default)]
struct Tally {
    blows: usize,
    /// Signals that hit a running program: only these kills count.
    killed: usize,
    points: BTreeMap<&'static str, usize>,
    stays: usize,
    codes: u64,
    not_known: usize,
}

impl Tally {
    fn and(mut self, other: Self) -> Self {
        self.blows += other.blows;
        self.killed += other.killed;
        self.stays += other.stays;
        self.codes += other.codes;
        self.not_known += other.not_known;
        for (point, hits) in other.points {
            *self.points.entry(point).or_default() += hits;
        }
        self
    }
}

/// When the program is stopped.
#[derive(Clone, Copy, Debug)]
enum Blow {
    After(Duration),
    At(&'static str),
}

/// One record with its kills.
struct Round {
    arena: Arena,
    seed: u64,
    /// Ends after this many kills.
    kills: usize,
    rng: Rng,
    stays: Vec<Stay>,
    /// Duration of an undisturbed issue.
    usual: Duration,
    /// The ids that the program has reported: they must never be lost again.
    told: Vec<String>,
    log: String,
    /// Lists do not show the latest codes.
    stale: bool,
    tally: Tally,
}

impl Round {
    fn new(seed: u64, kills: usize) -> Self {
        let arena = Arena::new(DOORS, seed);
        let first = arena.stay(0);
        let begun = Instant::now();
        let told = arena.run(&first.issue("0"));
        let usual = begun.elapsed();
        assert_eq!(told.code, 0, "an undisturbed issue succeeds: {told:?}");
        Self {
            arena,
            seed,
            kills,
            rng: Rng(seed),
            stays: vec![first],
            usual,
            told: Vec::new(),
            log: String::new(),
            stale: false,
            tally: Tally::default(),
        }
    }

    fn play(mut self) -> Tally {
        while self.tally.killed < self.kills {
            assert!(self.tally.blows < 20 * self.kills + 100, "kills hit a running program: {:?}", self.tally);
            self.log.clear();
            self.trouble_seam();
            self.strike();
            if !self.stale {
                self.arena.simulator.clear_faults();
            }
            if self.rng.one_in(6) {
                self.release();
            }
            // A code hidden by a stale list cannot be found yet.
            let made = if self.stale { Vec::new() } else { self.arena.simulator.codes() };
            self.strike_the_look();
            self.look();
            self.hold(&made);
        }
        self.finish()
    }

    /// Late requests arrive, and lists are current again.
    fn release(&mut self) {
        self.note("late requests arrive");
        self.arena.simulator.release();
        self.stale = false;
    }

    /// One command, killed; sometimes alongside a second process that issues the same stay and is left alone.
    fn strike(&mut self) {
        let stay = self.choose_stay();
        let issue = stay.issue("0").map(str::to_owned);
        let args: Vec<String> = match self.rng.below(10) {
            0 => vec!["sync".to_owned()],
            _ => issue.to_vec(),
        };
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let blow = self.choose_blow(&POINTS);
        self.note(&format!("{} for {stay:?}, {blow:?}", args[0]));
        let rival = self.rng.one_in(6).then(|| {
            self.note("alongside a rival");
            self.arena.spawn(&stay.issue("0"), None)
        });
        let struck = self.deliver(&args, blow);
        let told = [Some(struck), rival.map(|rival| Ran::new(&rival.wait_with_output().unwrap()))];
        self.told.extend(told.iter().flatten().filter_map(Ran::access_code_id));
    }

    /// A new stay, or an earlier one.
    fn choose_stay(&mut self) -> Stay {
        if self.rng.one_in(3) {
            // Mostly one of the latest: its outcome may be open still.
            let reach = if self.rng.one_in(3) { self.stays.len() } else { self.stays.len().min(4) };
            let back = usize::try_from(self.rng.below(reach as u64)).unwrap();
            return self.stays[self.stays.len() - 1 - back].clone();
        }
        let stay = self.arena.stay(self.stays.len());
        self.stays.push(stay.clone());
        stay
    }

    fn choose_blow(&mut self, points: &[&'static str]) -> Blow {
        if cfg!(feature = "failpoints") && self.rng.one_in(2) {
            return Blow::At(points[usize::try_from(self.rng.below(points.len() as u64)).unwrap()]);
        }
        let micros = u64::try_from(self.usual.as_micros()).unwrap();
        Blow::After(Duration::from_micros(self.rng.below(micros * 5 / 4)))
    }

    fn deliver(&mut self, args: &[&str], blow: Blow) -> Ran {
        let point = match blow {
            Blow::At(point) => Some(point),
            Blow::After(_) => None,
        };
        let mut child = self.arena.spawn(args, point);
        if let Blow::After(wait) = blow {
            kill_after(&mut child, wait);
        }
        let told = Ran::new(&child.wait_with_output().unwrap());
        self.tally.blows += 1;
        if was_killed(&told) {
            self.tally.killed += 1;
            if let Some(point) = point {
                *self.tally.points.entry(point).or_default() += 1;
            }
        }
        told
    }

    /// Faults at Seam: answers that get lost, requests that arrive late, lists that lag behind.
    fn trouble_seam(&mut self) {
        let kind = match self.rng.below(16) {
            0 => FaultKind::Drop { commit: true },
            1 => FaultKind::Drop { commit: false },
            2 => FaultKind::Half { bytes: None, reset: true },
            3 | 4 => FaultKind::Late { after_ms: None },
            5 => FaultKind::Delay { ms: 15 },
            6 => return self.let_lists_lag(),
            _ => return,
        };
        self.note(&format!("{kind:?}"));
        self.arena.simulator.fault(Fault::new(kind).at("/access_codes/create"));
    }

    fn let_lists_lag(&mut self) {
        self.note("lists lag behind, and the answer is lost");
        self.stale = true;
        self.arena.simulator.fault(Fault::new(FaultKind::StaleList { since: None }));
        self.arena.simulator.fault(Fault::new(FaultKind::Drop { commit: true }).at("/access_codes/create"));
    }

    /// Looking is also killed now and then: recovery must survive a restart.
    fn strike_the_look(&mut self) {
        if self.rng.one_in(4) {
            let blow = self.choose_blow(&[IN_RECOVERY]);
            self.note(&format!("look, {blow:?}"));
            self.deliver(&["look"], blow);
        }
    }

    fn look(&mut self) {
        let told = self.arena.run(&["look"]);
        assert!(matches!(told.code, 0 | 4), "looking succeeds{}\n{told:?}", self.how());
    }

    fn hold(&self, made: &[CodeRecord]) {
        let faults = self.arena.faults(made);
        assert!(faults.is_empty(), "{faults:?}{}", self.how());
        let codes = self.arena.ledger();
        for id in &self.told {
            let kept = codes.iter().any(|code| code["access_code_id"] == id.as_str());
            assert!(kept, "the code {id} was reported to the host and is no longer in the ledger{}", self.how());
        }
    }

    /// At the end every stay is requested once more, undisturbed: while the last late requests are still out, when asking
    /// again would double them, and after they arrived.
    fn finish(mut self) -> Tally {
        self.log = "in the end".to_owned();
        self.ask_for_all();
        self.release();
        self.look();
        self.tally.not_known = self.ask_for_all();
        self.look();
        self.hold(&self.arena.simulator.codes());
        self.tally.stays = self.stays.len();
        self.tally.codes = self.arena.creates_per_stay().values().sum();
        let settled = self.tally.stays - self.tally.not_known;
        assert_eq!(self.tally.codes, settled as u64, "one code for every stay that is settled{}", self.how());
        self.tally
    }

    /// Stays proved to have no code get one, all others keep theirs. Returns how many are not known.
    fn ask_for_all(&self) -> usize {
        let is_unknown = |stay: &&Stay| {
            let told = self.arena.run(&stay.issue("0"));
            let is_unknown = told.json().is_some_and(|json| json["state"] == "unknown");
            let code = if is_unknown { 4 } else { 0 };
            assert_eq!(told.code, code, "{stay:?} can be requested: {told:?}{}", self.how());
            assert_eq!(told.access_code_id().is_none(), is_unknown, "a code, or not known: {told:?}{}", self.how());
            is_unknown
        };
        self.stays.iter().filter(is_unknown).count()
    }

    fn note(&mut self, what: &str) {
        let _ = write!(self.log, "\n  {what}");
    }

    /// The history that led to a failure.
    fn how(&self) -> String {
        format!("\nLATCHBOOK_SEED={} (first round){}", self.seed, self.log)
    }
}

/// The instant is the subject of the test: nothing is awaited.
fn kill_after(child: &mut Child, wait: Duration) {
    std::thread::sleep(wait);
    // An error means that it has ended by itself.
    let _ = child.kill();
}

fn was_killed(told: &Ran) -> bool {
    !matches!(told.code, 0..=7 | 130)
}

/// Splitmix64: the same numbers from the same seed.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn one_in(&mut self, bound: u64) -> bool {
        self.below(bound) == 0
    }
}

#[expect(clippy::disallowed_methods, reason = "length and seed come from the environment")]
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[expect(clippy::print_stderr, reason = "the seed is what a failure is repeated by")]
fn say(what: &str) {
    eprintln!("{what}");
}
