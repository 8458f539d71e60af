/** The frame, the palette, the welcome and the settings. */
import { press } from "./pages.mjs";

const openPalette = async (page, typed) => {
  await page.keyboard.press("Control+k");
  await page.waitForSelector("[role=combobox]");
  await page.keyboard.type(typed);
};

const pressSync = (page) => page.getByRole("button", { name: "Sync now" }).first().click();

export const VIEWS = [
  { name: "welcome", query: "mode=none", route: "welcome" },
  { name: "welcome_locked", query: "mode=none&keychain=locked", route: "welcome/connect" },
  { name: "settings", query: "mode=live", route: "settings/account" },
  { name: "settings_defaults", route: "settings/defaults" },
  { name: "settings_safety", route: "settings/safety" },
  { name: "settings_notifications", route: "settings/notifications" },
  { name: "settings_appearance", query: "language=es", route: "settings/appearance" },
  { name: "settings_data", route: "settings/data", act: async (page) => page.getByRole("button", { name: "Verify the record" }).click() },
  { name: "settings_updates", route: "settings/updates", act: async (page) => page.getByRole("button", { name: "Look for a newer version" }).click() },
  { name: "settings_about", route: "settings/about" },
  { name: "palette", route: "today", whole: false, act: (page) => openPalette(page, "loft") },
  { name: "palette_pin", route: "today", whole: false, settle: 700, act: async (page) => {
    await openPalette(page, "reveal smith");
    await page.waitForTimeout(400);
    await page.keyboard.press("Enter");
  } },
  { name: "shortcuts", route: "today", whole: false, act: (page) => page.keyboard.press("Control+/") },
  { name: "frame_unrecorded", query: "issue=unrecorded", route: "issue?door=door-1&from=2026-12-12T15:45&to=2026-12-15T10:15", whole: true, act: async (page) => {
    await press(page);
    await page.getByRole("region", { name: "Write this down now" }).waitFor({ timeout: 15_000 });
  } },
  { name: "frame_live", query: "mode=live&conceal", route: "settings/safety" },
  { name: "frame_syncing", query: "mode=live&pace=4000", route: "readiness", settle: 600, act: pressSync },
  { name: "frame_error", query: "mode=live&answers=error&error=no_connection", route: "readiness", settle: 600, act: pressSync },
];
