//! Tauri's plugins, for the shell's own use.
//!
//! Refuses the page both their commands and their scripts. Such a script calls commands that the page may not call, and would
//! fail in front of the host.

use std::error::Error;
use std::sync::Arc;

use serde_json::Value;
use tauri::plugin::{Plugin, TauriPlugin};
use tauri::{AppHandle, Builder, Manager, RunEvent, Runtime, Webview, Window, Wry};
use tauri_plugin_window_state::{AppHandleExt as _, StateFlags};

use crate::desktop::clipboard::EXIT_TIMEOUT;
use crate::desktop::window;
use crate::paths::Paths;
use crate::shell::Shell;

/// What is kept of the window for the next start.
const KEPT: StateFlags =
    StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED).union(StateFlags::FULLSCREEN);

/// Wraps a plugin so that the page cannot see it.
struct HiddenFromPage<P>(P);

impl<R: Runtime, P: Plugin<R>> Plugin<R> for HiddenFromPage<P> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn initialize(&mut self, app: &AppHandle<R>, config: Value) -> Result<(), Box<dyn Error>> {
        self.0.initialize(app, config)
    }

    fn window_created(&mut self, window: Window<R>) {
        self.0.window_created(window);
    }

    fn webview_created(&mut self, webview: Webview<R>) {
        self.0.webview_created(webview);
    }

    fn on_event(&mut self, app: &AppHandle<R>, event: &RunEvent) {
        self.0.on_event(app, event);
    }
}

pub fn add_to(builder: Builder<Wry>, paths: &Paths) -> Builder<Wry> {
    builder
        .plugin(one_instance(paths))
        // Before the clipboard plugin, which releases the clipboard at the end: plugins receive events in this order.
        .plugin(clearing())
        .plugin(HiddenFromPage(tauri_plugin_window_state::Builder::default().with_state_flags(KEPT).build()))
        .plugin(HiddenFromPage(tauri_plugin_clipboard_manager::init()))
        .plugin(HiddenFromPage(tauri_plugin_dialog::init()))
        .plugin(HiddenFromPage(tauri_plugin_notification::init()))
        .plugin(HiddenFromPage(tauri_plugin_opener::init()))
}

/// Gives way to the next start, which would otherwise hand over to a program that is closing and show no window.
pub fn give_way(app: &AppHandle<Wry>) {
    if app.save_window_state(KEPT).is_err() {
        tracing::warn!("the window's size and place could not be kept");
    }
    tauri_plugin_single_instance::destroy(app);
}

/// Clears a copied PIN when the system ends the program without asking (the Dock's Quit).
fn clearing() -> TauriPlugin<Wry> {
    let builder = tauri::plugin::Builder::new("clearing").on_event(|app, event| {
        if matches!(event, RunEvent::Exit)
            && let Some(shell) = app.try_state::<Arc<Shell>>()
            && shell.clipboard.may_hold_secret()
        {
            shell.clipboard.clear_before_exit(EXIT_TIMEOUT);
        }
    });
    builder.build()
}

/// A second start shows the existing window. A portable copy with its own folder counts as another program.
fn one_instance(paths: &Paths) -> TauriPlugin<Wry> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let builder = tauri_plugin_single_instance::Builder::new().callback(|app, _, _| window::show(app));
    if !paths.is_portable {
        return builder.build();
    }
    let mut hasher = DefaultHasher::new();
    paths.data.hash(&mut hasher);
    builder.dbus_id(format!("{}.f{:016x}", runtime::IDENTIFIER, hasher.finish())).build()
}
