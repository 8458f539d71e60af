//! A Seam in memory and a clock that jumps, with the doors and stays that the tests ask for.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use domain::ids::{AccessCodeId, DeviceId, EventId, SlotId, WorkspaceId};
use domain::reading::{
    About, AccountReading, Capability, CodeFlags, CodeReading, CreateCode, CreateOutcome, DoorReading, EventReading,
    Notice, Pending, ReadError, UnknownWhy, WorkspaceReading, ZoneNames,
};
use domain::slot::SlotFacts;
use domain::stay::{Allowance, Preference};
use domain::tables::{Tables, ZoneTables};
use domain::{Pin, RawAnswer};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ops::draft::DraftAsked;
use ops::issue::{IssueAsked, Issued, Stage};
use ops::owner::Owner;
use ops::preview::{AskedTime, StayAsked};
use ops::{At, Clock, Desk, Error, Latchbook, Record, SeamApi};
use store::{CodeEntry, Store};

/// What happens to the next request for a code.
#[derive(Clone)]
pub enum Fate {
    /// Made and answered.
    Answered,
    /// Made; the answer is lost.
    Lost,
    /// Not made; nobody can know.
    Vanished,
    /// Not made yet: it is when the test calls [`World::deliver`].
    Late,
    /// Made; of the answer only the id can be read.
    IdOnly,
    /// Answered like this, and not made.
    Instead(CreateOutcome),
    /// Made, and answered like this all the same.
    MadeBut(CreateOutcome),
}

/// Seam's side of things.
pub struct World {
    pub now: Timestamp,
    /// What this computer's clock shows instead.
    pub set_back: Option<Timestamp>,
    pub workspace: String,
    pub accounts: Vec<AccountReading>,
    pub doors: Vec<DoorReading>,
    pub codes: Vec<CodeReading>,
    pub fates: VecDeque<Fate>,
    pub creates: Vec<CreateCode>,
    pub late: Vec<CreateCode>,
    /// Lists do not show codes made while this is set.
    pub stale: bool,
    pub unreadable: Vec<DeviceId>,
    pub reads: usize,
    pub events: Vec<EventReading>,
    pub slept: Duration,
    pub made: usize,
    /// Done once the next request has arrived, before it is answered.
    pub meanwhile: Option<Box<dyn FnOnce() + Send>>,
}

#[derive(Clone)]
pub struct FakeSeam(pub Arc<Mutex<World>>);

#[derive(Clone)]
pub struct FakeClock(pub Arc<Mutex<World>>);

/// A record, a Seam and a clock.
pub struct Scene {
    pub folder: tempfile::TempDir,
    pub world: Arc<Mutex<World>>,
    pub book: Latchbook<FakeSeam, FakeClock>,
}

pub fn start() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

pub fn slot(id: &str, check_in: &str, check_out: &str) -> SlotFacts {
    SlotFacts {
        id: SlotId::new(id),
        name: format!("Guest {check_in}-{check_out}"),
        prefix: None,
        check_in: Some(check_in.to_owned()),
        check_out: Some(check_out.to_owned()),
        is_24_hour: check_in == check_out,
        is_biweekly: false,
        is_one_shot: false,
        is_master: false,
    }
}

pub fn door(id: &str, name: &str) -> DoorReading {
    DoorReading {
        device_id: DeviceId::new(id),
        account_id: None,
        provider: "dormakaba_oracode".into(),
        name: name.into(),
        model: None,
        site: None,
        offline_capable: Capability::Yes,
        zones: ZoneNames { metadata: Some("America/Los_Angeles".into()), ..ZoneNames::default() },
        slots: vec![slot("a", "16:00", "10:00"), slot("b", "12:00", "12:00")],
        time_frames: Vec::new(),
        limit: Some(20),
        is_managed: true,
        errors: Vec::new(),
        warnings: Vec::new(),
    }
}

impl Scene {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = World {
            now: start(),
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

    pub async fn issue(&self, asked: IssueAsked) -> Issued {
        self.book.issue(asked, &|_| ()).await.unwrap()
    }

