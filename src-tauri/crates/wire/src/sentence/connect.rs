//! c
pub(crate) fn connected(_w: &domain::reading::WorkspaceReading) -> String {
    String::new()
}
pub(crate) fn forgotten(_f: bool) -> &'static str {
    ""
}
