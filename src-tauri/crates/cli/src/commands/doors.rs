//! `doors`: the stored data of every door.

use wire::DoorsView;
use words::say;

use super::Outcome;
use crate::exit::Exit;
use crate::invocation::{Invocation, no_doors};
use crate::show;

pub fn run(invocation: &Invocation) -> Outcome {
    let offline = invocation.offline()?;
    let times = offline.times()?;
    let doors = ops::door::all(&offline.read(), offline.tables(), times)?;
    let view = DoorsView::new(&doors, offline.tables(), times.now);
    let none = no_doors(&offline)?;
    invocation.screen.answer(&view, |view, paper| show::doors::doors(view, &none, times.now, paper));
    let damaged = ops::door::count_damaged(&offline.read(), &doors)?;
    if damaged > 0 {
        invocation.screen.note(&say!("cli-damaged-doors", doors = damaged));
    }
    Ok(Exit::Done)
}
