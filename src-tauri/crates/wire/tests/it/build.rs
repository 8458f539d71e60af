//! Doors, intents and codes as the record holds them.

use domain::Pin;
use domain::difference::Difference;
use domain::ids::{AccessCodeId, AccountId, DeviceId, IntentId};
use domain::lifecycle::State;
use domain::limit::{Limit, LimitSource, Places};
use domain::marker::{Marker, MarkerBase};
use domain::matching::{Wish, match_stay};
use domain::promise::Promise;
use domain::reading::{About, AccountReading, DoorReading, ReadError};
use domain::slot::{self, SlotFacts};
use domain::stay::{Allowance, Preference, Stay};
use domain::tables::ZoneTables;
use domain::zone::{self, NamedZone, ZoneSource};
use jiff::civil::date;
use ops::LostSlot;
use ops::door::Door;
use ops::preview::{AskedTime, StayQuery};
use ops::same_lock::{PerhapsSame, Why};
use ops::sync::Synced;
use ops::{Code, CodeEntry, Intent, KnownDoor, Times};
use testkit::{at, notice, now, tables};
use wire::Show;

pub const PIN: &str = "583201";

/// Everything that can differ, and one difference that only a newer version knows.
pub fn differences() -> [Difference; 11] {
    let (promised, given) = (at("2026-12-04T00:00:00Z"), at("2026-12-04T01:00:00Z"));
    [
        Difference::Starts { promised, given },
        Difference::Ends { promised, given },
        Difference::Slot { promised: "A".to_owned(), given: "B".to_owned() },
        Difference::Door { given: DeviceId::new("door-2") },
        Difference::Name,
        Difference::OddPin,
        Difference::SharedPin,
        Difference::NotOffline,
        Difference::PinChanged,
        Difference::Unseen,
        Difference::Other { what: "something_new".to_owned(), promised: None, given: None },
    ]
}

pub fn show(tables: &ZoneTables) -> Show<'_> {
    Show { pins: false, times: Times::corrected(now(), None), tables, here: None }
}

pub fn facts(id: &str, name: &str, check_in: &str, check_out: &str) -> SlotFacts {
    SlotFacts { name: name.to_owned(), prefix: Some(4), is_24_hour: false, ..testkit::slot(id, check_in, check_out) }
}

/// Slots A 16:00→10:00 and B 12:00→12:00 for 24 hours, a master level, and one that cannot be read.
pub fn slots() -> Vec<SlotFacts> {
    vec![
        facts("a", "Guest 4 PM-10 AM", "16:00:00[America/Los_Angeles]", "10:00:00[America/Los_Angeles]"),
        SlotFacts { is_24_hour: true, ..facts("b", "Guest 24 h", "12:00", "12:00") },
        SlotFacts { is_master: true, ..facts("m", "Master", "00:00", "23:59") },
        facts("x", "Odd", "noon", "10:00"),
    ]
}

pub fn door() -> Door {
    let reading = DoorReading {
        account_id: Some(AccountId::new("account-1")),
        model: Some("Oracode 660".to_owned()),
        site: Some("Ocean Beach".to_owned()),
        slots: slots(),
        limit: Some(50),
        warnings: vec![notice("unreliable_online_status", "Status may be stale", About::Device)],
        ..testkit::door("door-1", "Loft\u{202e} 2")
    };
    let row = KnownDoor {
        reading,
        slot_snapshot: 1,
        host_limit: None,
        first_read_at: at("2026-11-01T08:00:00Z"),
        read_at: Some(at("2026-11-23T11:00:00Z")),
        gone_at: None,
    };
    let account = AccountReading {
        id: AccountId::new("account-1"),
        name: "jane".to_owned(),
        errors: Vec::new(),
        warnings: Vec::new(),
    };
    Door {
        zone: zone::choose(named("America/Los_Angeles"), &tables()),
        slots: slot::read(slots(), &tables()),
        places: Places {
            live: 10,
            in_flight: 1,
            elsewhere: 2,
            limit: Some(Limit { count: 50, source: LimitSource::Seam, passed_over: None }),
            next_free: Some(at("2026-11-24T18:00:00Z")),
        },
        account: Some(account),
        ids: vec![DeviceId::new("door-1")],
        successor: None,
        perhaps: Vec::new(),
        apart: None,
        row,
    }
}

