//! The desktop app's shell: the same operations as the command line, for the page.
//!
//! Owns: the app around the page (window, menus, notifications, clipboard, dialogs), the open record, background work, and what
//! the page may call (`commands`). Each command reads a request, calls an operation and returns a view.
//! Refuses: rules (see `domain` and `ops`), sentences about facts (see `wire`), SQL, HTTP, and giving the page any plugin.

mod app;
mod background;
mod blocking;
mod commands;
mod desktop;
mod error;
mod events;
mod handout;
mod language;
mod local_zone;
mod paths;
mod record;
mod settings;
mod shell;

pub use app::start::{AppSetup, context, run, set_up, with_commands};
pub use background::updates::{Source, configure};
pub use desktop::clipboard::Clipboard;
pub use desktop::guard::may_go_to;
pub use desktop::{Desktop, FileRequest};
pub use error::CommandResult;
pub use events::{PageEvent, PageHandle, WINDOW};
pub use paths::Paths;
pub use shell::Shell;
