//! What looking settled.

use super::wording::count_of;

/// `asked`: how many outcomes were not known; `unknown`: how many still are; `unread`: doors that could not be read.
pub(crate) fn looked(asked: usize, unknown: usize, unread: usize) -> String {
    let settled = match (asked, unknown) {
        (0, _) => "Nothing was unknown.".to_owned(),
        (asked, 0) => format!("{} settled.", count_of(asked, "outcome is", "outcomes are")),
        (asked, unknown) => format!(
            "{} settled; {} not known yet. Latchbook keeps looking; do not issue another for {}.",
            asked.saturating_sub(unknown),
            unknown,
            if unknown == 1 { "it" } else { "them" }
        ),
    };
    match unread {
        0 => settled,
        doors => format!(
            "{settled} {} could not be read, so nothing was concluded there: look again later.",
            count_of(doors, "door", "doors")
        ),
    }
}
