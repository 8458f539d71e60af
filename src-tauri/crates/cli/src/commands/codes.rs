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

/// As many codes as a person reads at once.
const A_PAGE: u32 = 50;

/// As many as are held in memory at once while a file is written.
const AT_A_TIME: u32 = 500;

pub fn run(session: &Session, args: &CodesArgs) -> Outcome {
    let offline = session.offline()?;
    let filter = filter(&offline, args)?;
    if args.csv {
        return export(session, &offline, filter, args);
    }
    let view = page(&offline, &filter, args.limit.unwrap_or(A_PAGE), args)?;
    session.screen.answer(&view, show::codes::codes);
    Ok(Exit::Done)
}

/// Every code that the filter lets through, page by page; with `--limit` at most so many.
fn export(session: &Session, offline: &Offline, mut filter: CodeFilter, args: &CodesArgs) -> Outcome {
    session.screen.print(&show::csv::headings()?);
    let mut left = args.limit.unwrap_or(u32::MAX);
    while left > 0 {
        let view = page(offline, &filter, left.min(AT_A_TIME), args)?;
        session.screen.print(&show::csv::codes(&view)?);
        left = left.saturating_sub(u32::try_from(view.codes.len()).unwrap_or(u32::MAX));
        filter.after = view.next.map(IntentId);
        if filter.after.is_none() {
            break;
        }
    }
    Ok(Exit::Done)
}

fn page(offline: &Offline, filter: &CodeFilter, limit: u32, args: &CodesArgs) -> Result<CodesView, Failure> {
    let now = offline.now()?;
    let page = offline.read().codes(filter, limit, now)?;
    Ok(CodesView::of(&page, &Show { pins: args.show_pins, now, tables: offline.tables() }))
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
