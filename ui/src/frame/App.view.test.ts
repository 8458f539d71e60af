import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { expectAccessible, useFake } from "../../test/page.ts";
import { readStatus } from "$lib/status.svelte";
import { toast } from "$lib/toasts.svelte";
import { undoable } from "$lib/undo.svelte";
import type { IssueRequest } from "$lib/wire";
import App from "./App.svelte";
import { SHORTCUTS } from "./shortcuts.ts";

afterEach(() => {
  document.body.replaceChildren();
});

test("the frame has its pages, its counts and its banner, and axe finds nothing", async () => {
  const fake = await useFake();
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  const count = fake.answer("get_status").needs_you;
  await expect.element(page.getByRole("link", { name: new RegExp(`Today.*${count} need you`) })).toHaveAttribute("aria-current", "page");
  await expect.element(page.getByText("no lock can be reached", { exact: false })).toBeVisible();
  await expectAccessible();
});

test("keys go to pages, and the head of the page takes the focus", async () => {
  await useFake();
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await userEvent.keyboard("{Control>}3{/Control}");
  const head = page.getByRole("heading", { level: 1, name: "Doors" });
  await expect.element(head).toBeVisible();
  await expect.element(head).toHaveFocus();
  expect(document.title, "the title names the page").toBe("Doors · Latchbook");
});

test("Find from any page puts the cursor into the search of the ledger", async () => {
  await useFake();
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await userEvent.keyboard("{Control>}f{/Control}");
  const search = page.getByRole("searchbox");
  await expect.element(search).toHaveFocus();
  await new Promise((done) => setTimeout(done, 200));
  await expect.element(search, { message: "and the head of the page does not take it away" }).toHaveFocus();
});

test("a message covers no button", async () => {
  await useFake({ mode: "live" });
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.viewport(1180, 780);
  for (let count = 0; count < 3; count += 1) toast("The last sync found something that takes a whole sentence to say");
  await expect.element(page.getByRole("button", { name: "Dismiss" }).first()).toBeVisible();
  const messages = document.querySelector(".toasts")?.getBoundingClientRect();
  const covered = [...document.querySelectorAll("a, button")].filter((one) => {
    const box = one.getBoundingClientRect();
    const apart = !messages || one.closest(".toasts") || box.bottom <= messages.top || box.top >= messages.bottom || box.right <= messages.left || box.left >= messages.right;
    return !apart;
  });
  expect(covered.map((one) => one.textContent), "none lies under it").toEqual([]);
  await expectAccessible();
});

test("without a record there is only the welcome", async () => {
  await useFake({ mode: "none" });
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Latchbook" })).toBeVisible();
  await expect.poll(() => location.hash, { message: "whatever was asked for" }).toBe("#/welcome");
  expect(document.querySelector("nav"), "no pages to go to").toBeNull();
  await expectAccessible();
});

test("a sync that fails is said above the page, and goes when it is dismissed", async () => {
  const fake = await useFake({ mode: "live" });
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  fake.sync_now = () => Promise.reject({ code: "no_connection", message: "Seam could not be reached.", detail: null });
  await userEvent.keyboard("{Control>}r{/Control}");
  await expect.element(page.getByText("No connection to Seam")).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).last().click();
  await expect.element(page.getByText("No connection to Seam")).not.toBeInTheDocument();
});

test("what went wrong with the real doors is not said in the demo, nor the other way round", async () => {
  for (const [mode, other] of [["live", "demo"], ["demo", "live"]] as const) {
    const fake = await useFake({ mode });
    const shown = await render(App);
    const fault = page.getByText("Seam does not know this key.");
    fake.sync_now = () => Promise.reject({ code: "key_rejected", message: "Seam does not know this key.", detail: null });
    await userEvent.keyboard("{Control>}r{/Control}");
    await expect.element(fault, { message: `it is said in ${mode}` }).toBeVisible();
    Object.assign(fake.answer("get_status"), { mode: other });
    await readStatus();
    await expect.element(fault, { message: `and not in ${other}` }).not.toBeInTheDocument();
    let fail = (): void => undefined;
    fake.sync_now = () => new Promise((_, reject) => (fail = () => reject({ code: "key_rejected", message: "Seam does not know this key.", detail: null })));
    await userEvent.keyboard("{Control>}r{/Control}");
    Object.assign(fake.answer("get_status"), { mode });
    await readStatus();
    fail();
    await readStatus();
    expect(fault.elements(), "an answer that comes after the change says nothing here, either").toHaveLength(0);
    await shown.unmount();
  }
});

