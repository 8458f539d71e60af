//! What the shell wants of the desktop around it, so that tests can stand in for it: nobody is there to press a dialog's button.
//!
//! Owns: the one place that speaks to the plugins. Refuses: letting the page reach any of them.

pub mod clipboard;
pub mod display;
pub mod engine;
pub mod guard;
pub mod menu;
pub mod real;
pub mod tray;
pub mod window;

use std::path::{Path, PathBuf};

use crate::error::Answer;

/// A file that the host is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRequest {
    pub title: String,
    /// What it would be called; for saving only.
    pub name: String,
    /// What such files are, and how their names end.
    pub kind: String,
    pub ending: &'static str,
}

/// The desktop. Its methods block: they are called on blocking threads.
pub trait Desktop: Send + Sync {
    /// Where to write; `None` when the host dismissed the dialog.
    fn ask_where_to_save(&self, request: FileRequest) -> Option<PathBuf>;
    /// What to read; `None` when the host dismissed the dialog.
    fn ask_what_to_open(&self, request: FileRequest) -> Option<PathBuf>;
    /// Shows a folder in the system's own way.
    fn open_folder(&self, folder: &Path) -> Answer<()>;
    fn notify(&self, title: &str, body: &str);
    /// Puts a text into the clipboard, kept out of histories and clouds where the system can.
    fn write_secret(&self, text: &str) -> Answer<()>;
    fn write_text(&self, text: &str) -> Answer<()>;
    fn read_text(&self) -> Option<String>;
    fn clear_clipboard(&self);
    /// Whether the host looks at the window.
    fn is_watched(&self) -> bool;
    /// Leaves the window out of screen shares, or not.
    fn protect_screen(&self, on: bool);
    /// Shows everything in the window this large, in percent.
    fn zoom(&self, percent: u32);
    /// Shows the tray with who arrives next, or takes it away.
    fn show_tray(&self, arrivals: Option<Vec<String>>);
    /// Words the menus in the language that is spoken.
    fn reword_menus(&self);
}
