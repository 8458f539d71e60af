/** Hostile names on every screen: they stay text, and the layout holds. */

import { expect, test } from "vitest";
import { connected, given, goTo, synced } from "./driver/given.ts";
import { answered, issue } from "./driver/stay.ts";

const NAMES = [
  `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`,
  `‮nroB‬ ﷽ ${"Z̡̗̰a͏͎l͇g̜o̮".repeat(20)} &amp; "quotes" 'n' \`ticks\` {{mustache}} \${dollar}`,
  "wide ".repeat(2_000),
];

const PAGES = ["Today", "Doors", "Ledger", "Readiness", "Settings"];

test("hostile names are text on every screen", async () => {
  const bench = await given({ simulator: ["--plain", "--doors", "3", "--codes", "4"], pictures: true });
  for (const [number, door] of bench.seam.told.doors.entries()) {
    await bench.seam.act("door", { device_id: door.door_id, name: NAMES[number] });
  }
  const page = await connected(bench);
  await issue(page);
  await answered(page);
  for (const name of PAGES) {
    await goTo(page, name);
    await synced(page);
    const found = await page.session.run<{ title: string; planted: number; wide: boolean }>(`return {
      title: document.title,
      planted: document.querySelectorAll("img[src=x], main script").length,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }`);
    expect(found.title, `${name}: nothing of a name has run`).not.toContain("owned");
    expect(found.planted, `${name}: nothing of a name became an element`).toBe(0);
    expect(found.wide, `${name}: the page does not scroll sideways`).toBe(false);
    await page.shoot(`hostile-${name.toLowerCase()}`);
  }
  await goTo(page, "Doors");
  await page.read("<img src=x onerror=");
});
