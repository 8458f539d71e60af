//! The scenario that the page's fake core replays: the core's answers from a record with every kind of trouble, and its
//! answers after each step of the host.

mod answers;
mod asks;
mod history;
#[path = "../../../../ops/tests/it/fake.rs"]
#[expect(dead_code, reason = "the tests of the operations ask more of it")]
mod seam;
mod shell;
mod steps;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use domain::reading::{AccountReading, CodeReading, CreateCode, DoorReading};
use jiff::Timestamp;
use ops::process_lock::ProcessLock;
use ops::{Latchbook, Record, RecordContext};
use serde::Serialize;
use serde_json::{Map, Value, json};
use wire::{Changed, ChangedEvent, CommandError, Job, ProgressEvent};

use crate::border::expect_committed;
use seam::{FakeClock, FakeSeam, World};

/// 17:02 in Vancouver, where most doors are.
pub const NOW: &str = "2026-11-24T00:02:11Z";

/// The result of a command: an answer or an error.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Reply {
    Answer(Value),
    Error(Value),
}

/// By command and request.
type Replies = BTreeMap<String, Reply>;

/// A step of the host, the events for the page meanwhile, and the answers that differ afterwards.
#[derive(Serialize)]
struct Step {
    reply: Reply,
    events: Vec<(&'static str, Value)>,
    after: Replies,
}

type Steps = BTreeMap<String, Step>;

#[derive(Serialize)]
struct Scenario {
    full: Replies,
    /// The same for a record without doors.
    empty: Replies,
    steps: Steps,
    /// The same steps where their result differs.
    variants: BTreeMap<&'static str, Variant>,
}

#[derive(Default, Serialize)]
struct Variant {
    replies: Replies,
    steps: Steps,
}

/// A record with a Seam in memory, on a computer in Toronto.
pub struct Stage {
    folder: tempfile::TempDir,
    world: Arc<Mutex<World>>,
    book: Latchbook<FakeSeam, FakeClock>,
    here: &'static str,
    runtime: tokio::runtime::Runtime,
    told: Arc<Mutex<Vec<(&'static str, Value)>>>,
}

/// The start of every step: the record at that point, and its answers.
pub struct Base {
    folder: tempfile::TempDir,
    accounts: Vec<AccountReading>,
    doors: Vec<DoorReading>,
    codes: Vec<CodeReading>,
    creates: Vec<CreateCode>,
    replies: Replies,
}

impl Base {
    fn new() -> Self {
        let stage = Stage::with_history();
        let replies = stage.replies();
        let Stage { folder, world, book, .. } = stage;
        // The last connection to close writes everything into the one file.
        drop(book);
        let world = world.lock().unwrap();
        let (accounts, doors) = (world.accounts.clone(), world.doors.clone());
        let (codes, creates) = (world.codes.clone(), world.creates.clone());
        Self { folder, accounts, doors, codes, creates, replies }
    }

    /// A copy of the record, with its own Seam.
    fn stage(&self) -> Stage {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(self.folder.path()).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
            }
        }
        let stage = Stage::new(folder);
        {
            let mut world = stage.world();
            world.accounts.clone_from(&self.accounts);
            world.doors.clone_from(&self.doors);
            world.codes.clone_from(&self.codes);
            world.creates.clone_from(&self.creates);
            world.made = self.creates.len();
        }
        stage
    }
}

impl Stage {
    /// Nothing happened yet.
    pub fn empty() -> Self {
        Self::new(tempfile::tempdir().unwrap())
    }

    fn new(folder: tempfile::TempDir) -> Self {
        let now: Timestamp = NOW.parse().unwrap();
        let world = Arc::new(Mutex::new(World {
            now,
            undated: false,
            set_back: None,
            workspace: "w1".into(),
            accounts: Vec::new(),
            doors: Vec::new(),
            codes: Vec::new(),
            fates: VecDeque::new(),
            creates: Vec::new(),
            late: Vec::new(),
            stale: false,
            unreadable: Vec::new(),
            unlisted: Vec::new(),
            unmanaged_refused: None,
            away: false,
            garbled: 0,
            reads: 0,
            events: Vec::new(),
            slept: Duration::ZERO,
            made: 0,
            meanwhile: None,
        }));
        let book = Latchbook {
            record: Record::open(folder.path(), now).unwrap(),
            seam: FakeSeam(Arc::clone(&world)),
            clock: FakeClock(Arc::clone(&world)),
            tables: testkit::tables(),
            owner: ProcessLock::announce(folder.path()),
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        Self { folder, world, book, here: "America/Toronto", runtime, told: Arc::default() }
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap()
    }

    fn fate(&self, fate: seam::Fate) {
        self.world().fates.push_back(fate);
    }

    fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    fn sync(&self) {
        self.run(self.book.sync(&|_| ())).unwrap();
    }

    fn context(&self) -> RecordContext<FakeClock> {
        let here = self.book.tables.zone(self.here).unwrap().clock().clone();
        let clock = FakeClock(Arc::clone(&self.world));
        RecordContext { record: self.book.record.clone(), tables: self.book.tables.clone(), clock, here }
    }

    /// The progress of a job, for the page.
    fn progress(&self, job: Job) -> impl Fn(ops::Step) + Send + Sync + 'static {
        let told = Arc::clone(&self.told);
        move |step| {
            let (done, total) = (u32::try_from(step.done).unwrap(), u32::try_from(step.doors).ok());
            let event = ProgressEvent { job, done, total, at: step.door, can_stop: job.can_be_stopped(), ended: false };
            told.lock().unwrap().push(("progress", json!(event)));
        }
    }

