import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Outbox } from "./outbox.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => expect.unreachable("nothing slept");

test("waits the seconds, then sends once", () => {
  const send = vi.fn();
  const outbox = new Outbox();
  outbox.start(3, send, never);
  vi.advanceTimersByTime(2_999);
  expect(send, "not a moment early").not.toHaveBeenCalled();
  expect(outbox.left, "the last second is running").toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(send, "one request for one press").toHaveBeenCalledTimes(1);
  expect(outbox.left, "nothing waits any more").toBeNull();
});

test("a cancelled one never sends, and says that something waited", () => {
  const send = vi.fn();
  const outbox = new Outbox();
  outbox.start(3, send, never);
  vi.advanceTimersByTime(1_000);
  expect(outbox.cancel(), "it was in time").toBe(true);
  expect(outbox.cancel(), "nothing waits any more").toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(send, "taken back is taken back").not.toHaveBeenCalled();
});

test("switched off it sends at once", () => {
  const send = vi.fn();
  new Outbox().start(0, send, never);
  expect(send, "no wait was wanted").toHaveBeenCalledTimes(1);
});

test("a computer that slept sends nothing when it wakes", () => {
  const [send, slept] = [vi.fn(), vi.fn()];
  const outbox = new Outbox();
  outbox.start(3, send, slept);
  vi.advanceTimersByTime(1_000);
  vi.setSystemTime("2100-01-01T00:00:00Z");
  vi.advanceTimersByTime(60_000);
  expect(send, "nobody could have taken it back").not.toHaveBeenCalled();
  expect(slept, "and that is said once").toHaveBeenCalledTimes(1);
  expect(outbox.left, "nothing waits any more").toBeNull();
});
