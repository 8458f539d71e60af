//! The language of what is told: as typed, else as the terminal is set, else English. Refuses: words (the crate `words` has them).

use clap::builder::{PossibleValuesParser, TypedValueParser};
use words::Language;

use crate::screen::variable;

/// Reads `--language`.
pub fn parser() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::of_hosts().map(Language::tag))
        .map(|tag| Language::of_host(&tag).unwrap_or_default())
}

/// The language to speak. Of the variables the first that is set decides, as everywhere in a terminal, even where it names a
/// language that is not ours.
pub fn choose(typed: Option<Language>) -> Language {
    let set = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|locale| !locale.is_empty());
    typed.or_else(|| set().and_then(|locale| Language::of_host(&locale))).unwrap_or_default()
}
