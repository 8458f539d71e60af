/** The shape of the words: a phrase with `{names}` to fill in, or one for each plural form of `{count}`. */

export interface Plural {
  one: string;
  other: string;
  zero?: string;
  two?: string;
  few?: string;
  many?: string;
}

export type Phrase = string | Plural;
export type Phrases = Record<string, Phrase>;

/** The same keys and the same kinds of phrase: what another language must have. */
export type Complete<English extends Phrases> = {
  [Name in keyof English]: English[Name] extends string ? string : Plural;
};

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesIn<One> = One extends string ? Names<One> : One extends { other: infer Other extends string } ? Names<Other> | "count" : never;

/** What a phrase needs filled in. */
export type Fill<One> = { [Name in NamesIn<One>]: Name extends "count" ? number : string | number };

/** The arguments after the key: none where nothing is to be filled in. */
export type Rest<One> = [NamesIn<One>] extends [never] ? [] : [fill: Fill<One>];

export function fillIn(text: string, fill: Record<string, string | number>, number: (n: number) => string): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fill[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value) : value;
  });
}
