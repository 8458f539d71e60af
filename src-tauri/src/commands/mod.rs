//! The commands that the page may call, one file for each area of the screen. Each parses the request, calls the
//! operations and returns a view.
//!
//! The table is `wire::commands!`. The handler, the permissions (any command not listed is refused before it gets here)
//! and the page's types come from it.

mod codes;
mod data;
mod doors;
mod export;
mod host;
#[expect(clippy::unused_async, reason = "the table awaits every command")]
mod issue;
mod readiness;
#[expect(clippy::unused_async, reason = "the table awaits every command")]
mod settings;
mod status;
#[expect(clippy::unused_async, reason = "the table awaits every command")]
mod sync;
mod today;
mod updates;
mod welcome;

use tauri::ipc::Invoke;
use tauri::{AppHandle, Runtime};
use wire::*;

use crate::error::CommandResult;
use host::Host;

/// Generates a Tauri command for each line of the table; it calls the function of that name and area.
macro_rules! handler {
    ($($area:ident {$($(#[$doc:meta])* $name:ident($($argument:ident: $Type:ty),* $(,)?) -> $Answer:ty;)*})*) => {
        $($(command!($area $name($($argument: $Type),*) -> $Answer);)*)*

        /// Every command.
        pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($($name),*),*]
        }
    };
}

macro_rules! command {
    // The updater is a plugin of the app.
    (updates $name:ident() -> $Answer:ty) => {
        #[tauri::command]
        async fn $name<R: Runtime>(app: AppHandle<R>) -> CommandResult<$Answer> {
            updates::$name(app).await
        }
    };
    ($area:ident $name:ident($($argument:ident: $Type:ty),*) -> $Answer:ty) => {
        #[tauri::command(rename_all = "snake_case")]
        async fn $name(host: Host<'_>, $($argument: $Type),*) -> CommandResult<$Answer> {
            $area::$name(host, $($argument),*).await
        }
    };
}

wire::commands!(handler);
