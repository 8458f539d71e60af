//! The arguments of every command, with their help. Refuses: doing anything.

mod codes;
mod help;
mod issue;
mod other;
mod stay;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use words::Language;

use crate::language;

pub use codes::{CodeArgs, CodesArgs};
pub use help::command;
pub use issue::IssueArgs;
pub use other::{
    CompletionsArgs, ConnectArgs, DoorArgs, FileArgs, LimitsArgs, ListenArgs, LookArgs, ManArgs, PinWhen, SameLockArgs,
    SimulateArgs,
};
pub use stay::StayArgs;

/// Issue PIN codes for dormakaba Oracode locks through Seam, exactly one for a stay, and keep a record of them.
#[derive(Debug, Parser)]
#[command(name = "latchbook", version, disable_help_subcommand = true, long_about = help::ABOUT)]
pub struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes, before or after its name.
#[derive(Args, Clone, Debug)]
pub struct Globals {
    /// Keep the record in this folder (default: LATCHBOOK_DATA_DIR, else the platform's data folder)
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    pub data_dir: Option<PathBuf>,
    /// Answer with one JSON document on stdout and nothing else
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub json: bool,
    /// Use this address instead of Seam's, such as the simulator's (also SEAM_ENDPOINT)
    // Not by clap's `env`: with the variable set, the usage would show the option as one that must be given.
    #[arg(long, global = true, value_name = "URL", help_heading = "Everywhere")]
    pub endpoint: Option<String>,
    /// Answer in this language (default: LC_ALL, LC_MESSAGES or LANG, else English); help stays English
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language::parser(), help_heading = "Everywhere")]
    pub language: Option<Language>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a Seam API key and keep it in this computer's keychain
    #[command(after_long_help = help::CONNECT)]
    Connect(ConnectArgs),
    /// Read all doors and codes from Seam into the record
    #[command(after_long_help = help::SYNC)]
    Sync,
    /// Report whether each door is ready, and who can fix what is missing (offline)
    #[command(after_long_help = help::AUDIT)]
    Audit,
    /// List the doors as they were last read (offline)
    #[command(after_long_help = help::DOORS)]
    Doors,
    /// List the time slots of a door (offline)
    #[command(after_long_help = help::SLOTS)]
    Slots(DoorArgs),
    /// Show how full each door is, or set your own limit for one (offline)
    #[command(after_long_help = help::LIMITS)]
    Limits(LimitsArgs),
    /// Confirm that a door that is gone and another are the same lock, or are not (offline)
    #[command(after_long_help = help::SAME_LOCK)]
    SameLock(SameLockArgs),
    /// Show what a code for a stay would be, before it is spent (offline, sends nothing)
    #[command(after_long_help = help::PREVIEW)]
    Preview(StayArgs),
    /// Issue one code for a stay and show its PIN
    #[command(after_long_help = help::ISSUE)]
    Issue(IssueArgs),
    /// Check Seam for codes whose outcome is not known
    #[command(after_long_help = help::LOOK)]
    Look(LookArgs),
    /// List and search the codes of the record (offline)
    #[command(after_long_help = help::CODES)]
    Codes(CodesArgs),
    /// Show one code with its whole history (offline)
    #[command(after_long_help = help::CODE)]
    Code(CodeArgs),
    /// Check the record for damage or changes (offline)
    #[command(after_long_help = help::VERIFY)]
    Verify,
    /// Make a checked copy of the record (offline)
    #[command(after_long_help = help::BACKUP)]
    Backup(FileArgs),
    /// Restore a backup; the current record is set aside, not deleted
    #[command(after_long_help = help::RESTORE)]
    Restore(FileArgs),
    /// Receive Seam's webhooks on this computer
    #[command(after_long_help = help::LISTEN)]
    Listen(ListenArgs),
    /// Show everything once, on simulated doors that run only on this computer
    #[command(after_long_help = help::DEMO)]
    Demo,
    /// Run simulated doors on this computer, to try everything without an account
    #[command(after_long_help = help::SIMULATE)]
    Simulate(SimulateArgs),
    /// Write shell completions
    #[command(after_long_help = help::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Write the manual page
    #[command(after_long_help = help::MAN)]
    Man(ManArgs),
}
