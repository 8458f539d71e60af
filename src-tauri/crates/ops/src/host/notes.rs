//! The host's notes on doors and codes: what was written, whether a code was sent to its guest, and whether a test code
//! opened the door.

use domain::RawAnswer;
use domain::ids::{DeviceId, IntentId};
use domain::note::{DoorTest, Sent};
use store::{NotedOn, Write};

use crate::context::Snapshot;
use crate::error::Error;

/// The longest note on a door.
const LONGEST: usize = 4_000;

/// Adds a note to a code. A blank text adds nothing.
///
/// # Errors
/// [`Error::NoSuchCode`], or the record cannot be written.
pub fn add_to_code(write: &Write<'_>, at: &Snapshot<'_>, id: IntentId, text: &str) -> Result<(), Error> {
    write.code(id)?.ok_or_else(|| Error::NoSuchCode(id.to_string()))?;
    add(write, at, NotedOn::Code(id), text)
}

/// Adds that a code was sent to its guest, or that it was not.
///
/// # Errors
/// [`Error::NoSuchCode`], or the record cannot be written.
pub fn mark_sent(write: &Write<'_>, at: &Snapshot<'_>, id: IntentId, is_sent: bool) -> Result<(), Error> {
    write.code(id)?.ok_or_else(|| Error::NoSuchCode(id.to_string()))?;
    Ok(write.add_sent(id, Sent { is_sent, at: at.times.now })?)
}

/// Adds a note to a door. A blank text adds nothing.
///
/// # Errors
/// [`Error::NoSuchDoor`], or the record cannot be written.
pub fn add_to_door(write: &Write<'_>, at: &Snapshot<'_>, id: &DeviceId, text: &str) -> Result<(), Error> {
    write.door_name(id)?.ok_or_else(|| Error::NoSuchDoor(id.to_string()))?;
    add(write, at, NotedOn::Door(id), text)
}

/// A test of a door as the host reports it.
#[derive(Clone, Debug)]
pub struct NewDoorTest {
    pub door: DeviceId,
    /// The code that was tried.
    pub intent: Option<IntentId>,
    /// `None`: not tried yet.
    pub worked: Option<bool>,
    pub note: String,
}

/// Adds a test of a door.
///
/// # Errors
/// [`Error::NoSuchDoor`], [`Error::NoSuchCode`] for a code that is not this door's, or the record cannot be written.
pub fn add_test(write: &Write<'_>, at: &Snapshot<'_>, test: &NewDoorTest) -> Result<(), Error> {
    write.door_name(&test.door)?.ok_or_else(|| Error::NoSuchDoor(test.door.to_string()))?;
    if let Some(id) = test.intent {
        let lock = write.ids_of_lock(&test.door)?;
        let own = write.code(id)?.filter(|entry| lock.contains(&entry.code.device_id));
        own.ok_or_else(|| Error::NoSuchCode(id.to_string()))?;
    }
    let note = RawAnswer::new(kept(&test.note));
    let row = DoorTest { intent: test.intent, worked: test.worked, note, at: at.times.now };
    Ok(write.add_door_test(&test.door, &row)?)
}

fn add(write: &Write<'_>, at: &Snapshot<'_>, on: NotedOn<'_>, text: &str) -> Result<(), Error> {
    let text = kept(text);
    if !text.is_empty() {
        write.add_note(on, &text, at.times.now)?;
    }
    Ok(())
}

fn kept(text: &str) -> String {
    text.trim().chars().take(LONGEST).collect()
}
