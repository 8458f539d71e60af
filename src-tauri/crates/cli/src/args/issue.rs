//! Arguments of `issue` besides the stay.

use clap::Args;

use super::StayArgs;

#[derive(Args, Clone, Debug)]
pub struct IssueArgs {
    #[command(flatten)]
    pub stay: StayArgs,
    /// Take this slot rather than the first candidate of the preview
    #[arg(long, value_name = "ID")]
    pub slot: Option<String>,
    /// What the code is called in your record and at Seam (default: the door and the dates)
    #[arg(
        long,
        value_name = "LABEL",
        long_help = "What the code is called in your record, and after its marker at Seam and dormakaba. By default the door and \
                     the dates; a guest's name is there only if you write it."
    )]
    pub label: Option<String>,
    /// Identify the stay by this key, such as the booking's id
    #[arg(
        long = "stay",
        value_name = "KEY",
        long_help = "Identify the stay by this key, such as the booking's id, rather than by its door and times. The same booking with \
                     changed times is then recognised as a change: its code cannot change, so a second one needs --yes."
    )]
    pub stay_key: Option<String>,
    /// Accept whatever risks there are, without being asked
    #[arg(long)]
    pub yes: bool,
    /// Make another code although it is not known whether the first was made
    #[arg(
        long,
        long_help = "Make another code although it is not known whether the first was made. If the first request was only late, two \
                     codes will work for this stay, and one more place on the lock is gone for good: neither can be deleted. Available \
                     after six complete looks over a quarter of an hour. On a terminal you confirm it by typing a word; without one \
                     this option is the confirmation."
    )]
    pub another: bool,
    /// Follow the code for this long; 0: do not wait
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 60,
        value_parser = clap::value_parser!(u64).range(..=86_400),
        long_help = "Follow the code until it is set, for at most this long; 0: do not wait. Waiting changes nothing: a code not \
                     confirmed by then is confirmed by a later `issue`, `look` or `sync`."
    )]
    pub wait: u64,
}
