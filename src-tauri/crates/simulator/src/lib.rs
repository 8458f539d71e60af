//! Seam and Oracode on loopback: an HTTP server that behaves, as far as is known, like Seam's API with dormakaba Oracode
//! doors. For tests, demonstrations, and trying the app without an account.
//!
//! Owns its own version of Oracode's rules: it imports nothing of the app, so that the app's rules face a second opinion.
//! Refuses to listen or deliver anywhere but on 127.0.0.1. Contains only simulated doors and codes and a made-up key.
//!
//! | control route | body | does |
//! |---|---|---|
//! | `POST /_sim/clock` | `{"advance_ms":60000}` | moves the clock forward and runs what is due |
//! | `POST /_sim/settings` | [`Settings`] | PIN early or late, lengths, latency, rate, deferring, the no-slot error, workspace |
//! | `POST /_sim/faults` | [`Fault`]: `{"fault":"drop","commit":true,"times":1}` | adds a fault |
//! | `GET /_sim/faults`, `POST /_sim/faults/clear` | | the faults that still wait; removes them |
//! | `POST /_sim/release` | | late requests arrive, held answers are sent, lists are correct again |
//! | `GET /_sim/creates` | | codes made per door and name, and requests received: [`Creates`] |
//! | `GET /_sim/codes` | | every code ever made: [`CodeRecord`]s |
//! | `POST /_sim/codes/add`, `/change`, `/remove` | [`NewCode`], [`CodeChange`], [`Removal`] | as another program does |
//! | `POST /_sim/slots`, `/_sim/door` | [`SlotChange`], [`DoorChange`] | as the installer does |
//! | `POST /_sim/reconnect` | [`Reconnection`] | a door gets a new id, as when its account is reconnected |
//! | `POST /_sim/account` | `{"disconnected":true}` | disconnects or reconnects the Oracode account |
//! | `POST /_sim/webhooks/redeliver` | [`Redelivery`] | delivers an event again, intact or tampered with |
//!
//! Everything that a test can do in the process it can also do over HTTP (`/_sim/…`), through the same functions. Time is the
//! machine's plus what a test adds, so a test never has to wait.

mod agenda;
mod answer;
mod call;
mod clock;
mod code;
mod connection;
mod control;
mod courier;
mod create;
mod door;
mod due;
mod emit;
mod error;
mod event;
mod fault;
mod faulty_answer;
mod life;
mod matching;
mod mint;
mod options;
mod outbox;
mod outside;
mod page;
mod params;
mod render;
mod routes;
mod seed;
mod server;
mod shared;
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
pub use outbox::Tamper;
pub use outside::{CodeChange, DoorChange, NewCode, Reconnection, Removal, SlotChange};
pub use simulator::{DoorInfo, Refused, Simulator};
pub use slot::SlotSpec;
pub use webhook::Redelivery;

/// The only key that the simulator accepts. It is valid nowhere else.
pub const API_KEY: &str = "seam_testSim1_LatchbookSimuMadeUpKey11";
