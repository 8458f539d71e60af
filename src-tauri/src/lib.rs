//! The window: the same operations as the command line, for a page to ask.
//!
//! Owns: the app around the page (window, menus, notifications, clipboard, dialogs), which record is open, what goes on in the
//! background, and which of it the page may ask for (`commands`). Each command reads what was asked, calls the operations,
//! and answers with a view.
//! Refuses: rules (`domain` and `ops` have them), sentences about facts (`wire` has them), SQL, HTTP, and giving the page any
//! plugin.

mod about;
mod clipboard;
mod commands;
mod demo;
mod desktop;
mod display;
mod engine;
mod error;
mod events;
mod export;
mod file;
mod first;
mod guard;
mod handout;
mod here;
mod issuing;
mod jobs;
mod key;
mod language;
mod log;
mod menu;
mod notify;
mod paths;
mod pin;
mod session;
mod settings;
mod start;
mod state;
mod status;
mod tray;
mod unrecorded;
mod unseen;
mod updates;
mod upkeep;
mod watch;
mod words;

pub use clipboard::Clipboard;
pub use desktop::{Desktop, FileWish};
pub use error::Answer;
pub use events::{MenuEvent, Page, Told, WINDOW};
pub use guard::may_go_to;
pub use paths::Places;
pub use start::{Ground, context, run, set_up, with_commands};
pub use state::Shell;
pub use updates::{Source, configure};
