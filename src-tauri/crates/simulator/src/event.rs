//! One event, as `/events/list` lists it and webhooks deliver it.

use crate::answer::Fields;
use crate::clock::Millis;

#[derive(Debug)]
pub struct Event {
    pub id: String,
    pub kind: &'static str,
    pub at: Millis,
    /// Index of the code it is about.
    pub code: Option<usize>,
    /// Index of the door it is about.
    pub door: Option<usize>,
    /// Index of the account.
    pub account: usize,
    /// Further fields of this kind of event.
    pub extra: Fields,
}
