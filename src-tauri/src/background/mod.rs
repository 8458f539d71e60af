//! Work that goes on whatever the page shows: issuing, following codes, syncing, notifying, updates.

pub mod issuing;
pub mod jobs;
pub mod notify;
pub mod unrecorded;
pub mod updates;
pub mod watch;
