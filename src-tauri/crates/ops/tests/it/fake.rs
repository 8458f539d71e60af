//! A Seam in memory that does what a test asks of it, and a clock that jumps.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::Pin;
use domain::cause::UnknownWhy;
use domain::ids::{AccessCodeId, DeviceId, WorkspaceId};
use domain::reading::{
    About, AccountReading, Capability, CodeReading, CreateCode, CreateOutcome, DoorReading, EventReading, Pending,
    ReadError, WorkspaceReading, ZoneNames,
};
use jiff::{SignedDuration, Timestamp};
use ops::{Clock, SeamApi};
use testkit::{code, event, notice, workspace};

/// The fate of the next request for a code.
#[derive(Clone)]
pub enum Fate {
    /// Made and answered.
    Answered,
    /// Made; the answer is lost.
    Lost,
    /// Not made, but the client cannot know.
    Vanished,
    /// Not made yet: made when the test calls [`World::deliver`].
    Late,
    /// Made; only the id of the answer can be read.
    IdOnly,
    /// Answered like this, and not made.
    Instead(CreateOutcome),
    /// Made, but answered like this.
    MadeBut(CreateOutcome),
}

/// Seam's side of things.
pub struct World {
    pub now: Timestamp,
    /// Answers carry no date.
    pub undated: bool,
    /// The time that this computer's clock shows instead.
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
    /// Doors missing from the list, though they exist.
    pub unlisted: Vec<DeviceId>,
    /// The error that the list of doors that Seam only watches returns instead.
    pub unmanaged_refused: Option<ReadError>,
    /// Seam cannot be reached.
    pub away: bool,
    /// How many of the next answers about one code cannot be read.
    pub garbled: u32,
    pub reads: usize,
    pub events: Vec<EventReading>,
    pub slept: Duration,
    pub made: usize,
    /// Run once the next request has arrived, before it is answered.
    pub meanwhile: Option<Box<dyn FnOnce() + Send>>,
}

#[derive(Clone)]
pub struct FakeSeam(pub Arc<Mutex<World>>);

#[derive(Clone)]
pub struct FakeClock(pub Arc<Mutex<World>>);
impl World {
    /// Makes the code that was asked for.
    pub fn make(&mut self, wanted: &CreateCode) -> CodeReading {
        self.made += 1;
        let number = self.made;
        let slot = self.doors.iter().find(|door| door.device_id == wanted.device_id).unwrap().slots[0].clone();
        let code = CodeReading {
            name: Some(wanted.name.clone()),
            starts_at: wanted.starts_at.parse().ok(),
            ends_at: wanted.ends_at.parse().ok(),
            status: Some("unset".into()),
            pending: Some(vec![Pending { code: "creating".into(), scheduled_at: None }]),
            slot_id: Some(slot.id),
            slot_name: Some(slot.name),
            created_at: Some(self.now),
            ..code(&format!("code-{number}"), wanted.device_id.as_str())
        };
        self.codes.push(code.clone());
        code
    }

    fn manages(&self, door: &DeviceId) -> bool {
        self.doors.iter().any(|one| one.device_id == *door && one.is_managed)
    }

    /// Seam manages a door, or only watches it and its codes.
    pub fn switch(&mut self, door: &str, is_managed: bool) {
        self.doors.iter_mut().filter(|one| one.device_id.as_str() == door).for_each(|one| one.is_managed = is_managed);
        let here = |code: &&mut CodeReading| code.device_id.as_ref().is_some_and(|id| id.as_str() == door);
        self.codes.iter_mut().filter(here).for_each(|code| code.is_managed &= is_managed);
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

    /// The newest code fails.
    pub fn fail(&mut self) {
        self.codes.last_mut().unwrap().errors.push(notice("provider_issue", "No user levels", About::Code));
    }

    pub fn event(&mut self, id: &str, kind: &str) -> EventReading {
        let code = self.codes.last().unwrap();
        let event = EventReading {
            device_id: code.device_id.clone(),
            access_code_id: Some(code.id.clone()),
            occurred_at: Some(self.now),
            created_at: Some(self.now),
            ..event(id, kind)
        };
        self.events.push(event.clone());
        event
    }
}

impl FakeSeam {
    fn read<T>(&self, what: impl FnOnce(&mut World) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let mut world = self.0.lock().unwrap();
        world.reads += 1;
        if world.away {
            return Err(ReadError::NoConnection("offline".into()));
        }
        what(&mut world)
    }

    fn listed(&self, door: &DeviceId, is_managed: bool) -> Result<Vec<CodeReading>, ReadError> {
        self.read(|world| {
            if world.unreadable.contains(door) {
                return Err(ReadError::Unavailable { status: 503 });
            }
            if is_managed && !world.manages(door) {
                return Err(ReadError::NotFound { kind: "device_not_found".into() });
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
            Ok(WorkspaceReading { id, ..workspace() })
        })
    }

    async fn accounts(&self) -> Result<Vec<AccountReading>, ReadError> {
        self.read(|world| Ok(world.accounts.clone()))
    }

    async fn doors(&self) -> Result<Vec<DoorReading>, ReadError> {
        self.read(|world| {
            let is_listed = |door: &&DoorReading| door.is_managed && !world.unlisted.contains(&door.device_id);
            Ok(world.doors.iter().filter(is_listed).cloned().collect())
        })
    }

    async fn unmanaged_doors(&self) -> Result<Vec<DoorReading>, ReadError> {
        self.read(|world| match &world.unmanaged_refused {
            Some(refused) => Err(refused.clone()),
            None => Ok(world.doors.iter().filter(|door| !door.is_managed).map(as_shown).collect()),
        })
    }

    async fn door(&self, id: &DeviceId) -> Result<Option<DoorReading>, ReadError> {
        self.read(|world| {
            let door = world.doors.iter().find(|door| door.device_id == *id);
            let is_served = |door: &&DoorReading| door.is_managed || world.unmanaged_refused.is_none();
            Ok(door.filter(is_served).map(as_shown))
        })
    }

    async fn codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.listed(door, true)
    }

    async fn unmanaged_codes(&self, door: &DeviceId) -> Result<Vec<CodeReading>, ReadError> {
        self.listed(door, false)
    }

    async fn code(&self, id: &AccessCodeId) -> Result<Option<CodeReading>, ReadError> {
        self.read(|world| {
            if let Some(left) = world.garbled.checked_sub(1) {
                world.garbled = left;
                return Err(ReadError::Malformed("no access code in it".into()));
            }
            Ok(world.codes.iter().find(|code| code.id == *id).cloned())
        })
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
        let world = self.0.lock().unwrap();
        (!world.undated).then_some(world.now)
    }
}

/// Seam reports little about a door that it only watches.
fn as_shown(door: &DoorReading) -> DoorReading {
    if door.is_managed {
        return door.clone();
    }
    DoorReading {
        name: format!("{} at dormakaba", door.name),
        site: None,
        offline_capable: Capability::Unknown,
        zones: ZoneNames::default(),
        slots: Vec::new(),
        limit: None,
        ..door.clone()
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
