//! The risks that the host has accepted.

use std::collections::BTreeSet;

use domain::risk::RiskKind;

use super::caution::Caution;
use super::objection::{Objection, Risk};

/// The host's acceptance. Only risks that were named and accepted are recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Accepted {
    #[default]
    Nothing,
    /// All risks, whatever they are (`--yes`).
    Everything,
    /// Exactly the risks that these [keys](keys) name: any further risk is an objection again.
    These(BTreeSet<String>),
}

impl Accepted {
    /// The entry for the record: the risks, and those cautions that were ticked. `None`: a risk is not accepted.
    /// Cautions stop nothing.
    pub(crate) fn kinds(&self, risks: &[Risk], cautions: &[Caution]) -> Option<Vec<RiskKind>> {
        let accepted = keys(risks).iter().all(|key| self.holds(key));
        let ticked = |caution: &&Caution| matches!(self, Self::These(keys) if keys.contains(caution.word()));
        let kinds = risks.iter().map(Risk::kind).chain(cautions.iter().filter(ticked).map(Caution::kind));
        accepted.then(|| kinds.collect())
    }

    fn holds(&self, key: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::These(keys) => keys.contains(key),
        }
    }
}

/// The key that accepts each risk: its word, with the code that it is about. All keys differ.
pub fn keys(risks: &[Risk]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(risks.len());
    for risk in risks {
        let key = risk.key();
        let same = keys.iter().filter(|known| **known == key || known.starts_with(&format!("{key}#"))).count();
        keys.push(if same == 0 { key } else { format!("{key}#{}", same + 1) });
    }
    keys
}

/// The keys that accept everything an objection names.
pub fn keys_of(objection: &Objection) -> BTreeSet<String> {
    match objection {
        Objection::NeedsYes(risks) => keys(risks).into_iter().collect(),
        Objection::NotReady(_)
        | Objection::NoSlot
        | Objection::SlotNotOffered(_)
        | Objection::SlotChanged { .. }
        | Objection::Over { .. }
        | Objection::Full { .. }
        | Objection::TooEarlyForAnother { .. }
        | Objection::IssuedElsewhere { .. }
        | Objection::TooManyAttempts => BTreeSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(end: &str) -> Risk {
        Risk::SameSlotOverlaps { label: None, starts_at: None, ends_at: end.parse().ok() }
    }

    fn these(keys: &[&str]) -> Accepted {
        Accepted::These(keys.iter().map(|key| (*key).to_owned()).collect())
    }

    #[test]
    fn only_named_risks_are_accepted() {
        let risks = [Risk::OfflineUnknown, Risk::Scarce { left: 2 }];
        let kinds = vec![RiskKind::OfflineUnknown, RiskKind::Scarce];
        let cases = [
            (Accepted::Nothing, None),
            (Accepted::Everything, Some(kinds.clone())),
            (these(&["scarce"]), None),
            (these(&["scarce", "offline_unknown", "other_overlaps"]), Some(kinds)),
        ];
        for (accepted, expected) in cases {
            assert_eq!(accepted.kinds(&risks, &[]), expected, "with {accepted:?}");
        }
        assert_eq!(Accepted::Nothing.kinds(&[], &[]), Some(Vec::new()), "without a risk nothing is to accept");
    }

    #[test]
    fn accepting_one_overlap_accepts_no_other() {
        let (seen, new) = (overlap("2026-12-05T10:00:00Z"), overlap("2026-12-06T10:00:00Z"));
        let accepted = these(&[&seen.key()]);
        assert!(accepted.kinds(std::slice::from_ref(&seen), &[]).is_some(), "the one that the host saw");
        assert_eq!(accepted.kinds(&[seen, new], &[]), None, "another overlap objects again");
    }

    #[test]
    fn equal_risks_have_different_keys() {
        let end = "2026-12-05T10:00:00Z";
        let named = keys(&[overlap(end), overlap(end), overlap(end)]);
        assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), 3, "each has a box of its own: {named:?}");
    }

    #[test]
    fn only_ticked_cautions_are_recorded() {
        let cautions = [Caution::LastFifth { left: 4, limit: 20 }];
        assert_eq!(Accepted::Everything.kinds(&[], &cautions), Some(Vec::new()), "nobody read it");
        assert_eq!(these(&["last_fifth"]).kinds(&[], &cautions), Some(vec![RiskKind::LastFifth]), "ticked");
        assert_eq!(these(&["soon"]).kinds(&[], &cautions), Some(Vec::new()), "it stops nothing");
    }
}
