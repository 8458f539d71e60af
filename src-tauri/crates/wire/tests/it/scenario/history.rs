//! The record of the scenario: eight doors, two of them well and one of each kind that is not, and sixty codes, of
//! which the newest are in every state.

use domain::Pin;
use domain::cause::NotSentWhy;
use domain::ids::{AccessCodeId, AccountId, DeviceId};
use domain::reading::{About, Capability, CodeReading, CreateOutcome, DoorReading, ZoneNames};
use domain::slot::SlotFacts;
use domain::stay::{Allowance, Preference};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use ops::draft::DraftQuery;
use ops::issue::{Accepted, IssueOrder, Issued};
use ops::notes::NewDoorTest;
use ops::preview::{AskedTime, StayQuery};

use super::Stage;
use super::seam::Fate;

/// How many codes there are; the last is the newest.
pub const CODES: i64 = 60;

const TODAY: Date = date(2026, 11, 23);

/// When the gone door left Seam, and the one that is perhaps the same came.
const MOVED: &str = "2026-11-19T16:12:00Z";

const GUESTS: [&str; 12] =
    ["Smith", "Lee", "Okafor", "García", "Nguyen", "Müller", "Rossi", "Tanaka", "Dubois", "Novák", "Haddad", "Olsen"];

/// Doors that can have codes, by number.
const USABLE: [usize; 5] = [1, 2, 3, 5, 6];

/// The outcomes of the newest codes, the newest first. Older ones are set, and most have ended.
const NEWEST: [Becomes; 13] = [
    Becomes::Set,
    Becomes::Setting,
    Becomes::Set,
    Becomes::Unknown,
    Becomes::Set,
    Becomes::Accepted,
    Becomes::Failed,
    Becomes::Differs,
    Becomes::Set,
    Becomes::Refused,
    Becomes::Gone,
    Becomes::NotSent,
    Becomes::Vanished,
];

#[derive(Clone, Copy)]
enum Becomes {
    Set,
    Setting,
    /// Made, renamed on its way, and its answer lost.
    Unknown,
    /// Not known, and looks find nothing.
    Vanished,
    Accepted,
    Failed,
    /// Set, with an end an hour later than promised.
    Differs,
    Refused,
    Gone,
    NotSent,
}

fn slot(id: &str, name: &str, check_in: &str, check_out: &str) -> SlotFacts {
    SlotFacts { name: name.into(), ..testkit::slot(id, check_in, check_out) }
}

fn slots(count: usize) -> Vec<SlotFacts> {
    let all = [
        slot("sl_1", "Guest 4 PM – 10 AM", "16:00", "10:00"),
        slot("sl_2", "Guest 3 PM – 11 AM", "15:00", "11:00"),
        slot("sl_3", "24 h noon", "12:00", "12:00"),
        slot("sl_4", "Day 7 – 19", "07:00", "19:00"),
        SlotFacts { is_biweekly: true, ..slot("sl_5", "Biweekly clean", "09:00", "17:00") },
        SlotFacts { is_one_shot: true, ..slot("sl_6", "One-shot", "00:00", "23:59") },
        SlotFacts { is_master: true, ..slot("sl_7", "Master", "00:00", "23:59") },
    ];
    all.into_iter().take(count).collect()
}

fn door(number: usize, name: &str, zone: &str, site: &str, slot_count: usize) -> DoorReading {
    let zones = ZoneNames { metadata: (!zone.is_empty()).then(|| zone.into()), ..ZoneNames::default() };
    DoorReading {
        account_id: Some(AccountId::new("account-1")),
        model: Some("Oracode 660".into()),
        site: Some(site.into()),
        oracode_id: Some(format!("{}", 100 + number)),
        zones,
        slots: slots(slot_count),
        limit: Some(50),
        ..testkit::door(&format!("door-{number}"), name)
    }
}

/// All doors ever listed. The second is the eighth under a new id.
fn doors() -> Vec<DoorReading> {
    let west = "America/Vancouver";
    vec![
        door(1, "Loft", west, "Harbour House", 7),
        DoorReading { oracode_id: Some("108".into()), ..door(2, "Garden Suite", west, "Harbour House", 4) },
        door(3, "Pool Gate", west, "Harbour House", 3),
        door(4, "Cabin 2", "America/Los_Angeles", "Cedar Lake", 0),
        DoorReading {
            limit: None,
            provider: "dormakaba_oracode_iho".into(),
            ..door(5, "Harbour Flat", "Europe/Madrid", "Calle Mayor", 4)
        },
        DoorReading { limit: Some(10), ..door(6, "Casa Azul", "America/Mexico_City", "Casa Azul", 3) },
        DoorReading { offline_capable: Capability::Unknown, ..door(7, "Old Barn", "", "Cedar Lake", 2) },
        door(8, "Summer House", west, "Harbour House", 3),
    ]
}

