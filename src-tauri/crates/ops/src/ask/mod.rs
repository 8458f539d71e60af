//! Asking Seam: reading doors and codes, taking what it says into the record, following what is open.

mod observe;

pub mod compare;
pub mod follow;
pub mod look;
pub mod sync;

pub use observe::LostSlot;
pub(crate) use observe::read_code;
