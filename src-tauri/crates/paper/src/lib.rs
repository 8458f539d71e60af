//! Everything that is handed out on paper or as a file: the guest card, the guest's message, the ledger as PDF,
//! workbook and CSV, the doors' readiness.
//!
//! Owns: the look of `wire`'s views on paper. Refuses: words (`words` has them), the content of a card or a ledger
//! (`wire` has it, also for the page), the record, the network, the clock, zones (times come as civil strings), and
//! knowing where the file goes.
//!
//! Limits: the typefaces have Latin, Greek and Cyrillic letters. Other scripts and emoji are drawn as □, one for each
//! character; searching in the file and copying from it still give the original text. Texts from outside are cleaned
//! and cut, so that a name of any length or content leaves the layout whole.
//!
//! Secrets: a PIN is in a document or a message only if the caller asked for it and its view has it in clear; nothing
//! here that holds one has `Debug`.

mod card;
mod column;
mod csv;
mod error;
mod ink;
mod ledger;
mod message;
mod readiness;
mod report;
mod workbook;

pub use card::{CardSheet, guest_card};
pub use csv::{csv_headings, csv_lines, ledger_csv};
pub use error::{Error, Stopped};
pub use ledger::{LedgerPrint, Progress, ledger_pdf};
pub use message::{GuestMessage, PLACEHOLDERS, check_template, default_message, guest_message, masked_guest_message};
pub use readiness::readiness_pdf;
pub use report::{PaperSize, Print};
pub use workbook::ledger_xlsx;
