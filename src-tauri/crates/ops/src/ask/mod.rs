//! Asking Seam: reading doors and codes, recording the answers, following open codes.

mod observe;

pub mod compare;
pub mod follow;
pub mod look;
pub mod sync;

pub use observe::LostSlot;
pub(crate) use observe::read_code;
