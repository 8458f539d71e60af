//! The language of sentences and menus: the host's choice, else the system's, else English.

use wire::window::Language as Choice;
use words::Language;

/// Sets the language of every sentence from now on.
pub fn set_language(choice: Choice) {
    words::speak(chosen(choice, &system()));
}

fn chosen(choice: Choice, system: &str) -> Language {
    match choice {
        Choice::En => Language::En,
        Choice::Es => Language::Es,
        Choice::System => Language::of_tag(system).unwrap_or_default(),
    }
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
        let cases = [
            (Choice::Es, "en_GB.UTF-8", Language::Es),
            (Choice::En, "es_MX.UTF-8", Language::En),
            (Choice::System, "es_MX.UTF-8", Language::Es),
            (Choice::System, "de_DE.UTF-8", Language::En),
            (Choice::System, "", Language::En),
        ];
        for (choice, system, expected) in cases {
            assert_eq!(chosen(choice, system), expected, "{choice:?} on a system that speaks {system:?}");
        }
    }
}
