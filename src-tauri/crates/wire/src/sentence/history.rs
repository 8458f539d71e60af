//! c
pub(crate) fn word(_h: &ops::Happening) -> &'static str {
    ""
}
pub(crate) fn detail(_h: &ops::Happening, _c: &crate::clock::DoorClock) -> String {
    String::new()
}
