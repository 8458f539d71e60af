//! Sync: records everything that Seam knows of the workspace's doors (docs/design.md, "Doors and sync").
//!
//! Lists are read with bounded concurrency and written door by door. A door whose lists could not be read completely
//! keeps its old rows.

use std::collections::HashSet;

use domain::door::KnownDoor;
use domain::ids::DeviceId;
use domain::reading::{AccountReading, CodeReading, DoorReading, ReadError, WorkspaceReading};
use futures::StreamExt;
use futures::stream;
use jiff::SignedDuration;
use tokio::sync::mpsc;

use crate::ask::observe::{DoorLook, LostSlot, Seen, apply_door, apply_look, note_mended};
use crate::error::Error;
use crate::ports::{Clock, SeamApi};
use crate::progress::Step;
use crate::record::Latchbook;

/// Doors read at once.
const AT_ONCE: usize = 6;

/// Doors written in one transaction, at most.
const AT_A_TIME: usize = 16;

/// A door with its codes, or why they could not be read.
type ReadDoor = (DoorReading, Result<Vec<CodeReading>, Error>);

/// Events are requested again over this stretch, because they come late and out of order.
const OVERLAP: SignedDuration = SignedDuration::from_hours(24);

/// The news from a sync.
#[derive(Debug, Default)]
pub struct Synced {
    pub doors: usize,
    pub new_doors: usize,
    pub gone_doors: Vec<String>,
    /// Doors that Seam only watches: the new ones, or all while it manages none.
    pub unmanaged_doors: Vec<String>,
    /// Doors that Seam only watched, and manages now.
    pub managed_again: Vec<String>,
    pub codes: usize,
    /// Doors whose slots changed.
    pub slots_changed: Vec<String>,
    /// Future codes whose slot changed or disappeared.
    pub lost_slots: Vec<LostSlot>,
    /// Intents whose outcome was not known and was found.
    pub found: usize,
    /// Stays for which a second code turned up.
    pub second_codes: usize,
    /// Codes that Latchbook made and this record lacks, seen for the first time: another computer's, or newer than the
    /// backup that was restored.
    pub of_other_records: usize,
    /// Doors that could not be read, with the reason.
    pub unread: Vec<(String, ReadError)>,
    /// Damaged rows that Seam's answers have repaired.
    pub mended: u64,
    /// Seam's clock minus this computer's, in milliseconds.
    pub skew_ms: Option<i64>,
}

