//! `preview`: what a code would be, from the record alone.

use wire::PreviewView;

use super::Outcome;
use crate::args::StayArgs;
use crate::exit::Exit;
use crate::session::{self, Session};
use crate::show;

pub fn run(session: &Session, args: &StayArgs) -> Outcome {
    let asked = args.asked()?;
    let offline = session.offline()?;
    let door = session::door(&offline, &args.door)?;
    let view = PreviewView::as_of(offline.now()?, &door, &asked, offline.tables())?;
    session.screen.answer(&view, show::preview::preview);
    Ok(if view.chosen.is_some() { Exit::Done } else { Exit::Refused })
}
