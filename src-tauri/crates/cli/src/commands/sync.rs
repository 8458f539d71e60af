//! `sync`: reads everything that Seam has about the doors into the record.

use wire::SyncView;

use super::Outcome;
use crate::bar::Bar;
use crate::exit::Exit;
use crate::invocation::{Invocation, wait_for};
use crate::show;

pub fn run(invocation: &Invocation) -> Outcome {
    wait_for(async {
        let app = invocation.app().await?;
        let bar = Bar::new(&invocation.screen);
        let synced = app.sync(&|step| bar.advance(&step)).await;
        drop(bar);
        let view = SyncView::new(&synced?);
        invocation.screen.answer(&view, show::sync::synced);
        Ok(if view.unread.is_empty() { Exit::Done } else { Exit::Away })
    })
}
