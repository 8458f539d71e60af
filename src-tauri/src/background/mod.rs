//! Work that goes on whatever the page shows: issuing, following codes, syncing, notifying, updates.

pub mod arrivals;
pub mod in_flight;
pub mod issuing;
pub mod jobs;
pub mod notify;
pub mod record_later;
pub mod unrecorded;
pub mod updater;
pub mod updates;
pub mod watch;
