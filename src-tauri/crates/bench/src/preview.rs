//! Previews per second on one core: a door with 16 slots, a stay that fits some of them.

use std::hint::black_box;
use std::time::Duration;

use anyhow::{Context, Result};
use domain::matching::{Wish, match_stay};
use domain::slot::{self, SlotFacts};
use domain::stay::{Allowance, Preference, Stay};
use jiff::civil::date;

use crate::figure::{Bound, Figure, timed};

const ROUNDS: u32 = 200_000;

pub fn measure() -> Result<Vec<Figure>> {
    let tables = testkit::tables();
    let zone = tables.zone("America/Los_Angeles").context("the zone")?;
    let slots = slot::read((0..16).map(facts).collect(), &tables);
    let (from, to) = (date(2026, 12, 3).at(15, 45, 0, 0), date(2026, 12, 6).at(10, 15, 0, 0));
    let wish = Wish { stay: Stay::new(from, to)?, allowance: Allowance::Hour, preference: Preference::Nearest };
    let fitting = match_stay(&wish, &slots, &zone).candidates.len();
    let round = || (0..ROUNDS).for_each(|_| drop(black_box(match_stay(black_box(&wish), &slots, &zone))));
    let (time, ()) = timed(round);
    Ok(vec![Figure {
        name: format!("previews a second, 16 slots ({fitting} fit)"),
        measured: format!("{:.2} µs each", time.as_secs_f64() * 1e6 / f64::from(ROUNDS)),
        floor: "none: an absolute bound".to_owned(),
        value: f64::from(ROUNDS) / time.max(Duration::from_nanos(1)).as_secs_f64(),
        bound: Bound::AtLeast(300_000.0),
    }])
}

/// Check-ins from 13:00 on every half hour, check-outs from 9:00 on every quarter.
fn facts(number: u16) -> SlotFacts {
    let (hour, minute) = (13 + number / 2 % 8, number % 2 * 30);
    let check_in = format!("{hour:02}:{minute:02}:00[America/Los_Angeles]");
    let check_out = format!("{:02}:{:02}:00[America/Los_Angeles]", 9 + number / 4, number % 4 * 15);
    SlotFacts {
        is_24_hour: number == 15,
        is_biweekly: number == 14,
        ..testkit::slot(&format!("slot-{number}"), &check_in, &check_out)
    }
}