/// A code that was made elsewhere.
fn foreign(id: &str, door: &str, name: Option<&str>, window: Option<(&str, &str)>) -> CodeReading {
    let at = |text: &str| text.parse().ok();
    CodeReading {
        name: name.map(Into::into),
        starts_at: window.and_then(|(from, _)| at(from)),
        ends_at: window.and_then(|(_, to)| at(to)),
        status: Some("set".into()),
        pending: Some(Vec::new()),
        slot_name: window.map(|_| "Day 7 – 19".into()),
        created_at: at("2026-10-01T08:00:00Z"),
        ..testkit::code(id, door)
    }
}

fn guest(number: i64) -> &'static str {
    GUESTS[usize::try_from((number * 7 + 3) % 12).unwrap()]
}

/// Arrival and nights of a code, by how many are newer.
fn stay_of(back: i64, made: Timestamp) -> (Date, i64) {
    let nights = 2 + (CODES - back) % 5;
    let first = match back {
        0..=8 => TODAY.saturating_add(back.days()),
        9..=11 => TODAY.saturating_add((back - 2).days()),
        12..=24 => TODAY.saturating_add((10 + back).days()),
        _ => jiff::tz::TimeZone::UTC.to_datetime(made).date().saturating_add(1.day()),
    };
    (first, nights)
}

impl Stage {
    /// Everything happened.
    pub fn with_history() -> Self {
        let stage = Self::empty();
        {
            let mut world = stage.world();
            world.now = "2026-10-10T08:00:00Z".parse().unwrap();
            world.accounts = vec![testkit::account("account-1", "Harbour Stays")];
            world.doors = doors().into_iter().filter(|door| door.device_id.as_str() != "door-2").collect();
            world.codes = vec![
                foreign("out-1", "door-1", Some("Cleaner"), Some(("2026-11-20T14:00:00Z", "2026-12-20T02:00:00Z"))),
                foreign("out-2", "door-1", None, None),
                foreign(
                    "out-3",
                    "door-3",
                    Some("Pool service"),
                    Some(("2026-11-24T14:00:00Z", "2026-11-25T02:00:00Z")),
                ),
            ];
        }
        stage.sync();
        stage.issue_all();
        stage.keep_notes();
        stage.world().now = super::NOW.parse().unwrap();
        stage
    }

    fn issue_all(&self) {
        let moved: Timestamp = MOVED.parse().unwrap();
        let now: Timestamp = super::NOW.parse().unwrap();
        let mut has_moved = false;
        for back in (0..CODES).rev() {
            let made = now.saturating_sub(((back + 1) * 12).hours()).unwrap();
            if made > moved && !has_moved {
                has_moved = true;
                self.move_door();
            }
            self.world().now = made;
            self.issue_one(back, made, has_moved);
        }
        self.world().now = now.saturating_sub(4.minutes()).unwrap();
        self.sync();
    }

    /// One door leaves Seam, another comes, and two codes made elsewhere are no longer listed.
    fn move_door(&self) {
        {
            let mut world = self.world();
            world.now = MOVED.parse().unwrap();
            world.doors = doors().into_iter().filter(|door| door.device_id.as_str() != "door-8").collect();
            world.codes.retain(|code| !["out-2", "out-3"].contains(&code.id.as_str()));
        }
        self.sync();
    }