    /// Issues and expects a code or attempt, in whatever state.
    pub async fn issued(&self, asked: IssueAsked) -> (CodeEntry, bool) {
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
    pub fn desk(&self) -> Desk<FakeClock> {
        let here = self.book.tables.zone("America/New_York").unwrap().clock().clone();
        self.desk_in(here)
    }

    pub fn desk_in(&self, here: TimeZone) -> Desk<FakeClock> {
        let clock = FakeClock(Arc::clone(&self.world));
        Desk { record: self.book.record.clone(), tables: self.book.tables.clone(), clock, here }
    }

    /// Looks something up that is there.
    pub async fn see<T: Send + 'static>(&self, work: impl FnOnce(&At<'_>) -> Result<T, Error> + Send + 'static) -> T {
        self.desk().look_up(work).await.unwrap()
    }

    /// Another process on the same record.
    pub fn second_window(&self) -> Latchbook<FakeSeam, FakeClock> {
        open(self.folder.path(), &self.world)
    }
}

pub fn open(folder: &std::path::Path, world: &Arc<Mutex<World>>) -> Latchbook<FakeSeam, FakeClock> {
    Latchbook {
        record: Record::of(Store::open(folder, start()).unwrap()),
        seam: FakeSeam(Arc::clone(world)),
        clock: FakeClock(Arc::clone(world)),
        tables: ZoneTables::newer_of(Tables::bundled(), None),
        owner: Owner::announce(folder),
    }
}

