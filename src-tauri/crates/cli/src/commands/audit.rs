//! `audit`: is every door ready, and who can mend what is not.

use wire::AuditView;

use super::Outcome;
use crate::exit::Exit;
use crate::session::Session;
use crate::show;

pub fn run(session: &Session) -> Outcome {
    let offline = session.offline()?;
    let now = offline.now()?;
    let doors = ops::door::all(&offline.read(), offline.tables(), now)?;
    session.screen.answer(&AuditView::of(&doors, offline.tables(), now), show::audit::audit);
    Ok(Exit::Done)
}
