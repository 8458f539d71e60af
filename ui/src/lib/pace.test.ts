import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pace } from "./pace";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("one key press is answered at once", () => {
  const act = vi.fn();
  new Pace().run(act);
  expect(act, "no wait").toHaveBeenCalledOnce();
});

test("of many in a row the first and the last are done", () => {
  const done: number[] = [];
  const pace = new Pace();
  for (const number of [1, 2, 3, 4]) pace.run(() => done.push(number));
  vi.advanceTimersByTime(1_000);
  expect(done, "what was overtaken is left out").toEqual([1, 4]);
});

test("stopped, nothing comes after", () => {
  const act = vi.fn();
  const pace = new Pace();
  pace.run(() => undefined);
  pace.run(act);
  pace.stop();
  vi.advanceTimersByTime(1_000);
  expect(act, "the page is gone").not.toHaveBeenCalled();
});
