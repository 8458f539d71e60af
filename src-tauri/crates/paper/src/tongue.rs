//! The languages in which a guest is spoken to.

/// A language of guests. The host's own are [`words::Language`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tongue {
    #[default]
    En,
    Es,
    Fr,
    De,
    It,
}

impl Tongue {
    /// Every one, in the order in which a host is offered them.
    pub const ALL: [Self; 5] = [Self::En, Self::Es, Self::Fr, Self::De, Self::It];

    /// `en`
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::De => "de",
            Self::It => "it",
        }
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::Fr => "Français",
            Self::De => "Deutsch",
            Self::It => "Italiano",
        }
    }

    /// The language that a tag (`fr`, `fr-CA`) asks for; `None` where it is not one of ours.
    ///
    /// ```
    /// use paper::Tongue;
    /// assert_eq!(Tongue::of_tag("fr-CA"), Some(Tongue::Fr));
    /// assert_eq!(Tongue::of_tag("pt"), None);
    /// ```
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|tongue| tongue.tag().eq_ignore_ascii_case(primary))
    }
}

impl From<words::Language> for Tongue {
    fn from(language: words::Language) -> Self {
        match language {
            words::Language::En => Self::En,
            words::Language::Es => Self::Es,
        }
    }
}
