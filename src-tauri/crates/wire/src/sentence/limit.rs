//! c
pub(crate) fn places(_p: &domain::limit::Places, _z: Option<&domain::tables::Zone>) -> String {
    String::new()
}
