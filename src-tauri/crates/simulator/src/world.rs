//! All the simulator's data: doors, codes, events, due steps and faults.
//!
//! Refuses to know what a request, a step or a test does to it. *Locking*: one mutex around all of it, held for one
//! request's work and never across an await. Codes are indexed by id and by door, so that listing one door's codes does
//! not scan all of them.

use std::collections::{BTreeMap, HashMap};

use crate::agenda::Agenda;
use crate::clock::Clock;
use crate::code::{Code, Pending, Status};
use crate::door::{Account, Door};
use crate::event::Event;
use crate::fault::Faults;
use crate::mint::Mint;
use crate::options::Options;
use crate::outbox::Webhooks;

#[derive(Default)]
pub struct Tally {
    /// POSTs to /access_codes/create received, successful or not.
    pub requests: u64,
    /// Codes made, by device id and name.
    pub made: BTreeMap<(String, String), u64>,
}

pub struct World {
    pub options: Options,
    pub clock: Clock,
    pub mint: Mint,
    /// `http://127.0.0.1:PORT`
    pub url: String,
    pub workspace_id: String,
    pub accounts: Vec<Account>,
    pub doors: Vec<Door>,
    pub door_index: HashMap<String, usize>,
    pub codes: Vec<Code>,
    pub code_index: HashMap<String, usize>,
    pub events: Vec<Event>,
    pub agenda: Agenda,
    pub faults: Faults,
    pub tally: Tally,
    pub webhooks: Webhooks,
}

impl World {
    /// An empty world.
    pub fn new(options: Options, url: String) -> Self {
        let clock = Clock::starting(options.now);
        let mint = Mint::new(options.seed, clock.base());
        Self {
            workspace_id: mint.lasting_id("workspace"),
            options,
            clock,
            mint,
            url,
            accounts: Vec::new(),
            doors: Vec::new(),
            door_index: HashMap::new(),
            codes: Vec::new(),
            code_index: HashMap::new(),
            events: Vec::new(),
            agenda: Agenda::default(),
            faults: Faults::default(),
            tally: Tally::default(),
            webhooks: Webhooks::default(),
        }
    }

    pub fn add_door(&mut self, door: Door) {
        self.door_index.insert(door.id.clone(), self.doors.len());
        self.doors.push(door);
    }

    /// Adds a code that is not gone, and returns its index.
    pub fn add_code(&mut self, code: Code) -> usize {
        let index = self.codes.len();
        self.code_index.insert(code.id.clone(), index);
        if let Some(door) = self.doors.get_mut(code.door) {
            door.codes.push(index);
        }
        self.codes.push(code);
        index
    }

    /// Assigns a code a new id and makes it unmanaged.
    pub fn rename_code(&mut self, index: usize) {
        let id = self.mint.fresh_id();
        let Some(code) = self.codes.get_mut(index) else { return };
        self.code_index.remove(&code.id);
        code.id.clone_from(&id);
        code.released = true;
        self.code_index.insert(id, index);
    }

    /// Takes a code out of all lists but keeps it in the record of codes made.
    pub fn drop_code(&mut self, index: usize) {
        let Some(code) = self.codes.get_mut(index) else { return };
        code.gone = true;
        if let Some(door) = self.doors.get_mut(code.door) {
            door.codes.retain(|kept| *kept != index);
        }
    }

    /// A door that Seam manages.
    pub fn managed_door(&self, device_id: &str) -> Option<usize> {
        self.door(device_id).filter(|index| self.doors.get(*index).is_some_and(|door| door.managed))
    }

    /// A door that Seam still lists, managed or unmanaged.
    pub fn door(&self, device_id: &str) -> Option<usize> {
        let index = *self.door_index.get(device_id)?;
        self.doors.get(index).filter(|door| !door.removed).map(|_| index)
    }

    /// A code that Seam still lists, on a door that it still lists.
    pub fn live_code(&self, access_code_id: &str) -> Option<usize> {
        let index = *self.code_index.get(access_code_id)?;
        let code = self.codes.get(index).filter(|code| !code.gone)?;
        self.doors.get(code.door).filter(|door| !door.removed).map(|_| index)
    }

    /// Codes that take a place on the door's lock.
    pub fn places_taken(&self, door: &Door) -> u32 {
        let taken = door.codes.iter().filter_map(|code| self.codes.get(*code)).filter(|code| code.takes_place());
        u32::try_from(taken.count()).unwrap_or(u32::MAX)
    }

    pub fn count_create(&mut self, device_id: &str, name: &str) {
        *self.tally.made.entry((device_id.to_owned(), name.to_owned())).or_default() += 1;
    }

    pub fn set_status(&mut self, index: usize, status: Status, pending: Pending) {
        if let Some(code) = self.codes.get_mut(index) {
            (code.status, code.pending) = (status, pending);
        }
    }
}
