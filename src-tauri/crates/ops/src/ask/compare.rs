//! Compares the record with Seam and lists only the differences. Reads both and writes neither.
//!
//! To stop it, drop it: nothing is left half done.

use std::collections::HashSet;

use domain::code::CodeEntry;
use domain::code_elsewhere::CodeElsewhere;
use domain::difference::{self, Difference};
use domain::ids::{AccessCodeId, DeviceId};
use domain::lifecycle::{SetupProgress, State, is_at_seam, progress};
use domain::reading::{CodeReading, ReadError};
use domain::times::Times;
use futures::{StreamExt, stream};
use jiff::Timestamp;

use crate::door::{self, Door};
use crate::error::Error;
use crate::ports::{Clock, SeamApi};
use crate::progress::Step;
use crate::record::Latchbook;
use crate::show::door_page::ListedElsewhere;

/// Doors read at once.
const AT_ONCE: usize = 6;

/// The differences.
#[derive(Debug, Default)]
pub struct Compared {
    /// Only doors with differences, by name.
    pub doors: Vec<DoorDifferences>,
    pub compared_doors: usize,
    pub compared_codes: usize,
    /// Doors that could not be read: no conclusion is drawn about them.
    pub unread: Vec<(String, ReadError)>,
}

#[derive(Debug)]
pub struct DoorDifferences {
    pub door: Door,
    /// In the record and not at Seam.
    pub missing: Vec<CodeEntry>,
    /// At Seam and not in the record.
    pub foreign: Vec<ListedElsewhere>,
    /// In both but different: the record has the promise, Seam has what was given.
    pub different: Vec<(CodeEntry, Vec<Differing>)>,
}

/// One difference between the record and Seam about a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Differing {
    Difference(Difference),
    /// Seam has the PIN; the record has none yet.
    PinThere,
    State {
        record: State,
        seam: State,
    },
}

impl Differing {
    /// The word for it in JSON.
    pub fn word(&self) -> &str {
        match self {
            Self::Difference(difference) => difference.word(),
            Self::PinThere => "pin_there",
            Self::State { .. } => "state",
        }
    }
}

/// The record's codes of a door.
struct Recorded {
    /// Our codes that Seam should have.
    ours: Vec<CodeEntry>,
    /// Codes known to be others', and further ones of our stays.
    others: HashSet<AccessCodeId>,
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Compares every door, or one. Calls `step` after each.
    ///
    /// # Errors
    /// [`Error::OtherWorkspace`], [`Error::NoSuchDoor`], the key, or the record cannot be read. A failure at one door
    /// is in `unread`.
    pub async fn compare(
        &self,
        door: Option<DeviceId>,
        step: &(dyn Fn(Step) + Send + Sync),
    ) -> Result<Compared, Error> {
        self.ensure_own_workspace().await?;
        let doors = self.doors_to_compare(door).await?;
        let count = doors.len();
        let mut compared = Compared::default();
        let reading = stream::iter(doors).map(|door| async {
            let codes = self.all_codes(&door.row.reading).await;
            (door, codes)
        });
        let mut reading = std::pin::pin!(reading.buffer_unordered(AT_ONCE));
        while let Some((door, codes)) = reading.next().await {
            compared.compared_doors += 1;
            step(Step { done: compared.compared_doors, doors: count, door: door.name().to_owned() });
            match codes {
                Ok(codes) => self.compare_door(door, codes, &mut compared).await?,
                Err(Error::Seam(error)) if error.is_about_the_key() => return Err(error.into()),
                Err(Error::Seam(error)) => compared.unread.push((door.name().to_owned(), error)),
                Err(other) => return Err(other),
            }
        }
        compared.compared_doors -= compared.unread.len();
        compared.doors.sort_by(|one, other| one.door.name().cmp(other.door.name()));
        Ok(compared)
    }

    /// Another workspace's codes would all be missing. Pins nothing.
    async fn ensure_own_workspace(&self) -> Result<(), Error> {
        let found = self.seam.workspace().await?;
        let pinned = self.record.read(|read| Ok(read.workspace()?)).await?.ok_or(Error::NeverSynced)?;
        if pinned.id == found.id {
            return Ok(());
        }
        Err(Error::other_workspace(&pinned, &found))
    }

    async fn doors_to_compare(&self, door: Option<DeviceId>) -> Result<Vec<Door>, Error> {
        let tables = self.tables.clone();
        self.look_up(move |read, times| match door {
            Some(id) => Ok(vec![door::by_id(read, &id, &tables, times)?]),
            None => {
                let doors = door::all(read, &tables, times)?;
                Ok(doors.into_iter().filter(|door| door.row.gone_at.is_none()).collect())
            }
        })
        .await
    }

    async fn compare_door(&self, door: Door, codes: Vec<CodeReading>, compared: &mut Compared) -> Result<(), Error> {
        let id = door.id().clone();
        let (recorded, times) = self.look_up(move |read, times| Ok((recorded(read, &id, times)?, times))).await?;
        compared.compared_codes += recorded.ours.len();
        let mut found = DoorDifferences { missing: Vec::new(), foreign: Vec::new(), different: Vec::new(), door };
        for entry in &recorded.ours {
            let listed = codes.iter().find(|code| Some(&code.id) == entry.code.access_code_id.as_ref());
            match listed {
                Some(code) => found.different.extend(differing(entry, code, times)),
                None => found.missing.extend(self.missing(entry, &found.door, compared).await?),
            }
        }
        let ours: HashSet<_> = recorded.ours.iter().filter_map(|entry| entry.code.access_code_id.as_ref()).collect();
        let is_foreign = |code: &&CodeReading| {
            let is_over = code.ends_at.is_some_and(|end| times.is_past(end));
            !ours.contains(&code.id) && !recorded.others.contains(&code.id) && !is_over
        };
        let foreign = codes
            .iter()
            .filter(is_foreign)
            .map(|code| ListedElsewhere::new(as_row(code, &found.door, times.now), &found.door));
        found.foreign = foreign.collect();
        if !(found.missing.is_empty() && found.foreign.is_empty() && found.different.is_empty()) {
            compared.doors.push(found);
        }
        Ok(())
    }

