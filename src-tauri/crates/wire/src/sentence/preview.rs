//! c
use crate::NoteView;
use domain::matching::{Candidate, Refusal, Refused, WhyNot, Wish};
use ops::door::Door;
use ops::preview::Preview;
pub(crate) fn summary(_p: &Preview<'_>) -> String {
    String::new()
}
pub(crate) fn notes(_d: &Door, _p: &Preview<'_>) -> Vec<NoteView> {
    Vec::new()
}
pub(crate) fn candidate(_c: &Candidate<'_>, _w: &Wish) -> String {
    String::new()
}
pub(crate) fn why_not_code(_w: &WhyNot) -> &'static str {
    ""
}
pub(crate) fn why_not(_r: &Refused<'_>, _w: &Wish) -> String {
    String::new()
}
pub(crate) fn refusal_code(_r: &Refusal<'_>) -> &'static str {
    ""
}
pub(crate) fn refusal(_r: &Refusal<'_>, _w: &Wish) -> String {
    String::new()
}