/// A stay at a door from 15:45 on a day of December 2026 to 10:15 on another.
pub fn stay(door: &str, from: i8, to: i8) -> IssueAsked {
    let at = |day, hour, minute| AskedTime::Civil(jiff::civil::date(2026, 12, day).at(hour, minute, 0, 0));
    IssueAsked {
        door: DeviceId::new(door),
        stay: StayAsked {
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

/// What the page holds for a stay at a door from 15:45 on a day of December 2026 to 10:15 on another.
pub fn typed(door: &str, from: i8, to: i8) -> DraftAsked {
    DraftAsked {
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

impl World {
    /// Makes the code that was asked for.
    pub fn make(&mut self, wanted: &CreateCode) -> CodeReading {
        self.made += 1;
        let number = self.made;
        let slot = self.doors.iter().find(|door| door.device_id == wanted.device_id).unwrap().slots[0].clone();
        let code = CodeReading {
            id: AccessCodeId::new(format!("code-{number}")),
            device_id: Some(wanted.device_id.clone()),
            name: Some(wanted.name.clone()),
            pin: None,
            starts_at: wanted.starts_at.parse().ok(),
            ends_at: wanted.ends_at.parse().ok(),
            status: Some("unset".into()),
            pending: Some(vec![Pending { code: "creating".into(), scheduled_at: None }]),
            errors: Vec::new(),
            warnings: Vec::new(),
            slot_id: Some(slot.id),
            slot_name: Some(slot.name),
            flags: CodeFlags::default(),
            is_offline: Some(true),
            is_managed: true,
            created_at: Some(self.now),
            raw: RawAnswer::new("{}"),
        };
        self.codes.push(code.clone());
        code
    }

    /// The requests that were late arrive.
    pub fn deliver(&mut self) {
        for wanted in std::mem::take(&mut self.late) {
            self.make(&wanted);
        }
    }

    /// The newest code is confirmed.
    pub fn confirm(&mut self, pin: &str) {
        let code = self.codes.last_mut().unwrap();
        code.status = Some("set".into());
        code.pending = Some(Vec::new());
        code.pin = Pin::new(pin);
    }

    /// The newest code comes to nothing.
    pub fn fail(&mut self) {
        let notice = Notice { code: "provider_issue".into(), message: "No user levels".into(), about: About::Code };
        self.codes.last_mut().unwrap().errors.push(notice);
    }

    pub fn event(&mut self, id: &str, kind: &str) -> EventReading {
        let code = self.codes.last().unwrap();
        let event = EventReading {
            id: EventId::new(id),
            kind: kind.into(),
            device_id: code.device_id.clone(),
            access_code_id: Some(code.id.clone()),
            occurred_at: Some(self.now),
            created_at: Some(self.now),
            raw: RawAnswer::new("{}"),
        };
        self.events.push(event.clone());
        event
    }
}

impl FakeSeam {
    fn read<T>(&self, what: impl FnOnce(&mut World) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let mut world = self.0.lock().unwrap();
        world.reads += 1;
        what(&mut world)
    }

    fn listed(&self, door: &DeviceId, is_managed: bool) -> Result<Vec<CodeReading>, ReadError> {
        self.read(|world| {
            if world.unreadable.contains(door) {
                return Err(ReadError::Unavailable { status: 503 });
            }
            let shown = |code: &&CodeReading| code.device_id.as_ref() == Some(door) && code.is_managed == is_managed;
            Ok(if world.stale { Vec::new() } else { world.codes.iter().filter(shown).cloned().collect() })
        })
    }
}

impl SeamApi for FakeSeam {
    async fn workspace(&self) -> Result<WorkspaceReading, ReadError> {
        self.read(|world| {
            let id = WorkspaceId::new(&world.workspace);
            Ok(WorkspaceReading { id, name: "Ocean Beach".into(), is_sandbox: true, is_suspended: false })
        })
    }

    async fn accounts(&self) -> Result<Vec<AccountReading>, ReadError> {
        self.read(|world| Ok(world.accounts.clone()))
    }

    async fn doors(&self) -> Result<Vec<DoorReading>, ReadError> {
        self.read(|world| Ok(world.doors.clone()))
    }

    async fn door(&self, id: &DeviceId) -> Result<Option<DoorReading>, ReadError> {
        self.read(|world| Ok(world.doors.iter().find(|door| door.device_id == *id).cloned()))
    }

    async fn codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.listed(door, true)
    }

    async fn unmanaged_codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.listed(door, false)
    }

    async fn code(&self, id: &AccessCodeId) -> Result<Option<CodeReading>, ReadError> {
        self.read(|world| Ok(world.codes.iter().find(|code| code.id == *id).cloned()))
    }

    async fn events(&self, _since: Timestamp) -> Result<Vec<EventReading>, ReadError> {
        self.read(|world| Ok(world.events.clone()))
    }

    async fn create(&self, wanted: &CreateCode) -> CreateOutcome {
        let mut world = self.0.lock().unwrap();
        world.creates.push(wanted.clone());
        if let Some(meanwhile) = world.meanwhile.take() {
            meanwhile();
        }
        let unknown = CreateOutcome::Unknown { why: UnknownWhy::TimedOut };
        match world.fates.pop_front().unwrap_or(Fate::Answered) {
            Fate::Answered => accepted(world.make(wanted), true),
            Fate::IdOnly => accepted(world.make(wanted), false),
            Fate::Lost => {
                world.make(wanted);
                unknown
            }
            Fate::Late => {
                world.late.push(wanted.clone());
                unknown
            }
            Fate::Vanished => unknown,
            Fate::Instead(outcome) => outcome,
            Fate::MadeBut(outcome) => {
                world.make(wanted);
                outcome
            }
        }
    }

    fn server_time(&self) -> Option<Timestamp> {
        Some(self.0.lock().unwrap().now)
    }
}

fn accepted(code: CodeReading, whole: bool) -> CreateOutcome {
    let (id, raw) = (code.id.clone(), code.raw.clone());
    CreateOutcome::Accepted { id, raw, reading: whole.then(|| Box::new(code)), request_id: Some("req-1".into()) }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        let world = self.0.lock().unwrap();
        world.set_back.unwrap_or(world.now)
    }

    async fn sleep(&self, time: Duration) {
        let mut world = self.0.lock().unwrap();
        world.slept += time;
        world.now = world.now.checked_add(SignedDuration::try_from(time).unwrap()).unwrap();
    }
}
