//! The joined app against the simulator.

mod joined;
