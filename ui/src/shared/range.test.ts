import { expect, test } from "vitest";
import { leads, weeksOf } from "./range.svelte";

test("a month has its days at their weekdays", () => {
  const weeks = weeksOf(2026, 11, 1);
  expect(weeks[0], "November 2026 begins on a Sunday").toEqual([null, null, null, null, null, null, "2026-11-01"]);
  expect(weeks.flat().filter(Boolean), "every day once").toHaveLength(30);
  expect(weeksOf(2026, 11, 7)[0]?.[0], "in a week that begins with Sunday it is first").toBe("2026-11-01");
});

test.each([
  ["ArrowRight", false, "2026-12-01"],
  ["ArrowDown", false, "2026-12-07"],
  ["Home", false, "2026-11-30"],
  ["End", false, "2026-12-06"],
  ["PageDown", false, "2026-12-30"],
  ["PageDown", true, "2027-11-30"],
  ["a", false, null],
])("%s (shift: %s) leads from 30 November to %s", (key, shift, to) => {
  expect(leads(key, shift, "2026-11-30", 1), "over the ends of weeks and months").toBe(to);
});