    /// As the shell emits it.
    fn has_ended(&self, job: Job, changed: &[Changed]) {
        let can_stop = job.can_be_stopped();
        let event = ProgressEvent { job, done: 1, total: Some(1), at: String::new(), can_stop, ended: true };
        self.told.lock().unwrap().push(("progress", json!(event)));
        self.has_changed(changed);
    }

    fn has_changed(&self, what: &[Changed]) {
        if !what.is_empty() {
            self.told.lock().unwrap().push(("changed", json!(ChangedEvent { what: what.to_vec() })));
        }
    }

    fn reply(&self, command: &str, request: &Value) -> Reply {
        Reply::new(self.ask(command, request))
    }

    /// The answers to all questions.
    fn replies(&self) -> Replies {
        asks::asks().iter().map(|(command, request)| (key(command, request), self.reply(command, request))).collect()
    }

    /// Does something, and asks everything again.
    fn step(&self, command: &'static str, request: &Value, before: &mut Replies) -> Step {
        self.told.lock().unwrap().clear();
        let reply = self.reply(command, request);
        let events = self.told.lock().unwrap().iter().map(|(name, event)| (*name, sorted(event))).collect();
        self.after(reply, events, before)
    }

    fn after(&self, reply: Reply, events: Vec<(&'static str, Value)>, before: &mut Replies) -> Step {
        let now = self.replies();
        let after = now.iter().filter(|&(key, reply)| asks::is_seen_after(key) && before.get(key) != Some(reply));
        let after = after.map(|(key, reply)| (key.clone(), changed(before.get(key), reply))).collect();
        *before = now;
        Step { reply, events, after }
    }
}

/// For the frame only the changes: the rest is the shell's.
fn changed(before: Option<&Reply>, now: &Reply) -> Reply {
    match (before, now) {
        (Some(Reply::Answer(Value::Object(before))), Reply::Answer(Value::Object(now)))
            if now.contains_key("record_trouble") =>
        {
            let different = now.iter().filter(|&(key, value)| before.get(key) != Some(value));
            Reply::Answer(Value::Object(different.map(|(key, value)| (key.clone(), value.clone())).collect()))
        }
        _ => now.clone(),
    }
}

impl Reply {
    fn new(answer: Result<Value, CommandError>) -> Self {
        match answer {
            Ok(answer) => Self::Answer(sorted(&answer)),
            Err(error) => Self::Error(sorted(&json!(error))),
        }
    }
}

/// In the fake's spelling: `name {"argument":…}`, keys in order; `name *` matches any arguments.
fn key(command: &str, request: &Value) -> String {
    if request.is_null() {
        return command.to_owned();
    }
    request.as_str().map_or_else(|| format!("{command} {}", sorted(request)), |any| format!("{command} {any}"))
}

/// Keys in order, whatever map type this build uses.
fn sorted(value: &Value) -> Value {
    if let Some(map) = value.as_object() {
        let ordered: BTreeMap<&String, &Value> = map.iter().collect();
        let pairs = ordered.into_iter().map(|(key, value)| (key.clone(), sorted(value)));
        return Value::Object(pairs.collect::<Map<_, _>>());
    }
    value.as_array().map_or_else(|| value.clone(), |all| all.iter().map(sorted).collect())
}

/// A line for each reply and step, so that a change can be read.
fn written(value: &Value, depth: usize) -> String {
    let is_section = |map: &&Map<String, Value>| depth < 2 || depth == 3 || map.contains_key("steps");
    let Some(map) = value.as_object().filter(is_section) else { return value.to_string() };
    let pairs = map.iter().map(|(key, value)| format!("{}: {}", json!(key), written(value, depth + 1)));
    format!("{{\n{}\n}}", pairs.collect::<Vec<_>>().join(",\n"))
}

#[test]
fn the_page_replays_what_the_core_answered() {
    let base = Base::new();
    let scenario = Scenario {
        steps: steps::steps(&base).into_iter().chain(shell::steps()).collect(),
        variants: steps::variants(&base),
        full: base.replies.into_iter().chain(shell::replies(true)).collect(),
        empty: Stage::empty().replies().into_iter().chain(shell::replies(false)).collect(),
    };
    let text = written(&sorted(&json!(scenario)), 0) + "\n";
    expect_committed("ui/src/lib/core/fake/scenario.json", &text);
}
