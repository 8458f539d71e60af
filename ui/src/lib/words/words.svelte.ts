import { LANGUAGES } from "../wire/languages";
import { en, type English } from "./en";
import { fillIn, type Phrases, type Rest } from "./phrase";

export type Key = keyof English;

/** A language of hosts: each has a folder here. */
export type Tag = (typeof LANGUAGES)[number]["value"];

const LOAD = import.meta.glob<Record<string, Phrases>>(["./*/index.ts", "!./en/index.ts"]);

async function phrasesOf(tag: Tag): Promise<Phrases> {
  return (await LOAD[`./${tag}/index.ts`]?.())?.[tag] ?? en;
}

let current = $state.raw(inLanguage("en", en));
let wanted: Tag = "en";

function inLanguage(tag: Tag, phrases: Phrases) {
  return { tag, phrases, plural: new Intl.PluralRules(tag), number: new Intl.NumberFormat(tag) };
}

/** The language that is shown. */
export function languageTag(): Tag {
  return current.tag;
}

/** The first of these languages that is asked for (`es-MX` asks for `es`), else English. */
export function chosenOf<One extends string>(asked: string, tags: readonly One[]): One | "en" {
  const primary = asked.toLowerCase().split(/[-_]/)[0];
  return tags.find((tag) => tag === primary) ?? "en";
}

function tagOf(language: string): Tag {
  const computer = typeof navigator === "undefined" ? "en" : navigator.language;
  return chosenOf(language === "system" ? computer : language, LANGUAGES.map((one) => one.value));
}

/** Shows every word in this language at once. */
export async function setLanguage(language: string): Promise<void> {
  const tag = tagOf(language);
  wanted = tag;
  const phrases = await phrasesOf(tag);
  // A language whose words came late does not take the place of one chosen since.
  if (wanted !== tag || current.tag === tag) return;
  current = inLanguage(tag, phrases);
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
