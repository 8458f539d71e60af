//! `look`: settles what is not known.

use domain::ids::AccessCodeId;
use runtime::App;
use wire::LookView;

use super::Outcome;
use crate::args::LookArgs;
use crate::bar::Bar;
use crate::exit::{Exit, Failure};
use crate::session::{Session, show, wait_for};
use crate::show::look;

pub fn run(session: &Session, args: &LookArgs) -> Outcome {
    wait_for(async {
        let app = session.app().await?;
        if let Some(code) = &args.is {
            confirm(&app, AccessCodeId::new(code.trim())).await?;
        }
        let door = match args.door.clone() {
            Some(asked) => {
                let tables = app.tables.clone();
                let found = app.look_up(move |read, times| ops::door::find(read, &asked, &tables, times)).await?;
                Some(found.row.reading.device_id)
            }
            None => None,
        };
        let bar = Bar::of(&session.screen);
        let looked = app.look(door, &|step| bar.advance(&step)).await;
        drop(bar);
        let view = LookView::of(&looked?, &show(&app, false));
        session.screen.heed(app.times());
        session.screen.answer(&view, look::looked);
        Ok(match (view.unknown, view.unread.as_slice()) {
            (0, []) => Exit::Done,
            (0, [first, ..]) => Exit::of_code(first.code),
            _ => Exit::NotKnown,
        })
    })
}

/// The host says that a code is the one whose answer was lost.
async fn confirm(app: &App, code: AccessCodeId) -> Result<(), Failure> {
    let id = code.clone();
    let intent = app.record.read(move |read| ops::probable::intent_of(read, &id)).await?;
    app.adopt(intent, code).await?;
    Ok(())
}
