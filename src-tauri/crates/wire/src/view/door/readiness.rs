//! The readiness of the doors, the key and this computer.

use domain::readiness::{self, Age, Finding, What, age, is_ready};
use domain::times::are_apart;
use jiff::SignedDuration;
use ops::TimeContext;
use ops::readiness::{DoorReadiness, Readiness};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sentence;
use crate::sentence::finding::Advice;
use crate::sentence::wish::Lack;
use crate::view::KeyState;
use crate::view::{CheckView, Level, Who};
use words::clean;

/// Seam sees the installer's changes after this many minutes.
const WAIT_MINUTES: u32 = 30;

/// Seam cannot tell whether a door is connected.
const NO_CONNECTION: &str = "unreliable_online_status";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadinessView {
    /// Key, keychain, clock, record, zone tables.
    pub app: Vec<CheckView>,
    pub doors: Vec<ReadinessDoorView>,
    /// One message for each who can mend something.
    pub wishes: Vec<WishView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadinessDoorView {
    pub door_id: String,
    pub name: String,
    pub ready: bool,
    /// What fails first, then what warns, then what passes.
    pub checks: Vec<CheckView>,
    /// Newest first.
    pub tests: Vec<DoorTestView>,
    /// Whole minutes until a change that the installer made just now can be counted on.
    pub wait_minutes: u32,
}

/// A message that gathers everything somebody could mend, ready to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WishView {
    pub who: Who,
    pub doors: u32,
    pub subject: String,
    pub text: String,
}

/// A test code, and whether it opened the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoorTestView {
    pub intent_id: Option<i64>,
    /// `null`: not tried yet.
    pub worked: Option<bool>,
    pub note: String,
    /// On the door's clock.
    pub at: String,
}

impl ReadinessView {
    /// `key`: where the API key is, which the record does not know; `None` in the demo, which needs none.
    pub fn new(readiness: &Readiness, key: Option<KeyState>, at: &TimeContext<'_>) -> Self {
        Self {
            app: app(readiness, key, at),
            doors: readiness.doors.iter().map(|door| ReadinessDoorView::new(door, at)).collect(),
            wishes: WishView::all(readiness),
        }
    }
}

impl ReadinessDoorView {
    fn new(door: &DoorReadiness, at: &TimeContext<'_>) -> Self {
        Self {
            door_id: door.door.id().to_string(),
            name: clean(door.door.name()),
            ready: is_ready(&door.findings),
            checks: door.findings.iter().map(CheckView::new).collect(),
            tests: DoorTestView::all(&door.tests, at.here),
            wait_minutes: WAIT_MINUTES,
        }
    }
}

/// Key, keychain, clock, sync, zone tables, record.
fn app(readiness: &Readiness, key: Option<KeyState>, at: &TimeContext<'_>) -> Vec<CheckView> {
    use sentence::readiness as say;
    let workspace = readiness.workspace.as_ref();
    let skew = workspace.and_then(|workspace| workspace.skew_ms).map(SignedDuration::from_millis);
    let now = at.times.now;
    let read_at = workspace.and_then(|workspace| workspace.read_at);
    let synced = read_at.map(|read_at| (age(read_at, now), now.duration_since(read_at)));
    let disagreeing = readiness.doors_with_disagreeing_tables();
    let warn_if = |warns: bool| if warns { Level::Warn } else { Level::Pass };
    let fail_if = |fails: bool| if fails { Level::Fail } else { Level::Pass };
    let rest = [
        check("clock", warn_if(skew.is_none_or(are_apart)), say::clock(skew)),
        check("sync", synced.map_or(Level::Fail, |(age, _)| warn_if(age != Age::Fresh)), say::sync(synced)),
        check("zone_tables", warn_if(disagreeing > 0), say::tables(&at.tables.version(), disagreeing)),
        check("record", fail_if(readiness.problem.is_some()), say::record(readiness.problem.as_ref())),
    ];
    key.map(for_key).into_iter().flatten().chain(rest).collect()
}

/// Whether there is a key, and whether the keychain keeps it.
fn for_key(key: KeyState) -> [CheckView; 2] {
    use sentence::readiness as say;
    let (has_key, keychain) = match key {
        KeyState::Kept | KeyState::Environment => (Level::Pass, Level::Pass),
        KeyState::Session => (Level::Pass, Level::Warn),
        KeyState::Absent => (Level::Fail, Level::Pass),
        KeyState::Locked | KeyState::Unavailable => (Level::Fail, Level::Fail),
    };
    [check("key", has_key, say::key(key)), check("keychain", keychain, say::keychain(key))]
}

fn check(check: &str, level: Level, told: Advice) -> CheckView {
    let who = told.mend.is_some().then_some(Who::Host);
    CheckView { check: check.to_owned(), level, message: told.message, mend: told.mend, who }
}

impl WishView {
    /// One message for each person who can fix something, except the host.
    fn all(readiness: &Readiness) -> Vec<Self> {
        let others = [readiness::Who::Installer, readiness::Who::Seam, readiness::Who::Dormakaba];
        others.into_iter().filter_map(|who| Self::to(who, readiness)).collect()
    }

    fn to(who: readiness::Who, readiness: &Readiness) -> Option<Self> {
        let lacks: Vec<Lack<'_>> = readiness.doors.iter().filter_map(|door| lack(who, door)).collect();
        (!lacks.is_empty()).then(|| Self {
            who: who.into(),
            doors: u32::try_from(lacks.len()).unwrap_or(u32::MAX),
            subject: sentence::wish::subject(who, lacks.len()),
            text: sentence::wish::text(who, &lacks),
        })
    }
}

/// The findings at a door that `who` can fix and that are worth a message.
fn lack(who: readiness::Who, door: &DoorReadiness) -> Option<Lack<'_>> {
    let has_slots = !door.door.slots.is_empty();
    let is_worth_it = |finding: &&Finding| {
        // Offline locks need no connection; and a request to set up slots already includes the 24-hour one.
        let is_idle = matches!(&finding.what, What::Said(said) if said.iter().all(|said| said.code == NO_CONNECTION));
        finding.what != What::Fine && !is_idle && (has_slots || finding.what != What::No24HourSlot)
    };
    let theirs = door.findings.iter().filter(|finding| finding.who == Some(who));
    let findings: Vec<&Finding> = theirs.filter(is_worth_it).collect();
    (!findings.is_empty()).then_some(Lack { door: &door.door, findings })
}
