//! The simulator's API: start it, read its state, interfere, stop it.

use std::fmt;
use std::time::Duration;

use crate::answer::{Fields, Refusal};
use crate::clock::timestamp;
use crate::code::CodeRecord;
use crate::control::{self, Creates};
use crate::due::settle;
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

/// A control method was asked for something that does not exist or is invalid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The kind of refusal, as in Seam's `error.type`.
    pub kind: String,
    /// The reason in words.
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

/// The data of a door that a caller needs to choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorInfo {
    /// The device id.
    pub device_id: String,
    /// The name.
    pub name: String,
    /// The lock's real zone.
    pub zone: String,
    /// Number of slots.
    pub slots: usize,
}

impl Simulator {
    /// Starts a server on 127.0.0.1 in the current tokio runtime.
    pub async fn start(options: Options) -> Result<Self, Error> {
        Running::start(options).await.map(Self)
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// The key to send as `Authorization: Bearer …`.
    #[must_use]
    pub fn api_key(&self) -> &'static str {
        API_KEY
    }

    /// The workspace that the key belongs to.
    #[must_use]
    pub fn workspace_id(&self) -> String {
        self.0.shared.world().workspace_id.clone()
    }

    /// The Oracode doors in the order they were made, including removed ones.
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
        timestamp(settle(&mut self.0.shared.world()))
    }

    /// Moves the clock forward and runs what is due, in order.
    pub fn advance(&self, by: Duration) {
        self.change(|world, _| control::advance(world, by));
    }

    /// Changes its settings.
    pub fn set(&self, change: &Settings) {
        self.change(|world, _| control::apply_settings(world, change));
    }

    /// Adds a fault.
    pub fn fault(&self, fault: Fault) {
        self.change(|world, now| control::add_fault(world, fault, now));
    }

    /// Removes the faults that have not been used up.
    pub fn clear_faults(&self) {
        self.change(|world, _| world.faults.clear());
    }

    /// Makes late requests arrive, sends held answers, and makes stale and looping lists correct again.
    pub fn release(&self) {
        self.0.shared.release();
    }

    /// Codes made by create requests, per door and name.
    #[must_use]
    pub fn creates(&self) -> Creates {
        self.change(|world, _| control::creates(world))
    }

    /// Every code ever made, including codes made elsewhere and codes that are gone.
    #[must_use]
    pub fn codes(&self) -> Vec<CodeRecord> {
        self.change(|world, _| control::codes(world))
    }

    /// Replaces a door's slots.
    pub fn set_slots(&self, change: &SlotChange) -> Result<(), Refused> {
        self.change(|world, _| done(outside::set_slots(world, change)))
    }

    /// Removes a door, takes its capability away, renames it and so on.
    pub fn change_door(&self, change: &DoorChange) -> Result<(), Refused> {
        self.change(|world, now| done(outside::change_door(world, change, now)))
    }

    /// Assigns a door a new id and returns it.
    pub fn reconnect(&self, change: &Reconnection) -> Result<String, Refused> {
        let reply = self.change(|world, _| outside::reconnect(world, change))?;
        Ok(reply.get("device_id").and_then(|id| id.as_str()).unwrap_or_default().to_owned())
    }

    /// Disconnects or reconnects the account of the Oracode doors.
    pub fn connect_account(&self, connected: bool) {
        self.change(|world, now| outside::connect_account(world, connected, now));
    }

    /// Makes a code elsewhere and returns its id.
    pub fn add_code(&self, new: &NewCode) -> Result<String, Refused> {
        let reply = self.change(|world, now| outside::add_code(world, new, now))?;
        Ok(reply.get("access_code_id").and_then(|id| id.as_str()).unwrap_or_default().to_owned())
    }

    /// Changes a code as another program would.
    pub fn change_code(&self, change: &CodeChange) -> Result<(), Refused> {
        self.change(|world, now| done(outside::change_code(world, change, now)))
    }

    /// Removes a code, with the events of a removal or quietly.
    pub fn remove_code(&self, removal: &Removal) -> Result<(), Refused> {
        self.change(|world, now| done(outside::remove_code(world, removal, now)))
    }

    /// Delivers an event to the webhooks again, intact or not.
    pub fn redeliver(&self, request: &Redelivery) -> Result<(), Refused> {
        self.change(|world, now| done(webhook::redeliver(world, request, now)))
    }

    /// Stops listening, sends held answers and waits up to a second for open connections.
    pub async fn stop(self) {
        self.0.stop().await;
    }

    fn change<T>(&self, act: impl FnOnce(&mut World, i64) -> T) -> T {
        let mut world = self.0.shared.world();
        let now = settle(&mut world);
        let result = act(&mut world, now);
        drop(world);
        self.0.shared.notify_change();
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
