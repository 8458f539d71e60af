//! `sync`: everything that Seam knows of the doors, into the record.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ops::sync::Step;
use wire::SyncView;

use super::Outcome;
use crate::exit::Exit;
use crate::session::{Session, wait_for};
use crate::show;

pub fn run(session: &Session) -> Outcome {
    wait_for(async {
        let app = session.app().await?;
        let bar = bar(session);
        let synced = app.sync(&|step: Step| advance(&bar, &step)).await;
        bar.finish_and_clear();
        let view = SyncView::of(&synced?);
        session.screen.answer(&view, show::sync::synced);
        Ok(if view.unread.is_empty() { Exit::Done } else { Exit::Away })
    })
}

/// Drawn on a terminal only.
fn bar(session: &Session) -> ProgressBar {
    if !session.screen.is_watched() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    // The template is fixed; were it wrong, the plain bar would do.
    let style = ProgressStyle::with_template("{spinner} {msg:40!} {bar:24} {pos}/{len}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(wire::say!("cli-reading"));
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn advance(bar: &ProgressBar, step: &Step) {
    bar.set_length(u64::try_from(step.doors).unwrap_or(u64::MAX));
    bar.set_position(u64::try_from(step.done).unwrap_or(u64::MAX));
    bar.set_message(wire::clean(&step.door));
}
