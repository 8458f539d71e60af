import { expect, test } from "vitest";
import { Windowing } from "./windowing.svelte";

function list(count: number) {
  const windowing = new Windowing(() => count);
  [windowing.row, windowing.view] = [40, 400];
  return windowing;
}

test("of sixty thousand rows only those around what is in sight are drawn", () => {
  const windowing = list(60_000);
  windowing.top = 30_000 * 40;
  expect(windowing.first, "a few above").toBe(30_000 - 6);
  expect(windowing.end, "what is in sight and a few below").toBe(30_000 + 10 + 6);
});

test("a box as tall as the list does not draw the list", () => {
  const windowing = list(60_000);
  windowing.view = 60_000 * 40;
  expect(windowing.end - windowing.first, "bounded, whatever the height").toBeLessThanOrEqual(150);
});

test("a list that became shorter is drawn from where the browser scrolls to", () => {
  const windowing = list(30);
  windowing.top = 1_000_000;
  expect([windowing.first, windowing.end], "its end").toEqual([14, 30]);
});

test.each([
  ["ArrowDown", 5, 6], ["ArrowUp", 5, 4], ["PageDown", 5, 14], ["PageUp", 20, 11], ["Home", 5, 0], ["End", 5, 99],
  ["ArrowUp", 0, 0], ["ArrowDown", 99, 99], ["PageUp", 3, 0],
])("%s leads from %i to %i", (key, from, to) => {
  const windowing = list(100);
  windowing.active = from;
  expect(windowing.leads(key), "no further than the ends").toBe(to);
});

test("other keys and an empty list lead nowhere", () => {
  expect(list(100).leads("a"), "typing").toBeNull();
  expect(list(0).leads("End"), "no row").toBeNull();
});

test("a row is scrolled to only as far as needed", () => {
  const windowing = list(100);
  windowing.moveTo(5);
  expect(windowing.top, "it is in sight already").toBe(0);
  windowing.moveTo(10);
  expect(windowing.top, "its lower edge is at the lower edge").toBe(40);
  windowing.moveTo(0);
  expect(windowing.top, "its upper edge is at the upper edge").toBe(0);
});
