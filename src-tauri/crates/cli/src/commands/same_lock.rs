//! `same-lock`: whether a door that is gone and another are one lock.

use ops::{Clock, LockAnswer, Record};
use runtime::SystemClock;
use wire::DoorsView;

use super::Outcome;
use crate::args::SameLockArgs;
use crate::exit::Exit;
use crate::invocation::{self, Invocation, wait_for};
use crate::show;

pub fn run(invocation: &Invocation, args: &SameLockArgs) -> Outcome {
    let offline = invocation.offline()?;
    let gone = ops::door::find_gone(&offline.read(), &args.gone, offline.tables(), offline.times()?)?.id().clone();
    let door = invocation::door(&offline, &args.door)?.id().clone();
    let answer = LockAnswer { gone: gone.clone(), door: door.clone(), is_same: !args.no };
    let now = SystemClock.now();
    let record = Record::open(&invocation.folder()?, now)?;
    wait_for(async { Ok(record.write(move |write| ops::same_lock::answer(write, &answer, now)).await?) })?;
    let (offline, times) = (invocation.offline()?, offline.times()?);
    let seen = |id| ops::door::by_id(&offline.read(), id, offline.tables(), times);
    let view = DoorsView::new(&[seen(&gone)?, seen(&door)?], offline.tables(), times.now);
    invocation.screen.answer(&view, |view, paper| show::doors::doors(view, "", times.now, paper));
    Ok(Exit::Done)
}
