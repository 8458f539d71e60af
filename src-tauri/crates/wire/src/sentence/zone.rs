//! c
use domain::tables::{Opinion, Source};
pub(crate) fn disagreement(_d: &ops::preview::Disagreement) -> String {
    String::new()
}
pub(crate) fn source_word(_s: Source) -> &'static str {
    ""
}
pub(crate) fn written(_o: &Opinion, _c: jiff::civil::DateTime) -> String {
    String::new()
}
