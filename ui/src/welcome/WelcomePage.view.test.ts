import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible, showPage } from "../../test/page.ts";
import WelcomePage from "./WelcomePage.svelte";

afterEach(() => {
  document.body.replaceChildren();
});

test.each(["absent", "locked", "unavailable", "environment"] as const)("with a keychain that is %s axe finds nothing", async (keychain) => {
  await showPage(WelcomePage, "#/welcome", { mode: "none", keychain });
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  if (keychain === "unavailable") await expect.element(page.getByRole("radio", { name: /This session only/ })).toBeChecked();
  if (keychain === "locked") await expect.element(page.getByText("The keychain is locked")).toBeVisible();
  await expectAccessible();
});

test("a key is pasted and Enter leads straight to Readiness", async () => {
  await showPage(WelcomePage, "#/welcome/connect", { mode: "none", keychain: "absent" });
  await expect.element(page.getByLabelText("Seam API key")).toHaveFocus();
  await userEvent.keyboard("seam_test_abc{Enter}");
  await expect.poll(() => location.hash, { message: "the next page" }).toBe("#/readiness");
});

test("a key that Seam does not know is said at its field, which takes the focus", async () => {
  await showPage(WelcomePage, "#/welcome/connect", { mode: "none", keychain: "absent" });
  await userEvent.keyboard("seam_wrong{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Seam does not accept the API key");
  const field = page.getByLabelText("Seam API key");
  await expect.element(field).toHaveAttribute("aria-invalid", "true");
  await expect.element(field, { message: "to be pasted again at once" }).toHaveFocus();
  expect(page.getByRole("button", { name: "Connect with a key" }).elements(), "no button that leads here again").toHaveLength(0);
  await expectAccessible();
});

test("the demo is one press away", async () => {
  await showPage(WelcomePage, "#/welcome", { mode: "none" });
  await page.getByRole("button", { name: "Open the demo" }).click();
  await expect.poll(() => location.hash, { message: "the next page" }).toBe("#/today");
});
