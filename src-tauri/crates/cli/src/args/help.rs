//! Help that teaches: what each command is for, with examples, and the commands in the order in which a host meets them.

use std::fmt::Write as _;

use clap::{Command, CommandFactory};

use super::Cli;

/// The groups of the overview. Every command is in one.
const GROUPS: [(&str, &[&str]); 5] = [
    ("Start", &["connect", "sync", "audit"]),
    ("Issue", &["preview", "issue", "look"]),
    ("Review", &["codes", "code", "doors", "slots", "limits", "same-lock"]),
    ("Maintain the record", &["verify", "backup", "restore"]),
    ("Try and connect", &["demo", "simulate", "listen", "completions", "man"]),
];

pub const ABOUT: &str = "Issue PIN codes for dormakaba Oracode locks through Seam, exactly one for a stay, and keep a record of \
them that can be trusted.

The locks are offline: a code works at the door on its dates and can never be changed or revoked. So preview first \
(`preview`), then issue once (`issue`). If the connection breaks on the way, nothing is sent twice: `look` finds out what \
happened.

All times are the lock's own. Answers are in English or Spanish (--language); this help is in English. The app \
and the command line share one record.";

const AFTER: &str = "First steps:
  latchbook demo                      see everything once, on simulated doors
  latchbook connect                   enter your Seam API key
  latchbook sync                      read your doors
  latchbook audit                     is every door ready?
  latchbook preview Loft --from 2026-12-03T15:45 --to 2026-12-06T10:15

Exit codes: 0 done, 1 done but the output was lost, 2 usage, 3 refused, 4 not known (a code may exist),
            5 no connection (nothing was issued, or a sync is incomplete), 6 key, 7 record, 130 stopped

More on each command: latchbook COMMAND --help";

pub const CONNECT: &str = "Examples:
  latchbook connect                     type or paste the key; it is not shown
  latchbook connect < key.txt           read it from a file or a pipe
  latchbook connect --forget            remove it again

The key is an API key of your workspace, from the Seam Console under Developer, API Keys. Seam checks it before it is \
stored, only in this computer's keychain. SEAM_API_KEY, if set, takes precedence and is stored nowhere. \
A record belongs to one workspace: the first that it is connected to.";

pub const SYNC: &str = "Examples:
  latchbook sync
  latchbook sync --json

Reads doors, slots, limits and codes, including codes made elsewhere, which also take places. Changes nothing at Seam. A \
door that cannot be read keeps what was known about it, and the exit code is 5.";

pub const AUDIT: &str = "Examples:
  latchbook audit
  latchbook audit --json

Shows what is missing, what to do, and who can do it: you, your installer, Seam or dormakaba.";

pub const DOORS: &str = "Examples:
  latchbook doors
  latchbook doors --json";

pub const SLOTS: &str = "Examples:
  latchbook slots Loft

A slot (Oracode calls it a user level) is a check-in and a check-out time that the lock knows. A code always has the times of \
a slot. The installer programs the slots; adding one means reprogramming all locks.";

pub const LIMITS: &str = "Examples:
  latchbook limits
  latchbook limits Loft --set 40        you know that this lock holds 40 codes
  latchbook limits Loft --set none      remove your figure
  latchbook limits Loft --put-away 61f0c2d7-…      a code made elsewhere is gone from the lock

If both Seam and you give a limit, the smaller applies. A code made elsewhere keeps its place until its own end, even if Seam no \
longer lists it; one without an end keeps it until you free it with --put-away.";

pub const SAME_LOCK: &str = "Examples:
  latchbook same-lock 3c1e77a0-… Loft           they are one lock
  latchbook same-lock 3c1e77a0-… Loft --no      they are two

A lock comes back under a new id when its account is connected again. `latchbook doors` names the doors that may be one lock. \
After a yes, stays, codes, notes, tests and your own limit are shown at the door that Seam lists; the history stays as it was. \
Nothing is sent, and you can change the answer later.";

pub const PREVIEW: &str = "Examples:
  latchbook preview Loft --from 2026-12-03T15:45 --to 2026-12-06T10:15
  latchbook preview Loft --from 2026-12-03T15:00 --to 2026-12-06T23:00 --rounding 1d
  latchbook preview Loft --from 2026-12-03T15:45 --to 2026-12-06T10:15 --prefer cover

Shows every slot that could serve the stay, the chosen one, what the guest gains or loses with it, and why the other \
slots do not fit. Exit code 3 if none does.";

pub const ISSUE: &str = "Examples:
  latchbook issue Loft --from 2026-12-03T15:45 --to 2026-12-06T10:15
  latchbook issue Loft --from 2026-12-03T15:45 --to 2026-12-06T10:15 --stay HMABC12345
  latchbook issue Loft --from 2026-12-03T15:45 --to 2026-12-06T10:15 --json --wait 0

