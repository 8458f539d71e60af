//! Seam and Oracode on loopback: an HTTP server that behaves as far as is known like Seam's API with dormakaba Oracode
//! doors, for looking around without an account, for demonstrations, and for tests.
//!
//! Owns its own idea of Oracode's rules: it imports nothing of the app, so that the app's rules meet a second opinion.
//! Refuses to listen or deliver anywhere but on 127.0.0.1. Holds simulated doors, codes and a made-up key only.
//!
//! | control route | body | does |
//! |---|---|---|
//! | `POST /_sim/clock` | `{"advance_ms":60000}` | moves the clock on; what falls due happens |
//! | `POST /_sim/settings` | [`Settings`] | PIN early or late, lengths, latency, rate, deferring, the no-slot error, workspace |
//! | `POST /_sim/faults` | [`Fault`]: `{"fault":"drop","commit":true,"times":1}` | lets a fault be met |
//! | `GET /_sim/faults`, `POST /_sim/faults/clear` | | what waits to be met; forgets it |
//! | `POST /_sim/release` | | late requests arrive, held answers go out, lists tell the truth |
//! | `GET /_sim/creates` | | codes made per door and name, and requests received: [`Creates`] |
//! | `GET /_sim/codes` | | every code there ever was: [`CodeRecord`]s |
//! | `POST /_sim/codes/add`, `/change`, `/remove` | [`NewCode`], [`CodeChange`], [`Removal`] | somebody else does it |
//! | `POST /_sim/slots`, `/_sim/door` | [`SlotChange`], [`DoorChange`] | the installer does it |
//! | `POST /_sim/reconnect` | [`Reconnection`] | a door comes back under a new id, as when its account is connected anew |
//! | `POST /_sim/account` | `{"disconnected":true}` | cuts the Oracode account off, or connects it |
//! | `POST /_sim/webhooks/redeliver` | [`Redelivery`] | delivers an event again, intact or tampered with |
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
pub use outside::{CodeChange, DoorChange, NewCode, Reconnection, Removal, SlotChange};
pub use simulator::{DoorInfo, Refused, Simulator};
pub use slot::SlotSpec;
pub use webhook::{Redelivery, Tamper};

/// The one key that the simulator accepts. It opens nothing anywhere else.
pub const API_KEY: &str = "seam_testSim1_LatchbookSimuMadeUpKey11";
