/** A picture of every view, in both themes, wide and narrow. They are looked at by people (target/shots). */

import { test } from "vitest";
import { given, goTo } from "./driver/given.ts";
import type { Page } from "./driver/page.ts";
import { chooseDays } from "./driver/stay.ts";

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
  await page.read("Opens");
  await page.shoot(`${folder}/issue`);
}

test("every view", async () => {
  // Whose clock most of the demo's doors are on.
  const bench = await given({ env: { TZ: "America/Los_Angeles" } });
  const page = await bench.open();
  await page.see("heading", "Latchbook");
  await page.shoot("welcome");
  await page.click("button", "Open the demo");
  await page.see("heading", /^Today/);
  for (const theme of ["Light", "Dark"]) {
    await goTo(page, "Settings");
    await page.click("link", "Appearance").catch(() => page.click("tab", "Appearance"));
    await page.click("radio", theme);
    await page.click("button", "Dismiss");
    await page.session.resize(1180, 780);
    await shootAll(page, `demo-${theme.toLowerCase()}`);
    await page.session.resize(360, 740);
    await shootAll(page, `demo-${theme.toLowerCase()}-narrow`);
  }
});
