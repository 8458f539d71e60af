//! The app's commands as the page calls them: through Tauri's IPC and its permissions, on a real record, against a real
//! simulator. Only the desktop around it (dialogs, clipboard, notifications) is replaced.

#![expect(clippy::unwrap_used, clippy::panic, reason = "that is how a test stops")]

mod clipboard;
mod commands;
mod display;
mod endpoint;
mod forbidden;
mod golden;
mod keys;
mod licences;
mod unrecorded;
mod updates;
mod world;
