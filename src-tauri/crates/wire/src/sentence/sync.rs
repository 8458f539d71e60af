//! What a sync brought that the host should know, the most urgent first.

use ops::sync::Synced;

use super::wording::{count_of, minutes, some_of};

/// A clock that is off by less than this needs no word.
const NOTICEABLE: u64 = 120_000;

pub(crate) fn synced(synced: &Synced) -> Vec<String> {
    let lost: Vec<String> = synced
        .lost_slots
        .iter()
        .map(|lost| format!("“{}” ({})", crate::clean(&lost.label), crate::clean(&lost.slot_name)))
        .collect();
    let unread: Vec<String> = synced.unread.iter().map(|(door, _)| door.clone()).collect();
    let told = [
        told(synced.second_codes > 0, || {
            format!(
                "{} a second code at Seam: both work. Open {} to see the other's id.",
                count_of(synced.second_codes, "stay has", "stays have"),
                if synced.second_codes == 1 { "it" } else { "them" }
            )
        }),
        told(!lost.is_empty(), || {
            format!(
                "Slots changed under codes to come: {}. Those codes stay as made; check their times with the installer.",
                some_of(&lost, 5)
            )
        }),
        told(!synced.gone_doors.is_empty(), || {
            format!("No longer at Seam: {}. Their records stay.", some_of(&synced.gone_doors, 5))
        }),
        told(!unread.is_empty(), || {
            format!("Not read completely: {}. They keep what they had; sync again.", some_of(&unread, 5))
        }),
        told(synced.found > 0, || {
            format!(
                "{} found at Seam.",
                count_of(synced.found, "code that was not known was", "codes that were not known were")
            )
        }),
        told(!synced.slots_changed.is_empty(), || {
            format!("Slots changed at {}. Preview stays there again.", some_of(&synced.slots_changed, 5))
        }),
        synced.skew_ms.filter(|skew| skew.unsigned_abs() >= NOTICEABLE).map(skewed),
    ];
    told.into_iter().flatten().collect()
}

fn told(is_so: bool, sentence: impl FnOnce() -> String) -> Option<String> {
    is_so.then(sentence)
}

/// `skew`: Seam's clock less this computer's.
fn skewed(skew: i64) -> String {
    let way = if skew > 0 { "behind" } else { "ahead of" };
    format!(
        "This computer's clock is {} {way} Seam's. Codes are not affected; set the clock right.",
        minutes(skew.unsigned_abs() / 60_000)
    )
}
