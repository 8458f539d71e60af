//! `preview`: the code that a stay would get, and whether it would be issued now, from the record alone.

use ops::draft::{OutlookAsked, outlook};
use wire::{PreviewView, Show};

use super::Outcome;
use crate::args::StayArgs;
use crate::exit::Exit;
use crate::session::{self, Session};
use crate::show;

pub fn run(session: &Session, args: &StayArgs) -> Outcome {
    let asked = args.asked()?;
    let offline = session.offline()?;
    let door = session::door(&offline, &args.door)?;
    let at = offline.at()?;
    let mut view = PreviewView::as_of(at.times, &door, &asked, at.tables)?;
    let outlook = outlook(&at, &door, &asked, OutlookAsked::default())?;
    view.add_outlook(&outlook, &door, &Show::of(&at));
    session.screen.answer(&view, show::preview::preview);
    Ok(if view.chosen.is_some() { Exit::Done } else { Exit::Refused })
}
