//! `codes`: the ledger, a page at a time. Speaks to nobody.

use domain::ids::IntentId;
use domain::instant::moment;
use jiff::Timestamp;
use ops::CodeFilter;
use ops::door::Door;
use ops::preview::{AskedTime, zone_of};
use runtime::Offline;
use wire::{CodeState, CodesView, Show};

use super::Outcome;
use crate::args::CodesArgs;
use crate::exit::{Exit, Failure, sentence};
use crate::session::{self, Session};
use crate::show;

pub fn run(session: &Session, args: &CodesArgs) -> Outcome {
    let offline = session.offline()?;
    let now = offline.now()?;
    let filter = filter(&offline, args)?;
    let page = offline.read().codes(&filter, args.limit, now)?;
    let view = CodesView::of(&page, &Show { pins: args.show_pins, now, tables: offline.tables() });
    if args.csv {
        session.screen.print(&show::csv::codes(&view)?);
    } else {
        session.screen.answer(&view, show::codes::codes);
    }
    Ok(Exit::Done)
}

fn filter(offline: &Offline, args: &CodesArgs) -> Result<CodeFilter, Failure> {
    let door = args.door.as_deref().map(|asked| session::door(offline, asked)).transpose()?;
    let states = args.states.iter().filter_map(|word| CodeState::parse(word));
    Ok(CodeFilter {
        states: states.flat_map(CodeState::in_record).copied().collect(),
        at: args.at.as_deref().map(|text| instant(text, door.as_ref())).transpose()?,
        device: door.map(|door| door.row.reading.device_id),
        search: args.search.clone(),
        after: args.after.map(IntentId),
    })
}

/// A time on a door's clock becomes an instant as a slot's time does.
fn instant(text: &str, door: Option<&Door>) -> Result<Timestamp, Failure> {
    let civil = match AskedTime::parse(text)? {
        AskedTime::Instant(instant) => return Ok(instant),
        AskedTime::Civil(civil) => civil,
    };
    let Some(door) = door else {
        return Err(Failure::usage(
            "A time without an offset is on the clock of a door: add --door, or write the time as 2026-12-03T21:00Z.",
        ));
    };
    let moment = moment(civil, zone_of(door)?.clock());
    moment.map(|moment| moment.instant).map_err(|error| Failure::usage(sentence(&error.to_string())))
}
