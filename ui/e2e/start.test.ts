/** How the program begins. */

import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { given } from "./driver/given.ts";
import type { Page } from "./driver/page.ts";
import { Program } from "./driver/processes.ts";
import { BUILT } from "./driver/simulator.ts";
import { until } from "./driver/until.ts";
import { PROGRAM } from "./driver/window.ts";

test("without a display it says so and ends", async () => {
  const program = new Program(join(BUILT, PROGRAM), [], { PATH: "/usr/bin:/bin", HOME: "/nonexistent" });
  expect(await program.ended(), "the environment lacks something").toBe(69);
  expect(program.said, "a sentence, no panic").toMatch(/no display to open a window on.*latchbook/s);
  expect(program.said).not.toMatch(/panic/i);
});

test("the demo from a clean home", async () => {
  const bench = await given({ pictures: true });
  const page = await bench.open();
  await page.see("heading", "Latchbook");
  await page.shoot("welcome-light");
  await page.click("button", "Open the demo");
  await page.see("heading", /^Today/);
  await page.read(/no lock can be reached/);
  await page.shoot("today-demo-light");
});

test("--demo begins with the simulated doors", async () => {
  const bench = await given();
  const page = await bench.open("--demo");
  await page.see("heading", /^Today/);
  await page.read(/no lock can be reached/);
});

test("a start right after quitting opens a window of its own", async () => {
  const bench = await given();
  const page = await bench.open("--demo");
  await page.see("heading", /^Today/);
  // Clearing it takes the end of the program some time.
  await page.click("button", /^Copy PIN/);
  await page.read(/PIN copied/);
  bench.askToEnd();
  const next = bench.computer.start(join(BUILT, PROGRAM), []);
  onTestFinished(() => next.end());
  await setTimeout(2_000);
  expect(next.hasEnded, "it did not hand over to the program that was closing").toBe(false);
});

test("the next start has the window's size", async () => {
  const bench = await given();
  const size = (page: Page) => page.session.run<number[]>("return [innerWidth, innerHeight]");
  const page = await bench.open();
  await page.see("heading", "Latchbook");
  const first = await size(page);
  await page.session.resize(1000, 640);
  await until("the window is smaller", async () => String(await size(page)) !== String(first));
  const chosen = await size(page);
  await bench.quit();
  const next = await bench.open();
  await next.see("heading", "Latchbook");
  expect(await size(next), "as the host left it").toEqual(chosen);
});

test("no plugin runs a script in the page", async () => {
  const bench = await given();
  const page = await bench.open();
  await page.see("heading", "Latchbook");
  const REPLACED = "return ['alert', 'confirm', 'Notification'].filter((name) => name in window && !/native code/.test(String(window[name])))";
  expect(await page.session.run<string[]>(REPLACED), "its calls are not permitted, and would fail at any moment").toEqual([]);
});

test("SEAM_ENDPOINT is honoured as in the terminal, and said", async () => {
  const bench = await given({ simulator: ["--plain", "--doors", "1", "--codes", "0"], isSet: false, pictures: true });
  const page = await bench.open();
  await page.read(`This window talks to ${bench.seam.told.url}, not to Seam.`);
  await page.shoot("endpoint-welcome");
  await page.fill("textbox", "Seam API key", bench.seam.told.api_key);
  await page.click("button", "Connect");
  await page.see("heading", /^Readiness/);
  await page.read(/Synced /);
  await page.read(`This window talks to ${bench.seam.told.url}, not to Seam.`);
  await page.shoot("endpoint");
});
