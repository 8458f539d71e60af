import { expect, test } from "vitest";
import { keepSame } from "./keep-same";

const view = (time: string) => ({ time, doors: [{ name: "Loft", bars: [1, 2] }, { name: "Pool", bars: [] as number[] }], none: null as null | string });

test("what says the same is the very same, and the rest is the newer one's", () => {
  const before = view("12:00");
  expect(keepSame(before, view("12:00")), "nothing is drawn again").toBe(before);
  const later = keepSame(before, view("12:01"));
  expect(later, "the newer answer").toEqual(view("12:01"));
  expect(later.doors, "of which the doors are as they were").toBe(before.doors);
});

test.each([
  ["a value that changed", { ...view("12:00"), none: "some" }],
  ["an item more", { ...view("12:00"), doors: [...view("").doors, { name: "Attic", bars: [] }] }],
  ["an item less", { ...view("12:00"), doors: view("").doors.slice(1) }],
  ["other order", { ...view("12:00"), doors: view("").doors.reverse() }],
  ["a list that became nothing", { ...view("12:00"), doors: [] }],
  ["a field more", { ...view("12:00"), more: 1 }],
])("%s is in the answer", (_, next) => {
  expect(keepSame<unknown>(view("12:00"), next), "exactly as it came").toEqual(next);
});

test("a field less is no longer there", () => {
  const next: Partial<ReturnType<typeof view>> = view("12:00");
  delete next.none;
  expect(keepSame<unknown>(view("12:00"), next), "exactly as it came").toEqual(next);
  expect(keepSame<unknown>({ list: [1] }, { list: { 0: 1 } }), "a list is no object").toEqual({ list: { 0: 1 } });
  expect(keepSame<unknown>(null, next), "the first answer is the newer one").toBe(next);
});
