import { expect, test } from "vitest";
import { showPage } from "../../test/page";
import DoorPage from "../doors/DoorPage.svelte";
import DoorsPage from "../doors/DoorsPage.svelte";
import LedgerPage from "../ledger/LedgerPage.svelte";
import ReadinessPage from "../readiness/ReadinessPage.svelte";
import TodayPage from "../today/TodayPage.svelte";
import { en } from "$lib/words/en";
import { STATUS } from "$shared/status";

const TONES = ["good", "busy", "warn", "bad", "loud", "calm"];

/** The tags that a page shows: their word, tone and icon. */
async function tagsOf(main: HTMLElement): Promise<string[]> {
  await expect.poll(() => main.querySelector(".tag"), { message: "there are some" }).not.toBeNull();
  // Today lays out what is below the first screen after its first frames.
  await new Promise((done) => setTimeout(done, 200));
  return [...main.querySelectorAll(".tag")].map(lookOf);
}

const lookOf = (tag: Element) =>
  `${tag.textContent.trim()}: ${TONES.find((tone) => tag.classList.contains(tone))} ${tag.querySelector("path")?.getAttribute("d")}`;

test("a word has one tone and one icon in the table", () => {
  const looks = new Map<string, string>();
  for (const { word, tone, icon } of Object.values(STATUS)) {
    const said = String(en[word]);
    expect(looks.get(said) ?? `${tone} ${icon}`, said).toBe(`${tone} ${icon}`);
    looks.set(said, `${tone} ${icon}`);
  }
});

test("a state has one word, one colour and one icon on every page", async () => {
  const pages = [
    [TodayPage, "#/today"],
    [DoorsPage, "#/doors"],
    [ReadinessPage, "#/readiness"],
    [LedgerPage, "#/ledger"],
    [DoorPage, "#/doors/door-1/facts"],
  ] as const;
  const seen = new Map<string, string>();
  for (const [Page, hash] of pages) {
    const { main } = await showPage(Page, hash);
    for (const look of await tagsOf(main)) {
      const [word = ""] = look.split(":");
      expect(look, `${word} on ${hash}`).toBe(seen.get(word) ?? look);
      seen.set(word, look);
    }
    main.remove();
  }
  for (const word of ["Not known", "Refused", "No code yet", "Ready", "Blocked", "Warning"])
    expect([...seen.keys()], "this state was met").toContain(word);
});

test("a door has the same state on Doors, on Readiness and on its own page", async () => {
  const { fake, main: doors } = await showPage(DoorsPage, "#/doors");
  await tagsOf(doors);
  const listed = new Map([...doors.querySelectorAll("li")].map((row) => [row.querySelector("h2")?.textContent, lookOf(row.querySelector(".tag") as Element)]));
  const { main: readiness } = await showPage(ReadinessPage, "#/readiness");
  await tagsOf(readiness);
  for (const summary of readiness.querySelectorAll("summary:has(.tag)"))
    expect(lookOf(summary.querySelector(".tag") as Element), "on Readiness").toBe(listed.get(summary.querySelector("h3")?.textContent));
  for (const door of fake.answer("list_doors").doors) {
    const { main } = await showPage(DoorPage, `#/doors/${door.door_id}`);
    const [own] = await tagsOf(main);
    expect(own, `on the page of ${door.name}`).toBe(listed.get(door.name));
    main.remove();
  }
});
