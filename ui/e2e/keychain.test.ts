/** The key: asked for once, kept in a real keychain, and the behaviour without one. */

import { expect, test } from "vitest";
import { connected, given, goTo } from "./driver/given.ts";

const simulator = ["--doors", "6"];

test("a key is kept over a restart and never shown", async () => {
  const bench = await given({ simulator, pictures: true });
  const page = await connected(bench);
  const key = bench.seam.told.api_key;
  expect(await page.words(), "the key goes in once and never back").not.toContain(key);
  await page.shoot("readiness-light");
  await bench.close();

  const again = await bench.open();
  await again.see("heading", /^Today/);
  await goTo(again, "Doors");
  await again.read("Loft");
  expect(bench.said, "nothing of the key in what it says").not.toContain(key);
});

test("a locked keychain is said, and the record can be read without it", async () => {
  const bench = await given({ simulator, pictures: true });
  await connected(bench);
  await bench.close();
  await bench.login("locked");
  const page = await bench.open();
  await page.see("heading", /^Today/);
  await goTo(page, "Doors");
  await page.read("Loft");
  await page.click("link", /^No key/);
  await page.read("The keychain is locked");
  await page.shoot("keychain-locked-light");
});

test("without a keychain the key serves this session", async () => {
  const bench = await given({ simulator, keychain: "absent" });
  const page = await bench.open();
  await page.read("No keychain found");
  await page.fill("textbox", "Seam API key", bench.seam.told.api_key);
  await page.click("radio", /^This session only/);
  await page.click("button", "Connect");
  await page.see("heading", /^Readiness/);
});

test("a key of the wrong kind is refused at its field", async () => {
  const bench = await given({ simulator });
  const page = await bench.open();
  await page.fill("textbox", "Seam API key", "seam_pk_1A2b_not_a_secret_key");
  await page.click("button", "Connect");
  await page.read(/key/i);
  await page.see("heading", "Latchbook");
  expect((await bench.seam.creates()).requests, "nothing was asked to be made").toBe(0);
});
