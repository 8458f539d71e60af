//! Facts that the host enters: stays, notes, limits, and codes that are gone from a lock.

pub mod elsewhere;
pub mod notes;
pub mod stays;

mod limit;
