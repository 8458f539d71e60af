//! Why an outcome is not known. The record holds the reason in English; the known ones are said in the host's language, the
//! network's own words as they came.

use domain::reading::UnknownWhy;
use words::{clean, say};

/// `why`: as recorded.
pub(crate) fn cause(why: &str) -> String {
    known(why).map_or_else(|| clean(why), |why| said(&why))
}

/// The reason that is recorded in these words.
fn known(why: &str) -> Option<UnknownWhy> {
    let number: String = why.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let status = number.parse().unwrap_or_default();
    let all = [
        UnknownWhy::TimedOut,
        UnknownWhy::Broken,
        UnknownWhy::Redirect { status },
        UnknownWhy::Status { status },
        UnknownWhy::NotSeam { status },
        UnknownWhy::TooLarge,
        UnknownWhy::NoId,
        UnknownWhy::Stopped,
    ];
    all.into_iter().find(|known| known.to_string() == why)
}

fn said(why: &UnknownWhy) -> String {
    match why {
        UnknownWhy::TimedOut => say!("cause-timed-out"),
        UnknownWhy::Broken => say!("cause-broken"),
        UnknownWhy::Redirect { status } => say!("cause-redirect", status = *status),
        UnknownWhy::Status { status } => say!("cause-status", status = *status),
        UnknownWhy::NotSeam { status } => say!("cause-not-seam", status = *status),
        UnknownWhy::TooLarge => say!("cause-too-large"),
        UnknownWhy::NoId => say!("cause-no-id"),
        UnknownWhy::Stopped => say!("cause-stopped"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::{Language, speaking};

    #[test]
    fn every_recorded_reason_is_known_again() {
        let reasons = [
            UnknownWhy::TimedOut,
            UnknownWhy::Broken,
            UnknownWhy::Redirect { status: 307 },
            UnknownWhy::Status { status: 503 },
            UnknownWhy::NotSeam { status: 200 },
            UnknownWhy::TooLarge,
            UnknownWhy::NoId,
            UnknownWhy::Stopped,
        ];
        for reason in reasons {
            let recorded = reason.to_string();
            assert_eq!(cause(&recorded), recorded, "in English, as the record has it");
            assert_ne!(
                speaking(Language::of_tag("es").unwrap(), || cause(&recorded)),
                recorded,
                "and in the host's language"
            );
        }
        assert_eq!(cause("dns error\n"), "dns error", "what is not known stays as it came");
    }
}