    /// A list may be stale, so the code is asked for by its id before it is reported missing. At a door that Seam only
    /// watches none is.
    async fn missing(
        &self,
        entry: &CodeEntry,
        door: &Door,
        compared: &mut Compared,
    ) -> Result<Option<CodeEntry>, Error> {
        let Some(id) = entry.code.access_code_id.as_ref().filter(|_| door.row.reading.is_managed) else {
            return Ok(None);
        };
        match self.seam.code(id).await {
            Ok(None) => Ok(Some(entry.clone())),
            Ok(Some(_)) => Ok(None),
            Err(error) if error.is_about_the_key() => Err(error.into()),
            Err(error) => {
                compared.unread.push((door.name().to_owned(), error));
                Ok(None)
            }
        }
    }
}

fn recorded(read: &store::Read<'_>, door: &DeviceId, times: Times) -> Result<Recorded, Error> {
    let live = read.overlapping_codes(door, times.earliest(), Timestamp::MAX)?;
    let mut others: HashSet<_> =
        read.codes_elsewhere(door, times.earliest())?.into_iter().map(|code| code.id).collect();
    for entry in &live {
        others.extend(entry.code.second_codes.iter().map(AccessCodeId::new));
        // Not expected at Seam, but known if Seam lists it.
        others.extend(entry.code.access_code_id.iter().filter(|_| !is_at_seam(entry.code.state)).cloned());
    }
    let ours = live.into_iter().filter(|entry| is_at_seam(entry.code.state) && entry.code.access_code_id.is_some());
    Ok(Recorded { ours: ours.collect(), others })
}

/// How Seam's version of a code differs from the record's. Differences from the promise are in the record already.
fn differing(entry: &CodeEntry, reading: &CodeReading, times: Times) -> Option<(CodeEntry, Vec<Differing>)> {
    let (code, mut as_recorded) = (&entry.code, entry.intent.promise.clone());
    (as_recorded.starts_at, as_recorded.ends_at) = (code.starts_at, code.ends_at);
    as_recorded.slot_id = code.given_slot().unwrap_or(as_recorded.slot_id);
    as_recorded.slot_name = code.given_slot_name.clone().unwrap_or(as_recorded.slot_name);
    let found = difference::between(&as_recorded, &code.device_id, &entry.intent.marker, reading);
    // These compare nothing with the record; they are news only if the record lacks them.
    let is_news = |found: &Difference| match found {
        Difference::Starts { .. } | Difference::Ends { .. } | Difference::Slot { .. } => true,
        Difference::Door { .. }
        | Difference::Name
        | Difference::OddPin
        | Difference::SharedPin
        | Difference::NotOffline
        | Difference::PinChanged
        | Difference::Unseen
        | Difference::Other { .. } => !code.differs.iter().any(|known| known.word() == found.word()),
    };
    let mut differing: Vec<Differing> = found.into_iter().filter(is_news).map(Differing::Difference).collect();
    if matches!((&code.pin, &reading.pin), (Some(ours), Some(theirs)) if ours != theirs) {
        differing.push(Differing::Difference(Difference::PinChanged));
    } else if code.pin.is_none() && reading.pin.is_some() {
        differing.push(Differing::PinThere);
    }
    if let Some(seam) = state_at_seam(code.state, reading).filter(|_| !times.is_past(code.ends_at)) {
        differing.push(Differing::State { record: code.state, seam });
    }
    (!differing.is_empty()).then(|| (entry.clone(), differing))
}

/// The state to which Seam's reading would bring the code, if it is a different one.
fn state_at_seam(state: State, reading: &CodeReading) -> Option<State> {
    let given = match progress(reading) {
        SetupProgress::Waiting => State::Accepted,
        SetupProgress::Setting => State::Setting,
        SetupProgress::Ready => State::Set,
        SetupProgress::Failed => State::Failed,
    };
    // Once confirmed a code stays confirmed, and waiting after setting is not news.
    let is_news = given != state && state != State::Set && !(state == State::Setting && given == State::Accepted);
    is_news.then_some(given)
}

fn as_row(code: &CodeReading, door: &Door, now: Timestamp) -> CodeElsewhere {
    CodeElsewhere {
        id: code.id.clone(),
        device_id: door.id().clone(),
        is_managed: code.is_managed,
        name: code.name.as_deref().map(domain::RawAnswer::new),
        marker: code.name.as_deref().and_then(domain::marker::Marker::read),
        starts_at: code.starts_at,
        ends_at: code.ends_at,
        slot_id: code.slot_id.clone(),
        slot_name: code.slot_name.clone(),
        status: code.status.clone(),
        created_at: code.created_at,
        first_read_at: now,
        missed_at: None,
        gone_at: None,
    }
}
