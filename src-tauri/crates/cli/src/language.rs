//! The language of output: as typed, else as the terminal is set, else English. Refuses: words (the crate `words` has them).

use clap::builder::{PossibleValuesParser, TypedValueParser};
use words::Language;

use crate::screen::variable;

/// Reads `--language`.
pub fn parser() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::hosts().map(Language::tag))
        .map(|tag| Language::from_host_tag(&tag).unwrap_or_default())
}

/// The output language. The first variable that is set decides, as usual in a terminal, even if it names a language that
/// we lack.
pub fn choose(typed: Option<Language>) -> Language {
    let set = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|locale| !locale.is_empty());
    typed.or_else(|| set().and_then(|locale| Language::from_host_tag(&locale))).unwrap_or_default()
}
