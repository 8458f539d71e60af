//! How full doors are, and how long that lasts at the pace of the last 90 days.

use domain::ids::DeviceId;
use domain::limit::Places;
use domain::tables::Zone;
use jiff::{SignedDuration, Timestamp};
use store::{Pace, Paces};

use crate::context::Snapshot;
use crate::door::Door;
use crate::error::Error;

/// The span over which the pace is measured.
const LOOKING_BACK: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Over less than this, or with fewer codes, there is no pace.
const LEAST_SPAN: SignedDuration = SignedDuration::from_hours(7 * 24);
const LEAST_CODES: i64 = 3;

/// A door that lasts longer than this counts as never full.
const FOREVER: SignedDuration = SignedDuration::from_hours(2 * 365 * 24);

/// How full a door is.
#[derive(Clone, Debug)]
pub struct Capacity {
    pub door: DeviceId,
    pub name: String,
    pub zone: Option<Zone>,
    pub places: Places,
    /// When the door is full at the pace of the last 90 days; `None` if never, or if it cannot be known.
    pub lasts_to: Option<Timestamp>,
}

/// The capacity of one door.
pub fn for_door(at: &Snapshot<'_>, door: &Door) -> Result<Capacity, Error> {
    let paces = at.read.paces(Some(door.id()), since(at), at.times.earliest())?;
    Ok(of(at, door, &paces))
}

/// The capacity of every door that is not gone, the fullest first; doors without a limit last.
pub fn for_all(at: &Snapshot<'_>, doors: &[Door]) -> Result<Vec<Capacity>, Error> {
    let paces = at.read.paces(None, since(at), at.times.earliest())?;
    let there = doors.iter().filter(|door| door.row.gone_at.is_none());
    let mut all: Vec<Capacity> = there.map(|door| of(at, door, &paces)).collect();
    all.sort_by(|one, other| share_left(&one.places).cmp(&share_left(&other.places)).then(one.name.cmp(&other.name)));
    Ok(all)
}

fn since(at: &Snapshot<'_>) -> Timestamp {
    at.times.earliest().saturating_sub(LOOKING_BACK).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn of(at: &Snapshot<'_>, door: &Door, paces: &Paces) -> Capacity {
    let pace = paces.doors.get(door.id()).copied().unwrap_or_default();
    let span = paces.since.map_or(SignedDuration::ZERO, |since| at.times.earliest().duration_since(since));
    Capacity {
        door: door.id().clone(),
        name: door.name().to_owned(),
        zone: door.zone.zone.clone(),
        places: door.places,
        lasts_to: lasts_to(&door.places, pace, span, at.times.earliest()),
    }
}

/// The places left, divided by how fast the door has filled up in the span.
fn lasts_to(places: &Places, pace: Pace, span: SignedDuration, now: Timestamp) -> Option<Timestamp> {
    let left = i128::from(places.limit?.count.saturating_sub(places.used()));
    let growth = i128::from(pace.taken - pace.freed);
    if span < LEAST_SPAN || pace.taken < LEAST_CODES || growth <= 0 || left == 0 {
        return None;
    }
    let lasts = span.as_millis().checked_mul(left)?.checked_div(growth)?;
    let lasts = SignedDuration::from_millis(i64::try_from(lasts).ok()?);
    (lasts <= FOREVER).then(|| now.checked_add(lasts).ok()).flatten()
}

/// In thousandths of the limit; 1,001 if there is no limit, so that such doors come last.
fn share_left(places: &Places) -> u32 {
    places.limit.map_or(1_001, |limit| {
        let left = u64::from(limit.count.saturating_sub(places.used()));
        u32::try_from(left * 1_000 / u64::from(limit.count.max(1))).unwrap_or(1_000)
    })
}

#[cfg(test)]
mod tests {
    use domain::limit::choose;

    use super::*;

    #[test]
    fn remaining_places_last_until_growth_fills_them() {
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let days = |days: i64| SignedDuration::from_hours(24 * days);
        let pace = |taken, freed| Pace { taken, freed };
        let cases = [
            (pace(40, 10), 90, 20, Some(days(60)), "30 more in 90 days: 20 are gone in 60"),
            (pace(10, 10), 90, 20, None, "as many end as are made"),
            (pace(5, 40), 90, 20, None, "it empties"),
            (pace(4, 0), 6, 20, None, "six days are no pace"),
            (pace(2, 0), 90, 20, None, "two codes are no pace"),
            (pace(4, 0), 8, 2, Some(days(4)), "a young record counts over its own age"),
            (pace(3, 0), 90, 40, None, "more than two years is never"),
            (pace(40, 0), 90, 0, None, "a full door does not last"),
        ];
        for (pace, span, left, expected, why) in cases {
            let places = Places { live: 50 - left, limit: choose(Some(50), None), ..Places::default() };
            let lasts = lasts_to(&places, pace, days(span), now).map(|at| at.duration_since(now));
            assert_eq!(lasts, expected, "{why}");
        }
        let unlimited = Places::default();
        assert_eq!(lasts_to(&unlimited, pace(40, 10), days(90), now), None, "without a limit nobody can tell");
    }
}
