import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { expectAccessible, useFake } from "../../test/page.ts";
import App from "./App.svelte";

afterEach(() => {
  document.body.replaceChildren();
});

test("the frame has its pages, its counts and its banner, and axe finds nothing", async () => {
  await useFake();
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect.element(page.getByRole("link", { name: /Today.*6 need you/ })).toHaveAttribute("aria-current", "page");
  await expect.element(page.getByText("no lock can be reached", { exact: false })).toBeVisible();
  await expectAccessible();
});

test("keys go to pages, and the head of the page takes the focus", async () => {
  await useFake();
  await render(App);
  await expect.element(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await userEvent.keyboard("{Control>}3{/Control}");
  const head = page.getByRole("heading", { level: 1, name: "Doors" });
  await expect.element(head).toBeVisible();
  await expect.element(head).toHaveFocus();
  expect(document.title, "the title names the page").toBe("Doors · Latchbook");
});
