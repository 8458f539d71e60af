//! `simulate`: simulated doors on this computer, until Ctrl-C.

use simulator::{Options, PinTime, Simulator, Variety};

use super::Outcome;
use crate::args::{PinWhen, SimulateArgs};
use crate::exit::{Exit, Failure, sentence};
use crate::invocation::{Invocation, serve};
use crate::show::simulate;
use crate::view::SimulatorView;

pub fn run(invocation: &Invocation, args: &SimulateArgs) -> Outcome {
    serve(async {
        let stop = runtime::told_to_stop();
        let simulator = Simulator::start(options(args)).await;
        let simulator = simulator.map_err(|error| Failure::usage(sentence(&error.to_string())))?;
        let view = SimulatorView::from(&simulator);
        if invocation.screen.json {
            invocation.screen.json_line(&view);
        } else {
            invocation.screen.print(&simulate::started(&view, &invocation.screen.paper));
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
