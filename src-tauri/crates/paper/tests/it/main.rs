//! Documents are made, read back, and checked for their content.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod card;
mod hostile;
mod large;
mod ledger;
mod message;
mod pdf;
mod readiness;
mod samples;
mod views;
mod workbook;
