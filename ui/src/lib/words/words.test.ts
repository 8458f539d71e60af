import { expect, test } from "vitest";
import { en } from "./en";
import { es } from "./es";
import type { Phrase, Phrases } from "./phrase";

/** What is the same in Spanish, when nothing is filled in: names, units and words that both languages have. */
const SAME = /^(Demo|Latchbook|No|PIN:?|S|SQLite|Seam|URL|dormakaba|h|h min|min)?$/;

const english: Phrases = en;
const spanish: Phrases = es;

function forms(phrase: Phrase | undefined): string[] {
  return typeof phrase === "string" ? [phrase] : Object.values(phrase ?? {});
}

function names(phrase: Phrase | undefined): string[] {
  const all = forms(phrase).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""));
  return [...new Set(all)].sort();
}

test("every phrase has the same names to fill in", () => {
  for (const [key, phrase] of Object.entries(english)) {
    expect(names(spanish[key]), key).toEqual(names(phrase));
  }
});

test("every phrase is translated, a sentence as a sentence", () => {
  const end = (phrase: Phrase | undefined) => forms(phrase).every((form) => form.endsWith("."));
  for (const [key, phrase] of Object.entries(english)) {
    if (end(phrase)) expect(end(spanish[key]), `${key} is a whole sentence`).toBe(true);
    const bare = forms(phrase).join(" ").replaceAll(/\{\w+\}/g, "").replaceAll(/\s+/g, " ").trim();
    if (!SAME.test(bare)) expect(forms(spanish[key]), `${key} is translated`).not.toEqual(forms(phrase));
  }
});

const sources: Record<string, string> = import.meta.glob(["../../**/*.{svelte,ts}", "!./e?/*", "!../wire/*"], { query: "?raw", import: "default", eager: true });

test("every phrase is said somewhere", () => {
  const all = Object.values(sources).join("\n");
  /** Keys that are put together, such as `today.need.${kind}`. */
  const stems = [...all.matchAll(/`(\w+\.(?:\w+\.)*)\$\{/g)].map((match) => match[1] ?? "").filter((stem) => stem !== "");
  const silent = Object.keys(english).filter((key) => !all.includes(`"${key}"`) && !stems.some((stem) => key.startsWith(stem)));
  expect(silent, "words that nobody sees").toEqual([]);
});
