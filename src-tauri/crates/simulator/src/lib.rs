//! Seam and Oracode on loopback: an HTTP server that behaves as far as is known like Seam's API with dormakaba Oracode
//! doors, for looking around without an account, for demonstrations, and for tests.
//!
//! Owns its own idea of Oracode's rules: it imports nothing of the app, so that the app's rules meet a second opinion.
//! Refuses to listen or deliver anywhere but on 127.0.0.1. Holds made-up doors, codes and a made-up key only.
//!
//! Everything a test does to it in the process can be done over HTTP too (`/_sim/…`), by the same functions. Time is the
//! machine's plus what a test moves it on by; nothing happens by waiting.

mod agenda;
mod answer;
mod clock;
mod code;
mod control;
mod create;
mod door;
mod error;
mod event;
mod fault;
mod life;
mod line;
mod matching;
mod mint;
mod mishap;
mod options;
mod outside;
mod page;
mod params;
mod render;
mod routes;
mod seed;
mod server;
mod simulator;
mod sketch;
mod slot;
mod webhook;
mod world;

pub use code::{CodeRecord, Origin, Status};
pub use control::{Creates, Made};
pub use error::Error;
pub use fault::{ErrorBody, Fault, FaultKind};
pub use options::{Options, PinTime, Settings, Variety};
pub use outside::{CodeChange, DoorChange, NewCode, Removal, SlotChange};
pub use simulator::{DoorInfo, Refused, Simulator};
pub use slot::SlotSpec;
pub use webhook::{Redelivery, Tamper};

/// The one key that the simulator accepts. It opens nothing anywhere else.
pub const API_KEY: &str = "seam_testSim1_LatchbookSimuMadeUpKey11";
