import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { putStatus, status } from "$lib/status.svelte";
import type { WarningView } from "$lib/wire";
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
  const warnings: WarningView[] = [{ code: "not_managed", level: "fail", who: "host", message, said: null }];
  Object.assign(fake.answer("list_doors").doors[0] ?? {}, { managed: false, warnings });
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
  await expect.element(page.getByRole("heading", { name: "Calendar" }), { message: "the page stands" }).toBeInTheDocument();
  expect(document.documentElement.scrollWidth, "no name widens the page").toBeLessThanOrEqual(window.innerWidth);
  await expectAccessible();
});