test("what was done in one record cannot be undone in another", async () => {
  const fake = await useFake({ mode: "live" });
  await render(App);
  let undone = false;
  undoable("Stay removed", async () => (undone = true));
  Object.assign(fake.answer("get_status"), { mode: "demo" });
  await readStatus();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.element(page.getByText("Nothing to undo", { exact: false })).toBeVisible();
  expect(undone, "its numbers name other stays there").toBe(false);
});

test("another server than Seam is said above every page, before a key is given, too", async () => {
  const fake = await useFake({ mode: "live" });
  fake.answer("get_status").endpoint = "http://127.0.0.1:8787";
  await readStatus();
  await render(App);
  const said = page.getByText("This window talks to http://127.0.0.1:8787, not to Seam.");
  await expect.element(said, { message: "with the doors" }).toBeVisible();
  await expectAccessible();
  Object.assign(fake.answer("get_status"), { mode: "none" });
  await readStatus();
  await expect.element(page.getByRole("textbox", { name: "Seam API key" })).toBeVisible();
  await expect.element(said, { message: "where the key is pasted" }).toBeVisible();
  Object.assign(fake.answer("get_status"), { mode: "demo" });
  await readStatus();
  await expect.element(said, { message: "the demo has its own" }).not.toBeInTheDocument();
  location.hash = "#/welcome/connect";
  await expect.element(page.getByText("The key goes to http://127.0.0.1:8787, not to Seam."), { message: "but the key will go there" }).toBeVisible();
});

test("a door that cannot be shown is told of, with the way to mend it", async () => {
  const fake = await useFake({ mode: "live" });
  fake.answer("get_status").damaged_doors = 1;
  await readStatus();
  await render(App);
  await expect.element(page.getByText("1 door cannot be shown")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Sync now" }).first().click();
  expect(fake.calls.map((one) => one.name), "Seam says it again").toContain("sync_now");
});

test("clocks that are apart are said above every page, with the way to put it right", async () => {
  const fake = await useFake({ mode: "live" });
  fake.answer("get_status").clocks = { skew_ms: 28_800_000, message: "At the last sync this computer's clock was 8 h behind Seam's." };
  await readStatus();
  await render(App);
  await expect.element(page.getByText("was 8 h behind Seam's", { exact: false })).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Sync now" }).first().click();
  expect(fake.calls.map((one) => one.name), "Seam's clock is heard again").toContain("sync_now");
  fake.answer("get_status").clocks = null;
  fake.emit("changed", { what: ["status"] });
  await expect.element(page.getByText("was 8 h behind Seam's", { exact: false }), { message: "they agree" }).not.toBeInTheDocument();
});

test("a key that Seam takes no longer is said above every page", async () => {
  const fake = await useFake({ mode: "live" });
  fake.answer("get_status").key_error = { code: "key_rejected", message: "Seam does not know this key.", detail: null };
  await render(App);
  await expect.element(page.getByText("Seam does not know this key."), { message: "though nobody synced here" }).toBeVisible();
  await expectAccessible();
  fake.answer("get_status").key_error = null;
  fake.emit("changed", { what: ["status"] });
  await expect.element(page.getByText("Seam does not know this key."), { message: "until it is taken" }).not.toBeInTheDocument();
});

test("a record in trouble is tried again each minute, until it is not", async () => {
  const fake = await useFake({ mode: "live" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const asked = () => fake.calls.filter((one) => one.name === "get_status").length;
    fake.answer("get_status").record_trouble = { code: "locked_record", message: "Another program has it.", detail: null } as never;
    await readStatus();
    const before = asked();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked(), "a question is a try").toBe(before + 1);
    fake.answer("get_status").record_trouble = null;
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked(), "once it is well, nobody asks").toBe(before + 2);
  } finally {
    vi.useRealTimers();
  }
});

