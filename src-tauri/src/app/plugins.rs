//! A plugin that is inside for the shell's own use.
//!
//! Refuses the page everything of it: its commands, and the script that it would run in the page. Such a script calls commands that
//! the page may not call, and so fails in the host's face.

use std::error::Error;

use serde_json::Value;
use tauri::plugin::Plugin;
use tauri::{AppHandle, RunEvent, Runtime, Webview, Window};

pub struct Unseen<P>(pub P);

impl<R: Runtime, P: Plugin<R>> Plugin<R> for Unseen<P> {
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
