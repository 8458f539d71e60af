//! Our own message in each language of guests.

use crate::Tongue;

/// The message that is sent where the host wrote none.
pub fn default_message(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::En => EN,
        Tongue::Es => ES,
        Tongue::Fr => FR,
        Tongue::De => DE,
        Tongue::It => IT,
    }
}

const EN: &str = "\
Hello,

Your code for {door}: {pin}

Works from: {from}
Works until: {to}
These are local times at the door (lock time).

Please type the code on the keypad of the lock exactly as it stands here. If it has * or # in it, they are keys, too.

Have a good stay!";

const ES: &str = "\
Hola:

Su código para {door}: {pin}

Funciona desde: {from}
Funciona hasta: {to}
Son horas locales de la puerta (hora de la cerradura).

Teclee el código en el teclado de la cerradura exactamente como figura aquí. Si contiene * o #, también son teclas.

¡Feliz estancia!";

const FR: &str = "\
Bonjour,

Votre code pour {door}\u{a0}: {pin}

Début de validité\u{a0}: {from}
Fin de validité\u{a0}: {to}
Ce sont des heures locales à la porte (heure de la serrure).

Tapez le code sur le clavier de la serrure exactement comme il figure ici. S’il contient * ou #, ce sont aussi des touches.

Bon séjour\u{a0}!";

const DE: &str = "\
Guten Tag,

Ihr Code für {door}: {pin}

Gültig ab: {from}
Gültig bis: {to}
Das sind Ortszeiten an der Tür (Schlosszeit).

Bitte geben Sie den Code am Tastenfeld des Schlosses genau so ein, wie er hier steht. Enthält er * oder #, sind auch das Tasten.

Einen schönen Aufenthalt!";

const IT: &str = "\
Buongiorno,

il suo codice per {door}: {pin}

Valido da: {from}
Valido fino a: {to}
Sono orari locali della porta (ora della serratura).

Digiti il codice sulla tastiera della serratura esattamente come figura qui. Se contiene * o #, anche questi sono tasti.

Buon soggiorno!";
