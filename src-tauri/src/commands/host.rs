//! The shell, as Tauri passes it to commands.

use std::sync::Arc;

use tauri::State;

use crate::shell::Shell;

pub type Host<'a> = State<'a, Arc<Shell>>;
