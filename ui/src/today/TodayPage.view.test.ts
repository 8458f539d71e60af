import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible, showPage } from "../../test/page";
import { followAttendance } from "$lib/attendance.svelte";
import TodayPage from "./TodayPage.svelte";

test("shows who comes, who goes, what waits and the week", async () => {
  await showPage(TodayPage, "#/today");
  for (const name of ["Needs you", "Arriving", "Leaving", "Next seven days", "Places"])
    await expect.element(page.getByRole("heading", { name, exact: true }), { message: name }).toBeInTheDocument();
  await expectAccessible();
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

test("its clocks go on by themselves while somebody is there, and the core is asked when a quarter of an hour begins", async () => {
  // Two and a half minutes into a quarter.
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: 1795824150000 });
  const leave = followAttendance();
  try {
    const { fake } = await showPage(TodayPage, "#/today");
    const vancouver = page.getByRole("listitem").filter({ hasText: "Vancouver 2 h" });
    await expect.element(vancouver, { message: "how far it is away is always said" }).toHaveTextContent("2 h behind yours");
    const time = page.getByText("now 17:02");
    await expect.element(time, { message: "nobody is there for whom it would have to be painted anew each minute" }).not.toBeVisible();
    await userEvent.keyboard("{Shift}");
    await expect.element(time, { message: "somebody is" }).toBeVisible();
    const asked = () => fake.calls.filter((one) => one.name === "get_today").length;
    const before = asked();
    vi.advanceTimersByTime(4 * 60_000);
    await expect.element(page.getByText("now 17:06"), { message: "four minutes later" }).toBeVisible();
    expect(asked(), "nobody was asked for that").toBe(before);
    vi.advanceTimersByTime(60_000);
    await expect.element(page.getByText("now 17:02"), { message: "left alone, it stands still and shows no time" }).not.toBeVisible();
    vi.advanceTimersByTime(2 * 60_000);
    await userEvent.keyboard("{Shift}");
    await expect.element(page.getByText("now 17:09"), { message: "who comes back with one key sees what is so now" }).toBeVisible();
    vi.advanceTimersByTime(9 * 60_000);
    expect(asked(), "at a quarter past a day may have begun").toBe(before + 1);
  } finally {
    leave();
    vi.useRealTimers();
  }
});

test("where the doors are here, no clock is shown that this computer shows", async () => {
  const { main } = await showPage(TodayPage, "#/today", { clocks: "alike" });
  await expect.element(page.getByText("Lock time is this computer's time."), { message: "whose time it is stays said" }).toBeInTheDocument();
  expect(main.textContent, "nothing that has to be painted anew each minute").not.toContain("yours");
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
