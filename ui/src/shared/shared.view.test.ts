import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { expectAccessible, useFake } from "../../test/page.ts";
import { changeSettings } from "../lib/settings.svelte.ts";
import { followStatus, sync } from "../lib/status.svelte.ts";
import { toast, toasts, dismissToast } from "../lib/toasts.svelte.ts";
import Gallery from "./Gallery.svelte";
import MaskedPin from "./MaskedPin.svelte";
import Progress from "./Progress.svelte";
import Toasts from "./Toasts.svelte";

function mainOf(): HTMLElement {
  const main = document.createElement("main");
  document.body.append(main);
  return main;
}

beforeEach(async () => {
  for (const { id } of toasts()) dismissToast(id);
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test("axe finds nothing in any of them", async () => {
  await useFake();
  await render(Gallery, { target: mainOf() });
  await expectAccessible();
});

test("none of them is wider than 320 px", async () => {
  await page.viewport(320, 640);
  await useFake();
  await render(Gallery, { target: mainOf() });
  const wide = document.documentElement.scrollWidth;
  await page.viewport(1280, 800);
  expect(wide, "it reflows").toBeLessThanOrEqual(320);
});

test("a tab is taken by arrow keys", async () => {
  await useFake();
  await render(Gallery, { target: mainOf() });
  await page.getByRole("tab", { name: "Codes" }).click();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(page.getByRole("tab", { name: "Slots" })).toHaveFocus();
  await expect.element(page.getByRole("tabpanel")).toHaveTextContent("slots");
});

test("a PIN shows for the time that is set, can be kept longer, and leaves nothing behind", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const fake = await useFake();
  await render(MaskedPin, { target: mainOf(), props: { intentId: 60, masked: "••••••", label: "Smith" } });
  await page.getByRole("button", { name: "Reveal the PIN of Smith" }).click();
  const digits = await fake.reveal_pin({ intent_id: 60 });
  await expect.element(page.getByText(digits, { exact: true })).toBeVisible();
  await expect.element(page.getByRole("img", { name: `PIN: ${[...digits].join(" ")}` })).toBeVisible();
  vi.advanceTimersByTime(19_000);
  await page.getByRole("button", { name: "Keep visible" }).click();
  vi.advanceTimersByTime(19_000);
  await expect.element(page.getByText(digits, { exact: true })).toBeVisible();
  vi.advanceTimersByTime(1_000);
  await expect.element(page.getByText(digits, { exact: true })).not.toBeInTheDocument();
  expect(document.body.innerHTML, "no digit stays in the page").not.toContain([...digits].join(" "));
});

test("a PIN that was revealed when the computer went to sleep is gone when it wakes", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  const fake = await useFake();
  await render(MaskedPin, { target: mainOf(), props: { intentId: 60, masked: "••••••", label: "Smith" } });
  await page.getByRole("button", { name: "Reveal the PIN of Smith" }).click();
  const digits = await fake.reveal_pin({ intent_id: 60 });
  await expect.element(page.getByText(digits, { exact: true }), { message: "revealed" }).toBeVisible();
  vi.setSystemTime("2100-01-01T00:00:00Z");
  vi.advanceTimersByTime(1_000);
  await expect.element(page.getByText(digits, { exact: true }), { message: "its time is over" }).not.toBeInTheDocument();
});

test("the focus stays with the button that reveals and hides", async () => {
  await useFake();
  await render(MaskedPin, { target: mainOf(), props: { intentId: 60, masked: "••••••", label: "Smith" } });
  page.getByRole("button", { name: "Reveal" }).element().focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("button", { name: "Hide" }), { message: "one press more hides it" }).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("button", { name: "Reveal" }), { message: "and one more shows it" }).toHaveFocus();
});

test("concealing hides a PIN that is shown, and takes the way to it", async () => {
  const fake = await useFake();
  await render(MaskedPin, { target: mainOf(), props: { intentId: 60, masked: "••••••", label: "Smith" } });
  await page.getByRole("button", { name: "Reveal the PIN of Smith" }).click();
  const digits = await fake.reveal_pin({ intent_id: 60 });
  await changeSettings({ conceal: true });
  await expect.element(page.getByText("PINs are concealed")).toBeVisible();
  expect(document.body.textContent, "hidden at once").not.toContain(digits);
});

test("at most three messages stand at once, and one can be undone or dismissed", async () => {
  await useFake();
  await render(Toasts, { target: mainOf() });
  const run = vi.fn();
  for (const text of ["one", "two", "three"]) toast(text);
  toast("four", { word: "Undo", run });
  await expect.element(page.getByText("four")).toBeVisible();
  expect(document.querySelectorAll("[role=status] li"), "the oldest went").toHaveLength(3);
  await expectAccessible();
  await page.getByRole("button", { name: "Undo" }).click();
  expect(run, "undone").toHaveBeenCalledOnce();
  await expect.element(page.getByText("four")).not.toBeInTheDocument();
});

test("a sync tells how far it is and can be stopped", async () => {
  const fake = await useFake({ pace: 150 });
  const stop = followStatus();
  await render(Progress, { target: mainOf(), props: { job: "sync", label: "Syncing…" } });
  const done = sync();
  await expect.element(page.getByRole("progressbar")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Stop" }).click();
  expect(await done, "it did not end well").toBeNull();
  await expect.element(page.getByRole("progressbar")).not.toBeInTheDocument();
  expect(fake.calls.some((call) => call.name === "cancel_job"), "the core was told").toBe(true);
  stop();
});

test("what works on the whole file shows that it is under way, and no way to stop it", async () => {
  const fake = await useFake();
  const stop = followStatus();
  await render(Progress, { target: mainOf(), props: { job: "verify", label: "Checking" } });
  fake.emit("progress", { job: "verify", done: 0, total: null, at: "", can_stop: false, ended: false });
  await expect.element(page.getByRole("group", { name: "Checking" }), { message: "something happens" }).toBeVisible();
  expect(page.getByRole("button", { name: "Stop" }).elements(), "a stop that would stop nothing is not offered").toEqual([]);
  stop();
});
