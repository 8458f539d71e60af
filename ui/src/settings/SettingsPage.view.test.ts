import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectAccessible, showPage } from "../../test/page.ts";
import SettingsPage from "./SettingsPage.svelte";

afterEach(() => {
  document.body.replaceChildren();
});

test.each(["account", "defaults", "safety", "notifications", "appearance", "data", "advanced", "updates", "about"])(
  "the section %s has nothing that axe finds",
  async (section) => {
    await showPage(SettingsPage, `#/settings/${section}`, { mode: "live", keychain: "kept" });
    await expect.element(page.getByRole("heading", { level: 2 })).toBeVisible();
    await expectAccessible();
  },
);

test("a typed time is kept when the field is left", async () => {
  const { fake } = await showPage(SettingsPage, "#/settings/defaults");
  await page.getByLabelText("Check-in").fill("15:30");
  await userEvent.keyboard("{Tab}");
  await expect.poll(() => fake.answer("get_settings").check_in, { message: "kept by the core" }).toBe("15:30");
});

test("the theme and the language change at once", async () => {
  await showPage(SettingsPage, "#/settings/appearance");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect.poll(() => document.documentElement.dataset["theme"], { message: "on the page itself" }).toBe("dark");
  await page.getByLabelText("Language").selectOptions("Español");
  await expect.element(page.getByRole("heading", { level: 1, name: "Ajustes" })).toBeVisible();
  expect(document.documentElement.lang, "for a screen reader").toBe("es");
});

test("the key is removed only after a second yes, and Cancel has the focus", async () => {
  const { fake } = await showPage(SettingsPage, "#/settings/account", { mode: "live", keychain: "kept" });
  await page.getByRole("button", { name: "Remove the key…" }).click();
  await expect.element(page.getByRole("button", { name: "Cancel" })).toHaveFocus();
  await expectAccessible();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  expect(fake.calls.some((call) => call.name === "disconnect"), "Enter does not remove it").toBe(false);
  await page.getByRole("button", { name: "Remove the key…" }).click();
  await page.getByRole("button", { name: "Remove the key", exact: true }).click();
  await expect.poll(() => fake.calls.some((call) => call.name === "disconnect"), { message: "removed" }).toBe(true);
});

test("checking the record tells what was found", async () => {
  await showPage(SettingsPage, "#/settings/data");
  await page.getByRole("button", { name: "Verify the record" }).click();
  await expect.element(page.getByText("All good", { exact: false })).toBeVisible();
});

test("what cannot be read is said, and can be tried again", async () => {
  await showPage(SettingsPage, "#/settings/about", { answers: "error" });
  await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectAccessible();
});

test("a newer version is found, described, and waits while a code is on its way", async () => {
  await showPage(SettingsPage, "#/settings/updates");
  await page.getByRole("button", { name: "Look for a newer version" }).click();
  await expect.element(page.getByText("Version 0.2.0 of", { exact: false })).toBeVisible();
  await expect.element(page.getByText("Bookings come in by iCal.", { exact: false })).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Install and start again" }).click();
  await expect.element(page.getByText("A code is still being made", { exact: false })).toBeVisible();
});

test("a copy without the key of the releases says that it does not update itself", async () => {
  await showPage(SettingsPage, "#/settings/updates", { answers: "empty" });
  await expect.element(page.getByText("This copy does not update itself")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Look for a newer version" })).not.toBeInTheDocument();
});
