//! c
pub(crate) fn objection(_o: &ops::issue::Objection, _c: &crate::clock::DoorClock) -> String {
    String::new()
}
