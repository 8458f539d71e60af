/** The main job: a stay, the lock's promise, one code, and its outcome. */

import { expect, test } from "vitest";
import { connected, given, goTo } from "./driver/given.ts";
import type { Page } from "./driver/page.ts";
import { answered, ask, chooseDays, issue, newStay, promised, ready } from "./driver/stay.ts";
import { until } from "./driver/until.ts";
import { Key, type Handle } from "./driver/webdriver.ts";
import type { Bench } from "./driver/window.ts";

const simulator = ["--plain", "--doors", "3", "--codes", "4"];

/** Waits until the code is set; returns its revealed PIN. */
async function readyPin(page: Page): Promise<string> {
  await ready(page);
  await page.click("button", /^Reveal/);
  return page.session.run<string>("return arguments[0].innerText", await page.see("img", /^PIN: /));
}

async function counted(bench: Bench): Promise<{ made: number; asked: number }> {
  const { total, requests } = await bench.seam.creates();
  return { made: total, asked: requests };
}

test("preview as typed, issue to set, reveal, copy", async () => {
  const bench = await given({ simulator, pictures: true });
  const page = await connected(bench);
  await newStay(page);
  await chooseDays(page, "05", "08");
  await page.fill("textbox", "Check-in", "16:00");
  await page.fill("textbox", "Check-out", "10:00");
  await page.read("16:00");
  const before = await promised(page);
  await page.fill("textbox", "Check-in", "15:00");
  await until("the preview follows the typing", async () => (await promised(page)) !== before);
  expect((await counted(bench)).asked, "a preview asks for nothing").toBe(0);
  await page.shoot("issue-light");

  await ask(page);
  await page.shoot("outbox-light");
  await answered(page);
  await page.shoot("issued-light");
  const pin = await readyPin(page);
  expect(pin, "a PIN as the lock takes it").toMatch(/^\d{4,8}$/);
  await page.click("button", /Copy PIN/);
  await page.read(/PIN copied/);
  expect(await counted(bench), "one request, one code").toEqual({ made: 1, asked: 1 });
  expect(bench.said, "no PIN in what the program says").not.toContain(pin);

  // Pasting is how a host meets the clipboard.
  await page.click("button", "Issue another code");
  await page.fill("textbox", "Label", "");
  await page.session.chord(Key.Control, "v");
  expect(await page.value("textbox", "Label"), "what was copied").toBe(pin);

  await goTo(page, "Ledger");
  await page.see("row", /Ready/);
  expect(await page.words(), "masked in lists").not.toContain(pin);

  bench.askToEnd();
  const log = await until("the program has ended", async () => bench.log.includes("was cleared from the clipboard") && bench.log);
  expect(log, "and no part of it stopped before").not.toContain("a part of the program stopped");
});

test("taken back in time, nothing is sent", async () => {
  const bench = await given({ simulator });
  const page = await connected(bench);
  await issue(page);
  await page.session.press(Key.Escape);
  await page.gone("region", "About to send");
  await page.see("button", /^Issue code for /);
  expect(await counted(bench), "Escape came before the request").toEqual({ made: 0, asked: 0 });
});

test("an answer that gets lost is found again, and nothing is sent twice", async () => {
  const bench = await given({ simulator });
  const page = await connected(bench);
  await bench.seam.act("faults", { fault: "drop", commit: true });
  await issue(page);
  await answered(page);
  const settled = async () => {
    const check = (await page.find("enabled button", "Check with Seam"))[0];
    if (check) await page.press(check);
    return !(await page.words()).includes("It is not known whether there is a code");
  };
  await until("the code is found", settled, { within: 40_000, instead: () => page.words() });
  await ready(page);
  expect(await counted(bench), "looked for, not asked for again").toEqual({ made: 1, asked: 1 });
});

test("another code only after many looks, by a typed word, and it is the only second request", async () => {
  const bench = await given({ simulator });
  const page = await connected(bench);
  await bench.seam.act("faults", { fault: "drop", commit: false });
  await issue(page);
  await answered(page);
  await page.read("It is not known whether there is a code");
  const offered = async () => (await page.find("enabled button", "Make another code"))[0];
  const look = async () => {
    for (const check of await page.find("enabled button", "Check with Seam")) await page.press(check);
    return offered();
  };
  await look();
  // The quarter of an hour begins with the first completed look.
  await page.read("Checked with Seam");
  for (const minutes of [0, 3, 3, 3, 3, 3]) {
    expect(await look(), "not before a quarter of an hour has been looked through").toBeUndefined();
    await bench.seam.act("clock", { advance_ms: minutes * 60_000 });
  }
  await page.press(await until("another can be chosen", look, { within: 40_000, instead: () => page.words() }));
  await page.see("dialog", "Make another code all the same?");
  const chosen = () => page.session.run<Handle | null>("return [...document.querySelectorAll('dialog[open] button:enabled')].find((one) => /^Make/.test(one.innerText)) ?? null");
  expect(await chosen(), "a click alone does not choose it").toBeNull();
  await page.fill("textbox", /^Type/, "another");
  await page.press(await until("the word is read", chosen));
  await ask(page);
  await answered(page);
  await ready(page);
  expect(await counted(bench), "the first request made nothing").toEqual({ made: 1, asked: 2 });
});

test("a power cut while the answer is awaited", async () => {
  const bench = await given({ simulator });
  const page = await connected(bench);
  await bench.seam.act("faults", { fault: "hang", commit: true });
  await issue(page);
  await until("the request has arrived", async () => (await counted(bench)).asked === 1);
  await bench.kill();
  await bench.seam.act("release", {});

  const again = await bench.open();
  await again.see("heading", /^Today/);
  await goTo(again, "Ledger");
  await again.see("row", /Ready/, { within: 60_000 });
  expect(await counted(bench), "found by looking").toEqual({ made: 1, asked: 1 });
});

test("a stay that has its code shows it instead of a form", async () => {
  const bench = await given({ simulator });
  const page = await connected(bench);
  const [door] = bench.seam.told.doors;
  await issue(page, door?.name);
  await answered(page);
  await goTo(page, "Doors");
  await newStay(page, door?.name);
  await chooseDays(page, "05", "08");
  await answered(page);
  expect(await counted(bench), "shown, not made").toEqual({ made: 1, asked: 1 });
});

test("by the keyboard alone", async () => {
  const bench = await given({ simulator });
  const page = await connected(bench);
  await page.session.chord(Key.Control, "n");
  await page.see("heading", "Issue a code");
  await page.tabTo("combobox", "Door");
  await page.tabTo("button", "Month after");
  await page.session.press(Key.Enter, Key.Tab);
  await page.session.press(Key.Right, Key.Right, Key.Enter, Key.Right, Key.Right, Key.Enter);
  await page.read(/2 nights/);
  for (const box of await page.find("checkbox")) {
    const isChecked = await page.session.run<boolean>("return arguments[0].checked", box);
    if (!isChecked) {
      await page.tabTo("checkbox");
      await page.session.press(Key.Space);
    }
  }
  await page.tabTo("enabled button", /^Issue code for /);
  await page.session.press(Key.Enter);
  await page.see("region", "About to send");
  expect(await page.focused(), "Enter again does not confirm: the way out has the focus").toMatch(/Cancel/);
  await answered(page);
  await ready(page);
  await page.tabTo("button", /^Reveal/);
  await page.session.press(Key.Enter);
  await page.see("button", /^Hide/);
  expect(await counted(bench), "one code").toEqual({ made: 1, asked: 1 });
});
