//! Names of things at Seam and in the ledger, as types that cannot be mixed up.
//!
//! Seam's ids are opaque text: some are UUIDs, some are not, some were numbers once. Nothing here parses them.

use std::fmt;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes the id as Seam wrote it.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as Seam wrote it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// A Seam workspace, to which an API key belongs.
    WorkspaceId
);
text_id!(
    /// A Seam device; for us, a door.
    DeviceId
);
text_id!(
    /// A connected account: the site's login at dormakaba, as Seam holds it.
    AccountId
);
text_id!(
    /// A code at Seam.
    AccessCodeId
);
text_id!(
    /// A slot ("user level") of a door.
    SlotId
);
text_id!(
    /// An event at Seam.
    EventId
);

/// The number of an intent in this ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IntentId(pub i64);

impl fmt::Display for IntentId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}
