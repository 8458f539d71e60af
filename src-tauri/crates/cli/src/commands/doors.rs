//! `doors`: the stored data of every door.

use wire::DoorsView;
use words::say;

use super::Outcome;
use crate::exit::Exit;
use crate::session::{Session, no_doors};
use crate::show;

pub fn run(session: &Session) -> Outcome {
    let offline = session.offline()?;
    let times = offline.times()?;
    let doors = ops::door::all(&offline.read(), offline.tables(), times)?;
    let view = DoorsView::of(&doors, offline.tables(), times.now);
    let none = no_doors(&offline)?;
    session.screen.answer(&view, |view, paper| show::doors::doors(view, &none, times.now, paper));
    let damaged = ops::door::count_damaged(&offline.read(), &doors)?;
    if damaged > 0 {
        session.screen.note(&say!("cli-damaged-doors", doors = damaged));
    }
    Ok(Exit::Done)
}
