//! The words of the ledger on paper.

use wire::CodeState;
use words::Language;

use super::columns::COLUMNS;

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) columns: [&'static str; COLUMNS],
    /// It came other than promised.
    pub(super) differs: &'static str,
    /// There is another code for the stay.
    pub(super) second: &'static str,
    states: [&'static str; CodeState::ALL.len()],
    count: [&'static str; 3],
    times: &'static str,
    named: &'static str,
    each: &'static str,
}

pub(super) fn words(language: Language) -> Words {
    match language {
        Language::En => EN,
        Language::Es => ES,
    }
}

const EN: Words = Words {
    title: "Record of codes",
    columns: [
        "No.",
        "Door",
        "Label",
        "From (lock time)",
        "Until (lock time)",
        "Slot",
        "State",
        "PIN",
        "Asked for (UTC)",
    ],
    differs: "differs",
    second: "two codes",
    states: ["not sent", "refused", "not known", "accepted", "setting", "ready", "failed", "gone", "ended"],
    count: ["no codes", "1 code", "codes"],
    times: "Lock time is the local time at the door.",
    named: "Time zones:",
    each: "Each door has its own time zone.",
};

const ES: Words = Words {
    title: "Registro de códigos",
    columns: [
        "N.º",
        "Puerta",
        "Etiqueta",
        "Desde (hora cerr.)",
        "Hasta (hora cerr.)",
        "Franja",
        "Estado",
        "PIN",
        "Pedido (UTC)",
    ],
    differs: "difiere",
    second: "dos códigos",
    states: [
        "no enviado",
        "rechazado",
        "no se sabe",
        "aceptado",
        "en preparación",
        "listo",
        "falló",
        "desaparecido",
        "terminado",
    ],
    count: ["ningún código", "1 código", "códigos"],
    times: "La hora de la cerradura (hora cerr.) es la hora local de la puerta.",
    named: "Zonas horarias:",
    each: "Cada puerta tiene su propia zona horaria.",
};

impl Words {
    pub(super) fn state(&self, state: CodeState) -> &'static str {
        let at = CodeState::ALL.iter().position(|one| *one == state);
        at.and_then(|at| self.states.get(at)).copied().unwrap_or_else(|| state.as_str())
    }

    /// Every state as it may stand in the table.
    pub(super) fn all_states(&self) -> Vec<String> {
        self.states.iter().map(|state| self.with(state, self.differs)).collect()
    }

    /// A state, and that there is more to know.
    pub(super) fn with(&self, state: &str, more: &str) -> String {
        format!("{state} · {more}")
    }

    /// `42 codes`
    pub(super) fn count(&self, codes: usize) -> String {
        let [none, one, many] = self.count;
        match codes {
            0 => none.to_owned(),
            1 => one.to_owned(),
            _ => format!("{codes} {many}"),
        }
    }

    /// Whose clock the times are on; `zones` is empty where they are too many to name.
    pub(super) fn note(&self, zones: &str) -> String {
        let which = if zones.is_empty() { self.each.to_owned() } else { format!("{} {zones}.", self.named) };
        format!("{} {which}", self.times)
    }
}
