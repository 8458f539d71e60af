//! Progress of issuing, on stderr; and whether a request is in flight when the program is stopped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use ops::Stage;
use wire::{ErrorCode, StageView};
use words::say;

use crate::exit::{Exit, Failure};
use crate::screen::Screen;

/// The stages as they come.
pub struct Progress<'a> {
    screen: &'a Screen,
    under_way: AtomicBool,
    last: Mutex<Option<Stage>>,
}

impl<'a> Progress<'a> {
    pub fn new(screen: &'a Screen) -> Self {
        Self { screen, under_way: AtomicBool::new(false), last: Mutex::new(None) }
    }

    /// Shows a stage once.
    pub fn tell(&self, stage: &Stage) {
        match stage {
            Stage::Sending => self.under_way.store(true, Ordering::SeqCst),
            Stage::Answered { .. } => self.under_way.store(false, Ordering::SeqCst),
            Stage::Reading | Stage::Recorded { .. } | Stage::Waiting { .. } | Stage::Asking { .. } => {}
        }
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.screen.json && !last.as_ref().is_some_and(|last| says_the_same(last, stage)) {
            self.screen.note(&format!("… {}", StageView::new(stage).message));
        }
        *last = Some(stage.clone());
    }

    /// Whether a request has been sent whose answer is not recorded.
    pub fn is_under_way(&self) -> bool {
        self.under_way.load(Ordering::SeqCst)
    }

    /// The host stopped the program. A request in flight may still make a code; before that nothing can.
    pub fn stopped(&self) -> Failure {
        if self.screen.is_watched() {
            // Terminals show ^C where the line was.
            self.screen.margin_print("");
        }
        if self.is_under_way() {
            return Failure::new(ErrorCode::NotKnown, say!("cli-stopped-under-way"));
        }
        Failure::new(ErrorCode::Interrupted, say!("cli-stopped")).exiting(Exit::Stopped)
    }
}

/// Repeating the same state is not progress.
fn says_the_same(last: &Stage, stage: &Stage) -> bool {
    match (last, stage) {
        (Stage::Asking { state: before, .. }, Stage::Asking { state, .. }) => before == state,
        _ => last == stage,
    }
}
