/** Filling in the issue page as a host does. */

import type { Page } from "./page.ts";
import { until } from "./until.ts";
import type { Handle } from "./webdriver.ts";

/** Opens the page for a new stay at a door, by default the first that can have a code. */
export async function newStay(page: Page, door?: string): Promise<void> {
  await page.click("link", /^Issue code/);
  await page.see("heading", "Issue a code");
  if (door !== undefined) await page.choose("Door", door);
}

/** Chooses days of the next month by their numbers, such as "05". Any month has them, and none is over. */
export async function chooseDays(page: Page, first: string, last: string): Promise<void> {
  const before = await until("there is a calendar", () => month(page));
  await page.click("button", "Month after");
  await until("the next month is shown", async () => (await month(page)) !== before);
  for (const day of [first, last]) await page.press(await dayOf(page, day));
}

const month = (page: Page): Promise<string | null> =>
  page.session.run<string | null>("return document.querySelector('[data-date]')?.dataset.date.slice(0, 7) ?? null");

function dayOf(page: Page, day: string): Promise<Handle> {
  const find = "return document.querySelector(`[data-date$='-${arguments[0]}']`)";
  return until(`there is a day ${day}`, () => page.session.run<Handle | null>(find, day));
}

/** The text under "What the lock will do". */
export async function promised(page: Page): Promise<string> {
  return page.session.run<string>("return arguments[0].innerText", await page.see("region", "What the lock will do"));
}

/** Accepts each risk and asks for the code, which starts the seconds of grace. */
export async function ask(page: Page): Promise<void> {
  const button = /^Issue code for /;
  await page.see("button", button);
  for (const box of await page.find("checkbox")) {
    if (!(await page.session.run<boolean>("return arguments[0].checked", box))) await page.press(box);
  }
  await page.see("enabled button", button);
  await page.click("button", button);
  await page.see("region", "About to send");
}

/** Fills in a stay from the first field and asks for its code. */
export async function issue(page: Page, door?: string, days: [string, string] = ["05", "08"]): Promise<void> {
  await newStay(page, door);
  await chooseDays(page, ...days);
  await page.read(/\d nights?/);
  await ask(page);
}


/** Waits until the shown code is set at the lock. */
export async function ready(page: Page): Promise<void> {
  const step = "return document.querySelector('[aria-current=step]')?.innerText ?? ''";
  const isReady = async () => /Ready/.test(await page.session.run<string>(step));
  await until("the code is ready", isReady, { within: 60_000, instead: () => page.words() });
}

/** Waits until the page shows the stay's code, in any state. */
export async function answered(page: Page): Promise<void> {
  await page.see("region", "The code", { within: 40_000 });
}
