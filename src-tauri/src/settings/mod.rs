//! The host's settings: the file they are stored in, and what a change brings about.

pub mod apply;
pub mod store;
