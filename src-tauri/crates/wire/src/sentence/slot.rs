//! c
use domain::slot::{Slot, SlotFault};
pub(crate) fn none_usable(_s: &[Slot]) -> Option<String> {
    None
}
pub(crate) fn code(_f: &SlotFault) -> &'static str {
    ""
}
pub(crate) fn fault(_f: &SlotFault) -> String {
    String::new()
}
