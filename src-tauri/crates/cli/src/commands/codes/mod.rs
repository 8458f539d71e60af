//! `codes`: the ledger, a page at a time or as a whole in a file. Makes no network calls. From a damaged record it shows the
//! readable codes and reports the rest.

mod export;

use domain::ids::IntentId;
use domain::instant::moment;
use jiff::Timestamp;
use ops::door::Door;
use ops::preview::{AskedTime, zone_of};
use ops::{Clock, CodeFilter, CodePage, RecordError, Times};
use runtime::{Offline, SystemClock};
use serde::Serialize;
use wire::{CodeState, CodesView, CommandError, ErrorCode, Show};
use words::say;

use super::Outcome;
use crate::args::CodesArgs;
use crate::exit::{Exit, Failure, sentence};
use crate::invocation::{self, Invocation};
use crate::show;

/// How many codes a person reads at once.
const A_PAGE: u32 = 50;

pub fn run(invocation: &Invocation, args: &CodesArgs) -> Outcome {
    let offline = invocation.offline()?;
    let filter = filter(&offline, args)?;
    if let Some(wish) = export::Wish::new(args) {
        return export::export(invocation, &offline, filter, args, wish);
    }
    let page = page(&offline, &filter, args.limit.unwrap_or(A_PAGE), args)?;
    let Some(unread) = page.unread else {
        invocation.screen.answer(&page.view, show::codes::codes);
        return Ok(Exit::Done);
    };
    let failure = damaged(unread);
    if invocation.screen.json {
        invocation.screen.document(&DamagedView { codes: &page.view, error: &failure.error });
        return Ok(failure.exit);
    }
    invocation.screen.print(&show::codes::codes(&page.view, &invocation.screen.paper));
    Err(failure)
}

/// A page, as far as it could be read.
struct Page {
    view: CodesView,
    /// In a damaged record: how many codes cannot be read.
    unread: Option<u64>,
}

/// The page and the error in one document.
#[derive(Serialize)]
struct DamagedView<'a> {
    #[serde(flatten)]
    codes: &'a CodesView,
    error: &'a CommandError,
}

fn damaged(unread: u64) -> Failure {
    let said = match unread {
        0 => say!("cli-damaged"),
        codes => say!("cli-damaged-unread", codes = codes),
    };
    Failure::new(ErrorCode::Damaged, said)
}

fn page(offline: &Offline, filter: &CodeFilter, limit: u32, args: &CodesArgs) -> Result<Page, Failure> {
    let read = offline.times().and_then(|times| Ok((offline.read().codes(filter, limit, times)?, times)));
    match read {
        Ok((page, times)) => Ok(Page { view: view(offline, &page, times, args), unread: None }),
        Err(runtime::Error::Record(RecordError::Damaged { .. })) => {
            let (view, unread) = salvage(offline, filter, limit, args)?;
            Ok(Page { view, unread: Some(unread) })
        }
        Err(other) => Err(other.into()),
    }
}

/// The readable codes of a damaged record, and how many are unreadable.
fn salvage(offline: &Offline, filter: &CodeFilter, limit: u32, args: &CodesArgs) -> Result<(CodesView, u64), Failure> {
    let times = offline.times().unwrap_or_else(|_| Times::corrected(SystemClock.now(), None));
    let (page, unread) = offline.read().codes_that_can_be_read(filter, limit, times)?;
    Ok((view(offline, &page, times, args), unread))
}

fn view(offline: &Offline, page: &CodePage, times: Times, args: &CodesArgs) -> CodesView {
    CodesView::new(page, &Show { pins: args.show_pins, times, tables: offline.tables(), here: None })
}

fn filter(offline: &Offline, args: &CodesArgs) -> Result<CodeFilter, Failure> {
    let door = args.door.as_deref().map(|asked| invocation::door(offline, asked)).transpose()?;
    let states = args.states.iter().filter_map(|word| CodeState::parse(word));
    Ok(CodeFilter {
        states: states.flat_map(CodeState::in_record).copied().collect(),
        at: args.at.as_deref().map(|text| instant(text, door.as_ref())).transpose()?,
        device: door.map(|door| door.row.reading.device_id),
        search: args.search.clone(),
        after: args.after.map(IntentId),
        ..CodeFilter::default()
    })
}

/// Converts a time on a door's clock to an instant by the same rules as a slot's time.
fn instant(text: &str, door: Option<&Door>) -> Result<Timestamp, Failure> {
    let civil = match AskedTime::parse(text)? {
        AskedTime::Instant(instant) => return Ok(instant),
        AskedTime::Civil(civil) => civil,
    };
    let Some(door) = door else {
        return Err(Failure::usage(say!("cli-time-without-door")));
    };
    let moment = moment(civil, zone_of(door)?.clock());
    moment.map(|moment| moment.instant).map_err(|error| Failure::usage(sentence(&error.to_string())))
}
