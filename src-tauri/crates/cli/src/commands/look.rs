//! `look`: settles the outcomes that are not known.

use domain::ids::AccessCodeId;
use ops::look::Looked;
use runtime::App;
use wire::LookView;

use super::Outcome;
use crate::args::LookArgs;
use crate::bar::Bar;
use crate::exit::{Exit, Failure};
use crate::invocation::{Invocation, show, wait_for};
use crate::show::look;

pub fn run(invocation: &Invocation, args: &LookArgs) -> Outcome {
    wait_for(async {
        let app = invocation.app().await?;
        let looked = match &args.is {
            Some(code) => confirm(&app, AccessCodeId::new(code.trim())).await?,
            None => look(invocation, &app, args.door.clone()).await?,
        };
        let view = LookView::new(&looked, &show(&app, false));
        invocation.screen.heed(app.times());
        invocation.screen.answer(&view, look::looked);
        Ok(match (view.unknown, view.unread.as_slice()) {
            (0, []) => Exit::Done,
            (0, [first, ..]) => Exit::from_code(first.code),
            _ => Exit::NotKnown,
        })
    })
}

async fn look(invocation: &Invocation, app: &App, door: Option<String>) -> Result<Looked, Failure> {
    let door = match door {
        Some(asked) => {
            let tables = app.tables.clone();
            let found = app.look_up(move |read, times| ops::door::find(read, &asked, &tables, times)).await?;
            Some(found.row.reading.device_id)
        }
        None => None,
    };
    let bar = Bar::new(&invocation.screen);
    let looked = app.look(door, &|step| bar.advance(&step)).await;
    drop(bar);
    Ok(looked?)
}

/// The host confirms that a code is the one whose answer was lost.
async fn confirm(app: &App, code: AccessCodeId) -> Result<Looked, Failure> {
    let id = code.clone();
    let intent = app.record.read(move |read| ops::probable::intent_of(read, &id)).await?;
    let entry = app.adopt(intent, code).await?;
    Ok(Looked { entries: vec![(entry, Vec::new())], unread: Vec::new() })
}
