//! `slots`: the time slots of one door.

use wire::SlotsView;

use super::Outcome;
use crate::args::DoorArgs;
use crate::exit::Exit;
use crate::session::{self, Session};
use crate::show;

pub fn run(session: &Session, args: &DoorArgs) -> Outcome {
    let offline = session.offline()?;
    let door = session::door(&offline, &args.door)?;
    session.screen.answer(&SlotsView::of(&door), show::slots::slots);
    Ok(Exit::Done)
}