/// A door in another zone, with its slots on that clock.
pub fn door_in(zone: &str) -> Door {
    let mut door = door();
    door.zone = zone::choose(named(zone), &tables());
    let plain = vec![facts("a", "Guest 4 PM-10 AM", "16:00", "10:00"), facts("n", "Night", "02:30", "02:30")];
    door.slots = slot::read(plain, &tables());
    door
}

pub fn named(zone: &str) -> Vec<NamedZone> {
    vec![NamedZone { source: ZoneSource::Metadata, name: zone.to_owned() }]
}

pub fn asked(from: &str, to: &str, allowance: Allowance) -> StayQuery {
    StayQuery {
        from: AskedTime::parse(from).unwrap(),
        to: AskedTime::parse(to).unwrap(),
        allowance,
        preference: Preference::Nearest,
    }
}

pub fn promise() -> Promise {
    let tables = tables();
    let zone = tables.zone("America/Los_Angeles").unwrap();
    let stay = Stay::new(date(2026, 12, 3).at(15, 45, 0, 0), date(2026, 12, 6).at(10, 15, 0, 0)).unwrap();
    let wish = Wish { stay, allowance: Allowance::Hour, preference: Preference::Nearest };
    let slots = slot::read(slots(), &tables);
    let matching = match_stay(&wish, &slots, &zone);
    Promise::new(&matching.candidates[0], &wish, &zone, "2026f bundled".to_owned())
}

/// A code in a state, without PIN, notices or differences.
pub fn entry(state: State) -> CodeEntry {
    let promise = promise();
    let device_id = DeviceId::new("door-1");
    let intent = Intent {
        id: IntentId(7),
        device_id: device_id.clone(),
        door_name: "Loft".to_owned(),
        stay_key: None,
        marker: Marker::new(MarkerBase::read("7KQ2M9XA4T").unwrap(), 1).unwrap(),
        label: "Loft Dec 3-6".to_owned(),
        made_at: at("2026-11-23T11:59:00Z"),
        promise,
    };
    let code = Code {
        intent: intent.id,
        device_id,
        state,
        seq: 4,
        owner: "here".to_owned(),
        access_code_id: Some(AccessCodeId::new("code-1")),
        pin: None,
        starts_at: intent.promise.starts_at,
        ends_at: intent.promise.ends_at,
        given_slot_id: None,
        given_slot_name: None,
        differs: Vec::new(),
        errors: Vec::new(),
        warnings: Vec::new(),
        scheduled_at: None,
        second_codes: Vec::new(),
        looks: 0,
        first_look_at: None,
        last_look_at: None,
        superseded: false,
        reading_sum: None,
        changed_at: at("2026-11-23T11:59:30Z"),
    };
    CodeEntry { intent, code }
}

pub fn with_pin(mut entry: CodeEntry) -> CodeEntry {
    entry.code.pin = Pin::new(PIN);
    entry
}

/// Two doors that may be one lock.
pub fn perhaps_same(why: Why) -> PerhapsSame {
    PerhapsSame {
        gone: DeviceId::new("door-0"),
        gone_name: "Loft".into(),
        gone_at: at("2026-11-20T10:00:00Z"),
        door: DeviceId::new("door-1"),
        name: "Loft 2".into(),
        why,
    }
}

/// A sync in which everything happened once.
pub fn synced() -> Synced {
    let lost = LostSlot { intent: IntentId(7), label: "Loft Dec 3-6".to_owned(), slot_name: "Guest".to_owned() };
    Synced {
        doors: 3,
        new_doors: 1,
        gone_doors: vec!["Attic".to_owned()],
        unmanaged_doors: vec!["Barn".to_owned()],
        managed_again: vec!["Shed".to_owned()],
        codes: 12,
        slots_changed: vec!["Loft".to_owned()],
        lost_slots: vec![lost],
        found: 1,
        second_codes: 1,
        of_other_records: 1,
        unread: vec![("Cabin".to_owned(), ReadError::TimedOut)],
        mended: 1,
        skew_ms: Some(-600_000),
    }
}
