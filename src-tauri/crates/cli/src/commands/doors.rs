//! `doors`: what is stored of every door.

use wire::DoorsView;

use super::Outcome;
use crate::exit::Exit;
use crate::session::Session;
use crate::show;

pub fn run(session: &Session) -> Outcome {
    let offline = session.offline()?;
    let now = offline.now()?;
    let doors = ops::door::all(&offline.read(), offline.tables(), now)?;
    let view = DoorsView::of(&doors, offline.tables(), now);
    session.screen.answer(&view, |view, paper| show::doors::doors(view, now, paper));
    Ok(Exit::Done)
}
