//! Enums that leave the program as words: one macro for all of them.

/// An enum with the word of each choice. With `of Source` it mirrors one of our enums: a choice that is missing here
/// does not compile.
macro_rules! mirror {
    ($(#[$meta:meta])* $Name:ident $(of $Source:ident $(<$life:lifetime>)?)? {
        $($(#[$note:meta])* $Choice:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $Name {
            $($(#[$note])* #[serde(rename = $word)] $Choice),+
        }

        impl $Name {
            /// Every choice, in order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$Choice),+];

            /// The word for it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Choice => $word),+
                }
            }
        }

        $crate::view::mirror::mirrors!($Name $(of $Source $(<$life>)?)? { $($Choice),+ });
    };
}

macro_rules! mirrors {
    ($Name:ident { $($Choice:ident),+ }) => {};
    ($Name:ident of $Source:ident $(<$life:lifetime>)? { $($Choice:ident),+ }) => {
        impl $(<$life>)? From<&$Source $(<$life>)?> for $Name {
            fn from(source: &$Source $(<$life>)?) -> Self {
                match source {
                    $($Source::$Choice { .. } => Self::$Choice),+
                }
            }
        }

        impl $(<$life>)? From<$Source $(<$life>)?> for $Name {
            fn from(source: $Source $(<$life>)?) -> Self {
                Self::from(&source)
            }
        }
    };
}

pub(crate) use {mirror, mirrors};
