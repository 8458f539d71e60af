/**
 * Every simulated door has all its pages at any time of the demo's clock: odd doors have odd facts, and a page must
 * accept them.
 */

import { expect, test } from "vitest";
import { given } from "./driver/given.ts";
import type { Page } from "./driver/page.ts";
import { until } from "./driver/until.ts";

const DAY = 24;

/** Hours by which the demo's clock is moved forward. */
const CLOCKS = [0, 3 * DAY, 14 * DAY];

/**
 * Days from now at which stays begin: one in each half of the year, because zone tables may disagree in only one half.
 */
const STAYS = [20, 200];

const TABS = ["calendar", "slots", "elsewhere", "facts", "notes"];

/** Goes to another address; returns the page's title once its content is shown. */
async function open(page: Page, hash: string): Promise<string> {
  const GO = `
    const [hash, done] = arguments;
    addEventListener("hashchange", () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
    location.hash = hash;`;
  await page.session.later(GO, hash);
  const READ = `
    const isBusy = document.querySelector("main .loading, main [aria-busy=true]") !== null;
    return isBusy ? null : document.querySelector("[data-page-title]")?.innerText`;
  return until(`${hash} is there`, () => page.session.run<string | null>(READ), { instead: () => page.words() });
}

async function putClock(page: Page, hours: number): Promise<void> {
  const PUT = `
    const slider = document.querySelector("input[type=range]");
    slider.value = arguments[0];
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));`;
  await page.session.run(PUT, hours);
  const TOLD = 'return document.querySelector("input[type=range]").getAttribute("aria-valuetext").includes(arguments[0])';
  const told = hours === 0 ? "now" : `${hours / DAY} days ahead`;
  await until(`the demo's clock says “${told}”`, () => page.session.run<boolean>(TOLD, told));
}

/** Three nights each, as written in the address of the issue page. */
async function stays(page: Page): Promise<string[]> {
  const DAYS = "return arguments[0].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))";
  const [first, second] = [STAYS, STAYS.map((days) => days + 3)].map((days) => page.session.run<string[]>(DAYS, days));
  const [from = [], to = []] = await Promise.all([first, second]);
  return from.map((day, index) => `from=${day}T15:45&to=${to[index]}T10:15`);
}

test("every simulated door, at several clocks", { timeout: 300_000 }, async () => {
  const bench = await given();
  const page = await bench.open("--demo");
  await page.see("heading", /^Today/);
  await page.listenForFaults();
  await open(page, "#/doors");
  const LINKS = "return [...document.querySelectorAll('main a[href^=\"#/doors/\"]')].map((one) => one.hash.split('/')[2])";
  const doors = [...new Set(await page.session.run<string[]>(LINKS))];
  expect(doors.length, "the demo has many doors").toBeGreaterThan(10);
  const wanted = await stays(page);
  for (const hours of CLOCKS) {
    await putClock(page, hours);
    // Between two stays another page is shown, which leaves nothing of the first.
    const each = doors.flatMap((door) => [
      ...wanted.flatMap((stay) => [`#/issue?door=${door}&${stay}`, `#/readiness?door=${door}`]),
      ...TABS.map((tab) => `#/doors/${door}/${tab}`),
    ]);
    for (const hash of ["#/today", ...each]) {
      const title = await open(page, hash);
      expect(title, `${hash}, ${hours} hours ahead`).not.toBe("This page could not be shown");
      expect(await page.faults(), `${hash}, ${hours} hours ahead: nothing failed behind the page`).toEqual([]);
    }
  }
});
