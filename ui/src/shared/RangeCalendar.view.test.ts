import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { expectAccessible, useFake } from "../../test/page.ts";
import RangeCalendar from "./RangeCalendar.svelte";

afterEach(() => {
  document.body.replaceChildren();
});

async function show(from = "", to = "") {
  await useFake();
  const onchange = vi.fn();
  await render(RangeCalendar, { label: "Stay", from, to, today: "2026-11-23", onchange });
  return onchange;
}

test("it opens at the day that the core calls today, and axe finds nothing", async () => {
  await show();
  await expect.element(page.getByRole("heading", { name: "November 2026" })).toBeVisible();
  await expectAccessible();
});

test("two days are chosen by arrow keys alone, over the end of a month", async () => {
  const onchange = await show("2026-11-29", "2026-12-02");
  await expect.element(page.getByRole("button", { name: "Sunday 29 November 2026, first day" })).toHaveAttribute("tabindex", "0");
  document.querySelector<HTMLElement>("[data-date='2026-11-29']")?.focus();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  expect(onchange, "the first day alone is no stay").not.toHaveBeenCalled();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onchange, "a week later").toHaveBeenLastCalledWith("2026-11-30", "2026-12-07");
});

test("two days are chosen by clicks", async () => {
  const onchange = await show();
  const day = (n: string) => page.getByRole("button", { name: `${n} November 2026` });
  await day("Tuesday 24").click();
  await day("Friday 27").click();
  expect(onchange, "first and last day").toHaveBeenLastCalledWith("2026-11-24", "2026-11-27");
});

test("another today, of midnight or of another door, leaves the month that was turned to", async () => {
  await useFake();
  const props = { label: "Stay", from: "", to: "", onchange: vi.fn() };
  const { rerender } = await render(RangeCalendar, { ...props, today: "2026-11-23" });
  await page.getByRole("button", { name: "Month after" }).click();
  await rerender({ ...props, today: "2026-11-24" });
  await expect.element(page.getByRole("heading", { name: "December 2026" })).toBeVisible();
});

test("an earlier second day begins anew, and Escape leaves everything as it was", async () => {
  const onchange = await show("2026-12-10", "2026-12-12");
  const day = (n: string) => page.getByRole("button", { name: `${n} December 2026` });
  await day("Monday 21").click();
  await day("Friday 18").click();
  expect(onchange, "a stay does not end before it begins").not.toHaveBeenCalled();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: "Thursday 10 December 2026, first day" })).toBeVisible();
});

test("turning the month by key keeps the focus on the button", async () => {
  await show();
  const next = page.getByRole("button", { name: "Month after" });
  (next.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("heading", { name: "December 2026" })).toBeVisible();
  await expect.element(next).toHaveFocus();
});

test("no day before today can be chosen, by click or by key", async () => {
  const onchange = await show("2026-11-24", "2026-11-25");
  const past = page.getByRole("button", { name: "Sunday 22 November 2026" });
  await expect.element(past, { message: "it says so" }).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(past, { force: true });
  document.querySelector<HTMLElement>("[data-date='2026-11-24']")?.focus();
  await userEvent.keyboard("{ArrowUp}");
  await expect.element(page.getByRole("button", { name: "Monday 23 November 2026" }), { message: "the keys stop at today" }).toHaveFocus();
  await expect.element(page.getByRole("button", { name: "Month before" }), { message: "there is nothing to turn to" }).toBeDisabled();
  expect(onchange, "nothing was chosen").not.toHaveBeenCalled();
});
