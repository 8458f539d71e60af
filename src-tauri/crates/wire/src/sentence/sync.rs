//! The news from a sync that the host should know, the most urgent first.

use domain::times::are_apart;
use jiff::SignedDuration;
use ops::sync::Synced;
use words::{clean, minutes, say, some_of};

pub(crate) fn synced(synced: &Synced) -> Vec<String> {
    let lost: Vec<String> = synced
        .lost_slots
        .iter()
        .map(|lost| say!("sync-lost-slot", label = clean(&lost.label), slot = clean(&lost.slot_name)))
        .collect();
    let unread: Vec<String> = synced.unread.iter().map(|(door, _)| door.clone()).collect();
    let told = [
        (synced.mended > 0).then(|| say!("sync-mended", rows = synced.mended)),
        (synced.second_codes > 0).then(|| say!("sync-second-codes", stays = synced.second_codes)),
        (synced.of_other_records > 0).then(|| say!("sync-of-other-records", codes = synced.of_other_records)),
        some(&lost).map(|codes| say!("sync-lost-slots", codes = codes)),
        (synced.doors == 0).then(|| say!("sync-no-doors")),
        some(&synced.unmanaged_doors).map(|doors| say!("sync-unmanaged-doors", doors = doors)),
        some(&synced.managed_again).map(|doors| say!("sync-managed-again", doors = doors)),
        some(&synced.gone_doors).map(|doors| say!("sync-gone-doors", doors = doors)),
        some(&unread).map(|doors| say!("sync-unread", doors = doors)),
        (synced.found > 0).then(|| say!("sync-found", codes = synced.found)),
        some(&synced.slots_changed).map(|doors| say!("sync-slots-changed", doors = doors)),
        synced.skew_ms.map(SignedDuration::from_millis).filter(|skew| are_apart(*skew)).map(skewed),
    ];
    told.into_iter().flatten().collect()
}

/// The first five, if there are any.
fn some(items: &[String]) -> Option<String> {
    (!items.is_empty()).then(|| some_of(items, 5))
}

/// `skew`: Seam's clock minus this computer's.
pub(crate) fn skewed(skew: SignedDuration) -> String {
    let by = minutes(skew.unsigned_abs().as_secs() / 60);
    if skew.is_positive() { say!("sync-clock-behind", by = by) } else { say!("sync-clock-ahead", by = by) }
}
