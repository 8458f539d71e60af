//! todo
use super::Outcome;
use crate::args::ListenArgs;
use crate::exit::Exit;
use crate::session::Session;
pub fn run(_session: &Session, _args: &ListenArgs) -> Outcome {
    Ok(Exit::Done)
}
