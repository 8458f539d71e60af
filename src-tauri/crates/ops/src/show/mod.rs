//! Views of the record for pages and commands, without Seam.

pub mod attention;
pub mod calendar;
pub mod capacity;
pub mod codes;
pub mod detail;
pub mod door_page;
pub mod readiness;
pub mod status;
pub mod today;

mod redact;
