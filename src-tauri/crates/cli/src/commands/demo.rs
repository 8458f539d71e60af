//! todo
use super::Outcome;
use crate::exit::Exit;
use crate::session::Session;
pub fn run(_session: &Session) -> Outcome {
    Ok(Exit::Done)
}
