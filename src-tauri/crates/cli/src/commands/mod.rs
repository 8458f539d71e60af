//! One module per command: read the arguments, run one or a few operations, show a view.

pub mod audit;
pub mod backup;
pub mod code;
pub mod codes;
pub mod completions;
pub mod connect;
pub mod demo;
pub mod doors;
pub mod issue;
pub mod limits;
pub mod listen;
pub mod look;
pub mod man;
mod new_file;
pub mod preview;
pub mod same_lock;
pub mod simulate;
pub mod slots;
pub mod sync;
pub mod verify;

use crate::exit::{Exit, Failure};
use crate::invocation::Invocation;

/// Result of every command.
pub type Outcome = Result<Exit, Failure>;

/// Refuses `--json` for text that is made for another program and cannot be a document.
fn never_json(invocation: &Invocation, what: String) -> Result<(), Failure> {
    let refused = || Failure::usage(words::say!("cli-never-json", what = what));
    if invocation.screen.json { Err(refused()) } else { Ok(()) }
}
