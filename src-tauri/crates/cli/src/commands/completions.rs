//! `completions`: shell completions of the commands and options.

use super::{Outcome, never_json};
use crate::args::{CompletionsArgs, command};
use crate::exit::Exit;
use crate::invocation::Invocation;

pub fn run(invocation: &Invocation, args: &CompletionsArgs) -> Outcome {
    never_json(invocation, words::say!("cli-completions-are-text"))?;
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "latchbook", &mut script);
    invocation.screen.print_as_it_is(&String::from_utf8_lossy(&script));
    Ok(Exit::Done)
}
