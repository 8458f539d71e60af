import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible, showPage } from "../../test/page";
import { followAttendance } from "$lib/attendance.svelte";
import ReadinessPage from "./ReadinessPage.svelte";

test("each door says whether it is ready, and who can mend what", async () => {
  const { fake } = await showPage(ReadinessPage, "#/readiness");
  for (const door of fake.answer("list_doors").doors.filter((one) => !one.gone))
    await expect.element(page.getByRole("heading", { name: door.name, exact: true }), { message: door.name }).toBeInTheDocument();
  await expectAccessible();
});

test("what has to be fixed stands first, by who can fix it, with the message as its button", async () => {
  const { fake, main } = await showPage(ReadinessPage, "#/readiness");
  await expect.element(page.getByRole("heading", { name: "This computer" }), { message: "it was asked" }).toBeInTheDocument();
  const heads = [...main.querySelectorAll("h2")].map((head) => head.textContent);
  expect(heads, "those who can unblock a door, then those who can do something, then the doors").toEqual([
    "The installer can fix this", "Seam can fix this", "You can fix this", "Doors", "This computer",
  ]);
  const messages = page.getByRole("button", { name: "Copy message" }).elements();
  expect(messages.length, "one for each who has to be written to").toBe(fake.answer("get_readiness").wishes.length);
  const worst = [...main.querySelectorAll("details > summary .tag")].map((tag) => tag.textContent.trim());
  expect(worst, "blocked doors stand first").toEqual([...worst].sort((a, b) => ["Blocked", "Warning", "Ready"].indexOf(a) - ["Blocked", "Warning", "Ready"].indexOf(b)));
  expect([...main.querySelectorAll("details")].filter((one) => one.open), "what passed is folded").toEqual([]);
});

test("no test code is offered at a door that cannot issue", async () => {
  const { fake, main } = await showPage(ReadinessPage, "#/readiness");
  await expect.element(page.getByRole("heading", { name: "This computer" }), { message: "it was asked" }).toBeInTheDocument();
  const offered = [...main.querySelectorAll<HTMLAnchorElement>('a[href^="#/issue"]')].map((link) => new URLSearchParams(link.hash.split("?")[1]).get("door"));
  const ready = fake.answer("get_readiness").doors.filter((door) => door.ready).map((door) => door.door_id);
  expect(offered.sort(), "at those that are ready, and nowhere else").toEqual(ready.sort());
});

test("that a test code worked is noted at its door", async () => {
  const { fake } = await showPage(ReadinessPage, "#/readiness?door=door-1");
  const test = page.getByRole("region", { name: "Try a code at Loft" });
  await userEvent.fill(test.getByLabelText("Note"), "opened at once");
  await test.getByRole("button", { name: "It opened the door" }).click();
  const call = fake.calls.find((one) => one.name === "add_door_test");
  expect(call?.request, "what the host saw is what is recorded").toMatchObject({ door_id: "door-1", worked: true, note: "opened at once" });
});

test.each(["empty", "error", "never"] as const)("answers: %s", async (answers) => {
  await showPage(ReadinessPage, "#/readiness", { answers });
  await expect.element(page.getByRole("heading", { level: 1 }), { message: "the page stands" }).toBeInTheDocument();
  await expectAccessible();
});

test("hostile names are text and the layout holds", async () => {
  await showPage(ReadinessPage, "#/readiness", { names: "hostile" });
  await expect.element(page.getByRole("heading", { name: "This computer" }), { message: "the page stands" }).toBeInTheDocument();
  expect(document.documentElement.scrollWidth, "no name widens the page").toBeLessThanOrEqual(window.innerWidth);
  await expectAccessible();
});

test("who comes back reads what is so now", async () => {
  const leave = followAttendance();
  const { fake } = await showPage(ReadinessPage, "#/readiness");
  await expect.element(page.getByRole("heading", { name: "This computer" }), { message: "it was asked" }).toBeInTheDocument();
  const asked = () => fake.calls.filter((one) => one.name === "get_readiness").length;
  const before = asked();
  await userEvent.keyboard("{Shift}");
  await expect.poll(asked, { message: "how old the last sync is" }).toBe(before + 1);
  await userEvent.keyboard("{Shift}");
  expect(asked(), "once").toBe(before + 1);
  leave();
});
