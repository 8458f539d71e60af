//! c
pub(crate) fn synced(_s: &ops::sync::Synced) -> Vec<String> {
    Vec::new()
}
