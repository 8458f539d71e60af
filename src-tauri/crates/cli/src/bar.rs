//! A progress bar for reading doors, drawn on a terminal only.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ops::Step;

use crate::screen::Screen;

/// The bar, until it is dropped.
pub struct Bar(ProgressBar);

impl Bar {
    pub fn new(screen: &Screen) -> Self {
        if !screen.is_watched() {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        // The template is fixed; if it were wrong, the plain bar would do.
        let style = ProgressStyle::with_template("{spinner} {msg:40!} {bar:24} {pos}/{len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(words::say!("cli-reading"));
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }

    /// This many doors have been read.
    pub fn advance(&self, step: &Step) {
        self.0.set_length(u64::try_from(step.doors).unwrap_or(u64::MAX));
        self.0.set_position(u64::try_from(step.done).unwrap_or(u64::MAX));
        self.0.set_message(words::clean(&step.door));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
