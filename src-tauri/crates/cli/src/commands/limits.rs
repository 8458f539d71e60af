//! `limits`: how full each door is; the host's own figure for one.

use domain::ids::AccessCodeId;
use ops::door::Door;
use ops::{Clock, Record};
use runtime::SystemClock;
use wire::LimitsView;

use super::Outcome;
use crate::args::LimitsArgs;
use crate::exit::{Exit, Failure};
use crate::invocation::{self, Invocation, no_doors, wait_for};
use crate::show;

pub fn run(invocation: &Invocation, args: &LimitsArgs) -> Outcome {
    if let (Some(asked), Some(limit)) = (&args.door, args.set) {
        set(invocation, asked, limit.0)?;
    }
    if let (Some(asked), Some(code)) = (&args.door, &args.put_away) {
        put_away(invocation, asked, AccessCodeId::new(code.trim()))?;
    }
    let offline = invocation.offline()?;
    let times = offline.times()?;
    let doors = match &args.door {
        Some(asked) => vec![invocation::door(&offline, asked)?],
        None => ops::door::all(&offline.read(), offline.tables(), times)?,
    };
    let with_waiting = |door: Door| {
        let waiting = ops::elsewhere::waiting(&offline.read(), door.id(), times.earliest())?;
        Ok((door, waiting))
    };
    let doors = doors.into_iter().map(with_waiting).collect::<Result<Vec<_>, ops::Error>>()?;
    let none = no_doors(&offline)?;
    invocation.screen.answer(&LimitsView::new(&doors), |view, paper| show::limits::limits(view, &none, paper));
    Ok(Exit::Done)
}

/// Needs neither the key nor the network.
fn put_away(invocation: &Invocation, asked: &str, code: AccessCodeId) -> Result<(), Failure> {
    let door = invocation::door(&invocation.offline()?, asked)?.id().clone();
    let now = SystemClock.now();
    let record = Record::open(&invocation.folder()?, now)?;
    wait_for(async { Ok(record.write(move |write| ops::elsewhere::put_away(write, &door, &code, now)).await?) })
}

/// Needs neither the key nor the network.
fn set(invocation: &Invocation, asked: &str, limit: Option<u32>) -> Result<(), Failure> {
    let door = invocation::door(&invocation.offline()?, asked)?.row.reading.device_id;
    let now = SystemClock.now();
    let record = Record::open(&invocation.folder()?, now)?;
    wait_for(async { Ok(record.set_host_limit(door, limit, now).await?) })?;
    Ok(())
}
