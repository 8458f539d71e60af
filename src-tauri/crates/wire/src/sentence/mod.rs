//! Every sentence that explains a fact, one module per topic. The words are in the crate `words`.
//!
//! The host's words: door, stay, slot, code, lock time. Short and calm; each says what is the case and what to do. A
//! state in which a code may exist is never called failed: it is *not known*.

pub(crate) mod cause;
pub(crate) mod code;
pub(crate) mod compare;
pub(crate) mod connect;
pub(crate) mod difference;
pub(crate) mod door;
pub(crate) mod draft;
pub(crate) mod error;
pub(crate) mod finding;
pub(crate) mod history;
pub(crate) mod limit;
pub(crate) mod look;
pub(crate) mod notice;
pub(crate) mod objection;
pub(crate) mod preview;
pub(crate) mod readiness;
pub(crate) mod record;
pub(crate) mod risk;
pub(crate) mod slot;
pub(crate) mod stage;
pub(crate) mod start;
pub(crate) mod sync;
pub(crate) mod today;
pub(crate) mod wish;
pub(crate) mod zone;
