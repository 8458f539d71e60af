import { expect, test } from "vitest";
import { rank, score, wordsOf } from "./rank";

test.each([
  ["issue loft", "Issue a code for Loft", true],
  ["garcia", "Abrir el código García 12–15", true],
  ["lof", "Open door Loft", true],
  ["oft", "Open door Loft", true],
  ["loft smith", "Open door Loft", false],
])("“%s” and “%s” fit: %s", (typed, text, fits) => {
  expect(score(wordsOf(typed), text) > 0, "every word must fit").toBe(fits);
});

test("words that are fitted from their beginning come first", () => {
  expect(rank(["Cloft", "Loft"], ["lof"], (text) => text), "Loft before Cloft").toEqual(["Loft", "Cloft"]);
});
