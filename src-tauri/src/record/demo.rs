//! The simulator behind the demo's doors, and its clock, which can be moved forward.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use runtime::ForwardClock;
use simulator::Simulator;
use wire::{CommandError, ErrorCode};
use words::say;

use crate::error::CommandResult;

/// The simulator and a clock that moves forward with it.
pub struct Demo {
    pub simulator: Simulator,
    clock: ForwardClock,
    /// Held while the clocks move, so that two moves do not overlap.
    moving: Mutex<()>,
}

/// A year: nothing happens after that.
const MOST_HOURS: u32 = 366 * 24;

impl Demo {
    pub fn new(simulator: Simulator) -> Self {
        Self { simulator, clock: ForwardClock::default(), moving: Mutex::default() }
    }

    /// How many hours the clock is ahead.
    pub fn hours(&self) -> u32 {
        self.clock.hours()
    }

    /// The clock to read these doors by.
    pub fn clock(&self) -> ForwardClock {
        self.clock.clone()
    }

    /// Moves the clock to `hours` ahead of this computer's. Everything that falls due happens. The clock never goes back, and
    /// never beyond a year.
    pub fn set_hours(&self, hours: u32) -> CommandResult<()> {
        let _moving = self.moving.lock().unwrap_or_else(PoisonError::into_inner);
        if hours > MOST_HOURS {
            return Err(CommandError::new(ErrorCode::Usage, say!("shell-demo-year-ahead")));
        }
        let Some(further) = hours.checked_sub(self.hours()) else {
            return Err(CommandError::new(ErrorCode::Usage, say!("shell-demo-only-forward")));
        };
        self.simulator.advance(Duration::from_secs(u64::from(further) * 3_600));
        self.clock.put_forward(hours);
        Ok(())
    }
}
