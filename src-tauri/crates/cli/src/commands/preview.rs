//! `preview`: the code that a stay would get, and whether it would be issued now, from the record alone.

use ops::draft::{OutlookQuery, outlook};
use wire::{PreviewView, Show};

use super::Outcome;
use crate::args::StayArgs;
use crate::exit::Exit;
use crate::invocation::{self, Invocation};
use crate::show;

pub fn run(invocation: &Invocation, args: &StayArgs) -> Outcome {
    let asked = args.asked()?;
    let offline = invocation.offline()?;
    let door = invocation::door(&offline, &args.door)?;
    let at = offline.at()?;
    let mut view = PreviewView::as_of(at.times, &door, &asked, at.tables)?;
    let outlook = outlook(&at, &door, &asked, OutlookQuery::default())?;
    view.add_outlook(&outlook, &door, &Show::new(&at));
    invocation.screen.answer(&view, show::preview::preview);
    Ok(if view.chosen.is_some() { Exit::Done } else { Exit::Refused })
}
