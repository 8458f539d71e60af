//! The log: one file a day, seven kept, in the log folder.
//!
//! Refuses: keys and anything that could be a PIN, in any field. Panics are logged by location only, since their text may hold
//! anything.

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::{FormatFields, Writer};

/// The number of files kept.
const DAYS: usize = 7;

/// Our crates in full; warnings from all others.
const FILTER: &str = "warn,latchbook_desktop=info,ops=info,seam=info,vault=info,store=info,runtime=info";

/// Starts logging; dropping the guard writes what is buffered. `None` if the folder is not writable or the clock shows no
/// valid day: the app works without a log.
pub fn begin(folder: &Path) -> Option<WorkerGuard> {
    // Files are named by day.
    runtime::ensure_usable_clock().ok()?;
    std::fs::create_dir_all(folder).ok()?;
    let files = RollingFileAppender::builder();
    let files = files.rotation(Rotation::DAILY).filename_prefix("latchbook").filename_suffix("log").max_log_files(DAYS);
    let (writer, guard) = tracing_appender::non_blocking(files.build(folder).ok()?);
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(FILTER))
        .with_ansi(false)
        .fmt_fields(Redacted)
        .with_writer(writer)
        .finish();
    tracing::subscriber::set_global_default(subscriber).ok()?;
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        tracing::error!(place, "a task panicked");
    }));
    Some(guard)
}

/// Writes fields with possible secrets redacted.
struct Redacted;

impl<'a> FormatFields<'a> for Redacted {
    fn format_fields<R: tracing_subscriber::field::RecordFields>(
        &self,
        mut writer: Writer<'a>,
        fields: R,
    ) -> std::fmt::Result {
        let mut text = String::new();
        let plain = tracing_subscriber::fmt::format::DefaultFields::new();
        plain.format_fields(Writer::new(&mut text), fields)?;
        writer.write_str(&redacted(&text))
    }
}

/// Replaces words that look like a key and numbers as long as a PIN.
pub fn redacted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(is_word_letter) {
        let (between, from_word) = rest.split_at(begin);
        let end = from_word.find(|letter| !is_word_letter(letter)).unwrap_or(from_word.len());
        let (word, after) = from_word.split_at(end);
        out.push_str(between);
        out.push_str(if is_secret(word) { "[redacted]" } else { word });
        rest = after;
    }
    out.push_str(rest);
    out
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Seam's keys and tokens share a prefix; PINs have four to nine digits.
fn is_secret(word: &str) -> bool {
    let is_key = word.to_ascii_lowercase().starts_with("seam_") && word.len() > 10;
    is_key || ((4..=9).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use tracing_subscriber::fmt::MakeWriter as _;

    use super::*;

    #[test]
    fn secrets_are_redacted_and_the_rest_is_kept() {
        let cases = [
            ("issued for door Loft", "issued for door Loft"),
            ("key=seam_test2bMS_94SrxGzvbVzP", "key=[redacted]"),
            ("pin \"583201\" at 3 doors", "pin \"[redacted]\" at 3 doors"),
            ("pin=0042*", "pin=[redacted]*"),
            ("SEAM_Prod1_abcdefghijk", "[redacted]"),
            ("id 7c9e6679-7425-40de", "id 7c9e6679-[redacted]-40de"),
            ("ünïcode 12345", "ünïcode [redacted]"),
            ("", ""),
        ];
        for (text, written) in cases {
            assert_eq!(redacted(text), written, "{text:?} in the log");
        }
    }

    static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

    #[test]
    fn a_canary_in_any_field_never_reaches_the_file() {
        let subscriber =
            tracing_subscriber::fmt().fmt_fields(Redacted).with_ansi(false).with_writer(|| LOG.make_writer()).finish();
        tracing::subscriber::with_default(subscriber, || {
            let span = tracing::info_span!("issue", answer = "{\"code\":\"771204\"}");
            let _entered = span.enter();
            tracing::warn!(error = ?Some("seam_canary1_ABCDEFGHJK"), "the PIN was 771204");
        });
        let text = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
        assert!(text.contains("issue") && text.contains("the PIN was"), "the line itself is there: {text}");
        for canary in ["771204", "ABCDEFGHJK"] {
            assert!(!text.contains(canary), "{canary} is in the log: {text}");
        }
    }
}
