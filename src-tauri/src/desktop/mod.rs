//! The desktop around the app, as a trait so that tests can replace it: nobody is there to press a dialog's button.

pub mod clipboard;
pub mod display;
pub mod engine;
pub mod guard;
pub mod menu;
pub mod real;
pub mod tray;
pub mod window;

use std::path::{Path, PathBuf};

use wire::{AbilitiesView, Theme};

use crate::error::CommandResult;

/// A file to ask the host for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRequest {
    pub title: String,
    /// The proposed name, for saving only.
    pub name: String,
    /// The file type and its extension.
    pub kind: String,
    pub ending: &'static str,
}

/// The desktop. Its methods block; call them on blocking threads.
pub trait Desktop: Send + Sync {
    /// Asks where to save; `None` if the host dismissed the dialog.
    fn ask_where_to_save(&self, request: FileRequest) -> Option<PathBuf>;
    /// Asks what to open; `None` if the host dismissed the dialog.
    fn ask_what_to_open(&self, request: FileRequest) -> Option<PathBuf>;
    /// Opens a folder in the system's file manager.
    fn open_folder(&self, folder: &Path) -> CommandResult<()>;
    fn notify(&self, title: &str, body: &str);
    /// Copies text, kept out of clipboard histories and cloud sync if the system can.
    fn write_secret(&self, text: &str) -> CommandResult<()>;
    fn write_text(&self, text: &str) -> CommandResult<()>;
    fn read_text(&self) -> Option<String>;
    fn clear_clipboard(&self);
    /// Whether the host is using the window.
    fn is_watched(&self) -> bool;
    /// What this system can do with the window.
    fn can(&self) -> AbilitiesView;
    /// Hides the window from screen sharing, or not.
    fn protect_screen(&self, on: bool);
    /// Zooms the window's content, in percent.
    fn zoom(&self, percent: u32);
    /// Shows the window's frame and menus in this theme.
    fn set_theme(&self, theme: Theme);
    /// Shows the tray with the next arrivals, or removes it.
    fn show_tray(&self, arrivals: Option<Vec<String>>);
    /// Shows the menus in the current language.
    fn reword_menus(&self);
}
