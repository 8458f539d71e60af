import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followAttendance, isAttended, SIGNS } from "./attendance.svelte";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

test.each(SIGNS)("somebody is there from a sign (%s) until there has been none for five minutes", (sign) => {
  const stop = followAttendance();
  expect(isAttended(), "an untouched window is nobody's").toBe(false);
  expect(vi.getTimerCount(), "and nothing wakes it").toBe(0);
  window.dispatchEvent(new Event(sign));
  expect(isAttended(), "at once").toBe(true);
  vi.advanceTimersByTime(4 * MINUTE);
  window.dispatchEvent(new Event(sign));
  vi.advanceTimersByTime(5 * MINUTE);
  expect(isAttended(), "five minutes after the last").toBe(true);
  vi.advanceTimersByTime(MINUTE);
  expect(isAttended(), "left alone").toBe(false);
  expect(vi.getTimerCount(), "at rest again").toBe(0);
  window.dispatchEvent(new Event(sign));
  expect(isAttended(), "back").toBe(true);
  stop();
  expect([isAttended(), vi.getTimerCount()], "the window is gone").toEqual([false, 0]);
});
