//! The simulator as its users see it: start, look, interfere, stop.

use std::fmt;
use std::time::Duration;

use crate::answer::{Fields, Refusal};
use crate::clock::timestamp;
use crate::code::CodeRecord;
use crate::control::{self, Creates};
use crate::error::Error;
use crate::fault::Fault;
use crate::options::{Options, Settings};
use crate::outside::{self, CodeChange, DoorChange, NewCode, Reconnection, Removal, SlotChange};
use crate::server::Running;
use crate::webhook::{self, Redelivery};
use crate::world::World;
use crate::{API_KEY, door};

/// A running simulator. It stops when it is dropped.
///
/// ```
/// # tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
/// let simulator = simulator::Simulator::start(simulator::Options::plain(3)).await?;
/// assert_eq!(simulator.door_ids().len(), 3);
/// simulator.stop().await;
/// # Ok::<(), simulator::Error>(())
/// # }).unwrap();
/// ```
pub struct Simulator(Running);

/// A control method was asked for something that does not exist or makes no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What kind of refusal, as in Seam's `error.type`.
    pub kind: String,
    /// In words.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.message)
    }
}

impl std::error::Error for Refused {}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self { kind: refusal.kind, message: refusal.message }
    }
}

/// A door, as far as a caller needs it to choose one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorInfo {
    /// The device id.
    pub device_id: String,
    /// The name.
    pub name: String,
    /// The zone that the lock really keeps.
    pub zone: String,
    /// How many slots it has.
    pub slots: usize,
}

impl Simulator {
    /// Starts a server on 127.0.0.1 in the current tokio runtime.
    ///
    /// # Errors
    /// When the port cannot be listened on.
    pub async fn start(options: Options) -> Result<Self, Error> {
        Running::start(options).await.map(Self)
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// The key to be sent as `Authorization: Bearer …`.
    #[must_use]
    pub fn api_key(&self) -> &'static str {
        API_KEY
    }

    /// The workspace that the key belongs to.
    #[must_use]
    pub fn workspace_id(&self) -> String {
        self.0.shared.world().workspace_id.clone()
    }

    /// The Oracode doors, in the order in which they were made. Removed ones are among them.
    #[must_use]
    pub fn doors(&self) -> Vec<DoorInfo> {
        let info = |door: &door::Door| DoorInfo {
            device_id: door.id.clone(),
            name: door.name.clone(),
            zone: door.zone_name.clone(),
            slots: door.slots.len(),
        };
        let world = self.0.shared.world();
        world.doors.iter().filter(|door| door.make != door::Make::Other).map(info).collect()
    }

    /// Their device ids.
    #[must_use]
    pub fn door_ids(&self) -> Vec<String> {
        self.doors().into_iter().map(|door| door.device_id).collect()
    }

    /// The time in the simulator.
    #[must_use]
    pub fn now(&self) -> jiff::Timestamp {
        timestamp(self.0.shared.world().settle())
    }

    /// Moves the clock on; everything that falls due happens, in its order.
    pub fn advance(&self, by: Duration) {
        self.change(|world, _| control::advance(world, by));
    }

    /// Changes how it behaves from now on.
    pub fn set(&self, change: &Settings) {
        self.change(|world, _| control::apply_settings(world, change));
    }

    /// Lets a fault be met.
    pub fn fault(&self, fault: Fault) {
        self.change(|world, now| control::add_fault(world, fault, now));
    }

    /// Forgets the faults that were not met yet.
    pub fn clear_faults(&self) {
        self.change(|world, _| world.faults.clear());
    }

    /// Late requests arrive, held answers go out, stale and looping lists tell the truth again.
    pub fn release(&self) {
        self.0.shared.release();
    }

    /// Codes made by creates, per door and name.
    #[must_use]
    pub fn creates(&self) -> Creates {
        self.change(|world, _| control::creates(world))
    }

    /// Every code there ever was, those made elsewhere and those that are gone too.
    #[must_use]
    pub fn codes(&self) -> Vec<CodeRecord> {
        self.change(|world, _| control::codes(world))
    }

    /// Gives a door other slots.
    ///
    /// # Errors
    /// When there is no such door.
    pub fn set_slots(&self, change: &SlotChange) -> Result<(), Refused> {
        self.change(|world, _| done(outside::set_slots(world, change)))
    }

    /// Removes a door, takes its capability away, renames it and so on.
    ///
    /// # Errors
    /// When there is no such door or no such zone.
    pub fn change_door(&self, change: &DoorChange) -> Result<(), Refused> {
        self.change(|world, now| done(outside::change_door(world, change, now)))
    }

    /// Lets a door come back under a new id, and answers with it.
    ///
    /// # Errors
    /// When there is no such door.
    pub fn reconnect(&self, change: &Reconnection) -> Result<String, Refused> {
        let reply = self.change(|world, _| outside::reconnect(world, change))?;
        Ok(reply.get("device_id").and_then(|id| id.as_str()).unwrap_or_default().to_owned())
    }

    /// Disconnects the account of the Oracode doors, or connects it again.
    pub fn connect_account(&self, connected: bool) {
        self.change(|world, now| outside::connect_account(world, connected, now));
    }

    /// Makes a code elsewhere and answers with its id.
    ///
    /// # Errors
    /// When there is no such door or a time is not an instant.
    pub fn add_code(&self, new: &NewCode) -> Result<String, Refused> {
        let reply = self.change(|world, now| outside::add_code(world, new, now))?;
        Ok(reply.get("access_code_id").and_then(|id| id.as_str()).unwrap_or_default().to_owned())
    }

    /// Changes a code as somebody else would.
    ///
    /// # Errors
    /// When there is no such code or a time is not an instant.
    pub fn change_code(&self, change: &CodeChange) -> Result<(), Refused> {
        self.change(|world, now| done(outside::change_code(world, change, now)))
    }

    /// Takes a code away, with the events of a removal or quietly.
    ///
    /// # Errors
    /// When there is no such code.
    pub fn remove_code(&self, removal: &Removal) -> Result<(), Refused> {
        self.change(|world, now| done(outside::remove_code(world, removal, now)))
    }

    /// Delivers an event to the webhooks once more, intact or not.
    ///
    /// # Errors
    /// When there is no such event.
    pub fn redeliver(&self, wish: &Redelivery) -> Result<(), Refused> {
        self.change(|world, now| done(webhook::redeliver(world, wish, now)))
    }

    /// Stops listening, lets held answers go and waits for open connections for up to a second.
    pub async fn stop(self) {
        self.0.stop().await;
    }

    fn change<T>(&self, act: impl FnOnce(&mut World, i64) -> T) -> T {
        let mut world = self.0.shared.world();
        let now = world.settle();
        let result = act(&mut world, now);
        drop(world);
        self.0.shared.stir();
        result
    }
}

impl fmt::Debug for Simulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Simulator").field("url", &self.url()).finish_non_exhaustive()
    }
}

fn done(reply: Result<Fields, Refusal>) -> Result<(), Refused> {
    reply.map(drop).map_err(Refused::from)
}
