//! The ledger on real files.

mod build;
mod damage;
mod facts;
mod moving;
mod plans;
mod states;
