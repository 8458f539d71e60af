//! The program itself: start and end, plugins, log, and the page's startup answers.

pub mod about;
pub mod boot_data;
pub mod exit;
pub mod log;
pub mod plugins;
pub mod start;
