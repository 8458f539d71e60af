//! One delivery: checked, processed, reported in one line. No line holds a PIN, a guest's name or the secret.

use axum::http::{HeaderMap, StatusCode};
use domain::reading::EventReading;
use jiff::Timestamp;
use ops::Clock;
use runtime::App;
use serde::Serialize;
use wire::{ClocksView, CodeState, CommandError};
use words::clean;

use super::signature::{Refused, Signature};
use crate::screen::Screen;

/// Handles deliveries for one webhook.
pub struct Receiver {
    pub app: App,
    pub signature: Signature,
    pub screen: Screen,
}

/// The outcome of one delivery.
#[derive(Serialize)]
struct DeliveryView {
    at: String,
    event_id: Option<String>,
    event: Option<String>,
    /// `taken`, `ignored` (seen before, or not about our codes), `refused`, `put_off`
    outcome: &'static str,
    why: Option<String>,
    /// The marker of the code that it is about.
    code: Option<String>,
    state: Option<CodeState>,
}

impl Receiver {
    /// Processes one delivery and returns the sender's status: 200 also for an ignored one, 503 if it should be sent again.
    pub async fn receive(&self, headers: &HeaderMap, body: &[u8]) -> StatusCode {
        if let Err(refused) = self.signature.check(headers, body) {
            self.tell(None, "refused", Some(self.why(&refused)), None);
            return refused.status;
        }
        let read = std::str::from_utf8(body).ok().and_then(|text| seam::parse::event(text).ok());
        let Some(event) = read else {
            self.tell(None, "refused", Some("it is no event".to_owned()), None);
            return StatusCode::BAD_REQUEST;
        };
        match self.app.apply_event(&event).await {
            Ok(true) => {
                let about = self.about(&event).await;
                self.tell(Some(&event), "taken", None, about);
                StatusCode::OK
            }
            Ok(false) => {
                self.tell(Some(&event), "ignored", None, None);
                StatusCode::OK
            }
            Err(error) => {
                self.tell(Some(&event), "put_off", Some(CommandError::from_error(&error).message), None);
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }

    /// The age of a delivery is measured by this computer's clock, which may be the one that is wrong.
    fn why(&self, refused: &Refused) -> String {
        let clocks = ClocksView::new(self.app.times()).filter(|_| refused.is_for_its_age);
        clocks.map_or_else(|| refused.why.to_owned(), |clocks| format!("{}. {}", refused.why, clocks.message))
    }

    /// The current state of the code that an event is about.
    async fn about(&self, event: &EventReading) -> Option<(String, CodeState)> {
        let id = event.access_code_id.clone()?;
        let entry = self.app.record.read(move |read| Ok(read.code_at_seam(&id)?)).await.ok().flatten()?;
        Some((entry.intent.marker.to_string(), entry.code.state.into()))
    }

    fn tell(
        &self,
        event: Option<&EventReading>,
        outcome: &'static str,
        why: Option<String>,
        about: Option<(String, CodeState)>,
    ) {
        let (code, state) = about.unzip();
        let view = DeliveryView {
            at: written(self.app.clock.now()),
            event_id: event.map(|event| clean(event.id.as_str())),
            event: event.map(|event| clean(&event.kind)),
            outcome,
            why,
            code,
            state,
        };
        if self.screen.json { self.screen.json_line(&view) } else { self.screen.print(&view.line()) }
    }
}

impl DeliveryView {
    fn line(&self) -> String {
        let about = self.code.as_deref().zip(self.state).map(|(code, state)| format!("{code}: {}", state.as_str()));
        let event = self.event.as_deref().unwrap_or("a delivery");
        let rest: Vec<&str> = [about.as_deref(), self.why.as_deref()].into_iter().flatten().collect();
        format!("{}  {:8}  {event}  {}", self.at, self.outcome.replace('_', " "), rest.join("  ")).trim_end().to_owned()
    }
}

fn written(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
