//! The marker: the name by which a code is recognised at Seam, whoever made it (docs/design.md, "Marker").
//!
//! `#7KQ2M9XA4T-1 Loft Dec 3-6`: ten Crockford base-32 characters that every computer computes alike from the stay, the
//! number of the attempt, then a label. The marker comes first because a provider may shorten a name.

use std::fmt;

use deunicode::deunicode;
use jiff::civil::DateTime;
use sha2::{Digest, Sha256};

use crate::ids::{DeviceId, WorkspaceId};
use crate::stay::Stay;

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BASE_LENGTH: usize = 10;
const LONGEST_LABEL: usize = 60;

/// The part of the marker that belongs to the stay: the same on every computer and in every attempt.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MarkerBase(String);

/// A marker base with the number of an attempt, 1 to 99.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marker {
    base: MarkerBase,
    attempt: u8,
}

/// The identity of a stay: its door and times, and the host's key for it if there is one (a booking's id).
#[derive(Clone, Copy, Debug)]
pub struct StayIdentity<'a> {
    pub workspace: &'a WorkspaceId,
    pub device: &'a DeviceId,
    pub key: Option<&'a str>,
    pub stay: &'a Stay,
}

impl MarkerBase {
    /// The first 50 bits of SHA-256 over the stay's identity.
    pub fn new(identity: &StayIdentity<'_>) -> Self {
        let minute = |at: DateTime| at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let (from, to) = (minute(identity.stay.arrival()), minute(identity.stay.departure()));
        let fields =
            ["v1", identity.workspace.as_str(), identity.device.as_str(), identity.key.unwrap_or_default(), &from, &to];
        let mut hash = Sha256::new();
        for field in fields {
            hash.update(field.as_bytes());
            // No field can hold the separator, so that two stays never read as one.
            hash.update([0x1f]);
        }
        let digest = hash.finalize();
        let bits = digest.iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let letter = |place: usize| char::from(CROCKFORD[(bits >> (59 - 5 * place) & 31) as usize]);
        Self((0..BASE_LENGTH).map(letter).collect())
    }

