//! The window: the same operations as the command line, for a page to ask.
//!
//! Owns: the app around the page (window, menus, notifications, clipboard, dialogs), which record is open, what goes on in the
//! background, and which of it the page may ask for (`commands`). Each command reads what was asked, calls the operations,
//! and answers with a view.
//! Refuses: rules (`domain` and `ops` have them), sentences about facts (`wire` has them), SQL, HTTP, and giving the page any
//! plugin.

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
mod words;

pub use app::start::{AppSetup, context, run, set_up, with_commands};
pub use background::updates::{Source, configure};
pub use desktop::clipboard::Clipboard;
pub use desktop::guard::may_go_to;
pub use desktop::{Desktop, FileRequest};
pub use error::Answer;
pub use events::{MenuEvent, Page, PageEvent, WINDOW};
pub use paths::Paths;
pub use shell::Shell;
