import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { expectAccessible, expectNothingMoves, showPage } from "../../test/page";
import TodayPage from "./TodayPage.svelte";

test("shows who comes, who goes, what waits and the week", async () => {
  await showPage(TodayPage, "#/today");
  for (const name of ["Needs you", "Arriving", "Leaving", "Next seven days"])
    await expect.element(page.getByRole("heading", { name, exact: true }), { message: name }).toBeInTheDocument();
  await expectAccessible();
});

test.each([[1180, 780], [360, 740]])("nothing moves when a PIN is revealed, at %i × %i", async (width, height) => {
  await page.viewport(width, height);
  try {
    await showPage(TodayPage, "#/today");
    await expectNothingMoves();
  } finally {
    await page.viewport(1280, 800);
  }
});

test("what is not known is checked where it is said", async () => {
  const { fake } = await showPage(TodayPage, "#/today");
  await page.getByRole("button", { name: "Check with Seam" }).first().click();
  expect(fake.calls.map((one) => one.name), "a look only reads").toContain("look");
  expect(fake.calls.map((one) => one.name), "nothing is sent from here").not.toContain("issue_code");
});

test("two doors that may be one lock: the host says so once", async () => {
  const { fake } = await showPage(TodayPage, "#/today");
  await page.getByRole("button", { name: "Same lock", exact: true }).click();
  const said = fake.calls.find((one) => one.name === "say_if_same_lock");
  expect(said?.request, "the door that is gone, the one that is there, and the answer").toEqual({ gone_id: "door-8", door_id: "door-2", is_same: true });
  await expect.element(page.getByRole("button", { name: "Same lock", exact: true }), { message: "who has answered is not asked again" }).not.toBeInTheDocument();
  expect(fake.answer("list_doors").doors.find((door) => door.door_id === "door-8")?.known_as, "the answer was kept").toBe("door-2");
});

test("where nothing waits, that is said first", async () => {
  const { fake } = await showPage(TodayPage, "#/today");
  fake.answer("get_today").needs_you = [];
  fake.emit("changed", { what: ["codes"] });
  await expect.element(page.getByRole("heading", { name: "Nothing needs you" }), { message: "no card that is simply missing" }).toBeVisible();
  await expect.element(page.getByRole("heading", { name: "Needs you", exact: true }), { message: "and no empty list" }).not.toBeInTheDocument();
});

test("each row of what waits has its button, and a stay without a code the loudest", async () => {
  const { fake } = await showPage(TodayPage, "#/today");
  const rows = page.getByRole("region", { name: "Needs you" }).getByRole("listitem");
  await expect.poll(() => rows.elements().length, { message: "all are laid out" }).toBe(fake.answer("get_today").needs_you.length);
  for (const row of rows.elements())
    expect(row.querySelector("button, a.button"), `something to press: ${row.textContent}`).not.toBeNull();
  const loud = rows.elements().filter((row) => row.querySelector(".tag.loud"));
  expect(loud.map((row) => row.textContent.includes("No code yet")), "only stays without a code").toEqual(loud.map(() => true));
  expect(loud.length, "there are some").toBeGreaterThan(0);
  expect(document.querySelectorAll(".bar.pattern-planned").length, "and their bars are as loud").toBeGreaterThan(0);
});

test("places are shown only where few are left", async () => {
  const { fake, main } = await showPage(TodayPage, "#/today");
  await expect.element(page.getByRole("heading", { name: "Next seven days" }), { message: "all is laid out" }).toBeInTheDocument();
  expect(main.textContent, "no door is nearly full").not.toContain("Nearly full");
  const { door, capacity } = fake.answer("get_door", { door_id: "door-1" });
  fake.answer("get_today").capacity = [{ ...capacity, door: door.name, places: { ...capacity.places, used: 48, left: 2, room: "scarce" } }];
  fake.emit("changed", { what: ["codes"] });
  await expect.element(page.getByRole("region", { name: "Nearly full" }), { message: "one line for the door that is" }).toHaveTextContent("48 of 50 used");
});

test("a zone or a day is named only at a door where it differs from the host's", async () => {
  const { fake, main } = await showPage(TodayPage, "#/today");
  const arriving = page.getByRole("region", { name: "Arriving" });
  await expect.element(arriving, { message: "the door is in Vancouver, the host is not" }).toHaveTextContent("Vancouver time, 2 h behind");
  expect(main.textContent, "today is not said again").not.toContain("Mon 23 Nov");
  for (const line of fake.answer("get_today").arriving) line.at = line.at.replace("2026-11-23", "2026-11-24");
  fake.emit("changed", { what: ["stays"] });
  await expect.element(arriving, { message: "another date at the door" }).toHaveTextContent("Tue 24 Nov");
  await showPage(TodayPage, "#/today", { clocks: "alike" });
  await expect.element(page.getByRole("region", { name: "Arriving" }).last(), { message: "whose clock is the host's" }).not.toHaveTextContent("Vancouver");
});

test("the core is asked again when a quarter of an hour begins", async () => {
  // Two and a half minutes into a quarter.
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: 1795824150000 });
  try {
    const { fake } = await showPage(TodayPage, "#/today");
    await expect.element(page.getByRole("region", { name: "Arriving" }), { message: "it was asked" }).toBeInTheDocument();
    const asked = () => fake.calls.filter((one) => one.name === "get_today").length;
    const before = asked();
    vi.advanceTimersByTime(10 * 60_000);
    expect(asked(), "nothing can have begun").toBe(before);
    vi.advanceTimersByTime(5 * 60_000);
    expect(asked(), "at a quarter past a day may have").toBe(before + 1);
  } finally {
    vi.useRealTimers();
  }
});

test("the week can be read as a table", async () => {
  await showPage(TodayPage, "#/today");
  await page.getByRole("button", { name: "Show as a table" }).click();
  await expect.element(page.getByRole("table"), { message: "every bar is a row" }).toBeInTheDocument();
  await expectAccessible();
});

test.each(["empty", "error", "never"] as const)("answers: %s", async (answers) => {
  await showPage(TodayPage, "#/today", { answers });
  await expect.element(page.getByRole("heading", { level: 1 }), { message: "the page stands" }).toBeInTheDocument();
  await expectAccessible();
});

test("hostile names are text and the layout holds", async () => {
  await showPage(TodayPage, "#/today", { names: "hostile" });
  await expect.element(page.getByRole("heading", { name: "Next seven days" }), { message: "the page stands" }).toBeInTheDocument();
  expect(document.documentElement.scrollWidth, "no name widens the page").toBeLessThanOrEqual(window.innerWidth);
  await expectAccessible();
});
