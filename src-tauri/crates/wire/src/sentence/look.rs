//! The outcomes that a look settled.

use words::{say, sentences};

/// `asked`: how many outcomes were not known; `unknown`: how many still are; `unread`: doors that could not be read.
pub(crate) fn looked(asked: usize, unknown: usize, unread: usize) -> String {
    let settled = match (asked, unknown, asked.saturating_sub(unknown)) {
        (0, ..) => say!("look-none"),
        (asked, 0, _) => say!("look-settled", settled = asked),
        (_, unknown, 0) => say!("look-unknown", unknown = unknown),
        (_, unknown, settled) => {
            say!("look-settled-unknown", settled = settled, open = say!("look-unknown", unknown = unknown))
        }
    };
    let unread = (unread > 0).then(|| say!("look-unread", doors = unread));
    sentences([Some(settled), unread])
}
