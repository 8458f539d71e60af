/** The record, large. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { given, goTo } from "./driver/given.ts";
import { BUILT } from "./driver/simulator.ts";
import { IDENTIFIER } from "./driver/window.ts";
import { until } from "./driver/until.ts";

test("search as typed in 60,000 codes", async () => {
  const bench = await given({ pictures: true });
  execFileSync(join(BUILT, "bench"), ["fill", join(bench.computer.home, "data", IDENTIFIER), "60000"]);
  const page = await bench.open();
  await page.see("heading", /^Today/);
  await page.shoot("today-full-light");
  await goTo(page, "Ledger");
  await page.read("60,000");
  const rows = async () => (await page.find("row")).length;
  expect(await rows(), "only what is seen is drawn").toBeLessThan(200);
  const search = await page.see("searchbox");
  await page.session.type(search, "barn 487");
  const codes = "return [...document.querySelectorAll('[role=row][data-index]')].map((row) => row.innerText)";
  await until("every row is of that barn", async () => {
    const found = await page.session.run<string[]>(codes);
    return found.length > 0 && found.every((row) => row.includes("Barn 487"));
  });
  await page.shoot("ledger-search-light");
});
