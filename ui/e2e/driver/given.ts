/** The usual start of a test: a bench that is always cleared, and the steps that most tests share. */

import { onTestFinished } from "vitest";
import type { Page } from "./page.ts";
import { Bench, type Given } from "./window.ts";

/** A bench for one test; a failure leaves the program's output, and a picture if the test takes any. */
export async function given(wishes: Given = {}): Promise<Bench> {
  const bench = await Bench.set(wishes);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") {
      process.stderr.write(`\n${task.name}: the program said\n${bench.said}\n`);
      if (wishes.pictures) await bench.page?.shoot(`failed/${task.name.replaceAll(/\W+/g, "-")}`).catch(() => undefined);
    }
    await bench.clear();
  });
  return bench;
}

/** Opens the window and connects it to the simulator as a host does. Ends at Readiness. */
export async function connected(bench: Bench, keep = true): Promise<Page> {
  const page = await bench.open();
  await page.see("heading", "Latchbook");
  await page.fill("textbox", "Seam API key", bench.seam.told.api_key);
  if (!keep) await page.click("radio", /^This session only/);
  await page.click("button", "Connect");
  await page.see("heading", /^Readiness/);
  await synced(page);
  return page;
}

/** Waits until one sync has ended and none runs. */
export async function synced(page: Page): Promise<void> {
  await page.read(/Synced /);
}

export async function goTo(page: Page, name: string): Promise<void> {
  await page.click("link", new RegExp(`^${name}`));
  await page.see("heading", new RegExp(`^${name}`));
}
