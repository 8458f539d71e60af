//! c
use crate::Show;
use domain::lifecycle::State;
use ops::CodeEntry;
pub fn state(_entry: &CodeEntry, _state: State, _show: &Show<'_>) -> String {
    String::new()
}
pub(crate) fn not_sent(_why: &str) -> String {
    String::new()
}
pub(crate) fn unknown(_why: &str) -> String {
    String::new()
}
