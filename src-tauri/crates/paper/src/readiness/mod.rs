//! The doors' readiness on paper: which door lacks something, and who can fix it.
//!
//! Owns: the arrangement. Refuses: judging (`domain` does) and wording the findings (`wire` does).

mod blocks;

use wire::{CheckView, Level, ReadinessDoorView, ReadinessView, SheetView};
use words::say;

use crate::Error;
use crate::ink::Fonts;
use crate::report::{Print, Running, flow};

use blocks::Setter;

/// The readiness as a PDF.
///
/// # Errors
/// [`Error::Time`] if a time of the view is invalid.
pub fn readiness_pdf(view: &ReadinessView, print: &Print) -> Result<Vec<u8>, Error> {
    print.speaking(|| readiness(view, print))
}

fn readiness(view: &ReadinessView, print: &Print) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::load()?;
    let ready = view.doors.iter().filter(|door| door.ready).count();
    let scope = say!("paper-ready-of", ready = ready, doors = view.doors.len());
    let sheet = SheetView::new(say!("paper-readiness"), &print.imprint, [scope])?;
    let running = Running::new(&sheet, &fonts, print.upright());
    let setter = Setter { fonts: &fonts, width: running.width() };
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

/// The checks that do not pass, the worst first.
fn open(checks: &[CheckView]) -> Vec<&CheckView> {
    let of = |level| checks.iter().filter(move |check| check.level == level);
    of(Level::Fail).chain(of(Level::Warn)).collect()
}