A code cannot be changed or deleted once it is made. The same stay again does not make a second code: it returns the existing \
one. If something could go wrong (few places left, another code for the same time, zone tables that disagree), you are \
asked first; without a terminal, --yes accepts it.

If the connection breaks after the request has left, it is impossible to tell whether the code was made. The outcome is then \
not known (exit code 4), nothing is sent again, and `latchbook look` finds the code.

Ctrl-C while waiting for the code to be set only ends the waiting.";

pub const LOOK: &str = "Examples:
  latchbook look
  latchbook look --door Loft
  latchbook look --is 61f0c2d7-…      this is the code whose answer was lost

A look is a complete reading of a door's codes: it is taken at every door with an outcome that is not known, and finds the code \
by its marker if there is one. It sends nothing that could make a code. Exit code 4 while an outcome is still not known.";

pub const CODES: &str = "Examples:
  latchbook codes                                   the newest 50
  latchbook codes --door Loft --state set
  latchbook codes --door Loft --at 2026-12-04T21:00 who could open the door then?
  latchbook codes --search \"Dec 3\" --show-pins
  latchbook codes --xlsx codes.xlsx                 all of them, for a spreadsheet
  latchbook codes --csv | sort                      all of them, for another program

PINs are masked unless you ask for them. Requests that were never sent are not_sent.

In a workbook PINs and keys are text, so 012345 keeps its zero, and dates are dates on the lock's clock. CSV has the same columns; a \
spreadsheet that opens it drops such zeros. A CSV file begins with a byte order mark; CSV in a pipe has none. An existing \
file is not replaced; a new one is readable only by you.";

pub const CODE: &str = "Examples:
  latchbook code 17
  latchbook code '#7KQ2M9XA4T-1' --show-pins";

pub const VERIFY: &str = "Examples:
  latchbook verify

Checks the whole record: its pages, every row, the chain of events, the search index. Exit code 7 if anything is damaged or \
changed. Changes nothing.";

pub const BACKUP: &str = "Examples:
  latchbook backup ~/Backups/latchbook-2026-12-03.db

The copy is opened and verified before it is called a backup. It holds PINs in clear and is readable only by you: keep it like a \
key. The Seam API key is not in it.";

pub const RESTORE: &str = "Examples:
  latchbook restore ~/Backups/latchbook-2026-12-03.db

The backup is verified first. The record in its place, sound or not, is set aside under a name with the date and time. Run \
`latchbook sync` afterwards: codes that were issued after the backup are still on the locks.";

pub const LISTEN: &str = "Examples:
  SEAM_WEBHOOK_SECRET=whsec_… latchbook listen --port 8899

Receives events at http://127.0.0.1:P/ only; use your own tunnel to forward them. Each delivery must carry Seam's signature with \
the webhook's secret, not older than 5 minutes. An event makes Latchbook read the code again, as polling would; events that \
came before are ignored. Ctrl-C ends it.";

pub const DEMO: &str =
    "Starts simulated doors on this computer, with their own record that is removed at the end: nothing leaves
this computer and no lock can be reached.";

pub const SIMULATE: &str = "Examples:
  latchbook simulate --port 8787
  latchbook simulate --plain --doors 3 --pin create
  latchbook simulate --doors 500 --codes 60000

Behaves as Seam does with Oracode locks, so that you can try every command: it prints what to set. Faults can be requested over \
HTTP under /_sim/. Ctrl-C ends it.";

pub const COMPLETIONS: &str = "Examples:
  latchbook completions bash > ~/.local/share/bash-completion/completions/latchbook
  latchbook completions zsh > ~/.zfunc/_latchbook
  latchbook completions fish > ~/.config/fish/completions/latchbook.fish";

pub const MAN: &str = "Examples:
  latchbook man | man -l -
  latchbook man --dir ~/.local/share/man/man1";

/// The command line with its overview in groups.
pub fn command() -> Command {
    let command = Cli::command();
    let template =
        format!("{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{}{{all-args}}\n\n{AFTER}\n", groups(&command));
    // The groups list every command already.
    let options = template.replace("{all-args}", "\u{1b}[1m\u{1b}[4mOptions:\u{1b}[0m\n{options}");
    command.help_template(options)
}

fn groups(command: &Command) -> String {
    let mut text = String::new();
    for (title, names) in GROUPS {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\u{1b}[1m\u{1b}[4m{title}:\u{1b}[0m");
        for name in names {
            let about = command.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
            let _ = writeln!(text, "  \u{1b}[1m{name:<12}\u{1b}[0m {}", about.unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_the_overview_and_teaches() {
        let command = command();
        for sub in command.get_subcommands() {
            let name = sub.get_name();
            let count = GROUPS.iter().flat_map(|(_, names)| *names).filter(|listed| **listed == name).count();
            assert_eq!(count, 1, "{name} is in one group");
            assert!(sub.get_after_long_help().is_some(), "{name} has examples");
        }
    }

    #[test]
    fn the_command_line_is_well_formed() {
        command().debug_assert();
    }
}
