//! Random doors and stays, crowded where the rules have edges: slots at 59, 60 and 61 minutes from the stay's times,
//! seconds and milliseconds either side, stays of 31 days more or less, and both ends around changes of the clock.

use domain::stay::{Allowance, Preference};
use jiff::SignedDuration;
use jiff::civil::{DateTime, Time, date};
use proptest::prelude::*;
use proptest::sample::select;

use crate::places::{PLACES, Place};
use crate::reference::Ask;
use crate::reference::level::{Level, Written};

/// A stay at a door: the place is an index into [`PLACES`].
#[derive(Clone, Debug)]
pub struct Case {
    pub place: usize,
    pub levels: Vec<Level>,
    pub ask: Ask,
}

impl Case {
    pub fn place(&self) -> &'static Place {
        &PLACES[self.place]
    }
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

pub fn case() -> impl Strategy<Value = Case> {
    (0..PLACES.len(), stay(), prop::collection::vec(sketch(), 0..9), allowance(), preference()).prop_map(
        |(place, stay, sketches, allowance, preference)| {
            let (arrival, departure) = stay.at(&PLACES[place]);
            let ask = Ask { arrival, departure, allowance, preference };
            let levels = with_twins(sketches).into_iter().map(|sketch| sketch.level(&ask, &PLACES[place])).collect();
            Case { place, levels, ask }
        },
    )
}

pub fn allowance() -> impl Strategy<Value = Allowance> {
    select(vec![Allowance::Hour, Allowance::Day])
}

pub fn preference() -> impl Strategy<Value = Preference> {
    select(vec![Preference::Nearest, Preference::Cover])
}

/// One end of a stay is placed at a change of the clock or on any day, the other is a length away.
#[derive(Clone, Debug)]
struct Hung {
    change: Option<usize>,
    day: i64,
    shift: i64,
    length: i64,
    by_departure: bool,
}

fn stay() -> impl Strategy<Value = Hung> {
    let change = prop_oneof![3 => any::<usize>().prop_map(Some), 1 => Just(None)];
    (change, 0..2500_i64, shift(), length(), any::<bool>())
        .prop_map(|(change, day, shift, length, by_departure)| Hung { change, day, shift, length, by_departure })
}

fn shift() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => (-90..=150_i64).prop_map(|minutes| minutes * MINUTE),
        3 => (-48 * 4..=48 * 4_i64).prop_map(|quarters| quarters * 15 * MINUTE),
        1 => (-90 * 60..=150 * 60_i64).prop_map(|seconds| seconds * 1000),
        1 => -2 * DAY..=2 * DAY,
    ]
}

fn length() -> impl Strategy<Value = i64> {
    prop_oneof![
        1 => (5..=90_i64).prop_map(|minutes| minutes * MINUTE),
        2 => (5..=36 * 60_i64).prop_map(|minutes| minutes * MINUTE),
        4 => (1..=30_i64, -720..=720_i64).prop_map(|(days, minutes)| days * DAY + minutes * MINUTE),
        2 => (-90..=90_i64).prop_map(|minutes| 31 * DAY + minutes * MINUTE),
        1 => select(vec![0, 1, -1, 1000, -1000, HOUR, -HOUR, 30 * MINUTE]).prop_map(|millis| 31 * DAY + millis),
        1 => (30 * 1440..=40 * 1440_i64).prop_map(|minutes| minutes * MINUTE),
        1 => 5 * MINUTE..=40 * DAY,
    ]
    .prop_map(|length| length.max(5 * MINUTE))
}

impl Hung {
    fn at(&self, place: &Place) -> (DateTime, DateTime) {
        let changes = &place.changes;
        let any_day = date(2024, 2, 1).at(0, 0, 0, 0).saturating_add(SignedDuration::from_millis(self.day * DAY));
        let peg = self.change.and_then(|at| changes.get(at % changes.len().max(1))).copied().unwrap_or(any_day);
        let plus = |at: DateTime, millis: i64| at.saturating_add(SignedDuration::from_millis(millis));
        let end = plus(peg, self.shift);
        if self.by_departure { (plus(end, -self.length), end) } else { (end, plus(end, self.length)) }
    }
}

/// A slot before the stay is known: its times are given by their distance from the stay's, or are on the clock.
#[derive(Clone, Debug)]
struct Sketch {
    id: u8,
    name: &'static str,
    check_in: (Tick, Dress),
    check_out: (Tick, Dress),
    is_24_hour: bool,
    is_biweekly: bool,
    unusable: u8,
    twin: Twin,
}

/// Whether a slot has the times of the one before it, or those at the same distances on the other side.
#[derive(Clone, Copy, Debug)]
enum Twin {
    No,
    Same,
    Mirrored,
}

