//! `slots`: the time slots of one door.

use wire::SlotsView;

use super::Outcome;
use crate::args::DoorArgs;
use crate::exit::Exit;
use crate::invocation::{self, Invocation};
use crate::show;

pub fn run(invocation: &Invocation, args: &DoorArgs) -> Outcome {
    let offline = invocation.offline()?;
    let door = invocation::door(&offline, &args.door)?;
    invocation.screen.answer(&SlotsView::new(&door), show::slots::slots);
    Ok(Exit::Done)
}
