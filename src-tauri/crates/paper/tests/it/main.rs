//! Documents are made, read back, and asked whether they say what they should.

mod card;
mod hostile;
mod ledger;
mod message;
mod pdf;
mod readiness;
mod samples;
mod views;
