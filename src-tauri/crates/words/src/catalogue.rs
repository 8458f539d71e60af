//! The languages. Each has a folder of sentences (`<language>/*.ftl`, Project Fluent), each of them under one id.
//!
//! Owns: the language and the clock in effect, and filling in a sentence: `say!("risk-scarce", left = 3)`.
//! `tests/it/catalogue.rs` proves that every language has the same ids with the same variables, and that every `say!`
//! names one of them and gives it exactly its variables.
//!
//! Refuses: reading the environment and the settings (the program's start does, and calls [`set_language`]), and cleaning what
//! it fills in: texts from outside go through [`clean`](crate::clean) first.

mod sections;

use std::cell::Cell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use fluent_bundle::{FluentArgs, FluentValue};

use self::sections::Sections;

// `static LANGUAGES`, written by `build.rs`: one for each folder.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// A file that only the host languages have.
const OF_HOSTS: &str = "facts.ftl";

/// A language's folder: the name of each file and its text.
struct Folder {
    tag: &'static str,
    files: &'static [(&'static str, &'static str)],
    cut: OnceLock<Sections>,
}

/// A language: each has a folder. The default is English, from which the others are translated.
#[derive(Clone, Copy)]
pub struct Language(&'static Folder);

impl Folder {
    const fn new(tag: &'static str, files: &'static [(&'static str, &'static str)]) -> Self {
        Self { tag, files, cut: OnceLock::new() }
    }
}

impl Language {
    /// Every language. Each can be used for guests.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(Self)
    }

    /// The languages that can be used for the host.
    pub fn hosts() -> impl Iterator<Item = Self> {
        Self::all().filter(|language| language.0.files.iter().any(|(name, _)| *name == OF_HOSTS))
    }

    /// A language that only a test has: its tag, its files and their texts.
    #[doc(hidden)]
    pub fn made_up(tag: &'static str, files: Vec<(&'static str, &'static str)>) -> Self {
        Self(Box::leak(Box::new(Folder::new(tag, files.leak()))))
    }

    /// Its files and their texts.
    #[doc(hidden)]
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        self.0.files
    }

    /// `en`
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// The language's own name for itself.
    pub fn name(self) -> String {
        speaking(self, || crate::say!("language-name"))
    }

    /// The language that a tag (`es-MX`) or the name of a locale (`es_MX.UTF-8`) asks for; `None` if it is not one of
    /// ours.
    ///
    /// ```
    /// use words::Language;
    /// assert_eq!(Language::from_tag("es_MX.UTF-8").map(Language::tag), Some("es"));
    /// assert_eq!(Language::from_tag("C"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::all().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The same, if the host can use it.
    pub fn from_host_tag(tag: &str) -> Option<Self> {
        Self::from_tag(tag).filter(|language| Self::hosts().any(|one| one == *language))
    }

    /// Whether it has a sentence. Some languages do not need all of them.
    pub(crate) fn has(self, id: &str) -> bool {
        self.sections().has(id)
    }

    fn sections(self) -> &'static Sections {
        self.0.cut.get_or_init(|| Sections::cut(self.0.files, self.0.tag))
    }
}

impl Default for Language {
    fn default() -> Self {
        let [english, ..] = &LANGUAGES;
        Self(english)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Language {}

impl Hash for Language {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag().hash(state);
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.tag())
    }
}

/// How times of day are written, if a language has both clocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockStyle {
    #[default]
    Hours24,
    Hours12,
}

/// The settings of this process: the position of its language in [`LANGUAGES`], and its clock.
static SPOKEN: AtomicUsize = AtomicUsize::new(0);
static TOLD_IN_12: AtomicBool = AtomicBool::new(false);

thread_local! {
    static HERE: Cell<(Option<Language>, Option<ClockStyle>)> = const { Cell::new((None, None)) };
}

/// Sets the language of this process, for every thread, from the next sentence on. English until then.
pub fn set_language(language: Language) {
    SPOKEN.store(Language::all().position(|one| one == language).unwrap_or_default(), Ordering::Relaxed);
}

/// Sets the clock that this process uses for times of day. 24 hours until then.
pub fn tell_time_by(clock: ClockStyle) {
    TOLD_IN_12.store(clock == ClockStyle::Hours12, Ordering::Relaxed);
}

