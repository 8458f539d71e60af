import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { expectAccessible, useFake } from "../../test/page.ts";
import type { Options } from "../lib/core/fake/index.ts";
import Palette from "./Palette.svelte";

beforeEach(() => {
  location.hash = "";
});

afterEach(() => {
  document.body.replaceChildren();
});

async function show(options: Partial<Options> = {}) {
  const fake = await useFake(options);
  await render(Palette, { open: true });
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  return fake;
}

test("it opens with its commands, and axe finds nothing", async () => {
  await show();
  await expect.element(page.getByRole("option", { name: "Sync" })).toBeVisible();
  await expectAccessible();
});

test("“issue loft” and Enter open the issue page for that door", async () => {
  await show();
  await userEvent.keyboard("issue loft");
  await expect.element(page.getByRole("option", { selected: true })).toHaveTextContent("Issue a code for Loft");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => location.hash, { message: "with the door chosen" }).toBe("#/issue?door=door-1");
});

test("“reveal smith” shows the PIN in the palette itself", async () => {
  const fake = await show();
  await userEvent.keyboard("reveal smith");
  await expect.element(page.getByRole("option", { selected: true })).toHaveTextContent("Reveal the PIN of Smith");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("button", { name: "Hide" })).toBeVisible();
  expect(fake.calls.filter((call) => call.name === "reveal_pin"), "asked for once").toHaveLength(1);
  await expectAccessible();
});

test("“reveal” alone offers the newest PINs, and “copy pin” copies one", async () => {
  const fake = await show();
  await userEvent.keyboard("reveal");
  await expect.element(page.getByRole("option", { name: /^Reveal the PIN of/ }).first()).toBeVisible();
  await userEvent.keyboard("{Control>}a{/Control}copy pin of smith");
  await expect.element(page.getByRole("option", { selected: true })).toHaveTextContent("Copy the PIN of Smith");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => fake.calls.filter((call) => call.name === "copy_pin").length, { message: "without showing it" }).toBe(1);
});

test("arrows go round, and what fits nothing says so", async () => {
  await show();
  await userEvent.keyboard("{ArrowUp}");
  await expect.element(page.getByRole("option", { selected: true })).toHaveTextContent("About Latchbook");
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(page.getByRole("option", { selected: true })).toHaveTextContent("Issue a code");
  await userEvent.keyboard("qqqq");
  await expect.element(page.getByText("No results.")).toBeVisible();
  await expectAccessible();
});

test("names that try to break it stand as text", async () => {
  await show({ names: "hostile" });
  await userEvent.keyboard("open door");
  await expect.element(page.getByRole("option", { name: /<img src=x/ }).first()).toBeVisible();
  expect(document.querySelector("dialog img"), "no markup of a name became an element").toBeNull();
  expect(document.documentElement.scrollWidth, "and none widens the page").toBeLessThanOrEqual(window.innerWidth);
});
