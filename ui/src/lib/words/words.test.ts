import { expect, test } from "vitest";
import { LANGUAGES } from "../wire/languages";
import { en } from "./en";
import type { Phrase, Phrases } from "./phrase";
import { chosenOf } from "./words.svelte";

/** What is the same in other languages, when nothing is filled in: names, units and words that they share. */
const SAME = /^(Demo|Latchbook|No|PIN:?|S|SQLite|Seam|URL|dormakaba|h|h min|min)?$/;

const english: Phrases = en;
const folders = import.meta.glob<Record<string, Phrases>>("./*/index.ts", { eager: true });
const others = LANGUAGES.map((one) => one.value).filter((tag) => tag !== "en").map((tag) => [tag, folders[`./${tag}/index.ts`]?.[tag] ?? {}] as const);

test("every language of hosts has a folder, and each folder is one", () => {
  expect(Object.keys(folders).sort(), "the folders here and those of the sentences about facts").toEqual(LANGUAGES.map((one) => `./${one.value}/index.ts`).sort());
});

test("a computer's language is chosen where there is a folder for it", () => {
  const tags = ["en", "es", "xx"] as const;
  expect(["es-MX", "xx-YY", "xx", "de-DE", "c"].map((asked) => chosenOf(asked, tags)), "no code names a language").toEqual(["es", "xx", "xx", "en", "en"]);
});

function forms(phrase: Phrase | undefined): string[] {
  return typeof phrase === "string" ? [phrase] : Object.values(phrase ?? {});
}

function names(phrase: Phrase | undefined): string[] {
  const all = forms(phrase).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""));
  return [...new Set(all)].sort();
}

test.each(others)("every phrase has the same names to fill in: %s", (_, phrases) => {
  for (const [key, phrase] of Object.entries(english)) {
    expect(names(phrases[key]), key).toEqual(names(phrase));
  }
});

test.each(others)("every phrase is translated, a sentence as a sentence: %s", (_, phrases) => {
  const end = (phrase: Phrase | undefined) => forms(phrase).every((form) => form.endsWith("."));
  for (const [key, phrase] of Object.entries(english)) {
    if (end(phrase)) expect(end(phrases[key]), `${key} is a whole sentence`).toBe(true);
    const bare = forms(phrase).join(" ").replaceAll(/\{\w+\}/g, "").replaceAll(/\s+/g, " ").trim();
    if (!SAME.test(bare)) expect(forms(phrases[key]), `${key} is translated`).not.toEqual(forms(phrase));
  }
});

const sources: Record<string, string> = import.meta.glob(["../../**/*.{svelte,ts}", "!./*/*", "!../wire/*"], { query: "?raw", import: "default", eager: true });

test("every phrase is said somewhere", () => {
  const all = Object.values(sources).join("\n");
  /** Keys that are put together, such as `today.need.${kind}`. */
  const stems = [...all.matchAll(/`(\w+\.(?:\w+\.)*)\$\{/g)].map((match) => match[1] ?? "").filter((stem) => stem !== "");
  const silent = Object.keys(english).filter((key) => !all.includes(`"${key}"`) && !stems.some((stem) => key.startsWith(stem)));
  expect(silent, "words that nobody sees").toEqual([]);
});
