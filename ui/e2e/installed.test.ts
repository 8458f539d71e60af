/** The installed package: `cargo xtask dist` sets its location. */

import { expect, test } from "vitest";
import { given } from "./driver/given.ts";

test("starts and shows the welcome", async () => {
  const bench = await given();
  expect(await bench.terminal("--version"), "the command line comes with it").toMatch(/^latchbook \d/);
  const page = await bench.open();
  await page.see("heading", "Latchbook");
  await page.see("button", "Open the demo");
});
