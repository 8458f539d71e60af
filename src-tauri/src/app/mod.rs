//! The program itself: its start and end, its plugins, its log, and the page's first answers.

pub mod about;
pub mod boot_data;
pub mod exit;
pub mod log;
pub mod plugins;
pub mod start;
