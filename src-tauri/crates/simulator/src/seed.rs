//! The doors, slots and codes that a simulator starts with.

use jiff::civil::{Time, time};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::agenda::{LifeStep, What};
use crate::clock::{DAY, Millis, timestamp};
use crate::code::{Code, Level, Origin};
use crate::door::{Account, Door, Location, Make, Oddity};
use crate::matching::{Window, instant};
use crate::options::{Options, Variety};
use crate::sketch::{Quirk, SKETCHES, SLOTS, ZONES};
use crate::slot::{Form, Slot, SlotSpec};
use crate::world::World;

/// Indices of the accounts that exist only in a varied world.
const IHO: usize = 1;
const AUGUST: usize = 2;

/// A world with its accounts, doors and codes.
pub fn new_world(options: Options, url: String) -> World {
    let mut world = World::new(options, url);
    fill(&mut world);
    world
}

fn fill(world: &mut World) {
    let born = world.clock.base() - 90 * DAY;
    add_account(world, "dormakaba_oracode", "jane", born);
    if world.options.variety == Variety::Varied {
        add_account(world, "dormakaba_oracode_iho", "jane@example.org", born);
        add_account(world, "august", "jane@example.com", born);
    }
    for number in 0..world.options.doors {
        let door = match world.options.variety {
            Variety::Plain => plain_door(world, number, born),
            Variety::Varied => varied_door(world, number, born),
        };
        world.add_door(door);
    }
    if world.options.variety == Variety::Varied {
        add_other_device(world, born);
    }
    let doors = world.options.doors;
    for number in 0..if doors == 0 { 0 } else { world.options.codes } {
        add_code(world, number % doors, number, number / doors % 2 == 1);
    }
    fill_full_doors(world);
}

fn add_account(world: &mut World, provider: &'static str, name: &str, created_at: Millis) {
    let id = world.mint.lasting_id(&format!("account {provider}"));
    world.accounts.push(Account { id, provider, display_name: name.to_owned(), created_at, disconnected: None });
}

fn plain_door(world: &World, number: usize, born: Millis) -> Door {
    let zone = ZONES.iter().copied().cycle().nth(number % ZONES.len()).unwrap_or("UTC");
    let mut door = bare_door(world, number, &format!("Door {}", 101 + number), zone, born);
    door.slots = slots(world, zone, &door.zone, |_| Form::Full);
    door
}

fn varied_door(world: &World, number: usize, born: Millis) -> Door {
    let [first, ..] = &SKETCHES;
    let sketch = SKETCHES.get(number % SKETCHES.len()).unwrap_or(first);
    let round = number / SKETCHES.len();
    let name = if round == 0 { sketch.name.to_owned() } else { format!("{} No. {}", sketch.name, round + 1) };
    let mut door = bare_door(world, number, &name, sketch.zone, born);
    let slot_zone = sketch.slot_zone.unwrap_or(sketch.zone);
    door.slots = match sketch.quirk {
        Quirk::NoSlots => Vec::new(),
        Quirk::Iho => iho_slots(world, &door.zone),
        Quirk::MixedForms | Quirk::ExtPrefix => slots(world, slot_zone, &door.zone, Form::mixed),
        Quirk::OffsetsOnly => slots(world, slot_zone, &door.zone, |_| Form::OffsetOnly),
        Quirk::NoLocation => slots(world, slot_zone, &door.zone, |_| Form::Short),
        Quirk::LimitUntold => slots(world, slot_zone, &door.zone, |_| Form::Fraction),
        Quirk::Ordinary | Quirk::Full | Quirk::CapabilityMissing | Quirk::NotOffline | Quirk::ZoneUntold => {
            slots(world, slot_zone, &door.zone, |_| Form::Full)
        }
    };
    apply_quirk(&mut door, sketch.quirk);
    door
}

fn apply_quirk(door: &mut Door, quirk: Quirk) {
    match quirk {
        Quirk::ExtPrefix => {
            (door.oddity.ext_prefix, door.oddity.location) = (true, Location::OldZoneOnly);
        }
        Quirk::NoLocation => (door.oddity.location, door.oddity.fine_stamps) = (Location::Absent, true),
        Quirk::Iho => (door.make, door.account) = (Make::Iho, IHO),
        Quirk::CapabilityMissing => door.offline = None,
        Quirk::NotOffline => door.offline = Some(false),
        Quirk::LimitUntold => {
            (door.oddity.limit_told, door.oddity.location, door.oddity.text_ids) = (false, Location::Null, true);
        }
        Quirk::ZoneUntold => (door.oddity.zone_told, door.oddity.sparse) = (false, true),
        Quirk::OffsetsOnly => door.online = false,
        Quirk::Ordinary | Quirk::NoSlots | Quirk::Full | Quirk::MixedForms => {}
    }
}

