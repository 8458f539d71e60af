//! Views that only the terminal has: for its simulator and its demo. All others are `wire`'s.

use serde::Serialize;
use simulator::Simulator;
use wire::{AuditView, CodeView, CodesView, DoorsView, PreviewView, SyncView, VerifyView};

/// Everything needed to use the simulator.
#[derive(Serialize)]
pub struct SimulatorView {
    pub url: String,
    /// Made up: valid nowhere else.
    pub api_key: String,
    pub workspace_id: String,
    pub doors: Vec<SimulatedDoorView>,
}

#[derive(Serialize)]
pub struct SimulatedDoorView {
    pub door_id: String,
    pub name: String,
    pub zone: String,
    pub slots: usize,
}

impl From<&Simulator> for SimulatorView {
    fn from(simulator: &Simulator) -> Self {
        let door = |door: simulator::DoorInfo| SimulatedDoorView {
            door_id: door.device_id,
            name: door.name,
            zone: door.zone,
            slots: door.slots,
        };
        Self {
            url: simulator.url(),
            api_key: simulator.api_key().to_owned(),
            workspace_id: simulator.workspace_id(),
            doors: simulator.doors().into_iter().map(door).collect(),
        }
    }
}

/// Everything that the demo shows.
#[derive(Serialize)]
pub struct DemoView {
    pub sync: SyncView,
    pub doors: DoorsView,
    pub audit: AuditView,
    pub preview: PreviewView,
    /// The code when accepted, while being set, and set.
    pub issued: Vec<CodeView>,
    /// The same stay, requested again.
    pub again: CodeView,
    pub lost: LostView,
    pub codes: CodesView,
    pub verify: VerifyView,
}

/// The code whose answer was lost.
#[derive(Serialize)]
pub struct LostView {
    pub not_known: CodeView,
    pub found: CodeView,
    pub set: CodeView,
    /// Codes that the simulator made for this stay.
    pub creates: u64,
}
