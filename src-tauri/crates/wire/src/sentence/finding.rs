//! c
use domain::readiness::{Finding, What};
pub(crate) struct Told {
    pub message: String,
    pub mend: Option<String>,
}
impl Told {
    pub(crate) fn join(self) -> String {
        match self.mend {
            Some(mend) => format!("{} {mend}", self.message),
            None => self.message,
        }
    }
}
pub(crate) fn code(_what: &What) -> &'static str {
    ""
}
pub(crate) fn finding(_finding: &Finding) -> Told {
    Told { message: String::new(), mend: None }
}
