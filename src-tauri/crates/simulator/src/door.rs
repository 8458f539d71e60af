//! Doors and their accounts, including the ways in which real ones are incomplete or odd.

use std::collections::VecDeque;

use jiff::tz::TimeZone;

use crate::clock::{MINUTE, Millis};
use crate::code::Problem;
use crate::slot::Slot;

/// The make of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Make {
    /// dormakaba's hotel product.
    Oracode,
    /// The Homeowner's Portal.
    Iho,
    /// Another make, without offline codes.
    Other,
}

/// How `location` is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    Full,
    /// Only the deprecated `timezone`.
    OldZoneOnly,
    Null,
    Absent,
}

/// Oddities of a door's data.
#[derive(Debug, Clone)]
pub struct Oddity {
    /// `ext_dormakaba_oracode_user_level_prefix` rather than the newer spelling.
    pub ext_prefix: bool,
    pub location: Location,
    /// Whether `max_active_codes_supported` is present.
    pub limit_told: bool,
    /// Whether the metadata names the zone.
    pub zone_told: bool,
    /// `device_id` of the metadata is a string.
    pub text_ids: bool,
    /// Times with microseconds.
    pub fine_stamps: bool,
    /// `nickname` and `space_ids` are missing.
    pub sparse: bool,
}

impl Oddity {
    pub const NONE: Self = Self {
        ext_prefix: false,
        location: Location::Full,
        limit_told: true,
        zone_told: true,
        text_ids: false,
        fine_stamps: false,
        sparse: false,
    };
}

#[derive(Debug)]
pub struct Door {
    pub id: String,
    pub name: String,
    pub make: Make,
    /// Index of its account.
    pub account: usize,
    /// The door's number at dormakaba.
    pub number: u64,
    pub zone_name: String,
    pub zone: TimeZone,
    pub slots: Vec<Slot>,
    pub limit: u32,
    /// `can_program_offline_access_codes`; `None` leaves it out.
    pub offline: Option<bool>,
    pub oddity: Oddity,
    pub created_at: Millis,
    pub removed: bool,
    /// `false`: unmanaged in Seam.
    pub managed: bool,
    pub online: bool,
    /// Indices of its codes that are not gone, in the order in which they were made.
    pub codes: Vec<usize>,
    /// When the creates of the last minute arrived.
    pub creates: VecDeque<Millis>,
}

impl Door {
    /// Counts a create, or returns how many seconds to wait.
    pub fn admit_create(&mut self, now: Millis, per_minute: u32) -> Result<(), u64> {
        while self.creates.front().is_some_and(|at| at + MINUTE <= now) {
            self.creates.pop_front();
        }
        let full = per_minute > 0 && self.creates.len() >= per_minute as usize;
        if let (true, Some(first)) = (full, self.creates.front()) {
            let left = u64::try_from(first + MINUTE - now).unwrap_or(0);
            return Err(left.div_ceil(1_000).max(1));
        }
        self.creates.push_back(now);
        Ok(())
    }
}

#[derive(Debug)]
pub struct Account {
    pub id: String,
    pub provider: &'static str,
    pub display_name: String,
    pub created_at: Millis,
    pub disconnected: Option<Problem>,
}
