import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { putStatus, status } from "$lib/status.svelte";
import { expectAccessible, showPage } from "../../test/page";
import DoorPage from "./DoorPage.svelte";
import DoorsPage from "./DoorsPage.svelte";

test("every door is there, with how full it is", async () => {
  const { fake } = await showPage(DoorsPage, "#/doors");
  for (const door of fake.answer("list_doors").doors)
    await expect.element(page.getByRole("heading", { name: door.name, exact: true }), { message: door.name }).toBeInTheDocument();
  await expectAccessible();
});

test.each(["calendar", "slots", "elsewhere", "facts", "notes"])("a door's %s", async (part) => {
  await showPage(DoorPage, `#/doors/door-1/${part}`);
  await expect.element(page.getByRole("tabpanel"), { message: "the part is shown" }).toBeInTheDocument();
  await expectAccessible();
});

test("a limit that is no number is refused where it was typed", async () => {
  const { fake } = await showPage(DoorPage, "#/doors/door-1");
  await userEvent.fill(page.getByLabelText("Your own limit"), "many");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.element(page.getByText("Write a whole number", { exact: false }), { message: "it says what to write" }).toBeInTheDocument();
  expect(fake.calls.map((one) => one.name), "nothing was saved").not.toContain("set_host_limit");
});

test("a code made elsewhere without an end keeps its place until the host frees it", async () => {
  const { fake } = await showPage(DoorPage, "#/doors/door-1/elsewhere");
  await expect.element(page.getByText("may still open the door", { exact: false }), { message: "why it keeps its place" }).toBeVisible();
  await page.getByRole("button", { name: "It is gone from the lock" }).click();
  const freed = fake.calls.find((one) => one.name === "put_code_away");
  expect(freed?.request, "the code that has no end").toEqual({ door_id: "door-1", access_code_id: "out-2" });
  await expect.element(page.getByRole("button", { name: "It is gone from the lock" }), { message: "and it is gone from the list" }).not.toBeInTheDocument();
});

test("a door that Seam only watches says so", async () => {
  const { fake } = await showPage(DoorsPage, "#/doors");
  const message = "Seam only watches this door.";
  Object.assign(fake.answer("list_doors").doors[0] ?? {}, { managed: false, level: "fail", why: message });
  fake.emit("changed", { what: ["doors"] });
  await expect.element(page.getByText(message), { message: "it is said at the door" }).toBeInTheDocument();
  await expectAccessible();
});

test("where Seam has no doors, nobody is told to sync for ever", async () => {
  await showPage(DoorsPage, "#/doors", { answers: "empty" });
  await expect.element(page.getByText("sync to read them", { exact: false }), { message: "before the first sync" }).toBeInTheDocument();
  putStatus({ ...status(), synced_minutes_ago: 4 });
  await expect.element(page.getByText("Seam has no Oracode door", { exact: false }), { message: "after it" }).toBeInTheDocument();
});

test.each(["empty", "error", "never"] as const)("answers: %s", async (answers) => {
  await showPage(DoorsPage, "#/doors", { answers });
  await expect.element(page.getByRole("heading", { level: 1 }), { message: "the page stands" }).toBeInTheDocument();
  await expectAccessible();
});

test("hostile names are text and the layout holds", async () => {
  await showPage(DoorsPage, "#/doors", { names: "hostile" });
  await expect.element(page.getByRole("listitem").first(), { message: "the page stands" }).toBeInTheDocument();
  expect(document.documentElement.scrollWidth, "no name widens the page").toBeLessThanOrEqual(window.innerWidth);
  await expectAccessible();
});

test("a door that cannot issue is not offered for issuing, and says why", async () => {
  const { fake } = await showPage(DoorsPage, "#/doors");
  await expect.element(page.getByRole("listitem").first(), { message: "the doors are there" }).toBeInTheDocument();
  for (const door of fake.answer("list_doors").doors) {
    const issue = page.getByRole("link", { name: `Issue code for ${door.name}`, exact: true });
    expect(issue.elements().length, `${door.name}: ${door.level}`).toBe(door.level === "fail" ? 0 : 1);
    if (door.why) await expect.element(page.getByText(door.why).first(), { message: "the reason stands there" }).toBeVisible();
  }
});

test("with many doors a field finds one, whatever its accents", async () => {
  const { fake } = await showPage(DoorsPage, "#/doors");
  const [first] = fake.answer("list_doors").doors;
  if (!first) throw new Error("no door");
  fake.answer("list_doors").doors.push(...["Área", "Bois", "Cave"].map((name) => ({ ...first, name, door_id: name })));
  fake.emit("changed", { what: ["doors"] });
  await userEvent.fill(page.getByLabelText("Find a door"), "area");
  await expect.poll(() => page.getByRole("listitem").elements().length, { message: "one is left" }).toBe(1);
  await expect.element(page.getByRole("heading", { name: "Área" }), { message: "that one" }).toBeVisible();
});

test.each([[320, 7], [1180, 14], [1920, 28]])("the calendar uses a window of %i px: %i days, and scrolls only with the page", async (width, days) => {
  await page.viewport(width, 800);
  const { main } = await showPage(DoorsPage, "#/doors?view=calendar");
  await expect.poll(() => main.querySelectorAll(".days > span").length, { message: "whole weeks" }).toBe(days);
  const scrolls = [...main.querySelectorAll("*")].filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX + getComputedStyle(one).overflowY));
  expect(scrolls, "no scroll area inside the page").toEqual([]);
  expect(document.documentElement.scrollWidth, "nothing is wider than the window").toBeLessThanOrEqual(window.innerWidth);
  for (const bar of main.querySelectorAll(".bar")) {
    const box = bar.getBoundingClientRect();
    expect(Math.min(box.width, box.height), `can be hit: ${bar.textContent}`).toBeGreaterThanOrEqual(24);
  }
  for (const name of main.querySelectorAll(".name a")) {
    expect(name.scrollWidth, `in full: ${name.textContent}`).toBeLessThanOrEqual(name.clientWidth);
    expect(name.getBoundingClientRect().height, "can be hit, too").toBeGreaterThanOrEqual(24);
  }
  expect(main.querySelectorAll(".now").length, "a line for now at each door").toBe(main.querySelectorAll(".door").length);
  await expectAccessible();
});
