//! A look: a complete reading of a door's codes at Seam, which settles an unknown outcome.

use std::collections::HashSet;

use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::ids::{AccessCodeId, DeviceId, IntentId};
use domain::lifecycle::State;
use domain::reading::{CodeReading, DoorReading, ReadError};
use domain::times::Times;
use jiff::Timestamp;
use store::{Read, unless_damaged};

use super::observe::{self, DoorLook, Seen};
use crate::attempt::unknown;
use crate::door::probable::probable;
use crate::door::same_lock::where_to_look;
use crate::error::Error;
use crate::ports::{Clock, SeamApi};
use crate::progress::Step;
use crate::record::Latchbook;

/// The outcomes that a look settled.
#[derive(Debug, Default)]
pub struct Looked {
    /// Outcomes that were not known before, in their current state, each with the codes that are probably its own.
    pub entries: Vec<(CodeEntry, Vec<CodeElsewhere>)>,
    /// Doors that could not be read, with the reason: no conclusion is drawn about them.
    pub unread: Vec<(DeviceId, Error)>,
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Reads every door (or one) with an unknown outcome or a refusal that no look has confirmed, and asks for every
    /// code that is not confirmed yet. Calls `step` before reading each door.
    ///
    /// # Errors
    /// The record cannot be read or written. A door that Seam does not return is in `unread`.
    pub async fn look(&self, door: Option<DeviceId>, step: &(dyn Fn(Step) + Send + Sync)) -> Result<Looked, Error> {
        self.recover().await?;
        self.connect().await?;
        let open = self.look_up(to_be_settled).await?;
        let lock = match door.clone() {
            Some(door) => Some(self.record.read(move |read| Ok(read.ids_of_lock(&door)?)).await?),
            None => None,
        };
        let wanted = |entry: &&CodeEntry| lock.as_ref().is_none_or(|lock| lock.contains(&entry.code.device_id));
        let open: Vec<CodeEntry> = open.iter().filter(wanted).cloned().collect();
        let mut doors: HashSet<DeviceId> = HashSet::new();
        for entry in &open {
            let device = entry.code.device_id.clone();
            doors.extend(self.record.read(move |read| where_to_look(read, &device)).await?);
        }
        doors.extend(door);
        let mut looked = Looked::default();
        let count = doors.len();
        for (done, door) in doors.into_iter().enumerate() {
            let id = door.clone();
            let name = self.record.read(move |read| Ok(read.door_name(&id)?)).await?;
            step(Step { done, doors: count, door: name.unwrap_or_else(|| door.to_string()) });
            if let Err(error) = self.read_door(&door).await {
                looked.unread.push((door, error));
            }
        }
        self.confirm_all().await?;
        for entry in open {
            let entry = self.entry(entry.intent.id).await?;
            // A confirmed refusal is not news.
            if entry.code.state != State::Refused {
                let id = entry.clone();
                let probable = self.record.read(move |read| probable(read, &id)).await?;
                looked.entries.push((entry, probable));
            }
        }
        Ok(looked)
    }

    /// Reads one door with all its codes and records them.
    ///
    /// # Errors
    /// [`Error::Seam`] if any part of it could not be read: then nothing is concluded. A door that Seam no longer knows
    /// is marked gone.
    pub async fn read_door(&self, id: &DeviceId) -> Result<Seen, Error> {
        let begun = self.clock.now();
        let Some(door) = self.seam.door(id).await? else {
            self.door_is_gone(id.clone()).await?;
            return Ok(Seen::default());
        };
        let codes = self.all_codes(&door).await?;
        let seen = self.take_look_alone(DoorLook { door, codes }, begun).await?;
        self.ask_one_by_one(&seen.to_ask).await?;
        Ok(seen)
    }

    /// Reads the doors at which a code of this door's lock may be.
    ///
    /// # Errors
    /// As [`Latchbook::read_door`].
    pub(crate) async fn read_lock(&self, id: &DeviceId) -> Result<(), Error> {
        let id = id.clone();
        for door in self.record.read(move |read| where_to_look(read, &id)).await? {
            self.read_door(&door).await?;
        }
        Ok(())
    }

    /// Managed and unmanaged codes: all of both, or an error. Seam may refuse either list of a door that it only watches.
    pub(crate) async fn all_codes(&self, door: &DoorReading) -> Result<Vec<CodeReading>, Error> {
        let (id, is_managed) = (&door.device_id, door.is_managed);
        let mut codes = unless_refused(is_managed, self.seam.codes(id).await)?;
        codes.extend(unless_refused(is_managed, self.seam.unmanaged_codes(id).await)?);
        Ok(codes)
    }

    /// `begun`: before anything was read. The reading may miss anything that happened later.
    async fn take_look_alone(&self, look: DoorLook, begun: Timestamp) -> Result<Seen, Error> {
        self.note_down(move |write, times| {
            let seen = observe::apply_look(write, &look, times)?;
            write.stamp_door_reading(&look.door.device_id, begun)?;
            Ok(seen)
        })
        .await
    }

    /// A list may be stale, so a code missing from it is asked for by its id before anything is concluded. One that
    /// cannot be read stays as it was, and blocks nothing.
    pub(crate) async fn ask_one_by_one(&self, codes: &[(IntentId, AccessCodeId)]) -> Result<(), Error> {
        for (intent, code) in codes {
            match self.ask_for(*intent, code).await {
                Err(Error::Seam(error)) if !error.is_about_the_key() => {}
                asked => asked?,
            }
        }
        Ok(())
    }

    /// Reads one code and records it, or its absence.
    pub(crate) async fn ask_for(&self, intent: IntentId, code: &AccessCodeId) -> Result<(), Error> {
        let reading = self.seam.code(code).await?;
        self.note_down(move |write, times| match reading {
            Some(reading) => observe::read_code(write, intent, &reading, times.now),
            None => observe::code_missing(write, intent, times),
        })
        .await
    }

    pub(crate) async fn door_is_gone(&self, id: DeviceId) -> Result<(), Error> {
        let now: Timestamp = self.clock.now();
        self.record
            .write(move |write| {
                if let Some(door) = write.door(&id)?.filter(|door| door.gone_at.is_none()) {
                    write.mark_door_gone(&door, now)?;
                    write.note(&domain::event::EventBody::DoorGone { device_id: id.to_string() }, now)?;
                }
                Ok(())
            })
            .await
    }
}

/// Outcomes that are not known, and refusals since which the door has not been read completely.
fn to_be_settled(read: &Read<'_>, times: Times) -> Result<Vec<CodeEntry>, Error> {
    let mut open = unknown(read)?;
    for entry in read.codes_in(State::Refused)?.into_iter().filter(|entry| !times.is_past(entry.code.ends_at)) {
        let read_at = unless_damaged(read.door(&entry.code.device_id))?.flatten().and_then(|door| door.read_at);
        if read_at.is_none_or(|read_at| read_at <= entry.code.changed_at) {
            open.push(entry);
        }
    }
    Ok(open)
}

fn unless_refused(is_managed: bool, codes: Result<Vec<CodeReading>, ReadError>) -> Result<Vec<CodeReading>, ReadError> {
    match codes {
        Err(ReadError::Refused { .. }) if !is_managed => Ok(Vec::new()),
        Err(error) if !is_managed && error.is_not_served() => Ok(Vec::new()),
        codes => codes,
    }
}
