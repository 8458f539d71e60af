//! A record with the doors and stays that the tests ask for, with a Seam in memory.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use domain::code::CodeEntry;
use domain::ids::DeviceId;
use domain::stay::{Allowance, Preference};
use jiff::tz::TimeZone;
use ops::Stage;
use ops::draft::DraftQuery;
use ops::issue::{IssueOrder, Issued};
use ops::preview::{AskedTime, StayQuery};
use ops::process_lock::ProcessLock;
use ops::{Error, Latchbook, Record, RecordContext, Snapshot, Times};
use store::{Store, Usage};
use testkit::{door, now, tables};

use crate::fake::{FakeClock, FakeSeam, Fate, World};

/// A record, a Seam and a clock.
pub struct Scene {
    pub folder: tempfile::TempDir,
    pub world: Arc<Mutex<World>>,
    pub book: Latchbook<FakeSeam, FakeClock>,
}

impl Scene {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = World {
            now: now(),
            undated: false,
            set_back: None,
            workspace: "w1".into(),
            accounts: Vec::new(),
            doors: vec![door("loft", "Loft"), door("pool", "Pool House")],
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
        };
        let world = Arc::new(Mutex::new(world));
        let book = open(folder.path(), &world);
        Self { folder, world, book }
    }

    /// A scene whose doors have been synced.
    pub async fn synced() -> Self {
        let scene = Self::new();
        scene.book.sync(&|_| ()).await.unwrap();
        scene
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap()
    }

    pub fn fate(&self, fate: Fate) {
        self.world().fates.push_back(fate);
    }

    pub fn creates(&self) -> usize {
        self.world().creates.len()
    }

    pub async fn issue(&self, asked: IssueOrder) -> Issued {
        self.book.issue(asked, &|_| ()).await.unwrap()
    }

    /// Issues and expects a code or attempt, in whatever state.
    pub async fn issued(&self, asked: IssueOrder) -> (CodeEntry, bool) {
        match self.issue(asked).await {
            Issued::Code { entry, created } => (*entry, created),
            other => panic!("a code, not {other:?}"),
        }
    }

    pub async fn follow(&self, entry: &CodeEntry, seconds: u64) -> CodeEntry {
        let told: &(dyn Fn(Stage) + Send + Sync) = &|_| ();
        self.book.follow(entry.intent.id, Duration::from_secs(seconds), told).await.unwrap()
    }

    /// The record as the pages see it, on a computer in New York.
    pub fn context(&self) -> RecordContext<FakeClock> {
        let here = self.book.tables.zone("America/New_York").unwrap().clock().clone();
        self.desk_in(here)
    }

    pub fn desk_in(&self, here: TimeZone) -> RecordContext<FakeClock> {
        let clock = FakeClock(Arc::clone(&self.world));
        RecordContext { record: self.book.record.clone(), tables: self.book.tables.clone(), clock, here }
    }

    /// Returns something that must exist.
    pub async fn see<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Snapshot<'_>) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.context().look_up(work).await.unwrap()
    }

    /// Which places of a door are taken, at the beginning.
    pub async fn usage(&self, door: &str) -> Usage {
        let door = DeviceId::new(door);
        let usage = self.book.record.read(move |read| Ok(read.usage_of(&door, Times::corrected(now(), None))?));
        usage.await.unwrap()
    }

    /// Another process on the same record.
    pub fn second_window(&self) -> Latchbook<FakeSeam, FakeClock> {
        open(self.folder.path(), &self.world)
    }
}

pub fn open(folder: &std::path::Path, world: &Arc<Mutex<World>>) -> Latchbook<FakeSeam, FakeClock> {
    Latchbook {
        record: Record::new(Store::open(folder, now()).unwrap()),
        seam: FakeSeam(Arc::clone(world)),
        clock: FakeClock(Arc::clone(world)),
        tables: tables(),
        owner: ProcessLock::announce(folder),
    }
}

/// A stay at a door from 15:45 on a day of December 2026 to 10:15 on another.
pub fn stay(door: &str, from: i8, to: i8) -> IssueOrder {
    let at = |day, hour, minute| AskedTime::Civil(jiff::civil::date(2026, 12, day).at(hour, minute, 0, 0));
    IssueOrder {
        door: DeviceId::new(door),
        stay: StayQuery {
            from: at(from, 15, 45),
            to: at(to, 10, 15),
            allowance: Allowance::Hour,
            preference: Preference::Nearest,
        },
        slot: None,
        label: None,
        stay_key: None,
        accepted: ops::issue::Accepted::Nothing,
        another: false,
        expected: None,
        recorded_stay: None,
    }
}

/// The page's fields for a stay at a door from 15:45 on a day of December 2026 to 10:15 on another.
pub fn typed(door: &str, from: i8, to: i8) -> DraftQuery {
    DraftQuery {
        door: Some(DeviceId::new(door)),
        from_date: format!("2026-12-{from:02}"),
        from_time: "15:45".into(),
        to_date: format!("2026-12-{to:02}"),
        to_time: "10:15 am".into(),
        allowance: Allowance::Hour,
        preference: Preference::Nearest,
        slot: None,
        label: None,
        label_template: String::new(),
        stay_key: None,
        another: false,
    }
}
