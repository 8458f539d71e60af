import { expect, test } from "vitest";
import { given } from "./driver/given.ts";

test("the page lives where the processor paints it, as on most hosts' computers", async () => {
  const bench = await given({ env: { LATCHBOOK_PAINT: "" } });
  const page = await bench.open("--demo");
  await page.see("heading", /^Today/);
  await page.read(/Arriving/);
  const READ = "return document.querySelectorAll('main li').length";
  expect(await page.session.run<number>(READ), "the page has not crashed after its first frames").toBeGreaterThan(0);
});
