//! `simulate`: simulated doors on this computer, until Ctrl-C.

use serde::Serialize;
use simulator::{Options, PinTime, Simulator, Variety};

use super::Outcome;
use crate::args::{PinWhen, SimulateArgs};
use crate::exit::{Exit, Failure, sentence};
use crate::session::{Session, serve};
use crate::show::simulate;

/// What is needed to use the simulator.
#[derive(Serialize)]
pub struct SimulatorView {
    pub url: String,
    /// Made up: it opens nothing anywhere else.
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

pub fn run(session: &Session, args: &SimulateArgs) -> Outcome {
    serve(async {
        let stop = runtime::told_to_stop();
        let simulator = Simulator::start(options(args)).await;
        let simulator = simulator.map_err(|error| Failure::usage(sentence(&error.to_string())))?;
        let view = SimulatorView::of(&simulator);
        if session.screen.json {
            session.screen.json_line(&view);
        } else {
            session.screen.print(&simulate::started(&view, &session.screen.paper));
        }
        stop.await;
        simulator.stop().await;
        Ok(Exit::Done)
    })
}

fn options(args: &SimulateArgs) -> Options {
    Options {
        port: args.port,
        doors: args.doors,
        slots: args.slots,
        codes: args.codes,
        seed: args.seed,
        variety: if args.plain { Variety::Plain } else { Variety::Varied },
        pin: match args.pin {
            PinWhen::Create => PinTime::AtCreate,
            PinWhen::Set => PinTime::AtSet,
        },
        setting_ms: args.setting,
        set_ms: args.set,
        latency_ms: args.latency,
        max_codes: args.max_codes,
        creates_per_minute: args.creates_per_minute,
        defer: args.defer,
        no_slot_error: args.no_slot_error.clone(),
        unapproved: args.unapproved,
        now: None,
    }
}

impl SimulatorView {
    fn of(simulator: &Simulator) -> Self {
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
