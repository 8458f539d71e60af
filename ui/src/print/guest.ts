/** What a card says to a guest, in the guest's language; times as that language writes them. */
import type { ClockStyle } from "$lib/wire/ClockStyle";
import type { Tongue } from "$lib/tongues";
import { parseCivil, weekdayOf } from "$lib/time";

export interface Says {
  code: string;
  from: string;
  until: string;
  enter: string;
  /** Where the code is printed in groups. */
  gaps: string;
  /** Where the code has `*` or `#`. */
  keys: string;
  times: string;
  zone: string;
  demo: string;
  /** From Monday. */
  weekdays: string;
  months: string;
  date: (weekday: string, day: number, month: string, year: number) => string;
  /** Midnight is taken for the evening of its date too easily. */
  night: (from: string, to: string) => string;
}

export const SAYS: Record<Tongue, Says> = {
  en: {
    code: "Door code", from: "Works from", until: "Works until",
    enter: "Type the code on the keypad of the lock exactly as it stands here.",
    gaps: "The gaps only make it easier to read.", keys: "* and # are keys, too: press them where they stand.",
    times: "All times are lock time: the local time at the door.", zone: "Time zone:", demo: "EXAMPLE: opens no door",
    weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    months: "January February March April May June July August September October November December",
    date: (weekday, day, month, year) => `${weekday}, ${day} ${month} ${year}`,
    night: (from, to) => `the night from ${from} to ${to}`,
  },
  es: {
    code: "Código de la puerta", from: "Funciona desde", until: "Funciona hasta",
    enter: "Teclee el código en el teclado de la cerradura exactamente como figura aquí.",
    gaps: "Los espacios solo facilitan la lectura.", keys: "* y # también son teclas: púlselas donde figuren.",
    times: "Todas las horas son hora de la cerradura: la hora local de la puerta.", zone: "Zona horaria:", demo: "EJEMPLO: no abre ninguna puerta",
    weekdays: "lunes martes miércoles jueves viernes sábado domingo",
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    date: (weekday, day, month, year) => `${weekday}, ${day} de ${month} de ${year}`,
    night: (from, to) => `la noche del ${from} al ${to}`,
  },
  fr: {
    code: "Code de la porte", from: "Valable à partir du", until: "Valable jusqu’au",
    enter: "Tapez le code sur le clavier de la serrure exactement comme il figure ici.",
    gaps: "Les espaces ne servent qu’à faciliter la lecture.", keys: "* et # sont aussi des touches\u00a0: appuyez dessus là où elles figurent.",
    times: "Toutes les heures sont à l’heure de la serrure\u00a0: l’heure locale de la porte.", zone: "Fuseau horaire\u00a0:", demo: "EXEMPLE\u00a0: n’ouvre aucune porte",
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    date: (weekday, day, month, year) => `${weekday} ${day === 1 ? "1er" : day} ${month} ${year}`,
    night: (from, to) => `la nuit de ${from} à ${to}`,
  },
  de: {
    code: "Türcode", from: "Gültig ab", until: "Gültig bis",
    enter: "Geben Sie den Code am Tastenfeld des Schlosses genau so ein, wie er hier steht.",
    gaps: "Die Lücken erleichtern nur das Lesen.", keys: "* und # sind ebenfalls Tasten: Drücken Sie sie dort, wo sie stehen.",
    times: "Alle Zeiten sind Schlosszeit: die Ortszeit an der Tür.", zone: "Zeitzone:", demo: "BEISPIEL: öffnet keine Tür",
    weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    date: (weekday, day, month, year) => `${weekday}, ${day}. ${month} ${year}`,
    night: (from, to) => `in der Nacht von ${from} auf ${to}`,
  },
  it: {
    code: "Codice della porta", from: "Valido da", until: "Valido fino a",
    enter: "Digiti il codice sulla tastiera della serratura esattamente come figura qui.",
    gaps: "Gli spazi servono solo a facilitare la lettura.", keys: "Anche * e # sono tasti: li prema dove compaiono.",
    times: "Tutti gli orari sono nell’ora della serratura: l’ora locale della porta.", zone: "Fuso orario:", demo: "ESEMPIO: non apre nessuna porta",
    weekdays: "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    date: (weekday, day, month, year) => `${weekday} ${day === 1 ? "1º" : day} ${month} ${year}`,
    night: (from, to) => `la notte tra ${from} e ${to}`,
  },
};

export interface End {
  time: string;
  date: string;
  night: string | null;
}

/** English and Spanish know a clock of twelve hours. */
const HALVES: Partial<Record<Tongue, { halves: [string, string]; midnight: string; noon: string }>> = {
  en: { halves: ["AM", "PM"], midnight: "midnight", noon: "noon" },
  es: { halves: ["a.\u00a0m.", "p.\u00a0m."], midnight: "de la noche", noon: "del mediodía" },
};

function timeOf(minutes: number, tongue: Tongue, clock: ClockStyle): string {
  const [hour, rest] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, "0")];
  const twelve = clock === "12h" ? HALVES[tongue] : undefined;
  if (!twelve) return `${String(hour).padStart(2, "0")}:${rest}`;
  const half = minutes === 0 ? twelve.midnight : minutes === 720 ? twelve.noon : twelve.halves[hour < 12 ? 0 : 1];
  return `${hour % 12 === 0 ? 12 : hour % 12}:${rest}\u00a0${half}`;
}

/** One end of a window, for a guest; as it came where it cannot be read. */
export function endOf(civil: string, tongue: Tongue, clock: ClockStyle): End {
  const read = parseCivil(civil);
  if (!read || read.minutes === null) return { time: civil, date: "", night: null };
  const says = SAYS[tongue];
  const weekdays = says.weekdays.split(" ");
  const [day, before] = [weekdayOf(read.date) - 1, (weekdayOf(read.date) + 5) % 7];
  const name = (at: number) => weekdays[at] ?? "";
  return {
    time: timeOf(read.minutes, tongue, clock),
    date: says.date(name(day), read.date.day, says.months.split(" ")[read.date.month - 1] ?? "", read.date.year),
    night: read.minutes === 0 ? says.night(name(before), name(day)) : null,
  };
}

/** `583201` as `583 201`: in groups of three, as one reads digits aloud. */
export function grouped(pin: string): string {
  if (pin.length < 5 || /[^0-9]/.test(pin)) return pin;
  return pin.replaceAll(/(\d{3})(?=\d)/g, "$1\u2002");
}
