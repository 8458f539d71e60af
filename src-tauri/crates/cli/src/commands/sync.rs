//! `sync`: reads everything that Seam has about the doors into the record.

use wire::SyncView;

use super::Outcome;
use crate::bar::Bar;
use crate::exit::Exit;
use crate::session::{Session, wait_for};
use crate::show;

pub fn run(session: &Session) -> Outcome {
    wait_for(async {
        let app = session.app().await?;
        let bar = Bar::of(&session.screen);
        let synced = app.sync(&|step| bar.advance(&step)).await;
        drop(bar);
        let view = SyncView::of(&synced?);
        session.screen.answer(&view, show::sync::synced);
        Ok(if view.unread.is_empty() { Exit::Done } else { Exit::Away })
    })
}
