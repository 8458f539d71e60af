//! What the page is told without asking. Typed: nothing else goes out.

use std::sync::Arc;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};
use wire::window::{Changed, ChangedEvent, ProgressEvent, StageEvent};

/// The one window's label.
pub const WINDOW: &str = "main";

/// One thing to tell.
#[derive(Clone, Debug)]
pub enum Told {
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
pub struct Page(Arc<dyn Fn(Told) + Send + Sync>);

impl Page {
    /// The page in the window of an app.
    pub fn of<R: Runtime>(app: AppHandle<R>) -> Self {
        Self::new(move |told| {
            let sent = match told {
                Told::Progress(event) => app.emit_to(WINDOW, "progress", event),
                Told::Changed(event) => app.emit_to(WINDOW, "changed", event),
                Told::Stage(event) => app.emit_to(WINDOW, "stage", event),
                Told::Menu(event) => app.emit_to(WINDOW, "menu", event),
            };
            // A page that is gone asks again when it is back.
            if sent.is_err() {
                tracing::debug!("the page was not there to be told");
            }
        })
    }

    /// Anything that listens.
    pub fn new(told: impl Fn(Told) + Send + Sync + 'static) -> Self {
        Self(Arc::new(told))
    }

    pub fn tell(&self, told: Told) {
        (self.0)(told);
    }

    pub fn changed(&self, what: &[Changed]) {
        self.tell(Told::Changed(ChangedEvent { what: what.to_vec() }));
    }
}
