//! `completions`: shell completions of the commands and options.

use super::{Outcome, never_json};
use crate::args::{CompletionsArgs, command};
use crate::exit::Exit;
use crate::session::Session;

pub fn run(session: &Session, args: &CompletionsArgs) -> Outcome {
    never_json(session, words::say!("cli-completions-are-text"))?;
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "latchbook", &mut script);
    session.screen.print_as_it_is(&String::from_utf8_lossy(&script));
    Ok(Exit::Done)
}