test("an answer that could not be recorded stands above every page until it is written down", async () => {
  const fake = await useFake({ issue: "unrecorded" });
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await fake.issue_code({ request: {} as IssueRequest });
  const section = page.getByRole("region", { name: "Write this down now" });
  await expect.element(section.getByText("583201"), { message: "the PIN stands nowhere else" }).toBeVisible();
  await expect.element(section, { message: "wherever on the page the host is" }).toHaveFocus();
  await userEvent.keyboard("{Control>}4{/Control}");
  await expect.element(page.getByRole("heading", { level: 1, name: "Ledger" })).toBeVisible();
  await expect.element(section.getByText("583201"), { message: "another page does not lose it" }).toBeVisible();
  await expectAccessible();
  await section.getByRole("button", { name: "I have written it down" }).click();
  await expect.element(section, { message: "the host has it on paper" }).not.toBeInTheDocument();
  expect(page.getByText("is in the record now", { exact: false }).elements(), "nobody says that it was recorded").toHaveLength(0);
});

test("an answer that the record takes after all goes by itself, and that is said", async () => {
  const fake = await useFake({ issue: "unrecorded" });
  const { code } = fake.answer("get_code", { intent_id: 60 });
  fake.answer("list_unrecorded").push({ code, access_code_id: "ac-1", pin: "583201", message: "The disk is full." });
  await render(App);
  const section = page.getByRole("region", { name: "Write this down now" });
  await expect.element(section, { message: "held by the core, shown by a page that was loaded again" }).toBeVisible();
  fake.answer("list_unrecorded").splice(0);
  fake.emit("changed", { what: ["unrecorded"] });
  await expect.element(section).not.toBeInTheDocument();
  await expect.element(page.getByText(`The code for ${code.door} is in the record now`), { message: "why it went" }).toBeVisible();
});

