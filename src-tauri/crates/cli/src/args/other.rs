//! The options of the smaller commands.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};

#[derive(Args, Clone, Debug)]
pub struct ConnectArgs {
    /// Remove the key from the keychain instead
    #[arg(long)]
    pub forget: bool,
}

#[derive(Args, Clone, Debug)]
pub struct DoorArgs {
    /// The door: its id, or any part of its name that is unique
    pub door: String,
}

#[derive(Args, Clone, Debug)]
pub struct LookArgs {
    /// Look at this door only, even if nothing is unsettled there
    #[arg(long, value_name = "DOOR")]
    pub door: Option<String>,
    /// Confirm that this code at Seam is the one whose answer was lost: its id, as `look` shows it
    #[arg(long, value_name = "ID", conflicts_with = "door")]
    pub is: Option<String>,
}

#[derive(Args, Clone, Debug)]
pub struct SameLockArgs {
    /// The door that is gone: its id, or a part of its name
    pub gone: String,
    /// The door that Seam lists now
    pub door: String,
    /// They are two locks
    #[arg(long)]
    pub no: bool,
}

#[derive(Args, Clone, Debug)]
pub struct LimitsArgs {
    /// Only this door
    pub door: Option<String>,
    /// Your own figure for how many codes the door holds; `none` removes it
    #[arg(long, value_name = "N|none", requires = "door")]
    pub set: Option<HostLimit>,
    /// Free the place of a code made elsewhere that Seam no longer lists and that has no end: its id
    #[arg(long, value_name = "ID", requires = "door")]
    pub put_away: Option<String>,
}

/// `12` or `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostLimit(pub Option<u32>);

impl FromStr for HostLimit {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.eq_ignore_ascii_case("none") {
            return Ok(Self(None));
        }
        let count = text.parse().ok().filter(|count| (1..=100_000).contains(count));
        count.map(|count| Self(Some(count))).ok_or("write a number of codes from 1 to 100000, or `none`")
    }
}

#[derive(Args, Clone, Debug)]
pub struct FileArgs {
    /// The file of the backup
    pub file: PathBuf,
}

#[derive(Args, Clone, Debug)]
pub struct ListenArgs {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, value_name = "P")]
    pub port: u16,
}

#[derive(Args, Clone, Debug)]
pub struct SimulateArgs {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, value_name = "P", default_value_t = 0)]
    pub port: u16,
    /// How many doors
    #[arg(long, value_name = "N", default_value_t = 12)]
    pub doors: usize,
    /// How many slots each has
    #[arg(long, value_name = "M", default_value_t = 7)]
    pub slots: usize,
    /// How many codes made elsewhere
    #[arg(long, value_name = "N", default_value_t = 24)]
    pub codes: usize,
    /// Seed for ids, PINs and dates
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Only complete, regular doors, rather than realistic ones
    #[arg(long)]
    pub plain: bool,
    /// When the PIN can be read: in the answer, or once the code is set
    #[arg(long, value_name = "WHEN", default_value = "set")]
    pub pin: PinWhen,
    /// Milliseconds from the request to `setting`
    #[arg(long, value_name = "MS", default_value_t = 1_500)]
    pub setting: u64,
    /// Milliseconds from `setting` to `set`
    #[arg(long, value_name = "MS", default_value_t = 1_500)]
    pub set: u64,
    /// Milliseconds added to every answer
    #[arg(long, value_name = "MS", default_value_t = 0)]
    pub latency: u64,
    /// The most codes a door holds
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub max_codes: u32,
    /// Codes allowed per minute and door; 0: unlimited
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub creates_per_minute: u32,
    /// Let codes wait until an hour before their start
    #[arg(long)]
    pub defer: bool,
    /// The account's sites are not approved yet: no code is ever set
    #[arg(long)]
    pub unapproved: bool,
    /// Make codes without a slot and let them fail with this error, rather than refuse them
    #[arg(long, value_name = "CODE")]
    pub no_slot_error: Option<String>,
}

/// When the PIN of a simulated code can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PinWhen {
    Create,
    Set,
}

#[derive(Args, Clone, Debug)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

#[derive(Args, Clone, Debug)]
pub struct ManArgs {
    /// Write one page per command into this folder, rather than the main page to stdout
    #[arg(long, value_name = "D")]
    pub dir: Option<PathBuf>,
}
