//! `completions`: for the shell to know the commands and options.

use super::Outcome;
use crate::args::{CompletionsArgs, command};
use crate::exit::Exit;
use crate::session::Session;

pub fn run(session: &Session, args: &CompletionsArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "latchbook", &mut script);
    session.screen.print(&String::from_utf8_lossy(&script));
    Ok(Exit::Done)
}