test("the list of shortcuts opens by key, holds the focus and closes by Escape", async () => {
  await useFake();
  await render(App);
  await userEvent.keyboard("{Control>}/{/Control}");
  await expect.element(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog", { name: "Keyboard shortcuts" })).not.toBeInTheDocument();
});

test("the window is zoomed by keys and by menu, between 50 and 200 %", async () => {
  const fake = await useFake({ mode: "live" });
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  const zoom = () => expect.poll(() => fake.answer("get_settings").zoom);
  for (const [keys, percent] of [["+", 110], ["=", 125], ["-", 110], ["0", 100]] as const) {
    await userEvent.keyboard(`{Control>}${keys}{/Control}`);
    await zoom().toBe(percent);
  }
  fake.emit("menu", { what: "zoom-in" });
  await zoom().toBe(110);
  for (const [keys, percent] of [["+", 200], ["-", 50]] as const) {
    for (let presses = 0; presses < 12; presses += 1) await userEvent.keyboard(`{Control>}${keys}{/Control}`);
    await zoom().toBe(percent);
  }
});

test("every shortcut of the list does its part without an error", async () => {
  const fake = await useFake({ mode: "live", settings: { zoom: 125 } });
  const faults: unknown[] = [];
  const rejected = (event: PromiseRejectionEvent) => faults.push(event.reason);
  window.addEventListener("unhandledrejection", rejected);
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  const pages = [1, 2, 3, 4, 5, 6].map((number) => ({ keys: `$mod+${number}`, what: `page-${number}` }));
  for (const { keys, what } of [...SHORTCUTS, ...pages, { keys: "$mod+/", what: "shortcuts" }]) {
    const before = [location.hash, fake.calls.length, document.body.innerHTML].join();
    const [key = "", ...held] = keys.split(/(?<=\w)\+/).map((part) => (part === "$mod" ? "Control" : part)).reverse();
    const [down, up] = [held.reverse().map((one) => `{${one}>}`).join(""), held.map((one) => `{/${one}}`).join("")];
    location.hash = "#/readiness";
    await expect.element(page.getByRole("heading", { level: 1, name: "Readiness" })).toBeVisible();
    await userEvent.keyboard(`${down}${key.toLowerCase()}${up}`);
    await expect.poll(() => [location.hash, fake.calls.length, document.body.innerHTML].join(), { message: `${what} does something` }).not.toBe(before);
    expect(page.getByText("Something went wrong").elements(), what).toHaveLength(0);
    // Its code is loaded at the first press.
    if (what === "palette") await expect.element(page.getByRole("dialog", { name: "Command palette" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
  }
  window.removeEventListener("unhandledrejection", rejected);
  expect(faults, "nothing failed behind the page").toEqual([]);
});

test("the skip link leads past the sidebar", async () => {
  await useFake();
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  await userEvent.keyboard("{Tab}");
  await expect.element(page.getByRole("link", { name: "Skip to the page" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("main")).toHaveFocus();
});

test("New code begins anew where a code stands, by key and by link", async () => {
  const fake = await useFake({ issue: "set", pace: 0 });
  fake.answer("get_settings").outbox_seconds = 0;
  location.hash = "#/issue";
  await render(App);
  const outcome = page.getByRole("region", { name: "The code" });
  const issue = page.getByRole("button", { name: /^Issue code for/ });
  const ways = [
    ["from=2026-12-12T15:45&to=2026-12-15T10:15", () => userEvent.keyboard("{Control>}n{/Control}")],
    ["from=2026-11-29T15:45&to=2026-12-03T10:15", () => page.getByRole("link", { name: /^Issue code/ }).click()],
  ] as const;
  for (const [stay, begin] of ways) {
    location.hash = `#/issue?door=door-1&${stay}`;
    await expect.element(issue, { message: "the stay can be issued" }).toBeInTheDocument();
    // Input is kept, and the address is the button's own.
    location.hash = "#/issue";
    for (const box of page.getByRole("group", { name: "Please confirm" }).getByRole("checkbox").elements()) await userEvent.click(box);
    await issue.click();
    await expect.element(outcome, { message: "the code was made" }).toBeInTheDocument();
    await begin();
    await expect.element(outcome, { message: "the same address begins anew" }).not.toBeInTheDocument();
  }
}, 20_000);

test("the menu of the window and the same key do a thing once", async () => {
  const fake = await useFake({ mode: "live" });
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  await userEvent.keyboard("{Control>}{Shift>}h{/Shift}{/Control}");
  fake.emit("menu", { what: "conceal" });
  await expect.element(page.getByText("PINs are concealed now")).toBeVisible();
  expect(fake.answer("get_settings").conceal, "not switched on and off again").toBe(true);
});

test("the demo's clock is put forward", async () => {
  const fake = await useFake();
  await render(App);
  const slider = page.getByRole("slider", { name: /Demo clock/ });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(() => fake.answer("get_status").demo_hours, { message: "by one step" }).toBe(6);
});

test("a narrow window reflows, banner and all", async () => {
  await page.viewport(320, 640);
  await useFake({ settings: { language: "es" } });
  location.hash = "#/settings/about";
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  const wide = document.documentElement.scrollWidth;
  await page.viewport(1280, 800);
  expect(wide, "nothing is cut off or scrolls sideways").toBeLessThanOrEqual(320);
});

test("a page that breaks stands in its own fence, and can be opened again", async () => {
  const fake = await useFake({ mode: "live" });
  const well = fake.list_doors;
  fake.list_doors = async () => ({}) as never;
  location.hash = "#/doors";
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "This page could not be shown" })).toBeVisible();
  await expect.element(page.getByRole("link", { name: /Today/ })).toBeVisible();
  await expectAccessible();
  location.hash = "#/readiness";
  await expect.element(page.getByRole("heading", { level: 1, name: "Readiness" }), { message: "the others are well" }).toBeVisible();
  location.hash = "#/doors";
  await expect.element(page.getByRole("heading", { level: 1, name: "This page could not be shown" })).toBeVisible();
  fake.list_doors = well;
  await page.getByRole("button", { name: "Open the page again" }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Doors" })).toBeVisible();
});

test("names that try to break it stand as text, in a narrow window, too", async () => {
  await page.viewport(320, 640);
  await useFake({ mode: "live", names: "hostile" });
  location.hash = "#/settings/account";
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  const [wide, high] = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
  await page.viewport(1280, 800);
  expect(wide, "nothing widens the page").toBeLessThanOrEqual(320);
  expect(high, "a name of ten thousand characters is one line").toBeLessThan(3000);
  await expectAccessible();
});
