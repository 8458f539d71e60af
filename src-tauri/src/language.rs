//! The language of sentences and menus: the host's choice, else the system's, else English.

use wire::SettingsView;
use words::Language;

/// Sets the language of every sentence from now on, and the clock by which it tells times.
pub fn apply(settings: &SettingsView) {
    words::set_language(chosen(settings.language.0, &system()));
    words::tell_time_by(settings.clock.into());
}

fn chosen(choice: Option<Language>, system: &str) -> Language {
    choice.or_else(|| Language::from_host_tag(system)).unwrap_or_default()
}

/// The system's locale, found as gettext does. Without these variables the language is English until the host chooses.
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
pub fn system() -> String {
    let mut named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    named.find(|language| !language.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_s_choice_precedes_the_system_s() {
        let [english, spanish] = ["en", "es"].map(Language::from_host_tag);
        let cases = [
            (spanish, "en_GB.UTF-8", spanish),
            (english, "es_MX.UTF-8", english),
            (None, "es_MX.UTF-8", spanish),
            (None, "de_DE.UTF-8", english),
            (None, "", english),
        ];
        for (choice, system, expected) in cases {
            assert_eq!(Some(chosen(choice, system)), expected, "{choice:?} on a system that speaks {system:?}");
        }
    }
}
