//! Our own message in each language of guests: `words/message.<language>.txt`.

use crate::Tongue;

/// The message that is sent where the host wrote none.
pub fn default_message(tongue: Tongue) -> &'static str {
    let text = match tongue {
        Tongue::En => include_str!("../../words/message.en.txt"),
        Tongue::Es => include_str!("../../words/message.es.txt"),
        Tongue::Fr => include_str!("../../words/message.fr.txt"),
        Tongue::De => include_str!("../../words/message.de.txt"),
        Tongue::It => include_str!("../../words/message.it.txt"),
    };
    text.trim_end()
}
