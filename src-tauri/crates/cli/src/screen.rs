//! The only writer to stdout and stderr: documents and tables there, messages here.
//!
//! Owns: whether there is colour and how wide the terminal is; and the last check of every text before a terminal gets it: none of
//! its characters controls the terminal or changes the reading order, wherever it came from, except our own colours. A reader that
//! goes away is not an error, except for an answer that must be received.

use std::borrow::Cow;
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use domain::times::Times;
use serde::Serialize;
use wire::ClocksView;
use words::say;

use crate::exit::{Exit, Failure};
use crate::show::paper::{COLOURS, Paper};

/// Where a command's output goes.
#[derive(Clone)]
pub struct Screen {
    pub json: bool,
    /// How stdout takes text.
    pub paper: Paper,
    /// How stderr takes text.
    pub margin: Paper,
    unwritten: Arc<AtomicBool>,
    /// The difference between this computer's clock and Seam's, if any: every answer reports it.
    clocks: OnceLock<ClocksView>,
}

/// A document with the difference between the clocks.
#[derive(Serialize)]
struct WithClocks<'a, T> {
    #[serde(flatten)]
    document: &'a T,
    clocks: &'a ClocksView,
}

impl Screen {
    /// Inspects the terminal and `NO_COLOR`, `TERM` and `COLUMNS`.
    pub fn new(json: bool) -> Self {
        let has_colour = colour_is_wanted();
        let of = |is_terminal: bool| Paper { width: width(is_terminal), colour: is_terminal && has_colour };
        let (paper, margin) = (of(std::io::stdout().is_terminal()), of(std::io::stderr().is_terminal()));
        Self { json, paper, margin, unwritten: Arc::default(), clocks: OnceLock::new() }
    }

    /// Whether the host can be asked: keyboard and messages are both on a terminal.
    pub fn can_ask(&self) -> bool {
        !self.json && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Whether messages go to a terminal: progress may be drawn.
    pub fn is_watched(&self) -> bool {
        !self.json && std::io::stderr().is_terminal()
    }

    /// One answer: the document with `--json`, else the text that `show` makes.
    pub fn answer<T: Serialize>(&self, view: &T, show: impl FnOnce(&T, &Paper) -> String) {
        if self.json { self.document(view) } else { self.print(&show(view, &self.paper)) }
    }

    /// An answer that the reader must receive, such as a PIN: if the reader is gone, it is unwritten. Returns whether it arrived.
    pub fn hand_over<T: Serialize>(&self, view: &T, show: impl FnOnce(&T, &Paper) -> String) -> bool {
        let text = if self.json { self.as_json(view) } else { harmless(&show(view, &self.paper)).into_owned() };
        let is_received = write(&text).is_ok() && !leads_nowhere();
        self.unwritten.fetch_or(!is_received, Ordering::Relaxed);
        is_received
    }

    /// A JSON document.
    pub fn document<T: Serialize>(&self, view: &T) {
        self.print_as_it_is(&self.as_json(view));
    }

    fn as_json<T: Serialize>(&self, view: &T) -> String {
        // These views contain nothing that JSON cannot represent.
        let text = match self.clocks.get() {
            None => serde_json::to_string_pretty(view),
            Some(clocks) => serde_json::to_string_pretty(&WithClocks { document: view, clocks }),
        };
        text.unwrap_or_default()
    }

    /// Takes the times used for the answer: if the clocks differ, the answer will report it.
    pub fn heed(&self, times: Times) {
        if let Some(clocks) = ClocksView::new(times) {
            self.clocks.get_or_init(|| clocks);
        }
    }

    /// A JSON document on one line, for commands that answer repeatedly.
    pub fn json_line<T: Serialize>(&self, view: &T) {
        self.print_as_it_is(&serde_json::to_string(view).unwrap_or_default());
    }

    /// Text for stdout; ends with a line break.
    pub fn print(&self, text: &str) {
        self.print_as_it_is(&harmless(text));
    }

    /// A document or a script made by us, for another program.
    pub fn print_as_it_is(&self, text: &str) {
        self.unwritten.fetch_or(is_lost(&write(text)), Ordering::Relaxed);
    }

    /// A message on stderr.
    pub fn note(&self, text: &str) {
        self.margin_print(&self.margin.wrapped(text, ""));
    }

    /// Lines for stderr, not wrapped.
    pub fn margin_print(&self, text: &str) {
        // With stderr gone there is no reader.
        let _ = writeln!(std::io::stderr().lock(), "{}", harmless(text));
    }

    /// The end of a failed command: the error goes where its reader expects it.
    pub fn fail(&self, failure: &Failure) -> Exit {
        if self.json {
            let mut document = serde_json::json!({ "error": failure.error });
            if let (Some(fields), Some((name, more))) = (document.as_object_mut(), &failure.more) {
                fields.insert((*name).to_owned(), more.clone());
            }
            self.document(&document);
        } else {
            self.note(&format!("latchbook: {}", failure.error.message));
        }
        failure.exit
    }

    /// The exit code, once all output was written or failed.
    pub fn settle(&self, exit: Exit) -> Exit {
        if let Some(clocks) = self.clocks.get().filter(|_| !self.json) {
            self.note(&clocks.message);
        }
        if !self.unwritten.load(Ordering::Relaxed) {
            return exit;
        }
        self.note(&format!("latchbook: {}", say!("cli-unwritten")));
        if exit == Exit::Done { Exit::Unwritten } else { exit }
    }
}

/// Whether an answer was lost on its way: a reader that has gone away is not a loss.
pub fn is_lost(written: &std::io::Result<()>) -> bool {
    written.as_ref().is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe)
}

