//! The words of the readiness on paper.

use wire::{Level, Who};
use words::Language;

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) overview: [&'static str; 5],
    pub(super) ready: &'static str,
    pub(super) not_ready: &'static str,
    pub(super) no_doors: &'static str,
    /// Above what is checked once for all doors.
    pub(super) app: &'static str,
    pub(super) test: &'static str,
    of: [&'static str; 2],
    message: [&'static str; 4],
    levels: [&'static str; 3],
    who: [&'static str; 4],
    worked: [&'static str; 3],
}

pub(super) fn words(language: Language) -> Words {
    match language {
        Language::En => EN,
        Language::Es => ES,
    }
}

const EN: Words = Words {
    title: "Readiness",
    overview: ["Door", "Ready", "Must be mended", "To look at", "Who mends it"],
    ready: "ready",
    not_ready: "not ready",
    no_doors: "No doors yet.",
    app: "Account and this computer",
    test: "test",
    of: ["of", "doors ready"],
    message: ["To do yourself", "To the installer", "To Seam", "To dormakaba"],
    levels: ["✓ OK", "⚠ look at this", "✗ must be mended"],
    who: ["you", "installer", "Seam", "dormakaba"],
    worked: ["test code not tried yet", "the test code opened the door", "the test code did not open the door"],
};

const ES: Words = Words {
    title: "Preparación",
    overview: ["Puerta", "Lista", "Por arreglar", "Por revisar", "Quién lo arregla"],
    ready: "lista",
    not_ready: "no está lista",
    no_doors: "Todavía no hay puertas.",
    app: "Cuenta y este equipo",
    test: "prueba",
    of: ["de", "puertas listas"],
    message: ["Para usted", "Para el instalador", "Para Seam", "Para dormakaba"],
    levels: ["✓ bien", "⚠ revíselo", "✗ hay que arreglarlo"],
    who: ["usted", "instalador", "Seam", "dormakaba"],
    worked: [
        "código de prueba sin probar",
        "el código de prueba abrió la puerta",
        "el código de prueba no abrió la puerta",
    ],
};

impl Words {
    /// `2 of 5 doors ready`
    pub(super) fn ready_of(&self, ready: usize, doors: usize) -> String {
        let [of, doors_ready] = self.of;
        format!("{ready} {of} {doors} {doors_ready}")
    }

    pub(super) fn level(&self, level: Level) -> &'static str {
        let [pass, warn, fail] = self.levels;
        match level {
            Level::Pass => pass,
            Level::Warn => warn,
            Level::Fail => fail,
        }
    }

    pub(super) fn who(&self, who: Who) -> &'static str {
        of(who, self.who)
    }

    pub(super) fn message_to(&self, who: Who) -> String {
        of(who, self.message).to_owned()
    }

    pub(super) fn worked(&self, worked: Option<bool>) -> &'static str {
        let [untried, yes, no] = self.worked;
        match worked {
            None => untried,
            Some(true) => yes,
            Some(false) => no,
        }
    }
}

fn of(who: Who, [host, installer, seam, dormakaba]: [&'static str; 4]) -> &'static str {
    match who {
        Who::Host => host,
        Who::Installer => installer,
        Who::Seam => seam,
        Who::Dormakaba => dormakaba,
    }
}
