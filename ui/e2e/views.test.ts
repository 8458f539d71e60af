/** A picture of every view, in both themes, wide and narrow, for people to check (target/shots). */

import { test } from "vitest";
import { given, goTo } from "./driver/given.ts";
import type { Page } from "./driver/page.ts";
import { answered, chooseDays, issue, ready } from "./driver/stay.ts";
import { until } from "./driver/until.ts";

const PAGES = ["Today", "Doors", "Ledger", "Readiness", "Settings"];

async function shootAll(page: Page, folder: string): Promise<void> {
  for (const name of PAGES) {
    await goTo(page, name);
    await page.gone("status", /^Loading/);
    await page.shoot(`${folder}/${name.toLowerCase()}`);
  }
  await page.click("link", /^Issue code/);
  await page.see("heading", "Issue a code");
  await page.see("region", "What the lock will do");
  await chooseDays(page, "12", "15");
  // The stay asks for a quarter of an hour more at both ends than any slot allows.
  await page.fill("textbox", "Check-in", "15:45");
  await page.fill("textbox", "Check-out", "10:15");
  await page.read(/15 min early/);
  await page.shoot(`${folder}/issue`);
}

/** The views of one door, one code, and its card on paper. */
async function shootOne(page: Page, folder: string): Promise<void> {
  await goTo(page, "Doors");
  const READ = "return document.querySelector('a[href^=\"#/doors/\"]')?.hash";
  const door = await until("a door is listed", () => page.session.run<string | null>(READ));
  for (const [name, hash] of [["door", door], ["code", "#/ledger/1"], ["print", "#/print/1"]] as const) {
    await page.session.run("location.hash = arguments[0]", hash);
    await page.gone("status", /^Loading/);
    await page.see("heading");
    await page.shoot(`${folder}/${name}`);
  }
  await page.session.run("location.hash = '#/today'");
}

async function inBothThemes(page: Page, shoot: (page: Page, folder: string) => Promise<void>): Promise<void> {
  for (const theme of ["Light", "Dark"]) {
    await goTo(page, "Settings");
    await page.click("link", "Appearance").catch(() => page.click("tab", "Appearance"));
    await page.click("radio", theme);
    await page.session.resize(1180, 780);
    await shoot(page, `demo-${theme.toLowerCase()}`);
    await page.session.resize(360, 740);
    await shoot(page, `demo-${theme.toLowerCase()}-narrow`);
  }
}

test("every view", async () => {
  // The zone of most of the demo's doors.
  const bench = await given({ env: { TZ: "America/Los_Angeles" }, pictures: true });
  const page = await bench.open();
  await page.see("heading", "Latchbook");
  await page.shoot("welcome");
  await page.click("button", "Open the demo");
  await page.see("heading", /^Today/);
  await inBothThemes(page, shootAll);
  await page.session.resize(1180, 780);
  await issue(page);
  await answered(page);
  await ready(page);
  await inBothThemes(page, shootOne);
});
