//! c
pub fn error(error: &ops::Error) -> String {
    error.to_string()
}
pub fn read(error: &domain::reading::ReadError) -> String {
    error.to_string()
}
pub fn record(error: &ops::RecordError) -> String {
    error.to_string()
}
