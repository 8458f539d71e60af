//! Events that the page receives without asking. Typed: nothing else is emitted.

use std::sync::Arc;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};
use wire::window::{Changed, ChangedEvent, ProgressEvent, StageEvent};

/// The label of the only window.
pub const WINDOW: &str = "main";

/// An event for the page.
#[derive(Clone, Debug)]
pub enum PageEvent {
    Progress(ProgressEvent),
    Changed(ChangedEvent),
    Stage(StageEvent),
    Menu(MenuEvent),
}

/// The host chose an entry of the native menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MenuEvent {
    pub what: &'static str,
}

/// The page, as the receiver of events.
#[derive(Clone)]
pub struct Page(Arc<dyn Fn(PageEvent) + Send + Sync>);

impl Page {
    /// The page in the app's window.
    pub fn from_app<R: Runtime>(app: AppHandle<R>) -> Self {
        Self::new(move |event| {
            let sent = match event {
                PageEvent::Progress(event) => app.emit_to(WINDOW, "progress", event),
                PageEvent::Changed(event) => app.emit_to(WINDOW, "changed", event),
                PageEvent::Stage(event) => app.emit_to(WINDOW, "stage", event),
                PageEvent::Menu(event) => app.emit_to(WINDOW, "menu", event),
            };
            // A page that has gone asks again when it returns.
            if sent.is_err() {
                tracing::debug!("no page received an event");
            }
        })
    }

    /// Anything that receives events.
    pub fn new(receive: impl Fn(PageEvent) + Send + Sync + 'static) -> Self {
        Self(Arc::new(receive))
    }

    pub fn emit(&self, event: PageEvent) {
        (self.0)(event);
    }

    pub fn changed(&self, what: &[Changed]) {
        self.emit(PageEvent::Changed(ChangedEvent { what: what.to_vec() }));
    }
}
