//! Events that the page receives without asking. Typed: nothing else is emitted.

use std::sync::Arc;

use tauri::{AppHandle, Emitter, Runtime};
use wire::{Changed, ChangedEvent, MenuEvent, ProgressEvent, StageEvent};

/// The label of the only window.
pub const WINDOW: &str = "main";

macro_rules! page_event {
    ($($Variant:ident($Payload:ty) = $name:literal;)*) => {
        /// An event for the page.
        #[derive(Clone, Debug)]
        pub enum PageEvent {
            $($Variant($Payload)),*
        }

        impl PageEvent {
            fn send<R: Runtime>(self, app: &AppHandle<R>) -> tauri::Result<()> {
                match self {
                    $(Self::$Variant(event) => app.emit_to(WINDOW, $name, event)),*
                }
            }
        }
    };
}
wire::events!(page_event);

/// The page, as the receiver of events.
#[derive(Clone)]
pub struct PageHandle(Arc<dyn Fn(PageEvent) + Send + Sync>);

impl PageHandle {
    /// The page in the app's window.
    pub fn from_app<R: Runtime>(app: AppHandle<R>) -> Self {
        Self::new(move |event| {
            // A page that has gone asks again when it returns.
            if event.send(&app).is_err() {
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
