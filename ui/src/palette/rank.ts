/** Ranks items by how well they match the typed words. */

/** Without case and accents: `garcia` finds `García`. */
export function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

export function wordsOf(text: string): string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** 0: a word does not match. Higher if words match from their beginning. Everything matches an empty text. */
export function score(query: readonly string[], text: string): number {
  const folded = fold(text);
  const words = wordsOf(text);
  let sum = 1;
  for (const typed of query) {
    const at = words.findIndex((word) => word.startsWith(typed));
    if (at >= 0) sum += words[at] === typed ? 4 : 3;
    else if (folded.includes(typed)) sum += 1;
    else return 0;
  }
  return sum;
}

/** The best first; equal ones keep their order. */
export function rank<Item>(items: readonly Item[], query: readonly string[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, fits: score(query, textOf(item)) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map(({ item }) => item);
}
