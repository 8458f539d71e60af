//! `man`: the manual, made from the same words as `--help`.

use std::path::Path;

use clap::CommandFactory;
use clap_mangen::Man;

use super::{Outcome, never_json};
use crate::args::{Cli, ManArgs};
use crate::exit::{Exit, Failure};
use crate::invocation::Invocation;

pub fn run(invocation: &Invocation, args: &ManArgs) -> Outcome {
    never_json(invocation, words::say!("cli-manual-is-text"))?;
    // The grouped overview would duplicate the manual's own list.
    let mut command = Cli::command();
    command.build();
    match &args.dir {
        Some(folder) => {
            let count = pages(&command, folder)?;
            invocation.screen.note(&words::say!(
                "cli-manual-written",
                pages = count,
                path = folder.display().to_string()
            ));
        }
        None => invocation.screen.print_as_it_is(&page(&command)?),
    }
    Ok(Exit::Done)
}

fn page(command: &clap::Command) -> Result<String, Failure> {
    let mut text = Vec::new();
    Man::new(command.clone()).render(&mut text).map_err(|error| unwritten(&error))?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// `latchbook.1` and one `latchbook-COMMAND.1` for each command.
fn pages(command: &clap::Command, folder: &Path) -> Result<usize, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| unwritten(&error))?;
    clap_mangen::generate_to(command.clone(), folder).map_err(|error| unwritten(&error))?;
    Ok(1 + command.get_subcommands().count())
}

fn unwritten(error: &std::io::Error) -> Failure {
    Failure::usage(words::say!("cli-manual-unwritten", error = error.to_string()))
}