    /// Takes a base that was computed before.
    pub fn read(text: &str) -> Option<Self> {
        let is_base = text.len() == BASE_LENGTH && text.bytes().all(|byte| CROCKFORD.contains(&byte));
        is_base.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Marker {
    /// The most attempts that one stay can have.
    pub const MOST_ATTEMPTS: u8 = 99;

    /// Marks one attempt; `None` for an attempt outside 1 to 99.
    pub fn new(base: MarkerBase, attempt: u8) -> Option<Self> {
        (1..=Self::MOST_ATTEMPTS).contains(&attempt).then_some(Self { base, attempt })
    }

    pub fn base(&self) -> &MarkerBase {
        &self.base
    }

    pub fn attempt(&self) -> u8 {
        self.attempt
    }

    /// The name to send: the marker, then the label in plain ASCII without characters that a search could read as
    /// wildcards.
    ///
    /// ```
    /// use domain::marker::{Marker, MarkerBase};
    /// let marker = Marker::new(MarkerBase::read("7KQ2M9XA4T").unwrap(), 1).unwrap();
    /// assert_eq!(marker.name("Küche Dec 3-6"), "#7KQ2M9XA4T-1 Kuche Dec 3-6");
    /// ```
    pub fn name(&self, label: &str) -> String {
        format!("{self} {}", plain(label)).trim_end().to_owned()
    }

    /// Finds the marker at the start of a code's name at Seam, in either case.
    pub fn read(name: &str) -> Option<Self> {
        name.trim_start().strip_prefix('#').and_then(Self::read_without_sign)
    }

    /// The same if a provider may have dropped the `#`. Other texts may also look like this.
    ///
    /// ```
    /// use domain::marker::Marker;
    /// assert_eq!(Marker::read_without_sign("7kq2m9xa4t-1 loft"), Marker::read("#7KQ2M9XA4T-1 Loft"));
    /// ```
    pub fn read_without_sign(name: &str) -> Option<Self> {
        let name = name.trim_start();
        let rest = name.strip_prefix('#').unwrap_or(name);
        let (base, rest) = rest.split_at_checked(BASE_LENGTH)?;
        let attempt = rest.strip_prefix('-')?.split(' ').next()?;
        let is_number = (1..=2).contains(&attempt.len()) && attempt.bytes().all(|byte| byte.is_ascii_digit());
        let attempt = is_number.then(|| attempt.parse().ok()).flatten()?;
        Self::new(MarkerBase::read(&base.to_ascii_uppercase())?, attempt)
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{}-{}", self.base.0, self.attempt)
    }
}

/// The default label of a code: the door and the dates, without a person's name.
///
/// ```
/// use jiff::civil::date;
/// let stay = domain::stay::Stay::new(date(2026, 12, 30).at(16, 0, 0, 0), date(2027, 1, 2).at(10, 0, 0, 0)).unwrap();
/// assert_eq!(domain::marker::default_label("Loft", &stay), "Loft Dec 30-Jan 2");
/// ```
pub fn default_label(door: &str, stay: &Stay) -> String {
    let (from, to) = (stay.arrival().date(), stay.departure().date());
    let same_month = (from.year(), from.month()) == (to.year(), to.month());
    let end = to.strftime(if same_month { "%-d" } else { "%b %-d" });
    format!("{} {}-{end}", door.trim(), from.strftime("%b %-d"))
}

/// A label as it is sent: plain ASCII, at most 60 characters, nothing that a search could read as a wildcard.
pub fn sent_label(label: &str) -> String {
    plain(label)
}

fn plain(label: &str) -> String {
    let ascii = deunicode(label);
    let kept: String = ascii.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_LABEL).collect()
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_graphic() && !"%_*?#\\".contains(letter) || letter == ' '
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn stay(day: i8) -> Stay {
        Stay::new(date(2026, 12, day).at(15, 45, 0, 0), date(2026, 12, 6).at(10, 15, 0, 0)).unwrap()
    }

    fn base(workspace: &str, device: &str, key: Option<&str>, day: i8) -> MarkerBase {
        let (workspace, device) = (WorkspaceId::new(workspace), DeviceId::new(device));
        MarkerBase::new(&StayIdentity { workspace: &workspace, device: &device, key, stay: &stay(day) })
    }

    #[test]
    fn the_base_is_the_same_everywhere_and_for_ever() {
        assert_eq!(base("w", "d", None, 3).as_str(), "CHRY4DMM6B", "a changed base would hide codes that exist");
    }

    #[test]
    fn every_part_of_the_identity_counts() {
        let first = base("w", "d", Some("k"), 3);
        for other in [
            base("v", "d", Some("k"), 3),
            base("w", "e", Some("k"), 3),
            base("w", "d", None, 3),
            base("w", "d", Some("k"), 4),
        ] {
            assert_ne!(first, other, "another stay has another marker");
        }
        assert_ne!(base("ab", "c", None, 3), base("a", "bc", None, 3), "fields do not run together");
    }

    #[test]
    fn a_marker_is_read_back_from_any_name_it_was_put_in() {
        for (attempt, label) in [(1, "Loft Dec 3-6"), (12, ""), (99, "#1 % wild* Käse\u{202e}")] {
            let marker = Marker::new(base("w", "d", None, 3), attempt).unwrap();
            let name = marker.name(label);
            assert!(name.is_ascii() && !name[1..].contains(['%', '*', '#']), "{name} is plain");
            assert_eq!(Marker::read(&name), Some(marker), "read back from {name}");
        }
    }

    #[test]
    fn other_names_have_no_marker() {
        for name in [
            "",
            "Guest",
            "#short-1",
            "#7KQ2M9XA4T",
            "#7KQ2M9XA4T-0",
            "#7KQ2M9XA4T-100",
            "#7KQ2M9XA4I-1",
            "#7KQ2M9XA4é-1",
        ] {
            assert_eq!(Marker::read(name), None, "{name:?} is not ours");
        }
    }
}