impl Synced {
    /// Compares what Seam manages with what it managed before.
    fn tell_switched(&mut self, doors: &[DoorReading], rows: &[KnownDoor]) {
        let manages_none = !doors.iter().any(|door| door.is_managed);
        for door in doors {
            let before = rows.iter().find(|row| row.reading.device_id == door.device_id);
            let was_managed = before.map(|row| row.reading.is_managed);
            let name = before.map_or(&door.name, |row| &row.reading.name).clone();
            if door.is_managed && was_managed == Some(false) {
                self.managed_again.push(name);
            } else if !door.is_managed && (was_managed != Some(false) || manages_none) {
                self.unmanaged_doors.push(name);
            }
        }
    }
}

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// Checks which workspace the key belongs to, and pins the workspace the first time.
    ///
    /// # Errors
    /// [`Error::OtherWorkspace`] if the record belongs to another, [`Error::Seam`] if the key is not accepted.
    pub async fn connect(&self) -> Result<WorkspaceReading, Error> {
        let workspace = self.seam.workspace().await?;
        let (found, now) = (workspace.clone(), self.clock.now());
        self.record
            .write(move |write| {
                if !write.is_pinned(&found.id)?
                    && let Some(pinned) = write.workspace()?
                {
                    return Err(Error::other_workspace(&pinned, &found));
                }
                let is_mended = write.put_workspace(&found, now)?;
                note_mended(write, u64::from(is_mended), now)
            })
            .await?;
        Ok(workspace)
    }

    /// Reads everything. Calls `step` after each door.
    ///
    /// # Errors
    /// Failures that stop the whole sync: the key, the lists of accounts and doors, the record. A failure at one door
    /// is in `unread`.
    pub async fn sync(&self, step: &(dyn Fn(Step) + Send + Sync)) -> Result<Synced, Error> {
        self.recover().await?;
        let begun = self.clock.now();
        self.connect().await?;
        let accounts = self.seam.accounts().await?;
        let mut synced = Synced { mended: self.take_accounts(accounts).await?, ..Synced::default() };
        let doors = self.find_doors(&mut synced).await?;
        synced.doors = doors.len();
        let known: HashSet<DeviceId> = doors.iter().map(|door| door.device_id.clone()).collect();
        let read = self.read_doors(doors, step, &mut synced).await?;
        synced.mended += self.stamp(&read, &synced, begun).await?;
        self.take_events(&known).await?;
        synced.skew_ms = self.skew_ms();
        Ok(synced)
    }

    /// Returns how many rows were damaged.
    async fn take_accounts(&self, accounts: Vec<AccountReading>) -> Result<u64, Error> {
        let now = self.clock.now();
        self.record
            .write(move |write| {
                let mut mended = 0;
                for account in &accounts {
                    mended += u64::from(write.put_account(account)?);
                }
                note_mended(write, mended, now)?;
                Ok(mended)
            })
            .await
    }

    /// Every door that Seam knows: those it manages, those it only watches, and those missing only from the lists. The
    /// others are marked gone.
    async fn find_doors(&self, synced: &mut Synced) -> Result<Vec<DoorReading>, Error> {
        let mut doors = self.seam.doors().await?;
        let unmanaged = self.unmanaged_doors().await?;
        let knows_unmanaged = unmanaged.is_some();
        doors.extend(unmanaged.into_iter().flatten());
        let mut there = HashSet::new();
        // A door switched between the two lists is in both.
        doors.retain(|door| there.insert(door.device_id.clone()));
        let rows = self.record.read(|read| Ok(read.doors()?)).await?;
        let vanished = |row: &&KnownDoor| row.gone_at.is_none() && !there.contains(&row.reading.device_id);
        let can_be_told = |row: &&KnownDoor| row.reading.is_managed || knows_unmanaged;
        for row in rows.iter().filter(vanished).filter(can_be_told) {
            // A list may lack a door that exists, and a door once marked gone stays so in the record forever.
            match self.seam.door(&row.reading.device_id).await {
                Ok(Some(door)) => doors.push(door),
                Ok(None) => {
                    self.door_is_gone(row.reading.device_id.clone()).await?;
                    synced.gone_doors.push(row.reading.name.clone());
                }
                Err(error) if error.is_about_the_key() => return Err(error.into()),
                Err(_) => {}
            }
        }
        synced.tell_switched(&doors, &rows);
        Ok(doors)
    }

    /// `None`: the key or the server has no such list, so such doors are unknown.
    async fn unmanaged_doors(&self) -> Result<Option<Vec<DoorReading>>, Error> {
        match self.seam.unmanaged_doors().await {
            Err(error) if error.is_not_served() => Ok(None),
            read => Ok(Some(read?)),
        }
    }

    /// Returns the doors that were read completely. Reading goes on while finished doors are written.
    async fn read_doors(
        &self,
        doors: Vec<DoorReading>,
        step: &(dyn Fn(Step) + Send + Sync),
        synced: &mut Synced,
    ) -> Result<Vec<DeviceId>, Error> {
        let count = doors.len();
        let (send, mut receive) = mpsc::channel(AT_ONCE);
        let looks = stream::iter(doors).map(|door| async {
            let codes = self.all_codes(&door).await;
            (door, codes)
        });
        let reading = async move {
            let mut looks = std::pin::pin!(looks.buffer_unordered(AT_ONCE));
            while let Some(look) = looks.next().await {
                // The receiver stops only to report an error.
                if send.send(look).await.is_err() {
                    return;
                }
            }
        };
        // It owns the receiving end: if it stops, so does the reading.
        let writing = async move {
            let (mut read, mut done) = (Vec::with_capacity(count), 0);
            let mut batch = Vec::new();
            while receive.recv_many(&mut batch, AT_A_TIME).await > 0 {
                for (door, _) in &batch {
                    done += 1;
                    step(Step { done, doors: count, door: door.name.clone() });
                }
                self.take_batch(std::mem::take(&mut batch), &mut read, synced).await?;
            }
            Ok(read)
        };
        let ((), read) = futures::join!(reading, writing);
        read
    }

    /// Writes the answers of several doors in one transaction.
    async fn take_batch(
        &self,
        batch: Vec<ReadDoor>,
        read: &mut Vec<DeviceId>,
        synced: &mut Synced,
    ) -> Result<(), Error> {
        let mut looks = Vec::new();
        for (door, codes) in batch {
            match codes {
                Ok(codes) => {
                    read.push(door.device_id.clone());
                    synced.codes += codes.len();
                    looks.push(DoorLook { door, codes });
                }
                Err(Error::Seam(error)) if error.is_about_the_key() => return Err(error.into()),
                Err(Error::Seam(error)) => self.keep_what_was_read(door, error, synced).await?,
                Err(other) => return Err(other),
            }
        }
        for (name, seen) in self.take_looks(looks).await? {
            synced.new_doors += usize::from(seen.door_is_new);
            synced.found += seen.found.len();
            synced.second_codes += seen.second_codes.len();
            synced.of_other_records += seen.of_other_records;
            synced.mended += seen.mended;
            synced.slots_changed.extend(seen.slots_changed.then_some(name));
            self.ask_one_by_one(&seen.to_ask).await?;
            synced.lost_slots.extend(seen.lost_slots);
        }
        Ok(())
    }

    async fn take_looks(&self, looks: Vec<DoorLook>) -> Result<Vec<(String, Seen)>, Error> {
        self.note_down(move |write, times| {
            let take = |look: DoorLook| Ok((look.door.name.clone(), apply_look(write, &look, times)?));
            looks.into_iter().map(take).collect()
        })
        .await
    }

    /// The door's own facts were read; only its codes were not.
    async fn keep_what_was_read(&self, door: DoorReading, error: ReadError, synced: &mut Synced) -> Result<(), Error> {
        synced.unread.push((door.name.clone(), error));
        let seen = self.note_down(move |write, times| apply_door(write, &door, times)).await?;
        synced.mended += seen.mended;
        synced.lost_slots.extend(seen.lost_slots);
        Ok(())
    }

    /// Records a sync without gaps once for all doors; otherwise records each door that was read. The time is when the
    /// sync began, since it may miss anything later. Returns how many damaged rows blocked nothing and are left out now
    /// that everything was read.
    async fn stamp(&self, read: &[DeviceId], synced: &Synced, begun: jiff::Timestamp) -> Result<u64, Error> {
        let (skew, complete) = (self.skew_ms(), synced.unread.is_empty());
        let read = read.to_vec();
        self.record
            .write(move |write| {
                if !complete {
                    read.iter().try_for_each(|door| write.stamp_door_reading(door, begun))?;
                    skew.map_or(Ok(()), |skew| write.note_skew(skew))?;
                    return Ok(0);
                }
                let left_out = write.leave_out_damaged_rows()?;
                note_mended(write, left_out, begun)?;
                write.stamp_full_reading(begun, skew)?;
                Ok(left_out)
            })
            .await
    }

    /// Events add nothing to the lists, but the codes they are about may have changed while the lists were read.
    async fn take_events(&self, doors: &HashSet<DeviceId>) -> Result<(), Error> {
        let newest = self.record.read(|read| Ok(read.newest_seam_event()?)).await?;
        // One event with a future date must not keep all others out until then.
        let now = self.times().earliest();
        let newest = newest.map_or(now, |newest| newest.min(now));
        let since = newest.saturating_sub(OVERLAP).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let events = match self.seam.events(since).await {
            Ok(events) => events,
            Err(error) if error.is_passing() => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        for event in events.iter().filter(|event| event.device_id.as_ref().is_some_and(|door| doors.contains(door))) {
            match self.apply_event(event).await {
                Err(Error::Seam(error)) if !error.is_about_the_key() => {}
                taken => drop(taken?),
            }
        }
        Ok(())
    }
}
