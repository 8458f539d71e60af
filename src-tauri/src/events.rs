//! What the page is told without asking. Typed: nothing else goes out.

use std::sync::Arc;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};
use wire::window::{Changed, ChangedEvent, ProgressEvent, StageEvent};

/// The one window's label.
pub const WINDOW: &str = "main";

/// One thing to tell.
#[derive(Clone, Debug)]
pub enum PageEvent {
    Progress(ProgressEvent),
    Changed(ChangedEvent),
    Stage(StageEvent),
    Menu(MenuEvent),
}

/// Something was chosen in the native menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MenuEvent {
    pub what: &'static str,
}

/// The page, as something to tell things to.
#[derive(Clone)]
pub struct Page(Arc<dyn Fn(PageEvent) + Send + Sync>);

impl Page {
    /// The page in the window of an app.
    pub fn from_app<R: Runtime>(app: AppHandle<R>) -> Self {
        Self::new(move |event| {
            let sent = match event {
                PageEvent::Progress(event) => app.emit_to(WINDOW, "progress", event),
                PageEvent::Changed(event) => app.emit_to(WINDOW, "changed", event),
                PageEvent::Stage(event) => app.emit_to(WINDOW, "stage", event),
                PageEvent::Menu(event) => app.emit_to(WINDOW, "menu", event),
            };
            // A page that is gone asks again when it is back.
            if sent.is_err() {
                tracing::debug!("the page was not there to be told");
            }
        })
    }

    /// Anything that listens.
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
