//! The languages that the host is spoken to in. Each has a folder of sentences (`<language>/*.ftl`, Project Fluent), each of
//! them under one id.
//!
//! Owns: which language is spoken, and the filling-in of a sentence: `say!("risk-scarce", left = 3)`. `tests/it/catalogue.rs`
//! proves that every language has the same ids with the same variables, and that every `say!` names one of them and gives it
//! exactly its variables.
//!
//! Refuses: reading the environment and the settings (whoever starts the program does, and calls [`speak`]), and cleaning
//! what it fills in: texts from outside go through [`clean`](crate::clean) first.

mod sections;

use std::cell::Cell;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU8, Ordering};

use fluent_bundle::{FluentArgs, FluentValue};

use self::sections::Sections;

/// A language in which the host is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    En,
    Es,
}

impl Language {
    /// Every language; the first is the one that all others are translated from.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// `en`
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language that a tag (`es-MX`) or the name of a locale (`es_MX.UTF-8`) asks for; `None` where it is not one of
    /// ours.
    ///
    /// ```
    /// use words::Language;
    /// assert_eq!(Language::of_tag("es_MX.UTF-8"), Some(Language::Es));
    /// assert_eq!(Language::of_tag("C"), None);
    /// ```
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    fn sources(self) -> [&'static str; 2] {
        match self {
            Self::En => [include_str!("../en/facts.ftl"), include_str!("../en/terminal.ftl")],
            Self::Es => [include_str!("../es/facts.ftl"), include_str!("../es/terminal.ftl")],
        }
    }

    fn sections(self) -> &'static Sections {
        static EN: LazyLock<Sections> = LazyLock::new(|| Language::En.cut());
        static ES: LazyLock<Sections> = LazyLock::new(|| Language::Es.cut());
        match self {
            Self::En => &EN,
            Self::Es => &ES,
        }
    }

    fn cut(self) -> Sections {
        Sections::cut(&self.sources(), self.tag())
    }
}

/// The language of this process, as the index into [`Language::ALL`].
static SPOKEN: AtomicU8 = AtomicU8::new(0);

thread_local! {
    static HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Sets the language of this process: for every thread, from the next sentence on. English until then.
pub fn speak(language: Language) {
    SPOKEN.store(language as u8, Ordering::Relaxed);
}

/// The language in which the next sentence of this thread will be.
pub fn spoken() -> Language {
    let process = || Language::ALL.get(usize::from(SPOKEN.load(Ordering::Relaxed))).copied().unwrap_or_default();
    HERE.get().unwrap_or_else(process)
}

/// Does something in another language: on this thread, and only until it is done.
pub fn speaking<T>(language: Language, then: impl FnOnce() -> T) -> T {
    /// Puts the language back even where `then` panics.
    struct Back(Option<Language>);
    impl Drop for Back {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let _back = Back(HERE.replace(Some(language)));
    then()
}

/// What is filled in: texts and numbers.
pub type Value<'a> = FluentValue<'a>;

/// The sentence `id` (or `id.part`) in the language that is spoken. Called by `say!`.
pub fn filled<'a, const N: usize>(id: &str, values: [(&'a str, Value<'a>); N]) -> String {
    let values = FluentArgs::from_iter(values);
    // A sentence is never missing (a test). If one were, English is better than its name.
    let mut languages = [spoken(), Language::default()].into_iter();
    languages.find_map(|language| language.sections().fill(id, &values)).unwrap_or_else(|| id.to_owned())
}

/// A sentence in the language that is spoken: `say!("risk-scarce", left = 3)`. Numbers choose plural forms; texts are filled
/// in as they are, so that what comes from outside goes through [`clean`](crate::clean) first.
#[macro_export]
macro_rules! say {
    ($id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::filled($id, [$((stringify!($name), $crate::Value::from($value))),*])
    };
}

/// The id of a sentence, where a table holds it for a `say!` elsewhere: a test sees that it is one.
#[macro_export]
macro_rules! id {
    ($id:literal) => {
        $id
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_asks_for_its_language_or_for_none() {
        let cases = [
            ("en", Some(Language::En)),
            ("es-MX", Some(Language::Es)),
            ("ES_es.UTF-8@euro", Some(Language::Es)),
            ("C.UTF-8", None),
            ("est", None),
            ("", None),
        ];
        for (tag, language) in cases {
            assert_eq!(Language::of_tag(tag), language, "{tag:?}");
        }
    }

    #[test]
    fn another_language_lasts_as_long_as_what_is_done_in_it() {
        assert_eq!(spoken(), Language::En, "English unless something else is set");
        let inside = speaking(Language::Es, || (spoken(), speaking(Language::En, spoken), spoken()));
        assert_eq!(inside, (Language::Es, Language::En, Language::Es), "they may be nested");
        let _panicked = std::panic::catch_unwind(|| speaking(Language::Es, || panic!("on purpose")));
        assert_eq!(spoken(), Language::En, "and is put back whatever happens");
        assert_eq!(
            speaking(Language::Es, || std::thread::spawn(spoken).join().unwrap()),
            Language::En,
            "other threads"
        );
    }

    #[test]
    fn nothing_is_put_around_what_is_filled_in() {
        let said = say!("time-from-to", from = "a", to = "b");
        assert_eq!(said, "a to b", "no marks of the reading order");
    }
}
