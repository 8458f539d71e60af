//! c
pub(crate) fn difference(_t: &ops::DifferenceText, _c: &crate::clock::DoorClock) -> String {
    String::new()
}
