//! c
use ops::{RecordError, Soundness};
pub(crate) fn verified(_s: &Soundness) -> String {
    String::new()
}
pub(crate) fn backed_up(_s: &Soundness, _p: &str) -> String {
    String::new()
}
pub(crate) fn restored(_s: &Soundness, _a: Option<&str>) -> String {
    String::new()
}
pub(crate) fn unrecorded(_a: &domain::reading::CreateOutcome, _w: &RecordError) -> String {
    String::new()
}
