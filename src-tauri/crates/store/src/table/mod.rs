//! One module per table: its row, its reads, its writes.

pub mod account;
pub mod code;
pub mod code_elsewhere;
pub mod door;
pub mod door_test;
pub mod event;
pub mod intent;
pub mod note;
pub mod same_lock;
pub mod seam_event;
pub mod sent;
pub mod slot_snapshot;
pub mod stay;
pub mod workspace;