#[derive(Clone, Debug)]
enum Tick {
    Beside(i64),
    On(i64),
    Nonsense(&'static str),
}

/// The text next to the clock time.
#[derive(Clone, Debug)]
enum Dress {
    Bare,
    Zone(&'static str),
    ZoneAndOffset(i32),
    DoorsOffset,
    Offset(i32),
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let flag = |weight: u32| prop::bool::weighted(f64::from(weight) / 100.0);
    let twin = prop_oneof![6 => Just(Twin::No), 1 => Just(Twin::Same), 2 => Just(Twin::Mirrored)];
    let names = vec!["Guest", "Guest", "Late", "", "\u{202e}tseuG", "Ärger"];
    (0..40_u8, select(names), (tick(), dress()), (tick(), dress()), flag(30), flag(25), 0..24_u8, twin).prop_map(
        |(id, name, check_in, check_out, is_24_hour, is_biweekly, unusable, twin)| Sketch {
            id,
            name,
            check_in,
            check_out,
            is_24_hour,
            is_biweekly,
            unusable,
            twin,
        },
    )
}

fn with_twins(mut sketches: Vec<Sketch>) -> Vec<Sketch> {
    for at in 1..sketches.len() {
        let before = sketches[at - 1].clone();
        let twin = sketches[at].twin;
        let times = match twin {
            Twin::No => continue,
            Twin::Same => (before.check_in, before.check_out),
            Twin::Mirrored => (mirrored(before.check_in), mirrored(before.check_out)),
        };
        (sketches[at].check_in, sketches[at].check_out) = times;
        (sketches[at].is_24_hour, sketches[at].is_biweekly) = (before.is_24_hour, before.is_biweekly);
    }
    sketches
}

fn mirrored((tick, dress): (Tick, Dress)) -> (Tick, Dress) {
    match tick {
        Tick::Beside(millis) => (Tick::Beside(-millis), dress),
        Tick::On(_) | Tick::Nonsense(_) => (tick, dress),
    }
}

fn tick() -> impl Strategy<Value = Tick> {
    let edges: Vec<i64> =
        [0, 1, 30, 59, 60, 61, 720, 721].into_iter().flat_map(|m| [m * MINUTE, -m * MINUTE]).collect();
    let hair = select(vec![0, 0, 0, 1, -1, 1000, -1000]);
    let on = [0, 90, 120, 150, 180, 600, 660, 720, 960, 1439].map(|minute| minute * MINUTE).to_vec();
    prop_oneof![
        4 => (select(edges), hair).prop_map(|(edge, hair)| Tick::Beside(edge + hair)),
        4 => (-75..=75_i64).prop_map(|minutes| Tick::Beside(minutes * MINUTE)),
        2 => select(on).prop_map(Tick::On),
        2 => (0..1440_i64).prop_map(|minute| Tick::On(minute * MINUTE)),
        1 => (0..DAY).prop_map(Tick::On),
        1 => select(vec!["", "noon", "24:00", "10:00[PST", "1:00", "10:00+25:00"]).prop_map(Tick::Nonsense),
    ]
}

fn dress() -> impl Strategy<Value = Dress> {
    prop_oneof![
        10 => Just(Dress::Bare),
        2 => select(vec!["US/Pacific", "PST8PDT", "Europe/London"]).prop_map(Dress::Zone),
        1 => (-14 * 60..=14 * 60).prop_map(Dress::ZoneAndOffset),
        2 => Just(Dress::DoorsOffset),
        1 => select(vec![-480, -420, 0, 345, 630]).prop_map(Dress::Offset),
    ]
}

impl Sketch {
    fn level(self, ask: &Ask, place: &Place) -> Level {
        Level {
            id: format!("slot-{}", self.id),
            name: self.name.to_owned(),
            check_in: written(&self.check_in, ask.arrival, place),
            check_out: written(&self.check_out, ask.departure, place),
            is_24_hour: self.is_24_hour,
            is_biweekly: self.is_biweekly,
            is_one_shot: self.unusable == 1,
            is_master: self.unusable == 2,
        }
    }
}

fn written((tick, dress): &(Tick, Dress), asked: DateTime, place: &Place) -> Written {
    let midnight = date(2024, 1, 1).at(0, 0, 0, 0);
    let time: Time = match tick {
        Tick::Nonsense(text) => return Written::Nonsense((*text).to_owned()),
        Tick::On(millis) => midnight.saturating_add(SignedDuration::from_millis(*millis)).time(),
        Tick::Beside(millis) => asked.saturating_add(SignedDuration::from_millis(*millis)).time(),
    };
    let (offset_minutes, zone) = match dress {
        Dress::Bare => (None, None),
        Dress::Zone(name) => (None, Some((*name).to_owned())),
        Dress::ZoneAndOffset(minutes) => (Some(*minutes), Some(place.zone.name().to_owned())),
        Dress::DoorsOffset => (Some(place.clock.when(asked).offset / 60), None),
        Dress::Offset(minutes) => (Some(*minutes), None),
    };
    Written::Time { time, offset_minutes, zone }
}
