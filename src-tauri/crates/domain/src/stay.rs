//! A stay: when a guest arrives and leaves, on the clock of the door.

use jiff::SignedDuration;
use jiff::civil::DateTime;

use crate::instant::wall_millis;

/// Arrival and departure, civil times in the door's zone. Departure is after arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stay {
    arrival: DateTime,
    departure: DateTime,
}

/// Why two times are not a stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StayFault {
    #[error("the departure is not after the arrival")]
    NotAfter,
    #[error("the dates are outside the years 2000 to 2200")]
    OutOfRange,
}

/// How far a slot's times may be from the stay's, at each end. The bound itself is within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Allowance {
    /// Hourly-bound: 1 h.
    #[default]
    Hour,
    /// Daily-bound: 1 d.
    Day,
}

/// The preference among candidates within the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Preference {
    /// The least rounding.
    #[default]
    Nearest,
    /// The fewest minutes of the stay left uncovered.
    Cover,
}

impl Stay {
    /// Takes the two ends.
    ///
    /// # Errors
    /// [`StayFault`] if the departure is not after the arrival, or a year is out of range.
    pub fn new(arrival: DateTime, departure: DateTime) -> Result<Self, StayFault> {
        let years = 2000..=2200;
        if !years.contains(&arrival.year()) || !years.contains(&departure.year()) {
            return Err(StayFault::OutOfRange);
        }
        if departure <= arrival {
            return Err(StayFault::NotAfter);
        }
        Ok(Self { arrival, departure })
    }

    pub fn arrival(&self) -> DateTime {
        self.arrival
    }

    pub fn departure(&self) -> DateTime {
        self.departure
    }

    /// The distance between the two ends on the wall clock.
    pub fn length(&self) -> SignedDuration {
        SignedDuration::from_millis(wall_millis(self.departure) - wall_millis(self.arrival))
    }
}

impl Allowance {
    /// The distance, in milliseconds on the wall clock.
    pub(crate) fn millis(self) -> i64 {
        match self {
            Self::Hour => 3_600_000,
            Self::Day => 86_400_000,
        }
    }
}
