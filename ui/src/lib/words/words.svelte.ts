import type { Language } from "../wire/Language";
import { en, type English } from "./en";
import { fillIn, type Phrases, type Rest } from "./phrase";

export type Key = keyof English;

export type Tag = "en" | "es";

const LOAD: Record<Tag, () => Promise<Phrases>> = {
  en: async () => en,
  es: async () => (await import("./es")).es,
};

const first = { tag: "en" as Tag, phrases: en as Phrases, plural: new Intl.PluralRules("en"), number: new Intl.NumberFormat("en") };
let current = $state.raw(first);
let wanted: Tag = "en";

/** The language that is shown. */
export function languageTag(): Tag {
  return current.tag;
}

function tagOf(language: Language): Tag {
  if (language !== "system") return language;
  const computer = typeof navigator === "undefined" ? "en" : navigator.language;
  return computer.toLowerCase().startsWith("es") ? "es" : "en";
}

/** Shows every word in this language at once. */
export async function setLanguage(language: Language): Promise<void> {
  const tag = tagOf(language);
  wanted = tag;
  const phrases = await LOAD[tag]();
  // A language whose words came late does not take the place of one chosen since.
  if (wanted !== tag) return;
  current = { tag, phrases, plural: new Intl.PluralRules(tag), number: new Intl.NumberFormat(tag) };
  if (typeof document !== "undefined") document.documentElement.lang = tag;
}

/** The words for a key, filled in; counts choose their plural form. */
export function t<Name extends Key>(key: Name, ...rest: Rest<English[Name]>): string {
  const fill = (rest[0] ?? {}) as Record<string, string | number>;
  const phrase = current.phrases[key];
  if (phrase === undefined) return key;
  const text = typeof phrase === "string" ? phrase : (phrase[current.plural.select(Number(fill["count"]))] ?? phrase.other);
  return fillIn(text, fill, (n) => current.number.format(n));
}

/** The words for a key that is known only while running, and has nothing to fill in. */
export function word(key: Key): string {
  return (t as (key: Key) => string)(key);
}
