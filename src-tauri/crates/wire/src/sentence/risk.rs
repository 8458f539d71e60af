//! c
pub(crate) fn risk(_r: &ops::issue::Risk, _c: &crate::clock::DoorClock, _t: &domain::tables::ZoneTables) -> String {
    String::new()
}
