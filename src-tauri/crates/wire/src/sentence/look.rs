//! What looking settled.

use super::wording::count_of;

/// `asked`: how many outcomes were not known; `unknown`: how many still are; `unread`: doors that could not be read.
pub(crate) fn looked(asked: usize, unknown: usize, unread: usize) -> String {
    let settled = match (asked, unknown) {
        (0, _) => "Nothing was unknown.".to_owned(),
        (asked, 0) => format!("{} settled.", count_of(asked, "outcome is", "outcomes are")),
        (asked, unknown) => {
            let settled = match asked.saturating_sub(unknown) {
                0 => String::new(),
                settled => format!("{} settled; ", count_of(settled, "outcome is", "outcomes are")),
            };
            let open = count_of(unknown, "is", "are");
            let them = if unknown == 1 { "it" } else { "them" };
            format!("{settled}{open} not known yet. Latchbook keeps looking; do not issue another for {them}.")
        }
    };
    match unread {
        0 => settled,
        doors => format!(
            "{settled} {} could not be read, so nothing was concluded there: look again later.",
            count_of(doors, "door", "doors")
        ),
    }
}
