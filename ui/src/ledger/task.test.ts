import { expect, test, vi } from "vitest";
import { Task } from "./task.svelte";

test("while it runs, nothing is begun", async () => {
  const task = new Task<number>();
  const work = vi.fn(() => Promise.resolve(1));
  await Promise.all([task.run(work), task.run(work)]);
  expect(work, "two presses, one piece of work").toHaveBeenCalledOnce();
  expect(task.value, "its answer").toBe(1);
});

test("stopped is no error, and the answer before stays", async () => {
  const task = new Task<number>();
  await task.run(() => Promise.resolve(1));
  await task.run(() => Promise.reject({ code: "interrupted", message: "Stopped.", detail: null }));
  expect([task.stopped, task.error, task.value, task.running], "said as what it is").toEqual([true, null, 1, false]);
});

test("an error is kept until the next run", async () => {
  const task = new Task<number>();
  await task.run(() => Promise.reject({ code: "disk_full", message: "Full.", detail: null }));
  expect(task.error?.code, "to be shown").toBe("disk_full");
  await task.run(() => Promise.resolve(2));
  expect(task.error, "over").toBeNull();
});
