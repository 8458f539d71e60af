/** The keys that the window offers, in the real window: the browser engine and the shell also act on them. */

import { expect, test } from "vitest";
import { given } from "./driver/given.ts";
import type { Page } from "./driver/page.ts";
import { until } from "./driver/until.ts";
import { Key } from "./driver/webdriver.ts";

const HELD: Record<string, string> = { Ctrl: Key.Control, Shift: Key.Shift, Esc: Key.Escape };

/** `Ctrl+Shift+H` as keys to press. */
const keysOf = (spelled: string): string[] => spelled.split(/(?<=\w)\+/).map((part) => HELD[part] ?? part.toLowerCase());

/** The zoom, in percent. */
const zoom = (page: Page): Promise<number> =>
  page.session.run<number>("return Math.round(100 * outerWidth / innerWidth)");

const shownAt = (page: Page, percent: number): Promise<boolean> =>
  until(`it is shown at ${percent} %`, async () => Math.abs((await zoom(page)) - percent) <= 1, { instead: async () => String(await zoom(page)) });

test("every shortcut that is offered raises no error", async () => {
  const bench = await given({ pictures: true });
  const page = await bench.open("--demo");
  await page.see("heading", /^Today/);
  await page.listenForFaults();
  await page.session.chord(Key.Control, "/");
  await page.see("dialog", "Keyboard shortcuts");
  await page.shoot("shortcuts");
  const listed = await page.session.run<string[]>("return [...document.querySelectorAll('dialog[open] kbd')].map((one) => one.innerText)");
  expect(listed.length, "there is a list").toBeGreaterThan(12);
  await page.session.press(Key.Escape);
  for (const spelled of listed) {
    await page.gone("dialog");
    await page.session.chord(...keysOf(spelled));
    await page.session.later("setTimeout(arguments[0], 50)");
    expect(await page.words(), spelled).not.toMatch(/Something went wrong|could not be shown/);
    await page.session.press(Key.Escape);
  }
  await page.session.chord(Key.Control, "1");
  await page.see("heading", /^Today/);
  expect(await page.faults(), "and nothing failed behind the page").toEqual([]);
});

test("Find from another page puts the cursor into the ledger's search", async () => {
  const bench = await given();
  const page = await bench.open("--demo");
  await page.see("heading", /^Today/);
  await page.session.chord(Key.Control, "f");
  await page.see("heading", /^Ledger/);
  await page.session.later("setTimeout(arguments[0], 200)");
  await page.session.press("l", "o", "f", "t");
  const typed = () => page.session.run<string>("return document.activeElement.value ?? ''");
  await until("what is typed is searched for", async () => (await typed()) === "loft", { instead: () => page.focused() });
});

test("the window is zoomed by keys, and the next start remembers it", async () => {
  const bench = await given({ pictures: true });
  const page = await bench.open("--demo");
  await page.see("heading", /^Today/);
  await shownAt(page, 100);
  await page.session.chord(Key.Control, "=");
  await shownAt(page, 110);
  await page.session.chord(Key.Control, "=");
  await shownAt(page, 125);
  await page.shoot("zoom-125");
  await bench.close();
  const next = await bench.open("--demo");
  await next.see("heading", /^Today/);
  await shownAt(next, 125);
  await next.session.chord(Key.Control, "-");
  await shownAt(next, 110);
  await next.session.chord(Key.Control, "0");
  await shownAt(next, 100);
});
