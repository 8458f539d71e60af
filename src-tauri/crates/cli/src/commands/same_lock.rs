//! `same-lock`: whether a door that is gone and another are one lock.

use ops::{Clock, LockAnswer, Record};
use runtime::SystemClock;
use wire::DoorsView;

use super::Outcome;
use crate::args::SameLockArgs;
use crate::exit::Exit;
use crate::session::{self, Session, wait_for};
use crate::show;

pub fn run(session: &Session, args: &SameLockArgs) -> Outcome {
    let offline = session.offline()?;
    let gone = ops::door::find_gone(&offline.read(), &args.gone, offline.tables(), offline.times()?)?.id().clone();
    let door = session::door(&offline, &args.door)?.id().clone();
    let answer = LockAnswer { gone: gone.clone(), door: door.clone(), is_same: !args.no };
    let now = SystemClock.now();
    let record = Record::open(&session.folder()?, now)?;
    wait_for(async { Ok(record.write(move |write| ops::same_lock::answer(write, &answer, now)).await?) })?;
    let (offline, times) = (session.offline()?, offline.times()?);
    let seen = |id| ops::door::by_id(&offline.read(), id, offline.tables(), times);
    let view = DoorsView::of(&[seen(&gone)?, seen(&door)?], offline.tables(), times.now);
    session.screen.answer(&view, |view, paper| show::doors::doors(view, "", times.now, paper));
    Ok(Exit::Done)
}
