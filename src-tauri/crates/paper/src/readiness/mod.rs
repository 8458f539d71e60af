//! The doors' readiness on paper: what is missing at which door, and who can mend it.
//!
//! Owns: the arrangement. Refuses: judging (`domain` does) and wording what was found (`wire` does).

mod blocks;
mod words;

use wire::window::{ReadinessDoorView, ReadinessView};
use wire::{CheckView, Level};

use crate::Error;
use crate::ink::Fonts;
use crate::report::{Print, Running, flow};

use blocks::Setter;
use words::words;

/// The readiness as a PDF.
///
/// # Errors
/// [`Error::Time`] where a time of the view is none.
pub fn readiness_pdf(view: &ReadinessView, print: &Print) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::load()?;
    let words = words(print.language);
    let ready = view.doors.iter().filter(|door| door.ready).count();
    let scope = [words.ready_of(ready, view.doors.len())];
    let running = Running::new(print, &fonts, print.upright(), words.title, scope)?;
    let setter = Setter { fonts: &fonts, words: &words, print, width: running.width() };
    let mut blocks = setter.overview(&view.doors);
    blocks.extend(setter.app(&view.app));
    for door in &view.doors {
        blocks.extend(setter.door(door)?);
    }
    blocks.extend(setter.wishes(&view.wishes));
    flow(print, &running, &blocks)
}

fn count(door: &ReadinessDoorView, level: Level) -> usize {
    door.checks.iter().filter(|check| check.level == level).count()
}

/// What does not pass, the worst first.
fn open(checks: &[CheckView]) -> Vec<&CheckView> {
    let of = |level| checks.iter().filter(move |check| check.level == level);
    of(Level::Fail).chain(of(Level::Warn)).collect()
}
