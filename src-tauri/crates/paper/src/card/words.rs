//! What a card says, in each language of guests.

use crate::Tongue;

pub(super) struct Words {
    /// Above the code.
    pub(super) code: &'static str,
    /// Before a date.
    pub(super) from: &'static str,
    pub(super) until: &'static str,
    pub(super) enter: &'static str,
    /// Said where the code is printed in groups.
    pub(super) gaps: &'static str,
    /// Said where the code has `*` or `#`.
    pub(super) keys: &'static str,
    /// Whose clock the times are on.
    pub(super) times: &'static str,
    /// Before the place that a time zone is called by.
    pub(super) zone: &'static str,
    pub(super) demo: &'static str,
}

pub(super) fn words(tongue: Tongue) -> Words {
    match tongue {
        Tongue::En => EN,
        Tongue::Es => ES,
        Tongue::Fr => FR,
        Tongue::De => DE,
        Tongue::It => IT,
    }
}

const EN: Words = Words {
    code: "Door code",
    from: "Works from",
    until: "Works until",
    enter: "Type the code on the keypad of the lock exactly as it stands here.",
    gaps: "The gaps only make it easier to read.",
    keys: "*\u{a0}and\u{a0}# are keys, too: press them where they stand.",
    times: "All times are lock time: the local time at the door.",
    zone: "Time zone:",
    demo: "EXAMPLE: opens no door",
};

const ES: Words = Words {
    code: "Código de la puerta",
    from: "Funciona desde",
    until: "Funciona hasta",
    enter: "Teclee el código en el teclado de la cerradura exactamente como figura aquí.",
    gaps: "Los espacios solo facilitan la lectura.",
    keys: "*\u{a0}y\u{a0}# también son teclas: púlselas donde figuren.",
    times: "Todas las horas son hora de la cerradura: la hora local de la puerta.",
    zone: "Zona horaria:",
    demo: "EJEMPLO: no abre ninguna puerta",
};

const FR: Words = Words {
    code: "Code de la porte",
    from: "Valable à partir du",
    until: "Valable jusqu’au",
    enter: "Tapez le code sur le clavier de la serrure exactement comme il figure ici.",
    gaps: "Les espaces ne servent qu’à faciliter la lecture.",
    keys: "*\u{a0}et\u{a0}# sont aussi des touches\u{a0}: appuyez dessus là où elles figurent.",
    times: "Heures de la serrure\u{a0}: ce sont des heures locales à la porte.",
    zone: "Fuseau horaire\u{a0}:",
    demo: "EXEMPLE\u{a0}: n’ouvre aucune porte",
};

const DE: Words = Words {
    code: "Türcode",
    from: "Gültig ab",
    until: "Gültig bis",
    enter: "Geben Sie den Code am Tastenfeld des Schlosses genau so ein, wie er hier steht.",
    gaps: "Die Lücken erleichtern nur das Lesen.",
    keys: "*\u{a0}und\u{a0}# sind ebenfalls Tasten: Drücken Sie sie dort, wo sie stehen.",
    times: "Alle Zeiten sind Schlosszeit: die Ortszeit an der Tür.",
    zone: "Zeitzone:",
    demo: "BEISPIEL: öffnet keine Tür",
};

const IT: Words = Words {
    code: "Codice della porta",
    from: "Valido da",
    until: "Valido fino a",
    enter: "Digiti il codice sulla tastiera della serratura esattamente come figura qui.",
    gaps: "Gli spazi servono solo a facilitare la lettura.",
    keys: "Anche *\u{a0}e\u{a0}# sono tasti: li prema dove compaiono.",
    times: "Tutti gli orari sono nell’ora della serratura: l’ora locale della porta.",
    zone: "Fuso orario:",
    demo: "ESEMPIO: non apre nessuna porta",
};
