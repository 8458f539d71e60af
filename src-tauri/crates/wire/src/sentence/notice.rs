//! c
use crate::Who;
pub(crate) struct Explained {
    pub permanent: Option<bool>,
    pub who: Option<Who>,
}
impl Explained {
    pub(crate) fn sentence(&self, _code: &str, _said: &str) -> String {
        String::new()
    }
}
pub(crate) fn explain(_code: &str) -> Explained {
    Explained { permanent: None, who: None }
}
pub(crate) fn refusal(_status: u16, _error: &str) -> String {
    String::new()
}
