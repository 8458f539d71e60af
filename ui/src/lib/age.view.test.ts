import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Age, AGE_STEP } from "./age.svelte";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.setSystemTime("2026-11-28T14:05:30Z");
});
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

test("minutes are counted, and the core is asked when a quarter of an hour begins", () => {
  const age = new Age();
  const again = vi.fn(() => age.begin());
  age.count(again, 1);
  vi.advanceTimersByTime(9 * MINUTE);
  expect(age.minutes, "at 14:14:30").toBe(9);
  expect(again, "nothing but its age has changed").not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE);
  expect(again, "at 14:15:30 a clock may have been put forward").toHaveBeenCalledOnce();
  expect(age.minutes, "of the new answer").toBe(0);
});

test("whatever happened to this computer's clock, the core is asked", () => {
  for (const then of ["2026-11-28T22:06:00Z", "2026-11-28T13:00:00Z"]) {
    const age = new Age();
    const again = vi.fn(() => age.begin());
    const stop = age.count(again, AGE_STEP);
    vi.setSystemTime(then);
    vi.advanceTimersByTime(5 * MINUTE);
    expect(again, "a night asleep, or set back").toHaveBeenCalledOnce();
    stop();
    vi.setSystemTime("2026-11-28T14:05:30Z");
  }
});

test("it is a clock that is counted on, whatever part of a minute the answer came in", () => {
  const age = new Age();
  age.count(() => undefined, 1);
  vi.advanceTimersByTime(20_000);
  age.begin();
  vi.advanceTimersByTime(40_000);
  expect(age.minutes, "asked at 14:05:50, and it is 14:06:30").toBe(1);
});

test("an idle window is woken no oftener than what it shows grows old", () => {
  const age = new Age();
  age.count(() => undefined, AGE_STEP);
  expect(vi.getTimerCount(), "one timer").toBe(1);
  vi.advanceTimersByTime(4 * MINUTE);
  expect(age.minutes, "at 14:09:30").toBe(0);
  vi.advanceTimersByTime(MINUTE);
  expect(age.minutes, "at 14:10:30").toBe(5);
});

test("whoever is there sees what is so now, and a computer that slept asks at once", () => {
  const age = new Age();
  const again = vi.fn(() => age.begin());
  const stop = age.count(again, AGE_STEP);
  vi.setSystemTime("2026-11-28T14:08:00Z");
  window.dispatchEvent(new Event("pointermove"));
  expect(age.minutes, "before its next step").toBe(3);
  vi.setSystemTime("2026-11-29T07:00:00Z");
  window.dispatchEvent(new Event("keydown"));
  expect(again, "the next morning, with no timer past").toHaveBeenCalledOnce();
  stop();
  vi.setSystemTime("2026-11-29T08:00:00Z");
  window.dispatchEvent(new Event("keydown"));
  expect(again, "the page is gone").toHaveBeenCalledOnce();
});

test("where the core does not answer, not each movement of the pointer asks", () => {
  const age = new Age();
  const again = vi.fn();
  const stop = age.count(again, AGE_STEP);
  vi.setSystemTime("2026-11-28T14:20:00Z");
  for (let movement = 0; movement < 50; movement += 1) window.dispatchEvent(new Event("pointermove"));
  expect(again, "once for each quarter of an hour").toHaveBeenCalledOnce();
  expect(age.minutes, "what is shown grows old all the same").toBe(15);
  stop();
});

test("counted in other steps, it is what it is at once", () => {
  const age = new Age();
  age.count(() => undefined, AGE_STEP)();
  vi.setSystemTime("2026-11-28T14:08:00Z");
  age.count(() => undefined, 1);
  expect(age.minutes, "nothing waits for the next step").toBe(3);
});

test("who turns to the window sees what is so now", () => {
  const again = vi.fn();
  const stop = new Age().count(again, AGE_STEP);
  window.dispatchEvent(new Event("focus"));
  expect(again, "another program may have written").toHaveBeenCalledOnce();
  stop();
  window.dispatchEvent(new Event("focus"));
  expect(again, "the page is gone").toHaveBeenCalledOnce();
});

test("set back a little, nothing is younger than new", () => {
  const age = new Age();
  age.count(() => undefined, 1);
  vi.setSystemTime("2026-11-28T14:01:00Z");
  vi.advanceTimersByTime(MINUTE);
  expect(age.minutes, "not a minute less than none").toBe(0);
});