fn write(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    write!(out, "{text}{end}").and_then(|()| out.flush())
}

/// Whether stdout was closed when the program began. The standard library then replaces it with the null device, open for
/// reading too, as do some programs that ignore the output; a shell's `>/dev/null` is write-only.
#[cfg(unix)]
fn leads_nowhere() -> bool {
    use std::io::Read;
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    let Ok(mut out) = std::io::stdout().as_fd().try_clone_to_owned().map(std::fs::File::from) else { return true };
    let device = |of: std::io::Result<std::fs::Metadata>| of.map(|of| of.rdev()).ok();
    device(out.metadata()) == device(std::fs::metadata("/dev/null")) && out.read(&mut [0]).is_ok()
}

/// Other systems do not report it.
#[cfg(not(unix))]
fn leads_nowhere() -> bool {
    false
}

/// Whether stdout is a file that is still empty: `> codes.csv`.
#[cfg(unix)]
pub fn stdout_is_new_file() -> bool {
    use std::os::fd::AsFd;
    let stdout = std::io::stdout().as_fd().try_clone_to_owned();
    let facts = stdout.and_then(|stdout| std::fs::File::from(stdout).metadata());
    facts.is_ok_and(|facts| facts.is_file() && facts.len() == 0)
}

/// Elsewhere a shell may put its own pipe before the file.
#[cfg(not(unix))]
pub fn stdout_is_new_file() -> bool {
    false
}

/// Asks a question on the terminal and returns the input; `None` at the end of input.
pub fn read_line(question: &str) -> Option<String> {
    let mut err = std::io::stderr().lock();
    write!(err, "{question} ").and_then(|()| err.flush()).ok()?;
    drop(err);
    let mut typed = String::new();
    let read = std::io::stdin().read_line(&mut typed).ok()?;
    (read > 0).then(|| typed.trim().to_owned())
}

/// The text without terminal control: of the control characters only line breaks and our own colours remain.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let colour = COLOURS.into_iter().find(|colour| rest.starts_with(colour));
        let (taken, left) = rest.split_at(colour.map_or(letter.len_utf8(), str::len));
        if colour.is_some() || is_plain(letter) {
            kept.push_str(taken);
        } else if letter == '\t' {
            kept.push(' ');
        }
        rest = left;
    }
    Cow::Owned(kept)
}

/// Whether a character is kept: a line break, or one that is kept when foreign text is cleaned.
fn is_plain(letter: char) -> bool {
    match letter {
        '\n' | ' '..='~' => true,
        _ if letter.is_ascii() => false,
        _ => !words::clean(letter.encode_utf8(&mut [0; 4])).is_empty(),
    }
}

/// Whether to use colour: not if the user opted out, and not on old consoles, which would show rubbish.
fn colour_is_wanted() -> bool {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let is_old_console = cfg!(windows) && !is_set("WT_SESSION") && !is_set("TERM");
    !is_set("NO_COLOR") && variable("TERM").is_none_or(|term| term != "dumb") && !is_old_console
}

/// `COLUMNS` is used if the terminal's width is unknown; without either, nothing is cut.
fn width(is_terminal: bool) -> Option<usize> {
    let asked = is_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
    let told = || variable("COLUMNS").and_then(|columns| columns.trim().parse().ok());
    asked.or_else(told).filter(|width| *width > 0).map(|width| width.clamp(40, 200))
}

/// Invalid text is replaced, so that it is refused as invalid rather than taken for absent.
#[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::paper::Tone;

    #[test]
    fn foreign_text_cannot_control_the_terminal() {
        let cases = [
            ("Loft\n2", "Loft\n2"),
            ("\u{1b}]0;title\u{7}x", "]0;titlex"),
            ("\u{1b}[2J\u{1b}[8mx\u{9b}31m", "[2J[8mx31m"),
            ("code-\u{202e}321\u{2069}\r-x\ty", "code-321-x y"),
        ];
        for (text, shown) in cases {
            assert_eq!(harmless(text), shown, "{text:?} as a terminal gets it");
        }
    }

    #[test]
    fn our_own_colours_are_kept() {
        let paper = Paper { width: None, colour: true };
        for tone in [Tone::Strong, Tone::Good, Tone::Warn, Tone::Bad, Tone::Dim] {
            let painted = format!("{}\u{7}", paper.paint(tone, "set"));
            assert_eq!(harmless(&painted), painted.trim_end_matches('\u{7}'), "{tone:?} is one of ours");
        }
    }
}
