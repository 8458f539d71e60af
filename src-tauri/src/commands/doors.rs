//! Doors, and one door.

use domain::ids::{AccessCodeId, DeviceId};
use ops::calendar::calendar;
use ops::door_page::door_page;
use ops::{Clock as _, LockAnswer, elsewhere, notes, same_lock};
use wire::{CalendarRequest, CalendarView, Changed, DoorPageView, DoorsView, NoteEntryView};

use super::Host;
use crate::error::{CommandResult, from_operation};

/// Every door in the record.
pub async fn list_doors(host: Host<'_>) -> CommandResult<DoorsView> {
    let look = |at: &ops::Snapshot<'_>| {
        let doors = ops::door::all(&at.read, at.tables, at.times)?;
        Ok(DoorsView::new(&doors, at.tables, at.times.now))
    };
    host.opened()?.look_up(look).await
}

/// One door with all its details.
pub async fn get_door(host: Host<'_>, door_id: String) -> CommandResult<DoorPageView> {
    let id = DeviceId::new(door_id);
    host.opened()?.look_up(move |at| Ok(DoorPageView::new(&door_page(at, &id)?, at))).await
}

/// The calendar: doors by days.
pub async fn get_calendar(host: Host<'_>, request: CalendarRequest) -> CommandResult<CalendarView> {
    let days = request.days();
    host.opened()?.look_up(move |at| Ok(CalendarView::new(&calendar(at, &days)?, at))).await
}

/// Sets or removes the host's own limit for a door and returns the door.
pub async fn set_host_limit(host: Host<'_>, door_id: String, limit: Option<u32>) -> CommandResult<DoorPageView> {
    let (session, id) = (host.opened()?, DeviceId::new(door_id));
    let context = session.context();
    context.record.set_host_limit(id.clone(), limit, context.clock.now()).await.map_err(from_operation)?;
    host.page.changed(&[Changed::Doors, Changed::Status]);
    session.look_up(move |at| Ok(DoorPageView::new(&door_page(at, &id)?, at))).await
}

/// Adds a note and returns all of the door's notes.
pub async fn add_door_note(host: Host<'_>, door_id: String, text: String) -> CommandResult<Vec<NoteEntryView>> {
    let (session, id) = (host.opened()?, DeviceId::new(door_id));
    let door = id.clone();
    session.note_down(move |write, at| notes::add_to_door(write, at, &door, &text)).await?;
    host.page.changed(&[Changed::Notes]);
    session.look_up(move |at| Ok(DoorPageView::new(&door_page(at, &id)?, at).notes)).await
}

/// Records whether a door that is gone and another are one lock, and returns the other.
pub async fn say_if_same_lock(
    host: Host<'_>,
    gone_id: String,
    door_id: String,
    is_same: bool,
) -> CommandResult<DoorPageView> {
    let (session, id) = (host.opened()?, DeviceId::new(door_id));
    let answer = LockAnswer { gone: DeviceId::new(gone_id), door: id.clone(), is_same };
    session.note_down(move |write, at| same_lock::answer(write, &answer, at.times.now)).await?;
    host.page.changed(&[Changed::Doors, Changed::Codes, Changed::Stays, Changed::Notes, Changed::Status]);
    session.look_up(move |at| Ok(DoorPageView::new(&door_page(at, &id)?, at))).await
}

/// Frees the place of a code made elsewhere that has no end and that Seam no longer lists. Returns the door.
pub async fn put_code_away(host: Host<'_>, door_id: String, access_code_id: String) -> CommandResult<DoorPageView> {
    let (session, id) = (host.opened()?, DeviceId::new(door_id));
    let (door, code) = (id.clone(), AccessCodeId::new(access_code_id));
    session.note_down(move |write, at| elsewhere::put_away(write, &door, &code, at.times.now)).await?;
    host.page.changed(&[Changed::Doors, Changed::Status]);
    session.look_up(move |at| Ok(DoorPageView::new(&door_page(at, &id)?, at))).await
}