/// The language of this thread's next sentence.
pub fn spoken() -> Language {
    let process = || Language::all().nth(SPOKEN.load(Ordering::Relaxed)).unwrap_or_default();
    HERE.get().0.unwrap_or_else(process)
}

/// The clock of this thread's next time of day.
pub fn clock() -> ClockStyle {
    let is_12 = || TOLD_IN_12.load(Ordering::Relaxed);
    HERE.get().1.unwrap_or_else(|| if is_12() { ClockStyle::Hours12 } else { ClockStyle::Hours24 })
}

/// Runs `then` in another language, on this thread only.
pub fn speaking<T>(language: Language, then: impl FnOnce() -> T) -> T {
    with((Some(language), HERE.get().1), then)
}

/// Runs `then` with another clock, on this thread only.
pub fn telling_time_by<T>(clock: ClockStyle, then: impl FnOnce() -> T) -> T {
    with((HERE.get().0, Some(clock)), then)
}

fn with<T>(here: (Option<Language>, Option<ClockStyle>), then: impl FnOnce() -> T) -> T {
    /// Restores the previous values even if `then` panics.
    struct Back((Option<Language>, Option<ClockStyle>));
    impl Drop for Back {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let _back = Back(HERE.replace(here));
    then()
}

/// The values to fill in: texts and numbers.
pub type Value<'a> = FluentValue<'a>;

/// The sentence `id` (or `id.part`) in the current language. Called by `say!`.
pub fn filled<'a, const N: usize>(id: &str, values: [(&'a str, Value<'a>); N]) -> String {
    let values = FluentArgs::from_iter(values);
    // A sentence is never missing (a test checks this). If one were, English is better than its name.
    let mut languages = [spoken(), Language::default()].into_iter();
    languages.find_map(|language| language.sections().fill(id, &values)).unwrap_or_else(|| id.to_owned())
}

/// A sentence in the current language: `say!("risk-scarce", left = 3)`. Numbers choose plural forms; texts are filled
/// in as they are, so a text from outside goes through [`clean`](crate::clean) first.
#[macro_export]
macro_rules! say {
    ($id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::filled($id, [$((stringify!($name), $crate::Value::from($value))),*])
    };
}

/// The id of a sentence, for a table whose `say!` is elsewhere: a test checks that it exists.
#[macro_export]
macro_rules! id {
    ($id:literal) => {
        $id
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spanish() -> Language {
        Language::from_tag("es").unwrap()
    }

    #[test]
    fn a_locale_asks_for_its_language_or_for_none() {
        let cases = [
            ("en", Some("en")),
            ("es-MX", Some("es")),
            ("ES_es.UTF-8@euro", Some("es")),
            ("fr-CA", Some("fr")),
            ("C.UTF-8", None),
            ("est", None),
            ("", None),
        ];
        for (tag, language) in cases {
            assert_eq!(Language::from_tag(tag).map(Language::tag), language, "{tag:?}");
        }
        assert_eq!(Language::from_host_tag("fr"), None, "guests are spoken to in French, hosts are not");
        assert_eq!(Language::default().tag(), "en", "the one that the others are translated from");
    }

    #[test]
    fn another_language_lasts_as_long_as_what_is_done_in_it() {
        let english = Language::default();
        assert_eq!(spoken(), english, "English unless something else is set");
        let inside = speaking(spanish(), || (spoken(), speaking(english, spoken), spoken()));
        assert_eq!(inside, (spanish(), english, spanish()), "they may be nested");
        let both = speaking(spanish(), || telling_time_by(ClockStyle::Hours12, || (spoken(), clock())));
        assert_eq!(both, (spanish(), ClockStyle::Hours12), "a clock does not change the language");
        let _panicked = std::panic::catch_unwind(|| speaking(spanish(), || panic!("on purpose")));
        assert_eq!(spoken(), english, "and is put back whatever happens");
        assert_eq!(speaking(spanish(), || std::thread::spawn(spoken).join().unwrap()), english, "other threads");
    }

    #[test]
    fn nothing_is_put_around_what_is_filled_in() {
        let said = say!("time-from-to", from = "a", to = "b");
        assert_eq!(said, "a to b", "no marks of the reading order");
    }
}
