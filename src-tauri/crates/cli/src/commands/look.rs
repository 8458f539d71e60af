//! `look`: settles what is not known.

use wire::LookView;

use super::Outcome;
use crate::args::LookArgs;
use crate::bar::Bar;
use crate::exit::Exit;
use crate::session::{Session, show, wait_for};
use crate::show::look;

pub fn run(session: &Session, args: &LookArgs) -> Outcome {
    wait_for(async {
        let app = session.app().await?;
        let door = match args.door.clone() {
            Some(asked) => {
                let (tables, now) = (app.tables.clone(), app.best_time());
                let found = app.record.read(move |read| ops::door::find(read, &asked, &tables, now)).await?;
                Some(found.row.reading.device_id)
            }
            None => None,
        };
        let bar = Bar::of(&session.screen);
        let looked = app.look(door, &|step| bar.advance(&step)).await;
        drop(bar);
        let view = LookView::of(&looked?, &show(&app, false));
        session.screen.answer(&view, look::looked);
        Ok(match (view.unknown, view.unread.as_slice()) {
            (0, []) => Exit::Done,
            (0, [first, ..]) => Exit::of_code(first.code),
            _ => Exit::NotKnown,
        })
    })
}
