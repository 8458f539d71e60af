//! Arguments that choose which codes to show.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use wire::CodeState;

#[derive(Args, Clone, Debug)]
pub struct CodesArgs {
    /// Only codes of this door
    #[arg(long, value_name = "D")]
    pub door: Option<String>,
    /// Only codes in this state (may be given more than once)
    #[arg(long = "state", value_name = "S", value_parser = states())]
    pub states: Vec<String>,
    /// Only codes that work at this time
    #[arg(
        long,
        value_name = "T",
        long_help = "Only codes that work at this time: who could open the door then? Without an offset the time is on the clock of \
                     the door, so --door is needed with it."
    )]
    pub at: Option<String>,
    /// Only codes with these words in label, door, marker, stay key or dates
    #[arg(long, value_name = "X")]
    pub search: Option<String>,
    /// Show PINs in clear
    #[arg(long)]
    pub show_pins: bool,
    /// Save a workbook for Excel, LibreOffice or Numbers in this new file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["csv", "json"])]
    pub xlsx: Option<PathBuf>,
    /// Write CSV for other programs, to stdout or into this new file
    #[arg(long, value_name = "FILE", num_args = 0..=1, conflicts_with = "json")]
    pub csv: Option<Option<PathBuf>>,
    /// At most this many [default: 50; with --xlsx and --csv all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub limit: Option<u32>,
    /// Continue after this cursor: the `next` of the page before
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<i64>,
}

#[derive(Args, Clone, Debug)]
pub struct CodeArgs {
    /// The code: its number in the record, its marker (#7KQ2M9XA4T-1), or its id at Seam
    pub id: String,
    /// Show the PIN in clear
    #[arg(long)]
    pub show_pins: bool,
}

fn states() -> PossibleValuesParser {
    PossibleValuesParser::new(CodeState::ALL.map(CodeState::as_str))
}