fn bare_door(world: &World, number: usize, name: &str, zone: &str, created_at: Millis) -> Door {
    Door {
        id: world.mint.lasting_id(&format!("door {number}")),
        name: name.to_owned(),
        make: Make::Oracode,
        account: 0,
        number: 1_000 + number as u64,
        zone_name: zone.to_owned(),
        zone: TimeZoneDatabase::bundled().get(zone).unwrap_or(TimeZone::UTC),
        slots: Vec::new(),
        limit: world.options.max_codes,
        offline: Some(true),
        oddity: Oddity::NONE,
        created_at,
        removed: false,
        managed: true,
        online: true,
        codes: Vec::new(),
        creates: std::collections::VecDeque::new(),
    }
}

fn slots(world: &World, zone_name: &str, zone: &TimeZone, form: impl Fn(usize) -> Form) -> Vec<Slot> {
    let write = |number: usize, time| form(number).write(time, zone_name, zone);
    let build = |number| {
        let (name, check_in, check_out) = hours(number);
        let spec = SlotSpec {
            is_24_hour: check_in == check_out,
            is_biweekly_mode: name.starts_with("Biweekly"),
            is_one_shot: name.starts_with("One shot"),
            is_master: name.ends_with("master"),
            ..SlotSpec::new(&name, &write(number, check_in), &write(number, check_out))
        };
        spec.into_slot(number, &world.mint)
    };
    (0..world.options.slots).map(build).collect()
}

/// The Homeowner's Portal numbers its levels and has neither flags nor zones for them.
fn iho_slots(world: &World, zone: &TimeZone) -> Vec<Slot> {
    let build = |number| {
        let (name, check_in, check_out) = hours(number);
        let text = |time| Form::Bare.write(time, "", zone);
        let spec = SlotSpec { id: number.to_string(), ..SlotSpec::new(&name, &text(check_in), &text(check_out)) };
        spec.into_slot(number, &world.mint)
    };
    (0..world.options.slots.min(4)).map(build).collect()
}

/// Name and times of the slot with this number. Beyond the named ones, the times step through the day.
fn hours(number: usize) -> (String, Time, Time) {
    if let Some((name, [in_hour, in_minute], [out_hour, out_minute])) = SLOTS.get(number) {
        return ((*name).to_owned(), time(*in_hour, *in_minute, 0, 0), time(*out_hour, *out_minute, 0, 0));
    }
    let step = i8::try_from(number % 24).unwrap_or(0);
    let (check_in, check_out) = (time(step, 30, 0, 0), time((step + 18) % 24, 15, 0, 0));
    (format!("Level {number}"), check_in, check_out)
}

fn add_other_device(world: &mut World, born: Millis) {
    let mut gate = bare_door(world, world.doors.len(), "Front Gate", "America/Los_Angeles", born);
    (gate.make, gate.account, gate.offline) = (Make::Other, AUGUST, Some(false));
    world.add_door(gate);
}

/// Fills doors sketched as full up to their limit.
fn fill_full_doors(world: &mut World) {
    if world.options.variety == Variety::Plain {
        return;
    }
    for index in 0..world.options.doors {
        let is_full = SKETCHES.get(index % SKETCHES.len()).is_some_and(|sketch| sketch.quirk == Quirk::Full);
        let door = world.doors.get(index).filter(|_| is_full);
        let missing = door.map_or(0, |door| door.limit.saturating_sub(world.places_taken(door)));
        for _ in 0..missing {
            let number = world.codes.len();
            add_code(world, index, number, number.is_multiple_of(2));
        }
    }
}

/// Adds a code made elsewhere that works now or later, depending on its number.
fn add_code(world: &mut World, door: usize, number: usize, in_portal: bool) {
    let id = world.mint.lasting_id(&format!("code {number}"));
    let Some((level, window)) = world.doors.get(door).map(|door| window_of(door, number, world.clock.base())) else {
        return;
    };
    let created_at = world.clock.base() - DAY - Millis::try_from(number % 1_000).unwrap_or(0);
    let code = Code {
        origin: if in_portal { Origin::Portal } else { Origin::Elsewhere },
        name: Some(if in_portal { format!("Portal stay {number}") } else { format!("Booking {number}") }),
        level,
        stay_id: 1_000 + number as u64,
        ..Code::ready(id, door, created_at, window)
    };
    let index = world.add_code(code);
    world.agenda.add(window.end, What::Code(index, LifeStep::End));
}

fn window_of(door: &Door, number: usize, now: Millis) -> (Option<Level>, Window) {
    let slot = door.slots.iter().filter(|slot| slot.is_offered()).cycle().nth(number % 4);
    let day = Millis::try_from(number % 300).unwrap_or(0) * DAY;
    let nights = (2 + Millis::try_from(number % 12).unwrap_or(0)) * DAY;
    let at = |from: Millis, clock: Time| {
        let date = door.zone.to_datetime(timestamp(from)).date();
        instant(&door.zone, date.to_datetime(clock)).unwrap_or(from)
    };
    let noon = time(12, 0, 0, 0);
    let (check_in, check_out) =
        slot.map_or((noon, noon), |slot| (slot.check_in.unwrap_or(noon), slot.check_out.unwrap_or(noon)));
    let window = Window { start: at(now + day - DAY, check_in), end: at(now + day - DAY + nights, check_out) };
    (slot.map(|slot| Level { id: slot.id.clone(), name: slot.name.clone() }), window)
}
