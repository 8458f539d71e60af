//! Runs what is due on the agenda: the steps of codes, and creates that arrive late.

use crate::agenda::What;
use crate::clock::Millis;
use crate::world::World;
use crate::{create, life};

/// Runs everything that is due and returns the time.
pub fn settle(world: &mut World) -> Millis {
    let now = world.clock.now();
    while let Some((at, what)) = world.agenda.take_due(now) {
        match what {
            What::Code(code, step) => life::run_step(world, code, step, at),
            What::Arrival(params) => {
                // Its client has already seen the connection reset.
                drop(create::create(world, &params, None, at));
            }
        }
    }
    now
}
