//! A door and a stay, as `preview` and `issue` take them.

use clap::Args;
use clap::builder::PossibleValuesParser;
use domain::stay::{Allowance, Preference};
use ops::preview::{AskedTime, StayQuery};

use crate::exit::Failure;

#[derive(Args, Clone, Debug)]
pub struct StayArgs {
    /// The door: its id, or any part of its name that is unique
    pub door: String,
    /// When the guest arrives, on the door's own clock: 2026-12-03T15:45
    #[arg(
        long,
        value_name = "T",
        long_help = "When the guest arrives, on the door's own clock, wherever you are: 2026-12-03T15:45. A time with \
                     an offset (2026-12-03T23:45Z) is converted."
    )]
    pub from: String,
    /// When the guest leaves, in the same way
    #[arg(long, value_name = "T")]
    pub to: String,
    /// How far the code may be from the stay's times at each end
    #[arg(
        long,
        value_parser = PossibleValuesParser::new(["1h", "1d"]),
        default_value = "1h",
        long_help = "How far the code may be from the stay's times at each end. A lock takes codes for its own slots only, so the \
                     stay is moved to the nearest slot: by at most 1h, or by at most 1d (then 24-hour slots go first)."
    )]
    pub rounding: String,
    /// What to prefer: the nearest times, or covering the whole stay
    #[arg(long, value_parser = PossibleValuesParser::new(["nearest", "cover"]), default_value = "nearest")]
    pub prefer: String,
}

impl StayArgs {
    /// The stay that is asked for.
    ///
    /// # Errors
    /// A time is invalid.
    pub fn asked(&self) -> Result<StayQuery, Failure> {
        Ok(StayQuery {
            from: AskedTime::parse(&self.from)?,
            to: AskedTime::parse(&self.to)?,
            // The parser accepts only known words.
            allowance: Allowance::parse(&self.rounding).unwrap_or_default(),
            preference: Preference::parse(&self.prefer).unwrap_or_default(),
        })
    }
}