    fn issue_one(&self, back: i64, made: Timestamp, has_moved: bool) {
        let number = match CODES - back {
            // Another attempt for the stay whose code failed.
            55 => 54,
            number => number,
        };
        let door = match USABLE[usize::try_from(number % 5).unwrap()] {
            2 if !has_moved => 8,
            usable => usable,
        };
        let becomes = usize::try_from(back).ok().and_then(|back| NEWEST.get(back)).copied().unwrap_or(Becomes::Set);
        match becomes {
            Becomes::Unknown => self.fate(Fate::Lost),
            Becomes::Vanished => self.fate(Fate::Vanished),
            Becomes::Refused => self.fate(Fate::Instead(CreateOutcome::Refused {
                status: 400,
                kind: "invalid_input".into(),
                message: "starts_at must match a predefined time slot".into(),
                request_id: Some("b6c2-91".into()),
            })),
            Becomes::NotSent => self.fate(Fate::Instead(CreateOutcome::NotSent { why: NotSentWhy::ConnectionRefused })),
            Becomes::Set
            | Becomes::Setting
            | Becomes::Accepted
            | Becomes::Failed
            | Becomes::Differs
            | Becomes::Gone => {}
        }
        let (first, nights) = stay_of(CODES - number, made);
        let last = first.saturating_add(nights.days());
        let asked = IssueOrder {
            door: DeviceId::new(format!("door-{door}")),
            stay: StayQuery {
                from: AskedTime::Civil(first.at(16, 0, 0, 0)),
                to: AskedTime::Civil(last.at(10, 0, 0, 0)),
                allowance: Allowance::Hour,
                preference: Preference::Nearest,
            },
            slot: None,
            label: Some(format!("{} {:02}–{:02}", guest(number), first.day(), last.day())),
            stay_key: (number % 4 == 0).then(|| format!("HMX{number}")),
            accepted: Accepted::Everything,
            another: number != CODES - back,
            expected: None,
            recorded_stay: None,
        };
        let issued = self.run(self.book.issue(asked, &|_| ())).unwrap();
        assert!(matches!(issued, Issued::Code { .. }), "the {number}th code is asked for: {issued:?}");
        self.becomes(CODES - back, becomes);
    }

    /// Seam's outcome for the code that was requested last.
    fn becomes(&self, number: i64, becomes: Becomes) {
        {
            let mut world = self.world();
            let pin = Pin::new(&format!("{:06}", (583_201 + number * 7_919) % 1_000_000));
            let code = world.codes.last_mut().unwrap();
            match becomes {
                Becomes::Set | Becomes::Gone => set(code, pin),
                Becomes::Differs => {
                    set(code, pin);
                    code.ends_at = code.ends_at.map(|end| end.saturating_add(1.hour()).unwrap());
                }
                Becomes::Setting => code.status = Some("setting".into()),
                Becomes::Unknown => {
                    code.id = AccessCodeId::new("ac-7f3q");
                    code.name = Some("Loft 24-27 Nov".into());
                }
                Becomes::Failed => {
                    let said = "Failed to set access code on the device.";
                    code.errors.push(testkit::notice("failed_to_set_on_device", said, About::Code));
                }
                Becomes::Accepted | Becomes::Vanished | Becomes::Refused | Becomes::NotSent => {}
            }
        }
        self.run(self.book.confirm_all()).unwrap();
        if matches!(becomes, Becomes::Gone) {
            self.world().codes.pop();
        }
    }

    fn keep_notes(&self) {
        let stay = |door: &str, first: Date, label: &str| DraftQuery {
            door: Some(DeviceId::new(door)),
            from_date: first.to_string(),
            from_time: "15:00".into(),
            to_date: first.saturating_add(3.days()).to_string(),
            to_time: "11:00".into(),
            allowance: Allowance::Hour,
            preference: Preference::Nearest,
            slot: None,
            label: Some(label.into()),
            label_template: String::new(),
            stay_key: None,
            another: false,
        };
        let kept = [stay("door-2", TODAY, guest(41)), stay("door-1", TODAY.saturating_add(1.day()), guest(42))];
        for asked in kept {
            self.note_down(move |write, at| ops::stays::record(write, at, &asked, None).map(|_| ())).unwrap();
        }
        self.note_down(|write, at| {
            let loft = DeviceId::new("door-1");
            ops::notes::add_to_door(write, at, &loft, "The lever sticks in the cold. Tell guests to pull first.")?;
            ops::notes::add_test(
                write,
                at,
                &NewDoorTest { door: loft, intent: None, worked: Some(true), note: "Opened at once.".into() },
            )
        })
        .unwrap();
        let limit = self.book.record.set_host_limit(DeviceId::new("door-3"), Some(20), self.world().now);
        self.run(limit).unwrap();
    }
}

/// Seam has made it.
pub fn set(code: &mut CodeReading, pin: Option<Pin>) {
    code.status = Some("set".into());
    code.pending = Some(Vec::new());
    code.pin = pin;
}
