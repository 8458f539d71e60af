//! How many codes a door holds, and how many more it takes (docs/design.md, "Words" and "Checks").

use jiff::Timestamp;

/// Within this many places of the limit, issuing needs a typed yes.
pub const SCARCE: u32 = 3;

/// The source of a door's limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitSource {
    /// `max_active_codes_supported`
    Seam,
    /// The host's own figure.
    Host,
}

/// The most codes a door can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub count: u32,
    pub source: LimitSource,
    /// The host's own figure, if Seam's is smaller and applies.
    pub passed_over: Option<u32>,
}

/// Everything that takes up places on a door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Codes of this ledger that are not over.
    pub live: u32,
    /// Intents whose outcome is open: each may become a code.
    pub in_flight: u32,
    /// Codes made outside this app that are not over.
    pub elsewhere: u32,
    pub limit: Option<Limit>,
    /// When the next of them ends.
    pub next_free: Option<Timestamp>,
}

/// Whether one more fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// No limit is known.
    Unknown,
    Plenty,
    /// This many places are left, before the next code.
    Scarce(u32),
    Full,
}

/// The limit that applies: the smaller if both Seam and the host set one, because a code too many is lost for good.
pub fn choose(seam: Option<u32>, host: Option<u32>) -> Option<Limit> {
    let passed_over = host.filter(|host| seam.is_some_and(|seam| seam < *host));
    let seam = seam.map(|count| Limit { count, source: LimitSource::Seam, passed_over });
    let host = host.map(|count| Limit { count, source: LimitSource::Host, passed_over: None });
    [seam, host].into_iter().flatten().min_by_key(|limit| limit.count)
}

impl Places {
    /// How many places are taken. A code that is only feared is counted: "at least".
    pub fn used(&self) -> u32 {
        self.live.saturating_add(self.in_flight).saturating_add(self.elsewhere)
    }

    /// Whether one more code fits.
    pub fn room(&self) -> Room {
        match self.limit.map(|limit| limit.count.saturating_sub(self.used())) {
            None => Room::Unknown,
            Some(0) => Room::Full,
            Some(left) if left <= SCARCE => Room::Scarce(left),
            Some(_) => Room::Plenty,
        }
    }

    /// Whether at most a fifth of the places is left: worth a warning.
    pub fn is_in_last_fifth(&self) -> bool {
        self.limit.is_some_and(|limit| limit.count.saturating_sub(self.used()).saturating_mul(5) <= limit.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_may_be_on_the_lock_counts() {
        let places = |live, in_flight, elsewhere| Places {
            live,
            in_flight,
            elsewhere,
            limit: choose(Some(10), None),
            next_free: None,
        };
        let cases = [
            (places(2, 2, 2), Room::Plenty),
            (places(2, 2, 3), Room::Scarce(3)),
            (places(7, 1, 1), Room::Scarce(1)),
            (places(8, 1, 1), Room::Full),
            (places(20, 0, 0), Room::Full),
        ];
        for (places, room) in cases {
            assert_eq!(places.room(), room, "room with {places:?}");
        }
        assert_eq!(Places::default().room(), Room::Unknown, "without a limit nothing is promised");
    }

    #[test]
    fn the_smaller_limit_applies() {
        assert_eq!(
            choose(Some(50), Some(9)).map(|limit| limit.source),
            Some(LimitSource::Host),
            "the host knows better"
        );
        let of_seam = choose(Some(5), Some(9)).unwrap();
        assert_eq!((of_seam.count, of_seam.passed_over), (5, Some(9)), "Seam would refuse the sixth");
        assert_eq!(choose(Some(5), Some(5)).unwrap().passed_over, None, "they agree");
        assert_eq!(choose(None, None), None, "nobody knows");
    }
}
