//! `audit`: is every door ready, and who can fix what is not.

use wire::AuditView;

use super::Outcome;
use crate::exit::Exit;
use crate::invocation::{Invocation, no_doors};
use crate::show;

pub fn run(invocation: &Invocation) -> Outcome {
    let offline = invocation.offline()?;
    let times = offline.times()?;
    let doors = ops::door::all(&offline.read(), offline.tables(), times)?;
    let (view, none) = (AuditView::new(&doors, offline.tables(), times.now), no_doors(&offline)?);
    invocation.screen.answer(&view, |view, paper| show::audit::audit(view, &none, paper));
    Ok(Exit::Done)
}
