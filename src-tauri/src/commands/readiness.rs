//! Whether the doors, the key and this computer are ready.

use domain::ids::{DeviceId, IntentId};
use ops::door_page::door_page;
use ops::notes::{NewDoorTest, add_test};
use ops::readiness::readiness;
use wire::{Changed, DoorPageView, DoorTestView, ReadinessView};

use super::Host;
use crate::error::CommandResult;
use crate::handout::export;

/// Reports what is missing and who can fix it.
pub async fn get_readiness(host: Host<'_>) -> CommandResult<ReadinessView> {
    let key = host.key_to_check();
    host.opened()?.look_up(move |at| Ok(ReadinessView::new(&readiness(at)?, key, at))).await
}

/// Records whether a test code opened the door and returns all tests of that door.
pub async fn add_door_test(
    host: Host<'_>,
    door_id: String,
    intent_id: Option<i64>,
    worked: Option<bool>,
    note: String,
) -> CommandResult<Vec<DoorTestView>> {
    let (session, door) = (host.opened()?, DeviceId::new(door_id));
    let test = NewDoorTest { door: door.clone(), intent: intent_id.map(IntentId), worked, note };
    session.note_down(move |write, at| add_test(write, at, &test)).await?;
    host.page.changed(&[Changed::Notes, Changed::Doors]);
    session.look_up(move |at| Ok(DoorPageView::new(&door_page(at, &door)?, at).tests)).await
}

/// Saves the readiness report as a PDF where the host chooses; `None` if the dialog was dismissed.
pub async fn export_readiness(host: Host<'_>) -> CommandResult<Option<String>> {
    export::readiness(&host).await
}
